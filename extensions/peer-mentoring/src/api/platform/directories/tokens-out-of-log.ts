/** Where pino, which Directus logs with, keeps how things are written. */
const SERIALIZERS = Symbol.for('pino.serializers');

/** Errors of the client of a directory: they carry the code, the verifier or the token of the sign-in that failed. */
const OF_THE_CLIENT = ['OPError', 'RPError'];

type Serializer = (value: unknown) => unknown;

/** Lets the log say why a sign-in with a directory failed, and nothing of what was sent for it. */
export function keepTokensOut(logger: object): void {
	const serializers = (logger as Record<symbol, Record<string, Serializer> | undefined>)[SERIALIZERS];
	const usual = serializers?.err;
	if (!serializers || !usual) throw new Error('The log would write what a sign-in with a directory carries.');
	serializers.err = (error) => {
		if (!(error instanceof Error) || !OF_THE_CLIENT.includes(error.name)) return usual(error);
		return { type: error.name, message: error.message, stack: error.stack };
	};
}
