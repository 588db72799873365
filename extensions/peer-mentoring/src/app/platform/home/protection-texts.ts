import type { Language } from '../../../domain/language/messages.ts';
import { daysText } from '../../shared/date-names.ts';

interface Due {
	/** Days until it is due; less than nothing once that has passed. */
	left: number;
	day: string;
}

export const PROTECTION_TEXTS = {
	'en-GB': {
		requests: 'Requests to answer',
		no_requests: 'No request waits for an answer.',
		request: (kind: string, contract: string | null, due: Due | undefined) =>
			`${kind}${contract ? ` (${contract})` : ''}: ${due ? `${daysText(Math.abs(due.left), 'en-GB')} ${due.left < 0 ? 'late, due' : 'left, due'} on ${due.day}` : 'no due day'}`,
		people: 'Consent withdrawn, and records to be deleted',
		no_people:
			'Nobody has withdrawn consent or been erased in the last 90 days, and nobody’s records wait to be deleted.',
		withdrawn: (count: number) =>
			`Consent was withdrawn ${count === 1 ? 'once' : `${count} times`} in the last 90 days`,
		erased: (count: number) => `${count} ${count === 1 ? 'person was' : 'people were'} erased in the last 90 days`,
		kept: (count: number) =>
			`The records of ${count} ${count === 1 ? 'person are' : 'people are'} kept and not used: deleted if they ask (2.25)`,
		readers: 'Who read or exported most in the last 30 days',
		no_readers: 'Nobody has exported or read out records in the last 30 days.',
		read: (name: string, times: number, records: number) =>
			`${name}: ${records} ${records === 1 ? 'record' : 'records'}, ${times === 1 ? 'once' : `${times} times`}`,
		gone: 'An account that is gone',
		unusual: 'Unusual reading in the last 7 days',
		no_unusual: 'Nobody has read records in an unusual way in the last 7 days.',
		unusual_line: (name: string, day: string, hour: number, why: string, records: number) =>
			`${name}, ${day} from ${hour}:00: ${why} (${records === 1 ? '1 record' : `${records} records`})`,
		seen: 'Who has seen a person’s records, and what is kept of them',
		everything: 'Everything that is kept of this person, in their language:',
		as_page: 'a page to print',
		as_file: 'a file',
		reference: 'Reference of the person',
		look: 'Look up',
		nobody_saw: 'Nobody has, as far as the read log goes back.',
		not_found: 'There is nobody with this reference.',
		seen_line: (name: string, when: string, what: string, records: number) =>
			`${name}, ${when}: ${what} (${records === 1 ? '1 record' : `${records} records`})`,
		more: (count: number) => `And ${count} more before that: the read log has them.`,
	},
	'cy-GB': {
		requests: 'Ceisiadau i’w hateb',
		no_requests: 'Does dim cais yn aros am ateb.',
		request: (kind: string, contract: string | null, due: Due | undefined) =>
			`${kind}${contract ? ` (${contract})` : ''}: ${due ? `${daysText(Math.abs(due.left), 'cy-GB')} ${due.left < 0 ? 'yn hwyr, y dyddiad cau oedd' : 'ar ôl, y dyddiad cau yw'} ${due.day}` : 'dim dyddiad cau'}`,
		people: 'Cydsyniad a dynnwyd yn ôl, a chofnodion i’w dileu',
		no_people:
			'Nid oes neb wedi tynnu cydsyniad yn ôl, na’u data wedi’u dileu, yn y 90 diwrnod diwethaf, ac nid oes cofnodion i’w dileu.',
		withdrawn: (count: number) => `Cydsyniadau a dynnwyd yn ôl yn y 90 diwrnod diwethaf: ${count}`,
		erased: (count: number) => `Pobl y dilëwyd eu data yn y 90 diwrnod diwethaf: ${count}`,
		kept: (count: number) => `Pobl y cedwir eu cofnodion heb eu defnyddio, i’w dileu os gofynnant (2.25): ${count}`,
		readers: 'Pwy ddarllenodd neu allforiodd fwyaf yn y 30 diwrnod diwethaf',
		no_readers: 'Nid oes neb wedi allforio na darllen cofnodion yn y 30 diwrnod diwethaf.',
		read: (name: string, times: number, records: number) => `${name}: cofnodion: ${records}; troeon: ${times}`,
		gone: 'Cyfrif sydd wedi mynd',
		unusual: 'Darllen anarferol yn y 7 diwrnod diwethaf',
		no_unusual: 'Nid oes neb wedi darllen cofnodion mewn ffordd anarferol yn y 7 diwrnod diwethaf.',
		unusual_line: (name: string, day: string, hour: number, why: string, records: number) =>
			`${name}, ${day} o ${hour}:00: ${why} (cofnodion: ${records})`,
		seen: 'Pwy sydd wedi gweld cofnodion unigolyn, a beth a gedwir amdano',
		everything: 'Popeth a gedwir am yr unigolyn hwn, yn ei iaith:',
		as_page: 'tudalen i’w hargraffu',
		as_file: 'ffeil',
		reference: 'Cyfeirnod y person',
		look: 'Chwilio',
		nobody_saw: 'Neb, cyn belled ag y mae’r cofnod darllen yn mynd yn ôl.',
		not_found: 'Nid oes neb â’r cyfeirnod hwn.',
		seen_line: (name: string, when: string, what: string, records: number) =>
			`${name}, ${when}: ${what} (cofnodion: ${records})`,
		more: (count: number) => `A ${count} arall cyn hynny: maent yn y cofnod darllen.`,
	},
} satisfies Record<Language, object>;
