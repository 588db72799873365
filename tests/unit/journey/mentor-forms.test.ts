import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayOfParts, isBrokenDay, partsOfDay } from '../../../extensions/peer-mentoring/src/mentor/fields/day.ts';
import { boxOf, isGroup, kindOf } from '../../../extensions/peer-mentoring/src/mentor/fields/kinds.ts';
import type {
	Beginning,
	Field,
	Part,
	Step,
	Values,
} from '../../../extensions/peer-mentoring/src/mentor/server/model.ts';
import {
	answersToSend,
	isAsked,
	missingAnswers,
	shownFields,
	valuesToBegin,
} from '../../../extensions/peer-mentoring/src/mentor/step/form.ts';

const TODAY = day('2026-11-29');

function field(name: string, more: Partial<Field> = {}): Field {
	const usual = { type: 'string', interface: 'input', label: name, required: false, readonly: false, hidden: false };
	return { field: name, ...usual, ...more };
}

function part(name: string, fields: Field[], more: Partial<Part> = {}): Part {
	return { name, collection: name, writes: 'create', groups: [], fields, ...more };
}

function step(...parts: Part[]): Step {
	return { key: 'step', about: 'mentee', stages: null, title: 'Step', button: 'Save', parts };
}

function begins(values: Values, context: Beginning['context'] = {}): Beginning {
	return { name: null, values, context, picks: {}, questions: {}, begun: {}, read_out: {} };
}

const SHOWN_WHERE_DIGITAL = {
	hidden: true,
	conditions: [{ rule: { _and: [{ mode: { _eq: 'digital' } }] }, hidden: false, required: true }],
};

describe('a step begins', () => {
	const asked = step(
		part('session', [
			field('held_on', { default: '$TODAY' }),
			field('due_on', { default: '$IN_TWO_WEEKS' }),
			field('mode', { default: 'face_to_face' }),
			field('note'),
		]),
	);
	it('with what is usual', () => {
		expect(valuesToBegin(asked, undefined, TODAY)).toEqual({
			session: { held_on: '2026-11-29', due_on: '2026-12-13', mode: 'face_to_face' },
		});
	});
	it('with what is on record instead', () => {
		const beginning = begins({ session: { held_on: '2026-11-01', note: 'before' } });
		expect(valuesToBegin(asked, beginning, TODAY)).toEqual({
			session: { held_on: '2026-11-01', note: 'before', due_on: '2026-12-13', mode: 'face_to_face' },
		});
	});
	it('with as many rows as are needed', () => {
		const actions = part('actions', [field('what'), field('status', { default: 'open' })], {
			rows: { min: 1, add: 'Add', can_add: true },
		});
		expect(valuesToBegin(step(actions), undefined, TODAY)).toEqual({ actions: [{ status: 'open' }] });
	});
});

describe('what a form shows', () => {
	const form = part('session', [field('mode'), field('agreed', SHOWN_WHERE_DIGITAL), field('never', { hidden: true })]);
	const shown = (answers: object) =>
		shownFields(form, answers as never, undefined).map(({ field: name, required }) => [name, required]);

	it('depends on the answers', () => {
		expect(shown({ mode: 'face_to_face' })).toEqual([['mode', false]]);
		expect(shown({ mode: 'digital' })).toEqual([
			['mode', false],
			['agreed', true],
		]);
	});
	it('depends on what the form does not ask as well', () => {
		const rule = { _and: [{ ended_on: { _nnull: true } }] };
		const leaving = part('leaving', [field('reason', { hidden: true, conditions: [{ rule, hidden: false }] })]);
		const names = (context: Beginning['context']) => shownFields(leaving, {}, begins({}, context)).length;
		expect(names({ leaving: { ended_on: '2026-11-29' } })).toBe(1);
		expect(names({ leaving: { ended_on: null } })).toBe(0);
	});
	it('goes by the group above it, under its heading', () => {
		const hiddenWhere = [{ rule: { _and: [{ outcome: { _eq: 'missed' } }] }, hidden: true }];
		const grouped = part('meeting', [field('outcome'), field('aged', { group: 'eligible' })], {
			groups: [{ name: 'eligible', label: 'Eligibility', hidden: false, conditions: hiddenWhere }],
		});
		expect(
			shownFields(grouped, { outcome: 'start' }, undefined).map(({ field: name, heading }) => [name, heading]),
		).toEqual([
			['outcome', undefined],
			['aged', 'Eligibility'],
		]);
		expect(shownFields(grouped, { outcome: 'missed' }, undefined).map(({ field: name }) => name)).toEqual(['outcome']);
	});
	it('leaves out a part that the answers of another rule out', () => {
		const next = part('next', [field('on')], { when: { part: 'meeting', rule: { outcome: { _eq: 'start' } } } });
		expect(isAsked(next, { meeting: { outcome: 'start' } })).toBe(true);
		expect(isAsked(next, { meeting: { outcome: 'declined' } })).toBe(false);
	});
});

