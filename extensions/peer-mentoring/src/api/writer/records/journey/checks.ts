/** The records of a journey, as the hook holds them against their rules before they are written. */
export { beforeCreate } from './create.ts';
export { beforeDelete, beforeUpdate } from './update.ts';
export { JOURNEY_COLLECTIONS } from './tables.ts';
