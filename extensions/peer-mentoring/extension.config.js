/** Packages that the server has anyway, or that are loaded only when needed: not copied into the bundle. */
const INSTALLED = [
	'archiver',
	'busboy',
	'csv-parse',
	'exceljs',
	'graphql',
	'ioredis',
	'rate-limiter-flexible',
	'sharp',
	'yauzl',
];

const isInstalled = (id) => INSTALLED.some((name) => id === name || id.startsWith(`${name}/`));

export default {
	plugins: [
		{
			name: 'installed-packages',
			resolveId: (id) => (isInstalled(id) ? { id, external: true } : null),
		},
	],
};
