/** An organisation's directory on this machine: a certified OpenID Connect provider, and people who have signed in there. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { Context } from 'oidc-provider';
import { freePort } from './launch.ts';

export const DIRECTORY = 'directory';
const CLIENT = { client_id: 'peer-mentoring', client_secret: 'tests-only-0123456789-0123456789' };

const KEPT = ['AccessToken', 'Grant', 'IdToken', 'Interaction', 'RefreshToken', 'Session'];

export interface Person {
	/** What the directory calls them by, for good. */
	sub: string;
	email: string;
}

export interface Directory {
	issuer: string;
	/** Settings of a platform that is tied to it. */
	env: Record<string, string>;
	/** Who sits before the browser and gives the directory what it asks for. */
	signsIn: Person;
	stop(): Promise<void>;
}

/** @param platform the address that the directory knows the platform by, and that it leads back to */
export async function startDirectory(platform: string): Promise<Directory> {
	const { default: Provider } = await import('oidc-provider');
	const port = await freePort();
	const issuer = `http://127.0.0.1:${port}`;
	const people = new Map<string, Person>();
	const provider = new Provider(issuer, {
		clients: [
			{
				...CLIENT,
				redirect_uris: [`${platform}/auth/login/${DIRECTORY}/callback`],
				grant_types: ['authorization_code', 'refresh_token'],
			},
		],
		// Some directories hand out more than they were asked for.
		issueRefreshToken: () => Promise.resolve(true),
		claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['given_name', 'family_name'] },
		findAccount: (_context: Context, sub: string) => ({ accountId: sub, claims: () => claimsOf(people.get(sub)) }),
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
		// An organisation agrees for its people to the applications that it has registered.
		loadExistingGrant: async ({ oidc: { client, session } }: Context) => {
			const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
			grant.addOIDCScope('openid email profile');
			await grant.save();
			return grant;
		},
		cookies: { keys: ['tests-only'] },
		jwks: { keys: [aKey()] },
		ttl: Object.fromEntries(KEPT.map((what) => [what, 600])),
	});
	const answer = provider.callback();
	const directory: Directory = {
		issuer,
		env: {
			AUTH_PROVIDERS: DIRECTORY,
			AUTH_DIRECTORY_DRIVER: 'openid',
			AUTH_DIRECTORY_ISSUER_URL: issuer,
			AUTH_DIRECTORY_CLIENT_ID: CLIENT.client_id,
			AUTH_DIRECTORY_CLIENT_SECRET: CLIENT.client_secret,
		},
		signsIn: { sub: 'nobody', email: 'nobody@example.org' },
		stop: () => {
			server.closeAllConnections();
			return new Promise((done) => void server.close(() => done()));
		},
	};
	const server = createServer((request, response) => {
		if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
		const { signsIn } = directory;
		people.set(signsIn.sub, signsIn);
		void provider.interactionFinished(request, response, { login: { accountId: signsIn.sub } });
	});
	await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
	return directory;
}

/** What it signs with. */
function aKey(): object {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
}

function claimsOf(person: Person | undefined): object {
	return { ...person, email_verified: true, given_name: 'Gwen', family_name: 'Directory' };
}
