/** `npm run openapi`: writes the description of our own endpoints from `directus/openapi` alone; needs no database. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../lib/environment.ts';
import { OPENAPI_PATH, openapiText } from '../lib/openapi/document.ts';

const text = openapiText();
writeFileSync(OPENAPI_PATH, text);
console.log(`${relative(root, OPENAPI_PATH)}: ${text.match(/"operationId"/g)?.length} operations`);
