/** What a column of lists or objects holds: PostgreSQL gives it as it is, SQLite as text. */
export function jsonOf<Content>(value: unknown): Content {
	return typeof value === 'string' ? JSON.parse(value) : (value as Content);
}
