import { randomUUID } from 'node:crypto';
import type { Located } from '../../import/form-reader.ts';
import type { SessionRecord } from '../../import/sessions.ts';
import type { JourneyFacts } from '../../domain/journey/journey-rules.ts';
import type { StoredJourney } from '../journey/journeys.ts';
import type { Loading } from './context.ts';
import { journeysByReference } from './references.ts';

/** The journey that sessions belong to, as it will be when the import is done. */
export interface SessionTarget {
	referral: string;
	/** `null` where the person did not start, as far as anybody knows. */
	mentee: string | null;
	supplier: string;
	mentor_user: string | null;
	facts: JourneyFacts;
}

type Record = Located<SessionRecord>;

/** Whose sessions these are: journeys of the same import first, then those on record. */
export class SessionTargets {
	/** Mentee records to open, by referral: nobody noted the start, but a session that was attended proves it. */
	readonly opened = new Map<string, string>();
	private readonly loading: Loading;
	private readonly planned: ReadonlyMap<string, SessionTarget>;
	private readonly onRecord = new Map<string, SessionTarget[]>();

	static async read(
		loading: Loading,
		records: readonly Record[],
		planned: ReadonlyMap<string, SessionTarget>,
	): Promise<SessionTargets> {
		const targets = new SessionTargets(loading, planned);
		const attended = new Set(
			records.filter(({ attendance }) => attendance === 'attended').map(({ reference }) => reference),
		);
		const others = records.map(({ reference }) => reference).filter((reference) => !planned.has(reference));
		for (const [reference, journeys] of await journeysByReference(loading, others)) {
			targets.onRecord.set(
				reference,
				journeys.map((journey) => targets.targetOf(journey, attended.has(reference) && journeys.length === 1)),
			);
		}
		return targets;
	}

	private constructor(loading: Loading, planned: ReadonlyMap<string, SessionTarget>) {
		this.loading = loading;
		this.planned = planned;
	}

	/** The Mentees that may have sessions on record already. */
	mentees(): string[] {
		const all = [...this.planned.values(), ...[...this.onRecord.values()].flat()];
		return all.map(({ mentee }) => mentee).filter((mentee) => mentee !== null);
	}

	/** The journey a session belongs to; none after a fault, or where the row of the caseload has one. */
	of({ reference, source }: Record): SessionTarget | undefined {
		const planned = this.planned.get(reference);
		if (planned) return planned;
		if (this.loading.doubts.has('caseload', reference)) return undefined;
		const found = this.onRecord.get(reference);
		if (found?.length === 1) return found[0];
		// Two Suppliers may use the same reference: then nobody can tell.
		const message = found
			? 'reference is used by more than one Supplier; load these sessions as Supplier MI of the Supplier they belong to'
			: `reference must be that of a referral on record or in the caseload file; there is no "${reference}"`;
		this.loading.fault(source, 'reference', 'UNKNOWN_RECORD', message);
		return undefined;
	}

	private targetOf(journey: StoredJourney, attended: boolean): SessionTarget {
		const { referral, supplier, mentor_user } = journey;
		const startUnknown = journey.initial_meeting_outcome === null || journey.initial_meeting_outcome === 'start';
		if (journey.mentee === null && attended && startUnknown) this.opened.set(referral, randomUUID());
		const mentee = journey.mentee ?? this.opened.get(referral) ?? null;
		return { referral, mentee, supplier, mentor_user, facts: journey };
	}
}
