/**
 * Directus shows a list, a filter, a bookmark, a dashboard or a panel to everybody where no user stands on it. Only an
 * Administrator says so; what anybody else makes is their own and stays it.
 */
import type { Knex } from 'knex';
import type { Words } from '../../../domain/language/words.ts';
import { ownersOfPresets } from '../../../storage/platform/records.ts';

type Change = Record<string, unknown>;

/** A list, filter or bookmark as somebody other than an Administrator may write it. */
export function asTheirOwn(preset: Change, user: string | null): Change {
	return { ...preset, user, ...('role' in preset && { role: null }) };
}

/** Why these lists, filters or bookmarks are not this user's to change or delete. */
export async function faultInTouchingPresets(
	knex: Knex,
	keys: readonly unknown[],
	user: string | null,
): Promise<Words | undefined> {
	const owners = await ownersOfPresets(knex, keys);
	return owners.every((owner) => owner !== null && owner === user)
		? undefined
		: {
				en: 'You can change your own lists and bookmarks only.',
				cy: 'Dim ond eich rhestrau a’ch nodau tudalen eich hun y gallwch eu newid.',
			};
}

/** Why somebody other than an Administrator cannot change a dashboard or panel like this. */
export function faultInMaker(change: Change): Words | undefined {
	if (!('user_created' in change)) return undefined;
	return {
		en: '"user_created" says whose a dashboard or panel is, and nobody’s is everybody’s: leave it out.',
		cy: 'Mae "user_created" yn dweud pwy biau dangosfwrdd neu banel, ac mae un heb neb yn eiddo i bawb: gadewch ef allan.',
	};
}
