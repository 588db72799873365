/** What weighs so much that the Data Protection Officer hears of it at once: one part of the platform says it, another tells. */
export const ADMINISTRATOR_USED = 'peer-mentoring.administrator-used';
export const ADMINISTERED = 'peer-mentoring.administered';

/** The emitter that Directus gives to extensions, and which reaches them alone. */
export interface Announcing {
	emitAction(event: string, meta: Record<string, unknown>, context: null): void;
}
