/** Which definitions a return was counted by; a change of how a measure is counted makes it the next one. */
export const DEFINITIONS_VERSION = '1';
