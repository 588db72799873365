/** The files of the mentors' steps, each refused with its file and line where it says what is not. */
import { codeLists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { stepFaults, type StepFault } from '../../../extensions/peer-mentoring/src/domain/journey/mentor-steps.ts';
import type { Item } from '../directus.ts';
import { checkKeys, RETIRED, type Known } from './checked-items.ts';
import { LAYOUTS } from './pull/layout.ts';
import type { YamlFile } from './yaml-file.ts';

/** A step of the mentors' app. */
export function stepIn(file: YamlFile, known: Known): Item {
	const { content, fault } = file;
	checkKeys(file, [], content, LAYOUTS.steps);
	if (content[RETIRED]) return content;
	const subjects = valuesOf('step_subject');
	if (!subjects.includes(String(content.about))) throw fault(['about'], `about is one of ${subjects.join(', ')}.`);
	const stages = valuesOf('journey_stage');
	const strange = ((content.stages ?? []) as unknown[]).findIndex((stage) => !stages.includes(String(stage)));
	if (strange !== -1) throw fault(['stages', strange], `a stage is one of ${stages.join(', ')}.`);
	const [first] = stepFaults(content.parts, known);
	if (first) throw fault(first.place, inWords(first));
	return content;
}

function inWords({ kind, name, known = [] }: StepFault): string {
	if (kind === 'unknown_key') return `there is no "${name}" here, but ${known.join(', ')}.`;
	if (kind === 'missing_key') return `"${name}" is missing.`;
	if (kind === 'unknown_collection') return `there is no collection ${name}.`;
	if (kind === 'unknown_field') return `${known[0]} has no field ${name}.`;
	if (kind === 'unknown_part') return `there is no part ${name} before this one.`;
	return known.length > 0 ? `"${name}" is not right here, but ${known.join(', ')}.` : `"${name}" is there already.`;
}

function valuesOf(list: 'step_subject' | 'journey_stage'): string[] {
	return codeLists[list].map(({ value }) => value);
}
