import { randomUUID } from 'node:crypto';
import type { Located } from '../../import/form-reader.ts';
import type { MentorRecord } from '../../import/mentors.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { nextMentorReference } from '../people/mentor-reference.ts';
import type { Loading } from './context.ts';
import { changesTo, insertAll, updateRow, type Row } from './rows.ts';

const ROLE = 'Peer Mentor';

interface Account {
	user: string;
	supplier: string | null;
	isMentor: boolean;
	/** The Peer Mentor whose account it is, where there is a record. */
	mentor: Row | null;
}

/** Peer Mentors and their accounts, by e-mail address in lower case; whoever is missing is added. */
export class MentorAccounts {
	private readonly loading: Loading;
	private readonly accounts = new Map<string, Account>();
	private role = '';

	static async read(loading: Loading): Promise<MentorAccounts> {
		const all = new MentorAccounts(loading);
		await all.fill();
		return all;
	}

	private constructor(loading: Loading) {
		this.loading = loading;
	}

	/** The Peer Mentor that a row is about, and whether their name was corrected; nobody after a fault. */
	async mentorFor(
		record: Located<MentorRecord>,
		contract: StoredContract,
	): Promise<{ id: string; corrected: boolean } | undefined> {
		const account = this.accounts.get(record.email);
		if (account && !this.isUsable(account, contract)) {
			const message =
				'email must be an address of a Peer Mentor of this Supplier, or a new one; this one is already used by somebody else';
			this.loading.fault(record.source, 'email', 'NOT_ALLOWED', message);
			return undefined;
		}
		if (account?.mentor) {
			return { id: account.mentor.id as string, corrected: await this.correct(account.mentor, record) };
		}
		return { id: await this.add(record, contract.supplier, account), corrected: false };
	}

	private async fill(): Promise<void> {
		const { knex } = this.loading;
		this.role = (await knex('directus_roles').where({ name: ROLE }).first('id'))?.id;
		const mentors = await knex('peer_mentors').select('id', 'user', 'first_name', 'last_name', 'name');
		const byUser = new Map<string, Row>(mentors.map((mentor) => [mentor.user, mentor]));
		const users = await knex('directus_users').whereNotNull('email').select('id', 'email', 'supplier', 'role');
		for (const { id, email, supplier, role } of users) {
			const mentor = byUser.get(id) ?? null;
			this.accounts.set(String(email).toLowerCase(), { user: id, supplier, isMentor: role === this.role, mentor });
		}
	}

	private isUsable(account: Account, { supplier }: StoredContract): boolean {
		return account.isMentor && (account.supplier === null || account.supplier === supplier);
	}

	private async correct(mentor: Row, record: MentorRecord): Promise<boolean> {
		const changes = changesTo(mentor, names(record));
		if (Object.keys(changes).length === 0) return false;
		await updateRow(this.loading, 'peer_mentors', mentor.id, changes);
		Object.assign(mentor, changes);
		return true;
	}

	private async add(record: MentorRecord, supplier: string, account: Account | undefined): Promise<string> {
		const { knex } = this.loading;
		const user = account?.user ?? randomUUID();
		if (account === undefined) await knex('directus_users').insert(this.accountRow(user, record, supplier));
		else if (account.supplier === null) await knex('directus_users').where({ id: user }).update({ supplier });
		const id = randomUUID();
		const reference = await nextMentorReference(knex, supplier);
		const mentor = { id, user, reference, ...names(record), supplier };
		await insertAll(this.loading, 'peer_mentors', [{ ...mentor, ...this.loading.recorded() }]);
		this.accounts.set(record.email, { user, supplier, isMentor: true, mentor });
		return id;
	}

	/** An account that nobody can sign in to before they are invited: it has no password. */
	private accountRow(id: string, { email, first_name, last_name }: MentorRecord, supplier: string): Row {
		return { id, email, first_name, last_name, role: this.role, supplier, status: 'active', provider: 'default' };
	}
}

function names({ first_name, last_name }: MentorRecord): Row {
	return { first_name, last_name, name: `${first_name} ${last_name}` };
}
