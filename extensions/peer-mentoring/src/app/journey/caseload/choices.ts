import type { Person } from '../../../domain/home/caseload/people.ts';
import { codeLists } from '../../../domain/language/code-lists.ts';
import type { Language } from '../../../domain/language/messages.ts';

export function stageText(stage: Person['stage'], language: Language): string {
	return choices('journey_stage', language).find(({ value }) => value === stage)?.label ?? stage;
}

/** The choices of a list as people read them. */
export function choices(list: keyof typeof codeLists, language: Language): { value: string; label: string }[] {
	return codeLists[list].map(({ value, en, cy }) => ({ value, label: language === 'cy-GB' ? cy : en }));
}
