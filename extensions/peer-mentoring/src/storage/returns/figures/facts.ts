/** Where the records say what figures are split by. */
import type { Split } from '../../../domain/returns/figures/catalogue.ts';
import type { Facts, Value } from '../../../domain/returns/figures/cells.ts';
import { listIn } from '../../../domain/journey/record-rules.ts';
import { dayOf } from '../../database/day-columns.ts';
import { only } from '../../journey/reader/journey-of.ts';
import type { Columns, PersonRows, Row } from '../../journey/reader/columns.ts';

/** The column of a person that tells a fact: the Mentee's once there is one, else the referral's. */
interface PersonFact {
	mentees?: string;
	referrals?: string;
	/** Several values in one column. */
	isList?: true;
}

const OF_PERSON: Readonly<Partial<Record<Split, PersonFact>>> = {
	delivery_area: { mentees: 'delivery_area', referrals: 'delivery_area' },
	jobcentre_office: { referrals: 'jobcentre_office' },
	route: { referrals: 'route' },
	organisation: { referrals: 'third_party_organisation' },
	organisation_type: { referrals: 'third_party_type' },
	preferred_language: { mentees: 'preferred_language', referrals: 'preferred_language' },
	dwp_customer: { mentees: 'dwp_customer', referrals: 'dwp_customer' },
	benefit_type: { mentees: 'benefits', referrals: 'benefits', isList: true },
	addiction_type: { mentees: 'substances', isList: true },
	addiction_group: { mentees: 'addiction_group' },
	disclosure: { mentees: 'disclosure' },
	stage: { mentees: 'stage', referrals: 'stage' },
	end_reason: { mentees: 'end_reason' },
	mentor: { mentees: 'peer_mentor', referrals: 'peer_mentor' },
};

/** The facts that records of their own tell, of which a person has any number. */
const OF_RECORDS: Readonly<Partial<Record<Split, Columns>>> = {
	barrier: { diagnostic_interviews: ['barriers'] },
	treatment: { treatment_statuses: ['status', 'since_on'] },
};

/** The columns of a Mentee or a referral that hold a list. */
export const LISTS = Object.values(OF_PERSON).flatMap(({ isList, mentees, referrals }) =>
	isList ? [`mentees.${mentees}`, `referrals.${referrals}`] : [],
);

/** What has to be read of a person to know their facts. */
export function factColumns(splits: readonly Split[]): Columns {
	const columns: Record<string, string[]> = {};
	const read = (table: string, names: readonly string[]) => {
		columns[table] = [...new Set([...(columns[table] ?? []), ...names])];
	};
	for (const split of splits) {
		const { mentees, referrals } = OF_PERSON[split] ?? {};
		if (mentees) read('mentees', [mentees]);
		if (referrals) read('referrals', [referrals]);
		for (const [table, names] of Object.entries(OF_RECORDS[split] ?? {})) read(table, names);
	}
	return columns;
}

/** The facts of a person, but for the Contract Package Area, which depends on the day. */
export function factsIn(rows: PersonRows, splits: readonly Split[]): Facts {
	const facts: Partial<Record<Split, Value | string[]>> = {};
	for (const split of splits) {
		const fact = OF_PERSON[split];
		if (fact) facts[split] = valueIn(rows, fact);
		if (split === 'barrier') {
			facts.barrier = [...new Set((rows.diagnostic_interviews ?? []).flatMap(({ barriers }) => listIn(barriers)))];
		}
		if (split === 'treatment') facts.treatment = latestOf(rows.treatment_statuses ?? []);
	}
	return facts;
}

function valueIn(rows: PersonRows, { mentees, referrals, isList }: PersonFact): Value | string[] {
	const of = (table: string, column: string | undefined) => (column && only(rows, table)?.[column]) || null;
	const value = of('mentees', mentees) ?? of('referrals', referrals);
	if (isList) return listIn(value);
	return value === null ? null : String(value);
}

/** Where a Mentee's treatment stands: what has been said last. */
function latestOf(rows: readonly Row[]): Value {
	const last = rows.toSorted((a, b) => ((dayOf(a.since_on) ?? '') < (dayOf(b.since_on) ?? '') ? -1 : 1)).at(-1);
	return last?.status ? String(last.status) : null;
}
