import { prepareEnvironment } from '../../directus/lib/environment.ts';

const { data } = prepareEnvironment();
const { prepareDatabase } = await import('../../directus/lib/boot.ts');
const knex = await prepareDatabase(data);
await knex.destroy();
process.exit(0);
