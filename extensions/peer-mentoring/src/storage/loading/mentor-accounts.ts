import { randomUUID } from 'node:crypto';
import type { Located } from '../../import/form-reader.ts';
import type { MentorRecord } from '../../import/mentors.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { accountsWithEmail, addAccount, giveToSupplier } from '../platform/accounts.ts';
import type { Loading } from './context.ts';
import { addAll, change, changesTo, type Row } from './rows.ts';

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
		const mentors = await knex('peer_mentors').select('id', 'user', 'first_name', 'last_name', 'name');
		const byUser = new Map<string, Row>(mentors.map((mentor) => [mentor.user, mentor]));
		for (const { id, email, supplier, role } of await accountsWithEmail(knex)) {
			const mentor = byUser.get(id) ?? null;
			this.accounts.set(email, { user: id, supplier, isMentor: role === ROLE, mentor });
		}
	}

	private isUsable(account: Account, { supplier }: StoredContract): boolean {
		return account.isMentor && (account.supplier === null || account.supplier === supplier);
	}

	private async correct(mentor: Row, record: MentorRecord): Promise<boolean> {
		const changes = changesTo(mentor, names(record));
		if (Object.keys(changes).length === 0) return false;
		await change(this.loading, 'peer_mentors', mentor, changes);
		Object.assign(mentor, changes);
		return true;
	}

	private async add(record: MentorRecord, supplier: string, account: Account | undefined): Promise<string> {
		const { knex } = this.loading;
		const user = account?.user ?? randomUUID();
		const { email } = record;
		if (account === undefined) await addAccount(knex, { id: user, email, ...names(record), supplier, role: ROLE });
		else if (account.supplier === null) await giveToSupplier(knex, user, supplier);
		const id = randomUUID();
		const mentor = { id, user, ...names(record), supplier };
		await addAll(this.loading, 'peer_mentors', [mentor]);
		this.loading.touched.mentors.add(id);
		this.accounts.set(email, { user, supplier, isMentor: true, mentor });
		return id;
	}
}

function names({ first_name, last_name }: MentorRecord): { first_name: string; last_name: string } {
	return { first_name, last_name };
}
