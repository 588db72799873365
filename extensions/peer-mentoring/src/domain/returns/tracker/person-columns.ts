/** Columns 1 to 7 of the Mentee Tracker: who somebody is when they join (3.5). */
import { addictionGroup } from '../../journey/addiction.ts';
import { isCustomerOn } from '../../journey/customer.ts';
import { joined, shortCode, shortCodes } from './parts.ts';
import type { TrackerReader } from './record.ts';

/** National Insurance number, of existing DWP customers only: from the day they became one (2.6, 2.28, 3.5). */
export const nino: TrackerReader = (record, { cutOff }) => (isCustomerOn(record, cutOff) ? record.nino : null);

/** The first session (3.5, Annex E). */
export const startDate: TrackerReader = ({ start_on }) => start_on;

/** The group of the addiction, and every substance: `OPI: HER, ALC` (3.5). */
export const addictionType: TrackerReader = ({ substances }, { lists }) => {
	const group = shortCode('addiction_group', addictionGroup(substances), lists);
	return substances.length === 0 ? group : `${group}: ${shortCodes('substance', substances, lists).join(', ')}`;
};

/** Status at the start, and how long without work: `11; 3` (3.5). */
export const employmentHistory: TrackerReader = (
	{ employment_status: status, unemployment_length: length },
	{ lists },
) => joined([shortCode('employment_status', status, lists), shortCode('unemployment_length', length, lists)]);

/** Benefits at the start and those of now: `start: UC; current: UC, PIP` (3.5). */
export const benefitType: TrackerReader = ({ benefits_at_start, benefits }, { lists }) => {
	const named = (when: string, codes: string[]) => (codes.length === 0 ? null : `${when}: ${codes.join(', ')}`);
	return joined([
		named('start', shortCodes('benefit', benefits_at_start, lists)),
		named('current', shortCodes('benefit', benefits, lists)),
	]);
};

/** The latest change by the cut-off; of several on one day, the one that was recorded last (3.5). */
export const treatmentStatus: TrackerReader = ({ treatment_changes: changes }, { cutOff, lists }) => {
	const known = changes.filter(({ since_on }) => since_on <= cutOff);
	const latest = known.reduce<(typeof known)[number] | null>(
		(last, change) => (last === null || change.since_on >= last.since_on ? change : last),
		null,
	);
	return latest && shortCode('treatment_status', latest.status, lists);
};

/** Jobcentre Plus or a third party (2.4, 3.5). */
export const referralRoute: TrackerReader = ({ route }, { lists }) => shortCode('referral_route', route, lists);
