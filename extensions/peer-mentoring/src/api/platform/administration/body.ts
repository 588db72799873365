import { LANGUAGES } from '../../../domain/language/text.ts';
import { Misasked } from '../../shared/errors.ts';

/** The settings that are a Platform Administrator's: what the sign-in page says, and in which language. */
export const SETTINGS = ['project_name', 'project_descriptor', 'public_note', 'default_language'] as const;

type Settings = Partial<Record<(typeof SETTINGS)[number], string | null>>;

const LONGEST: Record<string, number> = { project_name: 100, project_descriptor: 100, public_note: 2000 };

/** Whoever signs in believes what stands beside the form: a link from there must not lead to a page that looks like it. */
export const leadsElsewhere = (note: string): boolean =>
	/<|:\/\/|\]\s*[:[]|www\./i.test(note) || /\]\((?!\?|\/(?![/\\]))/.test(note);

/** `{"status":"active"}` or `{"status":"inactive"}`. */
export function flowChangeIn(body: unknown): { status: 'active' | 'inactive' } {
	const { status } = (body ?? {}) as Record<string, unknown>;
	if (status === 'active' || status === 'inactive') return { status };
	throw new Misasked('status: give "active" or "inactive".', 'status: rhowch "active" neu "inactive".');
}

/** At least one of {@link SETTINGS}, and nothing else. */
export function settingsIn(body: unknown): Settings {
	const given = Object.entries((body ?? {}) as Record<string, unknown>);
	const names = SETTINGS.join(', ');
	if (given.length === 0 || given.some(([name]) => !(SETTINGS as readonly string[]).includes(name))) {
		throw new Misasked(
			`Give one or more of these settings, and no others: ${names}.`,
			`Rhowch un neu ragor o’r gosodiadau hyn, a dim un arall: ${names}.`,
		);
	}
	for (const [name, value] of given) {
		if (name === 'default_language') {
			if (!(LANGUAGES as readonly unknown[]).includes(value)) {
				throw new Misasked(
					'default_language: give "en-GB" or "cy-GB".',
					'default_language: rhowch "en-GB" neu "cy-GB".',
				);
			}
		} else if (typeof value !== 'string' || value.trim() === '' || value.length > (LONGEST[name] ?? 0)) {
			throw new Misasked(
				`${name}: give a text of up to ${LONGEST[name]} characters.`,
				`${name}: rhowch destun o hyd at ${LONGEST[name]} nod.`,
			);
		} else if (name === 'public_note' && leadsElsewhere(value)) {
			throw new Misasked(
				'public_note: links lead to pages of this platform alone, such as [Help](/second-factor), and there is no HTML.',
				'public_note: dim ond i dudalennau’r platfform hwn y mae dolenni’n arwain, megis [Cymorth](/second-factor), ac nid oes HTML.',
			);
		}
	}
	return Object.fromEntries(given) as Settings;
}
