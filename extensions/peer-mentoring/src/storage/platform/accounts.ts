import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';
import type { Account } from '../../domain/service-levels/reminders.ts';

/** The collection that Directus keeps accounts in. */
export const ACCOUNTS = 'directus_users';

/** Everybody who can be reminded of something. One query for the people, one for who is an Administrator. */
export async function readAccounts(knex: Knex): Promise<Account[]> {
	const rows = await withRole(knex)
		.where('account.status', 'active')
		.select(
			'account.id',
			'account.role as role_id',
			'role.name as role',
			'account.supplier',
			'account.language',
			'account.email',
			'account.email_notifications as wants_mail',
		);
	const administrators = new Set(await administrating(knex));
	return rows.map((row) => ({
		id: row.id,
		role: row.role,
		administrator: administrators.has(row.id) || administrators.has(row.role_id),
		supplier: row.supplier,
		language: languageIn(row.language),
		email: row.wants_mail === false || row.wants_mail === 0 ? null : row.email,
	}));
}

/** The keys of the roles, and of the accounts that by themselves, may do everything. */
async function administrating(knex: Knex): Promise<string[]> {
	const policies = await knex('directus_access as access')
		.join('directus_policies as policy', 'policy.id', 'access.policy')
		.where('policy.admin_access', true)
		.select('access.role', 'access.user');
	const keys = new Set<string>(policies.flatMap(({ role, user }) => [role, user]).filter((key) => key !== null));
	// A role may do what the one above it may.
	const below: { id: string; parent: string }[] = await knex('directus_roles').whereNotNull('parent').select('id', 'parent'); // prettier-ignore
	for (let before = -1; before < keys.size;) {
		before = keys.size;
		for (const { id, parent } of below) if (keys.has(parent)) keys.add(id);
	}
	return [...keys];
}

/** The accounts that may do everything, whether or not they are active now. */
export async function administratorAccounts(knex: Knex): Promise<{ id: string; email: string | null }[]> {
	const keys = await administrating(knex);
	return knex(ACCOUNTS).whereIn('role', keys).orWhereIn('id', keys).select('id', 'email');
}

/** The name of the role that an account has, whose it is, and what it reads; none without an account. */
export async function roleAndSupplierOf(
	knex: Knex,
	user: string,
): Promise<{ role: string | null; supplier: string | null; language: Language } | undefined> {
	const row = await withRole(knex)
		.where('account.id', user)
		.first('account.supplier', 'account.language', 'role.name as role');
	return row && { ...row, language: languageIn(row.language) };
}

/** The language that somebody has chosen; `null` where they have chosen none. */
export async function languageOfAccount(knex: Knex, user: string): Promise<Language | null> {
	const row = await knex('directus_users').where({ id: user }).first('language');
	return row?.language ? languageIn(row.language) : null;
}

export async function emailOfAccount(knex: Knex, user: string): Promise<string | undefined> {
	return (await knex('directus_users').where({ id: user }).first('email'))?.email ?? undefined;
}

/** The key of the account with this address, however it is capitalised. */
export async function accountWithEmail(knex: Knex, email: string): Promise<string | undefined> {
	return (await knex('directus_users').whereRaw('lower(email) = ?', [email.trim().toLowerCase()]).first('id'))?.id;
}

/** The addresses of accounts, by their keys: for those who may know who did what. */
export async function emailsOfAccounts(knex: Knex, users: readonly string[]): Promise<Map<string, string | null>> {
	const rows = await knex('directus_users').whereIn('id', users).select('id', 'email');
	return new Map(rows.map(({ id, email }) => [id, email]));
}

export async function namesOfAccounts(
	knex: Knex,
	users: readonly string[],
): Promise<{ first_name: string | null; last_name: string | null }[]> {
	return knex('directus_users').whereIn('id', users).select('first_name', 'last_name');
}

/** An account that can be found by its e-mail address. */
export interface AddressedAccount {
	id: string;
	/** In lower case. */
	email: string;
	supplier: string | null;
	/** The name of its role. */
	role: string | null;
}

export async function accountsWithEmail(knex: Knex): Promise<AddressedAccount[]> {
	const rows = await withRole(knex)
		.whereNotNull('account.email')
		.select('account.id', 'account.email', 'account.supplier', 'role.name as role');
	return rows.map((row) => ({ ...row, email: String(row.email).toLowerCase() }));
}

/** The account of a manager of a Supplier by its e-mail address. */
export async function managerWithEmail(knex: Knex, supplier: unknown, email: string): Promise<string | null> {
	const row = await withRole(knex)
		.whereRaw('lower(account.email) = ?', [email.trim().toLowerCase()])
		.where({ 'account.supplier': supplier ?? null, 'role.name': 'Supplier Manager' })
		.first('account.id');
	return row?.id ?? null;
}

