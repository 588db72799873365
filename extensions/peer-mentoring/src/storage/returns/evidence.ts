/** Whether what was sent is what is kept: the files, and the submissions that name them (3.4). */
import type { Knex } from 'knex';
import { sha256Of } from './kept-files.ts';

export interface Evidence {
	files: number;
	submissions: number;
}

/** What is wrong, and with what: a file's name, or a submission's contract and month. */
export type Fault = { of: string; fault: string };

const PAGE = 100;

/** One file in memory at a time. @param tell is given each fault as it is found */
export async function verifyEvidence(knex: Knex, tell: (fault: Fault) => void): Promise<Evidence> {
	let files = 0;
	for await (const page of pagesOf(knex('kept_files').select('id', 'name'), 'id')) {
		for (const { id, name } of page as { id: string; name: string }[]) {
			const { bytes, sha256, content } = await knex('kept_files').where({ id }).first('bytes', 'sha256', 'content');
			const kept = Buffer.from(content as string, 'base64');
			if (sha256Of(kept) !== sha256 || kept.length !== Number(bytes)) {
				tell({ of: name, fault: 'the kept file is not what it was when it was kept' });
			}
			files++;
		}
	}
	let submissions = 0;
	for await (const page of pagesOf(submissionsIn(knex), 'sent.id')) {
		for (const row of page) {
			const of = `${row.reference} ${row.month} version ${row.version}`;
			if (row.kept === null) tell({ of, fault: 'the file that was submitted is missing' });
			else if (row.kept !== row.sha256) tell({ of, fault: 'the kept file is not the one that was submitted' });
			if (row.behind === null) tell({ of, fault: 'the records behind the figures are missing' });
			if (Number(row.version) === 1 && row.reported !== row.sha256) {
				tell({ of, fault: 'the return does not name the file that was submitted first' });
			}
			submissions++;
		}
	}
	return { files, submissions };
}

function submissionsIn(knex: Knex): Knex.QueryBuilder {
	return knex('mi_return_versions as sent')
		.join('call_off_contracts as contract', 'contract.id', 'sent.contract')
		.join('mi_returns as head', 'head.id', 'sent.mi_return')
		.leftJoin('kept_files as file', 'file.id', 'sent.file')
		.leftJoin('kept_files as records', 'records.id', 'sent.records')
		.select('sent.id', 'contract.reference', 'sent.month', 'sent.version', 'sent.sha256')
		.select({ kept: 'file.sha256', behind: 'records.sha256', reported: 'head.sha256' });
}

/** @param key the column that the rows are told apart by, and that is selected as `id` */
async function* pagesOf(query: Knex.QueryBuilder, key: string): AsyncGenerator<Record<string, unknown>[]> {
	for (let after: unknown; ;) {
		const next = query.clone().orderBy(key).limit(PAGE);
		const page = (await (after === undefined ? next : next.where(key, '>', after as string))) as Record<
			string,
			unknown
		>[];
		yield page;
		if (page.length < PAGE) return;
		after = page.at(-1)?.id;
	}
}
