/** Every page of ours, and who has it: `npm run screenshots` takes their pictures, and a test sees that none is forgotten. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { FOLDERS } from '../../../directus/lib/config/files.ts';
import { readYaml } from '../../../directus/lib/config/yaml-file.ts';
import { ADMIN } from '../environment.ts';
import { PEOPLE } from '../people.ts';
import type { Found } from './found.ts';

export interface PictureOf {
	/** What its file is called. */
	name: string;
	/** The account that looks at it; nobody's where there is none. */
	who?: string;
	/** Below the address of the platform. */
	path(found: Found): string;
	/** What is pressed before the picture is taken. */
	press?: string;
}

const of = (role: string) => PEOPLE[role] as string;
const MENTOR = of('Peer Mentor');

const files = (folder: string) =>
	globSync('*.yaml', { cwd: folder })
		.sort()
		.map((file) => basename(file, '.yaml'));

const APP: PictureOf[] = [
	{ name: 'app-sign-in', path: () => 'mentor/' },
	{ name: 'app-password', path: () => 'mentor/', press: 'button.link' },
	{ name: 'app-caseload', who: MENTOR, path: () => 'mentor/' },
	{ name: 'app-menu', who: MENTOR, path: () => 'mentor/', press: '.menu summary' },
	{ name: 'app-week', who: MENTOR, path: () => 'mentor/week' },
	{ name: 'app-calendar', who: MENTOR, path: () => 'mentor/calendar' },
	{ name: 'app-calendar-made', who: MENTOR, path: () => 'mentor/calendar', press: '.buttons button' },
	{ name: 'app-unsent', who: MENTOR, path: () => 'mentor/unsent' },
	{ name: 'app-mentee', who: MENTOR, path: ({ mentee }) => `mentor/people/${mentee}` },
	{ name: 'app-referral', who: MENTOR, path: ({ referral }) => `mentor/people/${referral}` },
	{ name: 'app-plan-link', who: MENTOR, path: ({ mentee }) => `mentor/people/${mentee}/plan-link` },
	{ name: 'app-not-a-mentor', who: of('Buyer'), path: () => 'mentor/' },
	{ name: 'app-not-found', who: MENTOR, path: () => 'mentor/nowhere' },
	...files(FOLDERS.steps).map((step) => ({
		name: `step-${step}`,
		who: MENTOR,
		path: ({ about }: Found) => `mentor/steps/${step}${about(step)}`,
	})),
];

const PAGES: PictureOf[] = [
	{ name: 'refer', path: ({ refer }) => `refer/${refer}` },
	{ name: 'refer-results', path: ({ refer }) => `refer/${refer}/results` },
	{ name: 'refer-no-link', path: () => 'refer/none' },
	{ name: 'refer-signed-in', who: of('Referrer'), path: () => 'refer' },
	{ name: 'plan-confirmation', path: ({ confirm }) => `plan-confirmation/${confirm}` },
	{ name: 'plan-confirmation-no-link', path: () => 'plan-confirmation/none' },
	{ name: 'calendar-no-link', path: () => 'calendar-feed/none' },
	{ name: 'second-factor', who: of('Supplier Manager'), path: () => 'second-factor' },
	{ name: 'paper-plan', who: MENTOR, path: ({ plan }) => `paper/plan/${plan}` },
	{ name: 'paper-leaving', who: MENTOR, path: ({ mentee }) => `paper/leaving/${mentee}` },
	{ name: 'paper-consent', who: MENTOR, path: ({ mentee }) => `paper/consent/${mentee}` },
	{
		name: 'paper-personal-data',
		who: of('Data Protection Officer'),
		path: ({ reference }) => `personal-data/${encodeURIComponent(reference)}.html`,
	},
];

const HOMES = ['Supplier Manager', 'Supplier MI', 'Buyer', 'Data Protection Officer', 'Platform Administrator'];

const STUDIO: PictureOf[] = [
	{ name: 'studio-sign-in', path: () => 'admin/login' },
	...HOMES.map((role) => ({
		name: `home-${role.toLowerCase().replaceAll(' ', '-')}`,
		who: of(role),
		path: () => 'admin/home',
	})),
	{ name: 'home-administrator', who: ADMIN.email, path: () => 'admin/home' },
	{ name: 'home-staff', who: of('Supplier Manager'), path: () => 'admin/home/staff' },
	{ name: 'home-accounts', who: of('Platform Administrator'), path: () => 'admin/home/staff' },
	{ name: 'home-flows-and-settings', who: of('Platform Administrator'), path: () => 'admin/home/administration' },
	{
		name: 'home-hand-over',
		who: of('Supplier Manager'),
		path: ({ mentor }) => `admin/home/hand-over?mentor=${mentor}`,
	},
	{ name: 'load-records', who: of('Supplier MI'), path: () => 'admin/load-records' },
	{ name: 'caseload', who: MENTOR, path: () => 'admin/caseload' },
	{ name: 'caseload-session', who: MENTOR, path: ({ mentee }) => `admin/caseload/session?mentee=${mentee}` },
	{ name: 'caseload-app', who: MENTOR, path: () => 'admin/caseload/app' },
	{ name: 'caseload-tracker', who: MENTOR, path: () => 'admin/caseload/tracker' },
	{
		name: 'caseload-answer',
		who: MENTOR,
		path: ({ referral }) => `admin/caseload/answer/initial_meeting/${referral}`,
	},
	{ name: 'refer-studio', who: of('Referrer'), path: () => 'admin/refer' },
	{ name: 'mentee-form', who: of('Data Protection Officer'), path: ({ mentee }) => `admin/content/mentees/${mentee}` },
	...files(FOLDERS.dashboards).map((file) => ({
		name: `dashboard-${file}`,
		who: of('Supplier Manager'),
		path: () => `admin/insights/${String(readYaml(`${FOLDERS.dashboards}/${file}.yaml`).content.id)}`,
	})),
];

export const PICTURES: readonly PictureOf[] = [...APP, ...PAGES, ...STUDIO];