/** Adds an account that nobody can sign in to before they are invited: it has no password. */
export async function addAccount(
	knex: Knex,
	account: AddressedAccount & { first_name: string; last_name: string },
): Promise<void> {
	const role = knex('directus_roles').where({ name: account.role }).select('id').limit(1);
	await knex('directus_users').insert({ ...account, role, status: 'active', provider: 'default' });
}

/** The account with this address, and whether it only waits for its first password; `undefined` where there is none. */
export async function isInvited(knex: Knex, email: string): Promise<{ id: string; invited: boolean } | undefined> {
	const row = await knex('directus_users').whereRaw('lower(email) = ?', [email]).first('id', 'status');
	return row && { id: row.id, invited: row.status === 'invited' };
}

export async function roleExists(knex: Knex, role: string): Promise<boolean> {
	const isKey = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(role);
	return isKey && (await knex('directus_roles').where({ id: role }).first('id')) !== undefined;
}

export async function giveToSupplier(knex: Knex, user: string, supplier: string): Promise<void> {
	await knex('directus_users').where({ id: user }).update({ supplier });
}

/**
 * Lets the Studio open on a page for somebody of this role: after signing in it goes on to an account's last page.
 * @param from the pages that it is opened instead of; every page where none are given
 */
export async function landOn(
	knex: Knex,
	{ user, role, page, from }: { user: string; role: string; page: string; from?: string },
): Promise<void> {
	const query = knex('directus_users')
		.where({ id: user })
		.whereIn('role', knex('directus_roles').where({ name: role }).select('id'));
	if (from !== undefined) {
		query.where((nowhere) => nowhere.whereNull('last_page').orWhere('last_page', 'like', `${from}%`));
	}
	await query.update({ last_page: page });
}

function withRole(knex: Knex) {
	return knex('directus_users as account').leftJoin('directus_roles as role', 'role.id', 'account.role');
}

function languageIn(language: unknown): Language {
	return language === 'cy-GB' ? 'cy-GB' : 'en-GB';
}

/** Who people are whose password is set: what is easily guessed of it. */
export async function ownersOfPasswords(knex: Knex, users: readonly string[]): Promise<Record<string, unknown>[]> {
	const columns = ['first_name', 'last_name', 'email', 'supplier', 'provider'];
	return knex('directus_users').whereIn('id', users).select(columns);
}

/** Words that others know of somebody: their names and address, their Supplier and its contracts; without one, all of these. */
export async function wordsAround(knex: Knex, person: Record<string, unknown>): Promise<string[]> {
	const { first_name, last_name, email, supplier } = person;
	const own = (query: Knex.QueryBuilder, column: string) => (supplier ? query.where(column, supplier) : query);
	const suppliers: string[] = await own(knex('suppliers'), 'id').pluck('name');
	const contracts: string[] = await own(knex('call_off_contracts'), 'supplier').pluck('reference');
	const [local = '', domain = ''] = String(email ?? '').split('@');
	const names = [first_name, last_name, local, domain.split('.')[0], ...suppliers].filter(Boolean).map(String);
	const parts = names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u));
	return [...contracts, ...new Set([...names, ...parts])].filter((word) => !ORDINARY.has(word.toLowerCase()));
}

/** Words that stand in many names and tell nothing. */
const ORDINARY = new Set(['and', 'for', 'the', 'ltd', 'limited', 'plc', 'cic', 'trust', 'services', 'supplier']);

/** Who somebody is when they put their name to something: it stays, whatever becomes of the account (3.4). */
export async function signatureOf(
	knex: Knex,
	user: string | null,
): Promise<{ submitted_by_name: string | null; submitted_by_email: string | null }> {
	const row =
		user === null ? undefined : await knex(ACCOUNTS).where({ id: user }).first('first_name', 'last_name', 'email');
	const name = [row?.first_name, row?.last_name].filter(Boolean).join(' ');
	return { submitted_by_name: name || null, submitted_by_email: row?.email ?? null };
}

/** Submissions of before signatures were kept have that of the account as it is now. Before the trail is closed. */
export async function signOldSubmissions(knex: Knex): Promise<void> {
	const unsigned = { submitted_by_name: null, submitted_by_email: null };
	const rows = await knex('mi_return_versions').where(unsigned).whereNotNull('submitted_by').distinct('submitted_by');
	for (const { submitted_by } of rows) {
		const signature = await signatureOf(knex, submitted_by);
		await knex('mi_return_versions').where({ ...unsigned, submitted_by }).update(signature); // prettier-ignore
	}
}

/** Whoever may have read something: also an account that is not active any more. */
export interface Reader {
	email: string | null;
	role: string | null;
	supplier: string | null;
}

/** All accounts, by their keys; an Administrator has no role of ours. */
export async function readersOf(knex: Knex): Promise<Map<string, Reader>> {
	const rows = await withRole(knex).select('account.id', 'account.email', 'account.supplier', 'role.name as role');
	return new Map(rows.map(({ id, ...reader }) => [id as string, reader as Reader]));
}
