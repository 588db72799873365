import { describe, expect, it } from 'vitest';
import { importForms } from '../../../extensions/peer-mentoring/src/domain/loading/forms.ts';
import { recognise } from '../../../extensions/peer-mentoring/src/import/recognise.ts';

const { columns, required } = importForms.caseload;
const optional = columns.filter((column) => !(required as readonly string[]).includes(column));
/** Somebody has said that their caseload has none but the columns that every row needs. */
const SAID = { caseload: Object.fromEntries(optional.map((column) => [column, null])) };

describe('a sheet beside one whose columns were said', () => {
	it('is no caseload for having none of the columns that are left', () => {
		expect(recognise(['Old system, exported on a Friday'], undefined, SAID).form).toBeUndefined();
	});

	it('leaves the other what it is', () => {
		expect(recognise([...required], undefined, SAID)).toMatchObject({ form: 'caseload', faults: [] });
	});
});
