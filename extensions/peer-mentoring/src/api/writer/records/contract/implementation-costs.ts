import { parseMonth, type CalendarMonth } from '../../../../domain/calendar/calendar-day.ts';
import { mostDeferred } from '../../../../domain/money/deferral.ts';
import { implementationCosts, monthsFrom } from '../../../../domain/money/payment-schedule.ts';
import { lockContracts } from '../../../../storage/database/locks.ts';
import { pence } from '../../../../storage/database/pence.ts';
import { readImplementationCosts, readPaidContracts, registerOf } from '../../../../storage/money/payments.ts';
import { refusal } from '../../../shared/errors.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

const COLLECTION = 'implementation_costs';

/** Refuses a month's Implementation Costs beyond the contract's (4.2), and a deferral of more than half of them (4.3). */
export async function refuseImplementationCosts({ database }: WriteContext, record: Payload): Promise<void> {
	const contractId = uuidIn(record.contract) as string;
	const [contract] = await readPaidContracts(database, [contractId]);
	if (!contract) throw refusal(COLLECTION, 'contract', 'required');
	const { start_date: first, implementation_end_date: last } = contract;
	const month = parseMonth(String(record.month ?? '')) as CalendarMonth;
	if (!monthsFrom(first, last).includes(month)) {
		throw refusal(COLLECTION, 'month', 'not_an_implementation_month', { first, last });
	}
	// Whoever asks at the same moment waits, and sees what was stored.
	await lockContracts(database, [contractId]);
	const others = (await readImplementationCosts(database, contractId)).filter(({ id }) => id !== record.id);
	if (others.some((each) => each.month === month)) throw refusal(COLLECTION, 'month', 'month_entered_already');

	const amount = pence(record.amount_pence);
	const register = registerOf([...others, { month, amount }]);
	const named = [...register.values()].reduce((total, each) => total + each, 0);
	const agreed = contract.implementation_costs_pence ?? 0;
	if (amount !== null && named > agreed) {
		throw refusal(COLLECTION, 'amount_pence', 'more_than_agreed', { pence: agreed - (named - amount) });
	}
	const most = mostDeferred(implementationCosts(contract, register).get(month) ?? 0);
	const deferred = pence(record.deferred_pence) ?? 0;
	if (deferred > most) throw refusal(COLLECTION, 'deferred_pence', 'more_than_half_deferred', { pence: most });
	if (deferred > 0 && !record.deferral_reason) throw refusal(COLLECTION, 'deferral_reason', 'required');
}
