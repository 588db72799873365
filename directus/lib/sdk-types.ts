/** The types of every collection, for the stock `@directus/sdk`: made from the data model alone. */
import { join } from 'node:path';
import { choices as CHOICES } from '../../extensions/peer-mentoring/src/domain/language/choices.ts';
import { isOpen } from '../../extensions/peer-mentoring/src/domain/language/open-lists.ts';
import type { Item, SnapshotRelation } from './directus.ts';
import { root } from './environment.ts';
import { CODE_LIST, modelYaml } from './model/model-file.ts';
