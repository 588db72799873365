/** What a variable of the environment may be, and how its text is read. */
export interface Reader<Value> {
	/** What would be right, to follow "it must be". */
	right: string;
	/** `undefined` where the text is not right. */
	read(text: string): Value | undefined;
	/** A hint for a text that is not right, where there is one. */
	hint?(text: string): string | undefined;
	/** What is set is repeated nowhere. */
	secret?: boolean;
}

interface Range {
	least: number;
	most: number;
	/** What is counted. */
	of: string;
}

export function wholeNumber({ least, most, of }: Range): Reader<number> {
	return {
		right: `a whole number of ${of} from ${least} to ${most}`,
		read: (text) => {
			const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
			return number >= least && number <= most ? number : undefined;
		},
	};
}

const UNITS: Record<string, number> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Bytes as a plain number: what people write of sizes, such as `20MB`, is told as one. */
export function bytes(most: number): Reader<number> {
	return {
		...wholeNumber({ least: 1, most, of: 'bytes' }),
		hint: (text) => {
			const [, amount, unit = ''] = /^(\d+)\s*([kmg])i?b?$/i.exec(text) ?? [];
			return amount && `${text} is ${Number(amount) * (UNITS[unit.toLowerCase()] as number)}`;
		},
	};
}

export function choice<const Value extends string>(...values: readonly Value[]): Reader<Value> {
	return {
		right: `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`,
		read: (text) => values.find((value) => value === text),
	};
}

export function key(least: number): Reader<string> {
	return {
		right: `${least} characters or more`,
		read: (text) => (text.length >= least ? text : undefined),
		secret: true,
	};
}

export function file(): Reader<string> {
	return { right: 'the path of a file', read: (text) => (text.includes('\0') ? undefined : text) };
}

/** A file, or a collector of system logs as `syslog://host:port`. */
export function fileOrCollector(): Reader<string> {
	return {
		right: 'the path of a file, or syslog://host:port',
		read: (text) => {
			if (text.includes('\0')) return undefined;
			if (!/^[a-z]+:\/\//i.test(text)) return text;
			return /^syslog:\/\/([\w.-]+|\[[0-9a-f:.]+\]):\d{1,5}$/i.test(text) ? text : undefined;
		},
	};
}

export function folder(): Reader<string> {
	return { right: 'the path of a folder', read: (text) => (text.includes('\0') ? undefined : text) };
}
