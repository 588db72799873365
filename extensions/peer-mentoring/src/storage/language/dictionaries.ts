/** The words of English and Welsh, to tell a name that begins a sentence from a word that does (3.11). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate as oneTurn } from 'node:timers/promises';
import nspell from 'nspell';
import type { IsWord } from '../../domain/privacy/anonymise/ordinary.ts';

let loaded: Promise<IsWord> | undefined;

/** Whether a word in small letters is in a dictionary. Read at the first use: a quarter of a second, some 60 MB. */
export function dictionaries(): Promise<IsWord> {
	loaded ??= load();
	return loaded;
}

async function load(): Promise<IsWord> {
	const english = speller('dictionary-en-gb', (rules) => rules);
	// Others are answered in between.
	await oneTurn();
	// Without the mutations, which would make half a million forms of the words: the rules undo them themselves.
	const welsh = speller('dictionary-cy', (rules) => rules.replace(/^PFX .*\n/gm, ''));
	return (word) => english.correct(word) || welsh.correct(word);
}

function speller(name: string, change: (rules: string) => string): { correct: IsWord } {
	const folder = dirname(createRequire(import.meta.url).resolve(name));
	return nspell(
		change(readFileSync(join(folder, 'index.aff'), 'utf8')),
		readFileSync(join(folder, 'index.dic'), 'utf8'),
	);
}
