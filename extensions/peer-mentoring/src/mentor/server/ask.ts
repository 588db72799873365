import { language } from '../language.ts';

/** As long as a poor connection may take before it counts as none. */
const PATIENCE = 25_000;

/** What is wrong with what was sent, where it is known: in which part of a form, which of its rows, which field. */
export interface Refusal {
	message: string;
	extensions?: { code?: string; part?: string; row?: number; field?: string };
}

/** The server did not answer, or could not be reached. */
export class NoConnection extends Error {}

/** The server answered, and not as was hoped. */
export class Refused extends Error {
	readonly status: number;
	readonly refusals: readonly Refusal[];

	constructor(status: number, refusals: readonly Refusal[]) {
		super(refusals.map(({ message }) => message).join(' ') || String(status));
		this.status = status;
		this.refusals = refusals;
	}

	get code(): string | undefined {
		return this.refusals[0]?.extensions?.code;
	}
}

interface Question {
	method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	body?: unknown;
	headers?: Record<string, string>;
}

export async function ask(address: URL, { method = 'GET', body, headers = {} }: Question = {}): Promise<Response> {
	const written = body instanceof FormData ? { body } : body === undefined ? {} : { body: JSON.stringify(body) };
	const kind: Record<string, string> =
		body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' };
	try {
		return await fetch(address, {
			method,
			...written,
			headers: { Accept: 'application/json', 'Accept-Language': language.value, ...kind, ...headers },
			credentials: 'same-origin',
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE),
		});
	} catch (error) {
		throw new NoConnection(String(error));
	}
}

/** What the server answers, or its refusal. */
export async function answerTo<Answer>(address: URL, question: Question = {}): Promise<Answer> {
	const response = await ask(address, question);
	if (!response.ok) throw await refusalIn(response);
	if (response.status === 204) return undefined as Answer;
	const { data } = (await response.json()) as { data: Answer };
	return data;
}

/** It is stored, though not everything that follows from it: it must not be sent again. */
export const STORED = 'STORED_UNSETTLED';

export async function refusalIn(response: Response): Promise<Refused> {
	const { errors = [] } = (await response.json().catch(() => ({}))) as { errors?: Refusal[] };
	const refused = new Refused(response.status, errors);
	// A server that is too busy, or a proxy whose server is away: that is as good as no answer.
	if ([502, 503, 504].includes(response.status) && refused.code !== STORED) throw new NoConnection(refused.message);
	return refused;
}
