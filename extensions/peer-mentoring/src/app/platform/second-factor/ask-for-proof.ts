import { useSdk } from '@directus/extensions-sdk';
import { isDirectusError, type RestCommand } from '@directus/sdk';
import { h, render, type App } from 'vue';
import ProofDialog from './proof-dialog.vue';

type Command = RestCommand<unknown, unknown>;
type Proof = 'code' | 'password';

/** The Studio says nothing more of a request that fails with no error. */
const TAKEN_BACK = { errors: [] };

let asks = false;
let asking: Promise<boolean> | undefined;

/**
 * Where the server asks somebody to show once more that it is them, asks for the code or the password, proves it, and sends
 * again what was refused. Everything that the Studio sends goes through its one client.
 */
export function askForProof(app: App): void {
	if (asks) return;
	asks = true;
	const sdk = app.runWithContext(() => useSdk()) as { request: (command: Command) => Promise<unknown> };
	const send = sdk.request.bind(sdk);
	sdk.request = async (command) => {
		try {
			return await send(command);
		} catch (error) {
			const by = proofIn(error);
			if (!by) throw error;
			asking ??= prove(app, by).finally(() => (asking = undefined));
			if (!(await asking)) throw Object.assign(new Error('Not proved'), TAKEN_BACK);
			return send(command);
		}
	};
}

function proofIn(error: unknown): Proof | undefined {
	if (!isDirectusError(error)) return undefined;
	const found = error.errors.find(({ extensions }) => extensions.code === 'FRESH_PROOF_REQUIRED');
	return found?.extensions.proof as Proof | undefined;
}

/** Shows the question over whatever is open. @returns whether it was answered rightly */
function prove(app: App, by: Proof): Promise<boolean> {
	const host = document.createElement('div');
	return new Promise((resolve) => {
		const answer = (proved: boolean) => {
			render(null, host);
			resolve(proved);
		};
		const node = h(ProofDialog, { by, onProved: () => answer(true), onCancel: () => answer(false) });
		node.appContext = app._context;
		render(node, host);
	});
}
