/** A process that submits a return and ends at once, as a power cut would: `between` its two phases or `within` the second. */
import type { CalendarMonth } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { readContracts } from '../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { submitMonth } from './scenes/release.ts';
import { openDatabase } from './tables.ts';

const [moment, month] = process.argv.slice(2);
const knex = openDatabase(process.env);
const contract = (await readContracts(knex)).find(({ reference }) => reference === 'PM-RELEASE');
if (!contract) throw new Error('There is no contract to submit a return of');
const end = async () => process.kill(process.pid, 'SIGKILL');
await submitMonth(knex, contract, month as CalendarMonth, { [moment as 'between' | 'within']: end });
await knex.destroy();
