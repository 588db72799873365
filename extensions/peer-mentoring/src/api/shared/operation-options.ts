import type { Knex } from 'knex';
import { addMonths, monthOf, parseMonth, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { today } from '../../clock/today.ts';
import { readContracts, type StoredContract } from '../../storage/contract/contracts.ts';

/** Why an operation could not do its work. Directus keeps of an error what is a property of its own: the reason. */
export class OperationError extends Error {
	override name = 'OperationError';
	readonly reason: string;

	constructor(reason: string) {
		super(reason);
		this.reason = reason;
	}
}

/** A whole number from `least` to `most`; `fallback` where the field was left empty. */
export function wholeNumberOption(name: string, value: unknown, least: number, most: number, fallback: number): number {
	const number = isLeftEmpty(value) ? fallback : Number(value);
	if (Number.isInteger(number) && number >= least && number <= most) return number;
	throw new OperationError(`${name} must be a whole number from ${least} to ${most}`);
}

/** One of some choices; `fallback` where the field was left empty. */
export function choiceOption<Choice extends string>(
	name: string,
	value: unknown,
	choices: readonly Choice[],
	fallback: Choice,
): Choice {
	const choice = isLeftEmpty(value) ? fallback : (value as Choice);
	if (choices.includes(choice)) return choice;
	throw new OperationError(`${name} must be one of ${choices.join(', ')}`);
}

/** Several of some choices; all where the field was left empty. */
export function choicesOption<Choice extends string>(
	name: string,
	value: unknown,
	choices: readonly Choice[],
): readonly Choice[] {
	const given = isLeftEmpty(value) ? [] : Array.isArray(value) ? (value as Choice[]) : String(value).split(',');
	const chosen = given.map((each) => String(each).trim() as Choice).filter((each) => each.length > 0);
	const wrong = chosen.find((each) => !choices.includes(each));
	if (wrong !== undefined)
		throw new OperationError(`${name} must be some of ${choices.join(', ')}; "${wrong}" is none of them`);
	return chosen.length === 0 ? choices : chosen;
}

/** A month as `YYYY-MM`; the one that is over where the field was left empty. */
function monthOption(name: string, value: unknown): CalendarMonth {
	const month = isLeftEmpty(value) ? addMonths(monthOf(today()), -1) : parseMonth(String(value));
	if (month === undefined)
		throw new OperationError(`${name} must be a month as 2024-06, or left empty for the month that is over`);
	return month;
}

/** The contract with a reference, or every one where the field was left empty. */
export async function contractsOption(knex: Knex, name: string, reference: unknown): Promise<StoredContract[]> {
	const contracts = await readContracts(knex);
	if (isLeftEmpty(reference)) return contracts;
	const found = contracts.filter((contract) => contract.reference === String(reference).trim());
	if (found.length === 0)
		throw new OperationError(`${name} must be the reference of a Call-Off Contract, or left empty for all`);
	return found;
}

/** What an operation about the months of contracts is asked. */
export interface MonthOptions {
	/** The reference of a contract; all where left empty. */
	contract?: unknown;
	/** `YYYY-MM`; the month that is over where left empty. */
	month?: unknown;
}

export async function monthOfContracts(
	knex: Knex,
	{ contract, month }: MonthOptions,
): Promise<{ month: CalendarMonth; contracts: StoredContract[] }> {
	return { month: monthOption('month', month), contracts: await contractsOption(knex, 'contract', contract) };
}

export function isLeftEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
