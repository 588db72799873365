/** What the pages in the Studio ask the platform for, and what they make of its answers; the Studio's client is real. */
import { createDirectus, rest } from '@directus/sdk';
import { beforeEach, expect, it, vi } from 'vitest';
import { refusalsOf, requestError, statusOf } from '../../../extensions/peer-mentoring/src/app/shared/request-error.ts';
import { useServer } from '../../../extensions/peer-mentoring/src/app/shared/use-server.ts';

const NO_ANSWER = 'The server did not answer. Check your connection and try again.';

const fetched = vi.fn<typeof fetch>();
vi.mock('@directus/extensions-sdk', () => ({
	useSdk: () =>
		createDirectus('https://peer.example.org/platform/', {
			globals: { fetch: (address, options) => fetched(address, options) },
		}).with(rest()),
}));

beforeEach(() => void fetched.mockReset());

const json = (body: object, status = 200) =>
	new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });

/** The only request that was made. */
function asked() {
	expect(fetched).toHaveBeenCalledTimes(1);
	const [address, options] = fetched.mock.calls[0]!;
	return { url: new URL(String(address)), options: options! };
}

async function failure(answer: Response | Error, what = () => useServer().get('/pmi/A/2024-01')): Promise<unknown> {
	if (answer instanceof Response) fetched.mockResolvedValue(answer);
	else fetched.mockRejectedValue(answer);
	return what().then(
		() => expect.unreachable(),
		(error: unknown) => error,
	);
}

it('asks below the address of the platform and gives what is under `data`', async () => {
	fetched.mockResolvedValue(json({ data: [{ reference: 'PM-CPA9' }] }));
	const filter = { contract: { reference: { _eq: 'PM-CPA9' } } };
	const params = {
		fields: ['reference', 'contract.id'],
		filter,
		sort: ['-month'],
		limit: -1,
		lang: 'cy-GB',
		at: undefined,
	};
	expect(await useServer().get('/items/payments', params)).toEqual([{ reference: 'PM-CPA9' }]);
	const { url, options } = asked();
	expect(url.href.split('?')[0]).toBe('https://peer.example.org/platform/items/payments');
	expect(Object.fromEntries(url.searchParams)).toEqual({
		fields: 'reference,contract.id',
		filter: JSON.stringify(filter),
		sort: '-month',
		limit: '-1',
		lang: 'cy-GB',
	});
	expect(options.method).toBe('GET');
});

it('gives up a question that another has overtaken', async () => {
	fetched.mockImplementation(async (_address, options) => {
		options?.signal?.throwIfAborted();
		return json({ data: 1 });
	});
	await expect(useServer().get('/figures', {}, AbortSignal.abort(new Error('overtaken')))).rejects.toThrow('overtaken');
});

it('sends a record as JSON, and a file as a part whose boundary the browser writes', async () => {
	fetched.mockImplementation(async () => json({ data: { id: '1' } }));
	expect(await useServer().patch('/items/sessions/1', { minutes: 45 }, { fields: ['id'] })).toEqual({ id: '1' });
	const { options } = asked();
	expect(options).toMatchObject({
		method: 'PATCH',
		body: '{"minutes":45}',
		headers: { 'Content-Type': 'application/json' },
	});

	fetched.mockClear();
	await useServer().upload('/invoices/1/document', 'document', new File(['x'], 'a.pdf'));
	const sent = asked().options;
	expect(sent.method).toBe('POST');
	expect((sent.body as FormData).get('document')).toMatchObject({ name: 'a.pdf' });
	expect(Object.keys(sent.headers!)).toEqual([]);
});

it('fetches a file with the name that it comes with', async () => {
	const headers = {
		'content-type': 'application/pdf',
		'content-disposition': 'attachment; filename="PMI-A-2024-01.xlsx"',
	};
	fetched.mockResolvedValue(new Response('bytes', { headers }));
	const { name, content } = await useServer().download('/mentee-tracker/A/2024-01.xlsx', { body: { password: 'x' } });
	expect([name, await content.text()]).toEqual(['PMI-A-2024-01.xlsx', 'bytes']);
	expect(asked().options).toMatchObject({ method: 'POST', body: '{"password":"x"}' });
});

it('says what the server said, of a file too, and which field it was about', async () => {
	const refused = {
		message: 'Too late.',
		extensions: { code: 'FAILED_VALIDATION', field: 'held_on', reason: 'Too late.' },
	};
	const other = { message: 'No.', extensions: { code: 'FORBIDDEN' } };
	for (const what of [
		() => useServer().post('/items/sessions', {}),
		() => useServer().download('/pmi/A/2024-01.xlsx'),
	]) {
		const error = await failure(json({ errors: [refused, other] }, 403), what);
		expect(requestError(error, 'en-GB')).toBe(
			'Too late. This is not yours to see or change, or it is no longer there.',
		);
		expect(refusalsOf(error)).toEqual([refused.extensions]);
		expect(statusOf(error)).toBe(403);
	}
});

it('says that there was no answer where none of the platform came', async () => {
	const html = () => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } });
	const empty = () => new Response(null, { status: 504 });
	const download = () => useServer().download('/pmi/A/2024-01.xlsx');
	for (const [answer, what] of [
		[new TypeError('Failed to fetch')],
		[html()],
		[html(), download],
		[empty()],
		[empty(), download],
	] as const) {
		const error = await failure(answer, what);
		expect(requestError(error, 'en-GB')).toBe(NO_ANSWER);
		expect(requestError(error, 'cy-GB')).toMatch(/^Ni atebodd y gweinydd/);
		expect(refusalsOf(error)).toEqual([]);
	}
});
