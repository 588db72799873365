/** `npm run data-dictionary`: writes the published file from the data model alone; needs no database. */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { dictionaryEntries } from '../lib/dictionary/entries.ts';
import { DICTIONARY_PATH, dictionaryMarkdown } from '../lib/dictionary/markdown.ts';
import { root } from '../lib/environment.ts';
import { MODEL_PATH } from '../lib/model/model-file.ts';

const entries = dictionaryEntries(readFileSync(MODEL_PATH, 'utf8'));
writeFileSync(DICTIONARY_PATH, dictionaryMarkdown(entries));
const fields = entries.reduce((sum, entry) => sum + entry.fields.length, 0);
console.log(`${relative(root, DICTIONARY_PATH)}: ${entries.length} collections, ${fields} fields`);
