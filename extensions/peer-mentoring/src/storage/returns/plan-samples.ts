/** The quarterly draw of SMART Action Plans (2.25, 3.11): who is drawn, who takes a place that is free, who drops out. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { fteOn } from '../../domain/people/fte.ts';
import { isAgreed } from '../../domain/journey/deciding.ts';
import { lacksConsent } from '../../domain/journey/gaps.ts';
import {
	countedOn,
	drawPlans,
	plansWanted,
	type DrawnArea,
	type EligiblePlan,
} from '../../domain/returns/samples/plan-sample.ts';
import { parseQuarter, type Quarter } from '../../domain/calendar/quarter.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayColumn, dayOf, nowColumn } from '../database/day-columns.ts';
import { planOf } from '../journey/reader/journey-of.ts';
import { readAssignments } from '../people/fte.ts';

interface DrawnPlan {
	id: string;
	cpa: number;
	position: number;
	action_plan: string;
}

/** What a draw takes in each Contract Package Area of a contract; nothing is written. */
export async function drawQuarter(
	knex: Knex,
	contract: StoredContract,
	quarter: Quarter,
	seed: string,
): Promise<{ areas: DrawnArea[]; plans: DrawnPlan[] }> {
	const on = countedOn(quarter, contract);
	const assignments = await readAssignments(knex, contract.id);
	const areas: DrawnArea[] = [];
	const plans: DrawnPlan[] = [];
	for (const cpa of contract.cpas) {
		const own = assignments.filter((each) => each.cpa === cpa);
		const fte = fteOn(own, on);
		const eligible = await eligiblePlans(knex, contract, cpa, on, null);
		const drawn = drawPlans(seed, eligible, plansWanted(fte));
		areas.push({ cpa, fte, wanted: plansWanted(fte), eligible: eligible.length, drawn: drawn.length });
		for (const action_plan of drawn) plans.push({ id: randomUUID(), cpa, position: plans.length + 1, action_plan });
	}
	return { areas, plans };
}

/**
 * The plans that may be drawn in one area: agreed by the day with a Mentee who has started, whose consent is not missing
 * or withdrawn, and who is not erased (2.25, 3.11).
 * @param draw whose own plans do not count as drawn before
 */
async function eligiblePlans(
	knex: Knex,
	contract: StoredContract,
	cpa: number,
	on: CalendarDay,
	draw: string | null,
): Promise<EligiblePlan[]> {
	const rows = await knex('action_plans as plan')
		.join('mentees as mentee', 'mentee.id', 'plan.mentee')
		.where({ 'mentee.contract': contract.id, 'mentee.cpa': cpa, 'mentee.supplier': contract.supplier })
		.where({ 'mentee.restricted': false, 'plan.restricted': false })
		.where('mentee.start_on', '<=', dayColumn(knex, on))
		.where('plan.agreed_on', '<=', dayColumn(knex, on))
		.select(
			'plan.id',
			'plan.agreed_on',
			'plan.evidence',
			'mentee.start_on',
			'mentee.dwp_customer',
			'mentee.customer_since_on',
			'mentee.consent_given_on',
		);
	const times = await timesDrawn(knex, contract.id, cpa, draw);
	return rows
		.filter((row) => {
			if (!isAgreed(planOf(row))) return false;
			return !lacksConsent({
				dwp_customer: row.dwp_customer,
				customer_since_on: dayOf(row.customer_since_on),
				start_on: dayOf(row.start_on),
				consent_given_on: dayOf(row.consent_given_on),
			});
		})
		.map(({ id }) => ({ id, drawn_before: times.get(id) ?? 0 }));
}

async function timesDrawn(
	knex: Knex,
	contract: string,
	cpa: number,
	without: string | null,
): Promise<Map<string, number>> {
	const query = knex('plan_samples').where({ contract, cpa }).whereNotNull('action_plan');
	if (without !== null) query.whereNot('draw', without);
	const rows: Record<string, unknown>[] = await query.groupBy('action_plan').select('action_plan').count('* as times');
	return new Map(rows.map(({ action_plan, times }) => [String(action_plan), Number(times)]));
}

interface StoredDraw {
	id: string;
	contract: string;
	quarter: string;
	seed: string;
	supplier: string;
}

/**
 * Draws another plan in the place of one that was rejected or dropped out, by the same seed carried on (3.11). To be
 * called in the transaction that frees the place.
 * @returns whether there was one
 */
export async function drawAnother(knex: Knex, drawId: string, cpa: number): Promise<boolean> {
	// Two places freed at once must not take the same plan.
	const draw = (await knex('plan_sample_draws').where({ id: drawId }).forUpdate().first()) as StoredDraw | undefined;
	const [contract] = draw ? await readContracts(knex, [draw.contract]) : [];
	const quarter = draw && parseQuarter(draw.quarter);
	if (!draw || !contract || !quarter) return false;
	const own = await knex('plan_samples').where({ draw: drawId }).select('action_plan', 'position');
	const taken = new Set(own.map(({ action_plan }) => action_plan));
	const eligible = await eligiblePlans(knex, contract, cpa, countedOn(quarter, contract), drawId);
	const next = drawPlans(draw.seed, eligible, eligible.length).find((plan) => !taken.has(plan));
	if (next === undefined) return false;
	await knex('plan_samples').insert({
		id: randomUUID(),
		draw: drawId,
		contract: draw.contract,
		quarter: draw.quarter,
		cpa,
		position: Math.max(...own.map(({ position }) => Number(position))) + 1,
		status: 'drawn',
		action_plan: next,
		supplier: draw.supplier,
		date_created: nowColumn(knex),
	});
	return true;
}

/**
 * Whoever has withdrawn consent or been erased drops out of the samples that are not released yet, and another plan is
 * drawn in their place (2.25, 3.11). What is released stays as it is, and is shown to nobody while restricted.
 */
export async function dropRestricted(knex: Knex, referrals: readonly string[]): Promise<void> {
	const rows = await knex('plan_samples as sample')
		.join('action_plans as plan', 'plan.id', 'sample.action_plan')
		.join('mentees as mentee', 'mentee.id', 'plan.mentee')
		.whereIn('mentee.referral', referrals)
		.where({ 'sample.restricted': true })
		.whereIn('sample.status', ['drawn', 'in_review'])
		.select('sample.id', 'sample.draw', 'sample.cpa');
	for (const { id, draw, cpa } of rows) {
		await knex('plan_samples').where({ id }).update({ status: 'removed', redactions: null, passages_read: null });
		if (draw !== null) await drawAnother(knex, draw, Number(cpa));
	}
}
