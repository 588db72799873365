import type { CalendarDay } from '../domain/calendar/calendar-day.ts';
import type { Cells, Source } from './cells.ts';
import type { FormRules } from './form-reader.ts';
import * as kind from './kinds.ts';

/** A delivery area of Annex C, as the reference data names it. */
export interface DeliveryArea {
	id: string;
	cpa: number;
	name: string;
	name_cy?: string | null;
}

/** One row of the mentors file: a Peer Mentor in post in a delivery area from one day to another (2.26). */
export interface MentorRecord {
	/** Lower case. */
	email: string;
	first_name: string;
	last_name: string;
	/** Reference of the Call-Off Contract. */
	contract: string;
	/** Delivery area of Annex C. */
	delivery_area: DeliveryArea;
	weekly_hours: number;
	from: CalendarDay;
	/** Last day in post, or `null` while it is open. */
	to: CalendarDay | null;
}

/** The rules of one import: a Peer Mentor may have several rows, but only one name. */
export function mentorRules(deliveryAreas: readonly DeliveryArea[]): FormRules<'mentors', MentorRecord> {
	const area = deliveryAreaKind(deliveryAreas);
	const named = new Map<string, { record: MentorRecord; source: Source }>();
	return {
		record: (cells) => {
			const record = mentorRecord(cells, area);
			if (record === undefined) return undefined;
			const first = named.get(record.email) ?? { record, source: cells.source };
			named.set(record.email, first);
			for (const column of ['first_name', 'last_name'] as const) {
				if (record[column] === first.record[column]) continue;
				const message = `${column} must be the same as on line ${first.source.line}, which has the same email`;
				cells.fault(column, 'CONTRADICTION', message);
			}
			return cells.record(record);
		},
		key: (record) => [record.email, record.contract, record.delivery_area.id, record.from].join(' '),
		keyColumn: 'from',
		keyWords: 'this Peer Mentor with the same contract, delivery_area and from',
		namedBy: { form: 'mentors', column: 'email' },
	};
}

function mentorRecord(cells: Cells<'mentors'>, area: kind.Kind<DeliveryArea>): MentorRecord | undefined {
	const draft = {
		email: cells.required('email', kind.email),
		first_name: cells.required('first_name', kind.accountName),
		last_name: cells.required('last_name', kind.accountName),
		contract: cells.required('contract', kind.reference),
		delivery_area: cells.required('delivery_area', area),
		weekly_hours: cells.required('weekly_hours', kind.weeklyHours),
		from: cells.required('from', kind.day),
		to: cells.optional('to', kind.day),
	};
	cells.inOrder(['from', draft.from], ['to', draft.to]);
	return cells.record<MentorRecord>(draft);
}

/** A delivery area by its English or Welsh name, in any case and with any spacing. */
function deliveryAreaKind(areas: readonly DeliveryArea[]): kind.Kind<DeliveryArea> {
	const comparable = (text: string): string => text.toLowerCase().replace(/\s+/g, '');
	const byName = new Map(
		areas.flatMap((area) => [area.name, area.name_cy ?? area.name].map((name) => [comparable(name), area])),
	);
	return {
		read: (text) => byName.get(comparable(text)),
		right: `a delivery area of Annex C: ${areas.map((area) => area.name).join(', ')}`,
	};
}
