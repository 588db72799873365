/** Runs the platform for tests. */
export { ADMIN, environment, lane, root, type Copy, type Database, type Seed } from './environment.ts';
export { copyTemplate, discard, previousVersion } from './copies.ts';
export { end, freePort, launch } from './launch.ts';
export { postgresAnswers, postgresUrl } from './postgres.ts';
export { discardTemplate, templateOf } from './templates.ts';
