import { isIPv6 } from 'node:net';

/**
 * Whoever has one IPv6 address has all of its network, so that they count as one.
 *
 * @example networkOf('2001:db8::5') // '2001:db8:0:0'
 */
export function networkOf(address: string): string {
	const [bare = ''] = address.split('%');
	if (!isIPv6(bare)) return address;
	const [before = '', after] = bare.toLowerCase().split('::');
	const first = before === '' ? [] : before.split(':');
	const last = after ? after.split(':') : [];
	const groups = [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
	return groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}
