/** The files of a real installation start what there is, and set what there is to set. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { strayVariables } from '../../../extensions/peer-mentoring/src/environment/read-variables.ts';
import { root } from '../../support/environment.ts';

const read = (name: string) => readFileSync(join(root, 'directus/deployment', name), 'utf8');
interface Service {
	build: { dockerfile: string };
	environment: Record<string, string>;
	volumes: string[];
}
const compose = parse(read('compose.yaml'), { merge: true });
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('compose.yaml', () => {
	const instances = Object.values(compose.services as Record<string, Service>).filter(({ build }) => build);

	it('has two instances that nobody can write to, as they stop in their own time', () => {
		expect(instances).toHaveLength(2);
		for (const each of instances) {
			expect(each).toMatchObject({ read_only: true, cap_drop: ['ALL'], stop_grace_period: '45s' });
			expect(existsSync(join(root, each.build.dockerfile))).toBe(true);
		}
	});

	it('sets variables that there are, and mounts what is declared', () => {
		const file = read('platform.env.example').matchAll(/^([A-Z_]+)=/gm);
		const names = [
			...instances.flatMap(({ environment }) => Object.keys(environment)),
			...[...file].map(([, name]) => name!),
		];
		expect(strayVariables(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
		const mounted = instances.flatMap(({ volumes }) => volumes.map((each) => each.split(':')[0]));
		for (const volume of mounted) expect(Object.keys(compose.volumes)).toContain(volume);
	});
});

it('what runs by itself runs a command of the platform, and not npm', () => {
	const files = ['Dockerfile', 'peer-mentoring.service', 'peer-mentoring-backup.service'].map(read);
	const commands = files.flatMap((text) =>
		[...text.matchAll(/run\.mjs"?,? "?([a-z]+)/g)].map(([, command]) => command!),
	);
	expect(commands.sort()).toEqual(['backup', 'build', 'start', 'start']);
	for (const command of commands) expect(scripts[command]).toContain(`run.mjs ${command}`);
	for (const text of files) expect(text).not.toMatch(/^(?:CMD|ExecStart).*npm/m);
});

it('the platform is no superuser of its database, and Redis asks for a password', () => {
	const { database, redis } = compose.services;
	expect(database.environment.POSTGRES_USER).toBeUndefined();
	expect(read('database.sh')).toMatch(/create role platform login nosuperuser nocreatedb nocreaterole/);
	expect(redis.command).toEqual(expect.arrayContaining(['--requirepass', '${REDIS_PASSWORD:?}']));
	for (const { environment } of Object.values(compose.services as Record<string, Service>)) {
		if (environment?.REDIS) expect(environment.REDIS).toContain(':${REDIS_PASSWORD:?}@');
	}
});

it('the proxy says of its own answers what the platform says of its own, and brings pages alone to https', () => {
	for (const header of [
		'Strict-Transport-Security',
		'Content-Security-Policy',
		'X-Content-Type-Options',
		'Cache-Control',
	]) {
		expect(read('nginx.conf')).toMatch(new RegExp(`\\n\\t\\tadd_header ${header} \\$own_\\w+ always;`));
	}
	expect(read('nginx.conf')).toMatch(/if \(\$request_method !~ \^\(GET\|HEAD\)\$\) \{ return 403; \}\s+return 301/);
});

it('the proxy keeps no address of a referral link', () => {
	expect(read('nginx.conf')).toMatch(/map \$uri \$kept \{ ~\*\^\/\+\(refer\|plan-confirmation\|calendar-feed\)/);
	expect(read('nginx.conf')).toMatch(/access_log \S+ plain if=\$kept;/);
	expect(read('nginx.conf')).not.toContain('$request_uri "');
});

it('what is secret, and what has happened here, gets neither into the image nor into the repository', () => {
	const linesOf = (name: string) => readFileSync(join(root, name), 'utf8').split('\n');
	const secrets = ['directus/deployment/platform.env', 'directus/deployment/tls'];
	expect(linesOf('.dockerignore')).toEqual(
		expect.arrayContaining(['.git', '**/.env', 'data', '**/node_modules', ...secrets]),
	);
	const ignored = linesOf('.gitignore').map((line) => line.replace(/\/$/, ''));
	expect(ignored).toEqual(expect.arrayContaining(['.env', 'data', ...secrets]));
});
