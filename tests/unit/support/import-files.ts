/** Import files of one good row each, for tests that spoil it. */
import { formatImport } from '../../../extensions/peer-mentoring/src/import/format.ts';
import type { ImportForm } from '../../../extensions/peer-mentoring/src/domain/loading/forms.ts';
import { readImport, type ImportFile } from '../../../extensions/peer-mentoring/src/import/read-import.ts';

export const deliveryAreas = [
	{ id: 'wrexham', cpa: 9, name: 'Wrexham', name_cy: 'Wrecsam' },
	{ id: 'bristol-north-east', cpa: 5, name: 'Bristol North / East', name_cy: null },
];

const GOOD: Record<ImportForm, Record<string, string>> = {
	contracts: {
		reference: 'PM-CPA9',
		supplier: 'Example Recovery',
		cpas: '9',
		start_date: '2023-12-04',
		working_day_calendar: 'england-and-wales',
	},
	mentors: {
		email: 'Mentor1@Example.org',
		first_name: 'Carys',
		last_name: 'Test',
		contract: 'PM-CPA9',
		delivery_area: 'Wrexham',
		weekly_hours: '37.5',
		from: '2024-02-12',
	},
	caseload: { reference: 'R-1', contract: 'PM-CPA9', cpa: '9', route: 'jobcentre_plus' },
	sessions: { reference: 'R-1', held_on: '2024-05-01', mode: 'face_to_face', attendance: 'attended' },
};

export const read = (...files: ImportFile[]) => readImport(files, { deliveryAreas });

export function file(form: ImportForm, ...rows: Record<string, string>[]): ImportFile {
	return {
		name: `${form}.csv`,
		content: formatImport(
			form,
			rows.map((row) => ({ ...GOOD[form], ...row })),
		),
	};
}
