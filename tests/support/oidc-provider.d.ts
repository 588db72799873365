/** What the tests use of the provider, which comes without types. */
declare module 'oidc-provider' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	interface Grant {
		addOIDCScope(scope: string): void;
		save(): Promise<string>;
	}

	interface Context {
		oidc: { client: { clientId: string }; session: { accountId: string } };
	}

	export default class Provider {
		constructor(issuer: string, configuration: object);
		readonly Grant: new (of: { clientId: string; accountId: string }) => Grant;
		callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
		interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
		on(event: string, listener: (...about: unknown[]) => void): this;
	}

	export type { Context };
}
