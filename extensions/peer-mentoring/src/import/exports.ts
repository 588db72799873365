import { importForms, type ImportForm } from '../domain/loading/forms.ts';

/** What the keys of an export stand for in an import file. */
export interface ExportKeys {
	/** References of Call-Off Contracts by key. */
	contracts: ReadonlyMap<string, string>;
	/** Referrals by key: their route, and the area in which the person is supported now. */
	referrals: ReadonlyMap<string, { route: string; cpa: string }>;
	/** References of Mentees by key. */
	mentees: ReadonlyMap<string, string>;
}

/** An export of the platform's own records, whose rows become rows of an import file. */
export interface OwnExport {
	collection: 'referrals' | 'mentees' | 'sessions';
	form: ImportForm;
	/** A row of the export as the values of the form's columns, in their order. */
	row: (values: readonly string[], keys: ExportKeys) => string[];
}

type Row = Readonly<Record<string, string>>;

const SAME = ['reference', 'first_name', 'last_name', 'phone', 'email', 'preferred_language', 'dwp_customer'];
const CONSENTS = ['consent_given_on', 'consent_withdrawn_on'];

/** How each export is known, and what it says of the columns of its form; what it does not say stays as it is on record. */
const EXPORTS: Record<
	OwnExport['collection'],
	{ form: ImportForm; known: readonly string[]; values: (row: Row, keys: ExportKeys) => Row }
> = {
	referrals: {
		form: 'caseload',
		known: ['reference', 'route', 'contract', 'received_on'],
		values: (row, keys) => ({
			...picked(row, [...SAME, ...CONSENTS, 'route', 'received_on']),
			contract: keys.contracts.get(row.contract ?? '') ?? row.contract ?? '',
			cpa: keys.referrals.get(row.id ?? '')?.cpa ?? row.cpa ?? '',
			aged_18_or_over: known(row.aged_18_or_over),
			dwp_customer: known(row.dwp_customer),
			benefit_type: listed(row.benefits),
		}),
	},
	mentees: {
		form: 'caseload',
		known: ['reference', 'referral', 'contract', 'start_on'],
		values: (row, keys) => ({
			...picked(row, [...SAME, ...CONSENTS, 'nino', 'start_on', 'ended_on', 'end_reason']),
			contract: keys.contracts.get(row.contract ?? '') ?? row.contract ?? '',
			cpa: row.cpa || (keys.referrals.get(row.referral ?? '')?.cpa ?? ''),
			route: keys.referrals.get(row.referral ?? '')?.route ?? '',
			dwp_customer: known(row.dwp_customer),
			benefit_type: listed(row.benefits),
		}),
	},
	sessions: {
		form: 'sessions',
		known: ['mentee', 'held_on', 'mode', 'attendance'],
		values: (row, keys) => ({
			...picked(row, ['held_on', 'minutes', 'mode', 'attendance']),
			reference: keys.mentees.get(row.mentee ?? '') ?? '',
		}),
	},
};

/** Which export a header is of, if any: it has the key of the record, under the name that exports give it. */
export function ownExport(header: readonly string[]): OwnExport | undefined {
	if (!header.includes('id')) return undefined;
	const found = (Object.keys(EXPORTS) as OwnExport['collection'][]).find((name) =>
		EXPORTS[name].known.every((column) => header.includes(column)),
	);
	if (found === undefined) return undefined;
	const { form, values: valuesOf } = EXPORTS[found];
	const columns: readonly string[] = importForms[form].columns;
	return {
		collection: found,
		form,
		row: (values, keys) => {
			const row = valuesOf(Object.fromEntries(header.map((name, index) => [name, values[index] ?? ''])), keys);
			return columns.map((column) => row[column] ?? '');
		},
	};
}

function picked(row: Row, columns: readonly string[]): Row {
	return Object.fromEntries(columns.map((column) => [column, row[column] ?? '']));
}

/** In the files an answer that is not known is an empty cell. */
function known(answer = ''): string {
	return answer === 'not_known' ? '' : answer;
}

/** `["universal_credit"]` as the files list it. */
function listed(text = ''): string {
	if (!text.startsWith('[')) return text;
	try {
		const values: unknown = JSON.parse(text);
		return Array.isArray(values) ? values.join(';') : text;
	} catch {
		return text;
	}
}
