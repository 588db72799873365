/** What the Studio shows everybody; the rest of the settings is for Administrators. */
const SHOWN = new Set([
	'id',
	'project_name',
	'project_descriptor',
	'project_color',
	'project_logo',
	'project_url',
	'public_background',
	'public_favicon',
	'public_foreground',
	'public_note',
	'custom_css',
	'default_appearance',
	'default_language',
	'default_theme_dark',
	'default_theme_light',
	'theme_dark_overrides',
	'theme_light_overrides',
	'module_bar',
	'auth_password_policy',
]);

/** The settings as somebody who is not Administrator reads them: the others are there, and empty. */
export function shownSettings(rows: Record<string, unknown>[]): Record<string, unknown>[] {
	return rows.map((row) =>
		Object.fromEntries(Object.entries(row).map(([name, value]) => [name, SHOWN.has(name) ? value : null])),
	);
}

const ASKED = new Set(['fields', 'limit']);

/** A filter or a sum over the settings would tell what their fields hide. */
export function faultInSettingsQuery(query: Record<string, unknown>): string | undefined {
	const unknown = Object.keys(query).find((name) => !ASKED.has(name));
	return unknown === undefined ? undefined : 'The settings are only read whole: leave out everything but "fields".';
}

/** Directus puts the name into its letters as it is: a link in one, and whoever asked for a new password has sent it away. */
// eslint-disable-next-line no-control-regex -- none of them is a letter of a name
const UNSAFE_IN_LETTERS = /[<>"'&{}`\u0000-\u001f]/;

/** Why a change of the settings would open a hole, or undefined. Holds for the Administrator. */
export function faultInSettingsChange(change: Record<string, unknown>): string | undefined {
	const { project_color: color, public_registration: registration, storage_asset_transform: transform } = change;
	if (change.auth_login_attempts !== undefined && change.auth_login_attempts !== null) {
		return 'Failed attempts to sign in are slowed down here and suspend nobody: leave their number empty.';
	}
	const named = ['project_name', 'project_descriptor'].find((name) =>
		UNSAFE_IN_LETTERS.test(String(change[name] ?? '')),
	);
	if (named)
		return `"${named}" stands in letters and on pages: leave out < > & { }, straight quotation marks and the grave accent.`;
	if (color !== undefined && color !== null && !/^#[0-9a-f]{3,8}$/i.test(String(color))) {
		return 'The project colour must be a hexadecimal colour such as #00703c.';
	}
	if (registration === true)
		return 'Nobody registers on their own here: leave public registration off and invite people.';
	if (transform !== undefined && transform !== null && transform !== 'none' && transform !== 'presets') {
		return 'Pictures are scaled to fixed sizes only: choose none or presets.';
	}
	return undefined;
}
