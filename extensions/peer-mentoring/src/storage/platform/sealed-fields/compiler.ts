/**
 * Every statement of the platform's and of Directus's own is put into SQL in one place, whichever way it came. Here what it
 * writes is sealed, and what it looks for in a sealed field is looked for by its blind index.
 */
import { parseNino } from '../../../domain/journey/nino.ts';
import type { Cipher } from './cipher.ts';
import { isSealedField, sealedRow } from './content.ts';
import { refuseOfSealed } from './refusal.ts';

/** What is used of knex's own parts, which it does not describe. */
interface Statement {
	column?: unknown;
	operator?: string;
	value: unknown;
	not?: boolean;
	type?: string;
	method?: string;
	aggregateDistinct?: boolean;
}
interface Raw {
	sql?: string;
	ref?: string;
	bindings?: unknown;
}
interface Compiler {
	grouped: Record<string, Statement[] | undefined>;
	_prepInsert(rows: unknown): unknown;
	_prepUpdate(row: unknown): unknown;
	whereBasic(statement: Statement): string;
	whereIn(statement: Statement): string;
	whereLike(statement: Statement): string;
	whereILike(statement: Statement): string;
	whereBetween(statement: Statement): string;
	whereRaw(statement: Statement): string;
	columns(): string;
	_aggregate(statement: Statement, options?: object): unknown;
	_groupOrder(item: Statement, type: string): string;
}
interface Client {
	config: { sealedFields?: Cipher };
	queryCompiler(...given: unknown[]): Compiler;
}

const DONE = Symbol.for('peer-mentoring.sealed-fields');
const WITH_LETTERS = /^LOWER\(\?\?\) (NOT LIKE|LIKE|=|<>) \?$/;

/** Lets every client of this database's kind seal, where its configuration says with what; transactions have their own. */
export function sealStatements(client: Client): void {
	const prototype = client.constructor.prototype as Client & { [DONE]?: true };
	if (prototype[DONE]) return;
	prototype[DONE] = true;
	const { queryCompiler } = prototype;
	prototype.queryCompiler = function (this: Client, ...given) {
		const compiler = queryCompiler.apply(this, given);
		const { sealedFields } = this.config;
		return sealedFields ? Object.assign(compiler, sealing(compiler, sealedFields)) : compiler;
	};
}

/** The methods that differ, over those that the compiler has. */
function sealing(compiler: Compiler, cipher: Cipher): Partial<Compiler> {
	const prototype = Object.getPrototypeOf(compiler) as Compiler;
	const beginsWith = (statement: Statement, value: string, not: boolean) =>
		prototype.whereBasic.call(compiler, {
			...statement,
			operator: 'like',
			value: `${cipher.beginningOf(value)}%`,
			not,
		});
	const refusing = (name: 'whereBetween' | 'whereLike' | 'whereILike') => (statement: Statement) =>
		isSealed(statement.column) ? refuseOfSealed() : prototype[name].call(compiler, statement);
	return {
		_prepInsert: (rows) =>
			prototype._prepInsert.call(
				compiler,
				Array.isArray(rows) ? rows.map((row: unknown) => sealedRow(row, cipher)) : sealedRow(rows, cipher),
			),
		_prepUpdate: (row) => prototype._prepUpdate.call(compiler, sealedRow(row, cipher)),
		whereBasic(statement) {
			const { column, operator = '', value, not = false } = statement;
			if (!isSealed(column) || value === '') return prototype.whereBasic.call(compiler, statement);
			const differs = operator === '!=' || operator === '<>';
			if (typeof value !== 'string' || !(operator === '=' || differs)) return refuseOfSealed();
			return beginsWith(statement, value, differs !== not);
		},
		whereIn(statement) {
			const { column, value, not = false } = statement;
			if (!isSealed(column) || (Array.isArray(value) && value.length === 0))
				return prototype.whereIn.call(compiler, statement);
			if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) return refuseOfSealed();
			return `(${value.map((each: string) => beginsWith(statement, each, not)).join(not ? ' and ' : ' or ')})`;
		},
		whereBetween: refusing('whereBetween'),
		whereLike: refusing('whereLike'),
		whereILike: refusing('whereILike'),
		whereRaw(statement) {
			const { sql = '', bindings } = statement.value as Raw;
			const [column, sought] = Array.isArray(bindings) ? (bindings as unknown[]) : [];
			const operator = WITH_LETTERS.exec(sql)?.[1];
			if (!operator || !isSealed(column)) return prototype.whereRaw.call(compiler, statement);
			const not = operator === 'NOT LIKE' || operator === '<>';
			const isSearch = typeof column === 'string' && operator === 'LIKE';
			const whole = parseNino(operator.endsWith('LIKE') ? String(sought).replace(/^%|%$/g, '') : String(sought));
			if (whole !== undefined) return beginsWith({ ...statement, column }, whole, not);
			// Who searches all fields for a part of something finds it in the others.
			return isSearch || !operator.endsWith('LIKE') ? (not ? '1 = 1' : '1 = 0') : refuseOfSealed();
		},
		columns() {
			if (compiler.grouped.group && compiler.grouped.columns?.some(({ type, value }) => type !== 'aggregate' && mentions(value))) refuseOfSealed(); // prettier-ignore
			return prototype.columns.call(compiler);
		},
		_aggregate(statement, options) {
			const counts = statement.method === 'count' && !statement.aggregateDistinct;
			if (!counts && mentions(statement.value)) refuseOfSealed();
			return prototype._aggregate.call(compiler, statement, options);
		},
		_groupOrder: (item, type) =>
			mentions(item.value) ? refuseOfSealed() : prototype._groupOrder.call(compiler, item, type),
	};
}

/** Whether a column is one that is sealed: `nino`, `mentees.nino`, the same under a join's name, or a reference to it. */
function isSealed(column: unknown): boolean {
	const name = typeof column === 'string' ? column : (column as Raw | null)?.ref;
	return (
		typeof name === 'string' &&
		isSealedField(
			name
				.split('.')
				.at(-1)
				?.replace(/ as .*$/i, '') ?? '',
		)
	);
}

/** Whether a sealed column is part of an expression. */
function mentions(value: unknown): boolean {
	if (isSealed(value)) return true;
	if (Array.isArray(value)) return value.some(mentions);
	if (typeof value !== 'object' || value === null) return false;
	const { bindings } = value as Raw;
	return typeof bindings === 'object' && bindings !== null && Object.values(bindings).some(mentions);
}
