import { troubleOf, type Trouble } from '../../extensions/peer-mentoring/src/storage/database/trouble.ts';

const SENTENCES: Record<Trouble, string> = {
	full: 'the disk is full. Make room where DATA_DIR lies, and where the database lies if that is elsewhere; then try again',
	read_only:
		'the data can be read and not written. Let this account write to DATA_DIR, and to the database if that is elsewhere; then try again',
	away: 'the database cannot be reached, or its file cannot be read and written. See that it runs, and that its disk is there and has room; then try again',
	busy: 'the database is kept busy by somebody else. See who works on it; then try again',
};

/** Why something did not succeed, in a sentence for an operator: with the words of the system where there is trouble. */
export function whyNot(error: unknown): string {
	const trouble = troubleOf(error);
	const message = error instanceof Error ? error.message : String(error);
	// Behind the statement that failed stands what the database says.
	return trouble ? `${SENTENCES[trouble]} (${message.split(' - ').at(-1)}).` : message;
}
