import { labelOf, dayInWords, type Language } from '../../language/messages.ts';
import type { MissingPart } from './completeness.ts';

/** What a return lacks, as a sentence: what is missing, and what would make it complete. */
export function missingText(part: MissingPart, language: Language): string {
	const welsh = language === 'cy-GB';
	switch (part.code) {
		case 'month_not_over': {
			const day = dayInWords(part.from, language);
			return welsh
				? `Nid yw’r mis ar ben eto. Gellir cyflwyno’r adroddiad ar ôl ${day}.`
				: `The month is not over yet. The return can be submitted after ${day}.`;
		}
		case 'nil_not_declared': {
			const what = labelOf('periodic_return', part.kind, language);
			return welsh
				? `${what}: mae’n ddyledus gyda’r adroddiad hwn ac nid oes dim wedi’i gofnodi. Cofnodwch ef, neu datganwch nad oes dim.`
				: `${what}: it is due with this return and nothing is recorded. Record it, or declare that there is none.`;
		}
		case 'not_reported': {
			const what = labelOf('report_part', part.part, language);
			return welsh
				? `${what}: nid yw wedi’i ysgrifennu. Ysgrifennwch ef o dan “Adroddiad i’r Prynwr”, neu datganwch nad oes dim i’w adrodd (2.25).`
				: `${what}: it is not written. Write it under “Report to the Buyer”, or declare that there is nothing to report (2.25).`;
		}
		case 'exception': {
			const what = labelOf('pmi_exception', part.exception, language);
			if (part.acknowledgeable) {
				return welsh
					? `${part.reference}: ${what}. Cywirwch y cofnod, neu cydnabyddwch hyn gan roi rheswm.`
					: `${part.reference}: ${what}. Put the record right, or acknowledge this with a reason.`;
			}
			return welsh
				? `${part.reference}: ${what}. Cywirwch y cofnod.`
				: `${part.reference}: ${what}. Put the record right.`;
		}
	}
}

/** Why a return cannot be submitted, where it is not that something is missing. */
export const NOT_SUBMITTED: Record<
	'no_return' | 'not_there_yet' | 'unchanged' | 'reason_missing' | 'overtaken',
	Record<Language, string>
> = {
	no_return: {
		'en-GB': 'There is no return of this month: it lies outside the contract, or has not begun.',
		'cy-GB': 'Nid oes adroddiad ar gyfer y mis hwn: mae y tu allan i’r contract, neu heb ddechrau.',
	},
	not_there_yet: {
		'en-GB': 'The return of this month has not been submitted yet. It can be read once it is.',
		'cy-GB': 'Nid yw adroddiad y mis hwn wedi’i gyflwyno eto. Gellir ei ddarllen unwaith y bydd.',
	},
	unchanged: {
		'en-GB': 'This return has been submitted and no figure has changed since: there is nothing to correct.',
		'cy-GB':
			'Mae’r adroddiad hwn wedi’i gyflwyno ac nid oes yr un ffigur wedi newid ers hynny: nid oes dim i’w gywiro.',
	},
	reason_missing: {
		'en-GB': 'This return has been submitted. Say why it is corrected: the Buyer reads the reason.',
		'cy-GB': 'Mae’r adroddiad hwn wedi’i gyflwyno. Dywedwch pam y caiff ei gywiro: bydd y Prynwr yn darllen y rheswm.',
	},
	overtaken: {
		'en-GB': 'Somebody else has submitted this return at the same moment. Look at it again.',
		'cy-GB': 'Mae rhywun arall wedi cyflwyno’r adroddiad hwn ar yr un pryd. Edrychwch arno eto.',
	},
};
