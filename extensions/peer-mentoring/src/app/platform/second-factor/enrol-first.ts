import { useSdk } from '@directus/extensions-sdk';
import type { App } from 'vue';
import { pageLanguage } from '../../shared/language.ts';

/** Whoever must have a second factor and has none is refused everything by the server: they are brought to where it is set up. */
export async function enrolFirst(app: App): Promise<void> {
	const { url } = app.runWithContext(() => useSdk());
	const answer = await fetch(new URL('users/me', url), { credentials: 'include' });
	if (answer.status !== 403) return;
	const { errors } = (await answer.json()) as { errors?: { extensions?: { code?: string } }[] };
	if (errors?.[0]?.extensions?.code !== 'SECOND_FACTOR_REQUIRED') return;
	location.replace(new URL(`second-factor?lang=${pageLanguage()}`, url));
	// Nothing of the Studio is drawn on the way there.
	await new Promise(() => undefined);
}
