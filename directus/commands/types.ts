/** `npm run types`: writes the types of the collections from the data model alone; needs no database. */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../lib/environment.ts';
import { MODEL_PATH } from '../lib/model/model-file.ts';
import { SDK_TYPES_PATH, sdkTypes } from '../lib/sdk-types.ts';

const types = sdkTypes(readFileSync(MODEL_PATH, 'utf8'));
writeFileSync(SDK_TYPES_PATH, types);
console.log(`${relative(root, SDK_TYPES_PATH)}: ${types.match(/^export interface/gm)?.length} types`);
