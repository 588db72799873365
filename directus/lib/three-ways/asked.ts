import type { Choice, Chosen } from './entries.ts';

/**
 * What the arguments of a push choose: `--take studio` or `--take files`, for all that differs or for what is named after
 * it. What only the Studio changed becomes what the files say by `--take files` alone.
 * @throws where they say anything else
 */
export function chosenBy(args: readonly string[]): Chosen {
	const [option, choice, ...names] = args;
	if (option === undefined) return () => undefined;
	if (option !== '--take' || (choice !== 'studio' && choice !== 'files')) {
		throw new Error('Say --take studio or --take files, and the names of what differs, or none for all of it.');
	}
	return (name) => (names.length === 0 || names.includes(name) ? (choice satisfies Choice) : undefined);
}