describe('what is missing', () => {
	const asked = step(
		part('session', [field('held_on', { required: true }), field('mode'), field('agreed', SHOWN_WHERE_DIGITAL)]),
		part('told', [field('told_to', { required: true })], { optional: true }),
	);
	it('is asked for where it is shown, and of an optional part only where something of it is answered', () => {
		const missing = (values: object) =>
			missingAnswers(asked, values as never, { told: {} }, undefined).map(
				({ part: of, field: name }) => `${of}.${name}`,
			);
		expect(missing({ session: { mode: 'digital' }, told: {} })).toEqual(['session.held_on', 'session.agreed']);
		expect(missing({ session: { held_on: '2026-11-29', mode: 'face_to_face' }, told: { about: 'x' } })).toEqual([
			'told.told_to',
		]);
	});
	it('is found in its row', () => {
		const rows = step(
			part('actions', [field('what', { required: true })], { rows: { min: 1, add: 'Add', can_add: true } }),
		);
		const values = { actions: [{ what: 'Ring' }, { what: '' }] };
		expect(missingAnswers(rows, values, {}, undefined)).toEqual([
			{ part: 'actions', row: 1, field: 'what', label: 'what' },
		]);
	});
});

describe('what is sent', () => {
	it('of a new record is what is answered and shown', () => {
		const asked = step(
			part('session', [field('held_on'), field('mode'), field('agreed', SHOWN_WHERE_DIGITAL), field('note')]),
		);
		const values = { session: { held_on: '2026-11-29', mode: 'face_to_face', agreed: true, note: '  ' } };
		expect(answersToSend(asked, values, undefined, {})).toEqual({
			session: { held_on: '2026-11-29', mode: 'face_to_face' },
		});
	});
	it('of a record that is there is what has changed, and an emptied answer as none', () => {
		const asked = step(part('person', [field('phone'), field('email'), field('nino')], { writes: 'update' }));
		const beginning = begins({ person: { phone: '1', email: 'a@example.org', nino: 'QQ' } }, { person: { id: 'P' } });
		const values = { person: { phone: '2', email: '', nino: 'QQ' } };
		expect(answersToSend(asked, values, beginning, {})).toEqual({ person: { phone: '2', email: null } });
	});
	it('of a record that is there is what is usual as well, which need not be on record', () => {
		const asked = step(
			part('leaving', [field('ended_on', { default: '$TODAY' }), field('reason')], { writes: 'update' }),
		);
		const beginning = {
			...begins({ leaving: { ended_on: '2026-11-29', reason: null } }, { leaving: { id: 'M' } }),
			begun: { leaving: ['ended_on'] },
		};
		const values = { leaving: { ended_on: '2026-11-29', reason: 'completed' } };
		expect(answersToSend(asked, values, beginning, {})).toEqual(values);
	});
	it('of a record that is to be made is everything, though the server suggested it', () => {
		const asked = step(part('plan', [field('goal')], { writes: 'update' }));
		const beginning = begins({ plan: { goal: 'Work' } }, { plan: { id: null } });
		expect(answersToSend(asked, { plan: { goal: 'Work' } }, beginning, {})).toEqual({ plan: { goal: 'Work' } });
	});
	it('of rows is every one in its order, with what has changed', () => {
		const asked = step(
			part('actions', [field('what'), field('status')], {
				writes: 'update',
				rows: { min: 0, add: 'Add', can_add: true },
			}),
		);
		const beginning = begins({ actions: [{ id: 'A', what: 'Ring', status: 'open' }] });
		const values = { actions: [{ id: 'A', what: 'Ring', status: 'done' }, { what: 'Write' }] };
		expect(answersToSend(asked, values, beginning, { actions: [] })).toEqual({
			actions: [{ id: 'A', status: 'done' }, { what: 'Write' }],
		});
	});
	it('has no optional part that nobody touched', () => {
		const asked = step(part('session', [field('note')]), part('next', [field('on')], { optional: true }));
		const untouched = { session: {}, next: { on: '2026-12-01' } };
		const values = { session: { note: 'x' }, next: { on: '2026-12-01' } };
		expect(answersToSend(asked, values, undefined, untouched)).toEqual({ session: { note: 'x' } });
	});
});

describe('a day that is typed', () => {
	test.each([
		[{ day: '3', month: '6', year: '2026' }, '2026-06-03'],
		[{ day: '', month: '', year: '' }, null],
		[{ day: '31', month: '6', year: '2026' }, '2026-6-31'],
		[{ day: '3', month: '', year: '20' }, '20--3'],
	])('%j is %s', (parts, value) => {
		expect(dayOfParts(parts)).toBe(value);
		expect(partsOfDay(value)).toEqual(parts);
		expect(isBrokenDay(value)).toBe(value !== null && value !== '2026-06-03');
	});
});

describe('how an answer is asked for', () => {
	test.each<[Partial<Field>, string]>([
		[{ interface: 'day', type: 'date' }, 'day'],
		[{ interface: 'datetime', type: 'time' }, 'time'],
		[{ interface: 'select-dropdown-m2o', type: 'uuid' }, 'one'],
		[{ interface: 'boolean', type: 'boolean' }, 'tick'],
		[{ interface: 'boolean', type: 'boolean', readonly: true }, 'fact'],
		[{ interface: null }, 'text'],
	])('%j: %s', (more, kind) => expect(kindOf(field('a', more))).toBe(kind));

	test('seven choices stand under one another, eight open as a list', () => {
		expect(isGroup('one', Array(7))).toBe(true);
		expect(isGroup('one', Array(8))).toBe(false);
	});
	test.each<[string, string, string]>([
		['phone', 'string', 'tel'],
		['referrer_phone', 'string', 'tel'],
		['email', 'string', 'email'],
		['minutes', 'integer', 'numeric'],
		['digital_percent', 'decimal', 'decimal'],
	])('the keyboard of %s', (name, type, keyboard) => expect(boxOf(field(name, { type })).inputmode).toBe(keyboard));
});
