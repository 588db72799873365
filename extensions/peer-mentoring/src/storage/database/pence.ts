/** An amount as whole pence: PostgreSQL gives big integers as text. */
export function pence(value: unknown): number | null {
	return value === null || value === undefined || value === '' ? null : Number(value);
}
