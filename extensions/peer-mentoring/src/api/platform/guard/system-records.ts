import type { Accountability } from '@directus/types';
import { LANGUAGES } from '../../../domain/language/text.ts';
import type { Words } from '../../../domain/language/words.ts';
import { TOLD } from '../../../storage/platform/notifications.ts';
import { EXTENSIONS } from '../../../storage/platform/records.ts';
import { isTrail } from '../../../storage/platform/trail/tables.ts';

/** Directus's own collections that only an Administrator writes, whatever path or nesting the write comes by. */
export const ADMINISTRATORS_ONLY = [
	'access',
	'collections',
	'comments',
	'deployments',
	'extensions',
	'fields',
	'flows',
	'operations',
	'permissions',
	'policies',
	'relations',
	'roles',
	'settings',
	'shares',
	'translations',
	'versions',
];

/** Where a file lies and whose it is: Directus would let a client choose it. */
const OF_FILES = ['filename_disk', 'uploaded_by', 'tus_id', 'tus_data'];

/** What makes an account somebody else's, or more than it was. */
const OF_ACCOUNTS = [
	'auth_data',
	'email',
	'external_identifier',
	'policies',
	'provider',
	'role',
	'status',
	'supplier',
	'token',
];

/** Calls of the platform itself carry no accountability. */
export function isOrdinaryUser(accountability: Accountability | null): boolean {
	return accountability !== null && accountability.admin !== true;
}

export const ADMINISTRATORS: Words = {
	en: 'Only an Administrator can change this.',
	cy: 'Dim ond Gweinyddwr a all newid hyn.',
};

export function faultInFileChange(change: Record<string, unknown>, action: 'create' | 'update'): Words | undefined {
	const kept = action === 'update' ? [...OF_FILES, 'storage'] : OF_FILES;
	const found = kept.find((name) => name in change);
	if (found === undefined) return undefined;
	return {
		en: `"${found}" of a file is set by the platform: leave it out.`,
		cy: `Y platfform sy’n pennu "${found}" ffeil: gadewch ef allan.`,
	};
}

export function faultInAccountChange(
	change: Record<string, unknown>,
	keys: readonly unknown[],
	user: string | null,
): Words | undefined {
	if (keys.some((key) => key !== user)) return OWN_ACCOUNT;
	const found = OF_ACCOUNTS.find((name) => name in change);
	if (found === undefined) return isLanguage(change.language ?? null) ? undefined : NO_LANGUAGE;
	return {
		en: `"${found}" of an account is set by an Administrator: leave it out.`,
		cy: `Gweinyddwr sy’n pennu "${found}" cyfrif: gadewch ef allan.`,
	};
}

const isLanguage = (language: unknown) => language === null || (LANGUAGES as readonly unknown[]).includes(language);

const NO_LANGUAGE: Words = {
	en: '"language" of an account is "en-GB" or "cy-GB".',
	cy: '"language" cyfrif yw "en-GB" neu "cy-GB".',
};

const OWN_ACCOUNT: Words = {
	en: 'You can change your own account only.',
	cy: 'Dim ond eich cyfrif eich hun y gallwch ei newid.',
};

/** Operations that write records, which Directus lets past every rule of ours unless they emit events. */
const WRITING = ['item-create', 'item-update', 'item-delete'];

/** The trail, what the platform's rules are loaded from, and whatever is decided only when the flow runs. */
function isNoneOfFlows(collection: unknown): boolean {
	const told = (TOLD as readonly unknown[]).includes(collection);
	return told || isTrail(collection) || collection === EXTENSIONS || String(collection).includes('{{');
}

/** What an operation of a flow must not do. A mail template is named, not found by a path. */
export function faultInOperation({ type, options }: Record<string, unknown>): string | undefined {
	if (type === 'exec') {
		return 'Scripts are not run here: what no other operation does is an extension, which is read before it is installed.';
	}
	const { template, emitEvents, collection } = optionsIn(options);
	if (WRITING.includes(String(type)) && emitEvents !== true) {
		return 'An operation that writes records must emit events, so that the rules of the records hold: turn "Emit Events" on.';
	}
	if (type === 'item-read' && emitEvents !== true) {
		return 'An operation that reads records must emit events, so that what it has read is on record: turn "Emit Events" on.';
	}
	if (WRITING.includes(String(type)) && isNoneOfFlows(collection)) {
		return 'An operation that writes records names their collection, which is none of the trail of what was done, read and sent, and not that of extensions.';
	}
	if (template === undefined || template === null || /^[A-Za-z0-9_-]+$/.test(String(template))) return undefined;
	return 'The template of a mail must be a plain name: letters, digits, "-" and "_".';
}

interface OperationOptions {
	template?: unknown;
	emitEvents?: unknown;
	collection?: unknown;
}

/** Options are stored as JSON, and may be sent as such. */
function optionsIn(options: unknown): OperationOptions {
	if (typeof options !== 'string') return options ?? {};
	try {
		return JSON.parse(options) ?? {};
	} catch {
		return {};
	}
}
