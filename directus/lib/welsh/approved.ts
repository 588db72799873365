/** What translators have said is right: by the two texts themselves, so that a text that changes is to be read again. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from './entry.ts';

export const APPROVED = join(import.meta.dirname, 'approved.json');

export const markOf = ({ english, welsh }: Pick<Entry, 'english' | 'welsh'>): string =>
	createHash('sha256').update(`${english}\0${welsh}`).digest('hex').slice(0, 12);

export function readApproved(): Set<string> {
	return new Set(existsSync(APPROVED) ? (JSON.parse(readFileSync(APPROVED, 'utf8')) as string[]) : []);
}

export const approvedText = (marks: Iterable<string>): string =>
	`${JSON.stringify([...new Set(marks)].sort(), null, '\t')}\n`;
