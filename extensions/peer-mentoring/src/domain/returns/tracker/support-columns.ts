/** Columns 19 to 28 of the Mentee Tracker: what the Mentee took up (2.13, 2.28, 3.5). Each may have happened often. */
import type { CodeOf } from '../../language/code-lists.ts';
import { happenedBy, joined, oneLine, shortCode, yesWith, type Occurrence } from './parts.ts';
import type { Engagement, TrackerMoment, TrackerReader, TrackerRecord } from './record.ts';

/** Referred to treatment (3.5). */
export const referredToTreatment: TrackerReader = (record, moment) =>
	yesWith(happened(record, moment, 'treatment', ({ referred_on }) => ({ on: referred_on })));

/** Entered treatment (3.5). */
export const enteredTreatment: TrackerReader = (record, moment) =>
	yesWith(happened(record, moment, 'treatment', ({ entered_on }) => ({ on: entered_on })));

/** Left treatment, completed or not: the day, the result, and the reason in words (3.5). */
export const completedTreatment: TrackerReader = (record, moment) =>
	joined(
		happened(record, moment, 'treatment', ({ ended_on, treatment_result, reason_left }) => {
			const reason = oneLine(reason_left);
			return {
				on: ended_on,
				words: [shortCode('treatment_exit', treatment_result, moment.lists), reason && `(${reason})`],
			};
		}),
	);

/** Referred to one of the Buyer's employment programmes: the day, and which (2.28, 3.5). */
export const buyerProgrammeReferred = buyerProgrammeColumn(({ referred_on }) => referred_on);

/** Started one of the Buyer's employment programmes (2.28, 3.5). */
export const buyerProgrammeStarted = buyerProgrammeColumn(({ entered_on }) => entered_on);

/** Completed one of the Buyer's employment programmes (2.28, 3.5). */
export const buyerProgrammeCompleted = buyerProgrammeColumn(({ ended_on }) => ended_on);

/** Entered training, and of which type (3.5). */
export const training = enteringColumn('training', ({ training_type }, lists) =>
	shortCode('training_type', training_type, lists),
);

/** Entered volunteering, and of which type (3.5). */
export const volunteering = enteringColumn('volunteering', ({ volunteering_type }, lists) =>
	shortCode('volunteering_type', volunteering_type, lists),
);

/** Entered education, and of which type (3.5). */
export const education = enteringColumn('education', ({ education_type }, lists) =>
	shortCode('education_type', education_type, lists),
);

/** Started work, and in which section of the SIC (3.5). */
export const employment = enteringColumn('employment', ({ sector }, lists) => shortCode('sector', sector, lists));

function buyerProgrammeColumn(dayOf: (engagement: Engagement) => Occurrence['on']): TrackerReader {
	return (record, moment) =>
		joined(
			happened(record, moment, 'buyer_programme', (engagement) => ({
				on: dayOf(engagement),
				words: [shortCode('employment_programme', engagement.programme, moment.lists)],
			})),
		);
}

function enteringColumn(
	kind: CodeOf<'support_kind'>,
	typeOf: (engagement: Engagement, lists: TrackerMoment['lists']) => string | null,
): TrackerReader {
	return (record, moment) =>
		yesWith(
			happened(record, moment, kind, (engagement) => ({
				on: engagement.entered_on,
				words: [typeOf(engagement, moment.lists)],
			})),
		);
}

function happened(
	{ engagements }: TrackerRecord,
	{ cutOff }: TrackerMoment,
	kind: CodeOf<'support_kind'>,
	occurrenceOf: (engagement: Engagement) => Occurrence,
): string[] {
	const ofKind = engagements.filter((engagement) => engagement.kind === kind);
	return happenedBy(cutOff, ofKind.map(occurrenceOf));
}
