import { addDays } from '../../calendar/calendar-day.ts';
import type { ReportedJourney, Route } from '../../journey/journey.ts';
import { cpaPersonnel, personnelChanges } from '../../people/personnel-changes.ts';
import type { Breakdown } from './breakdown.ts';
import { scopeFigures } from './breakdown.ts';
import type { Cell } from './cell.ts';
import { addFigures, emptyCell, sumCells } from './cell.ts';
import type { PmiContext } from './context.ts';
import type { PmiException } from './exceptions.ts';
import { byReference, exceptionsOf } from './exceptions.ts';
import { figuresByArea } from './by-area.ts';
import type { PmiMeasures } from './measures.ts';
import { journeyMeasures } from './measures.ts';
import { countEvents, type MonthlyEvents } from '../submission/events.ts';
import { transferTally, type AreaTransfers } from './transfers.ts';
import { quarterlySpend, sixMonthlyDocuments } from './returns.ts';

export interface PmiResult {
	measures: PmiMeasures;
	exceptions: PmiException[];
	breakdown: Breakdown;
	/** Every counted event by its own month, for the revisions that later returns show. */
	events: MonthlyEvents;
	/** Moves between areas; left out by returns of an earlier version. */
	transfers?: AreaTransfers[];
}

export interface PmiTally {
	/** Counts one journey; whether it is in scope is decided here. */
	add(journey: ReportedJourney): void;
	result(): PmiResult;
}

type Routes = Record<Route, Cell>;

/**
 * The PMI of one month (3.8), counted journey by journey: only counters are kept, so that any number of journeys and
 * sessions can be streamed through. Give it the records known at `context.knownOn`.
 */
export function pmiTally(context: PmiContext): PmiTally {
	const cpas = context.cpa == null ? context.contract.cpas : [context.cpa];
	const cells = new Map(cpas.map((cpa) => [cpa, emptyRoutes()]));
	const exceptions: PmiException[] = [];
	const events: MonthlyEvents = {};
	const transfers = transferTally(cpas, context.month);
	return {
		add(journey) {
			exceptions.push(...exceptionsOf(journey, context));
			const parts = figuresByArea(journey, context);
			if (parts.length > 0) transfers.add(journey);
			for (const figures of parts) {
				const routes = cells.get(figures.cpa) ?? emptyRoutes();
				cells.set(figures.cpa, routes);
				addFigures(routes[figures.route], figures, context.month);
				countEvents(events, figures);
			}
		},
		result() {
			const routes = sumRoutes([...cells.values()]);
			return {
				measures: measuresOf(routes, context),
				exceptions: exceptions.toSorted(byReference),
				breakdown: breakdownOf(routes, cells, context),
				events,
				transfers: transfers.result(),
			};
		},
	};
}

function measuresOf(routes: Routes, context: PmiContext): PmiMeasures {
	const { month, holidays, spend, contract } = context;
	const calendar = { holidays, terms: contract.terms };
	const rows = personnelChanges(context.assignments, month).filter((row) => inCpa(row.cpa, context));
	const mentors = (change: string) =>
		new Set(rows.filter((row) => row.change === change).map((row) => `${row.date} ${row.mentor}`)).size;
	return {
		personnel_changes: { joined: mentors('joined'), left: mentors('left'), rows },
		...journeyMeasures(routes),
		subcontractor_spend: quarterlySpend(spend, 'subcontractor', month),
		sme_spend: quarterlySpend(spend, 'sme', month),
		contract_cost_register: sixMonthlyDocuments(context.costRegister, contract.start_date, month, calendar),
		ipr_log: sixMonthlyDocuments(context.iprLog, contract.start_date, month, calendar),
	};
}

function breakdownOf(routes: Routes, cells: Map<number, Routes>, context: PmiContext): Breakdown {
	const { implementation_end_date: implementationEnd, end_date } = context.contract;
	return {
		total: scopeFigures(sumCells(Object.values(routes))),
		by_route: figuresByRoute(routes),
		by_cpa: [...cells]
			.sort(([a], [b]) => a - b)
			.map(([cpa, own]) => ({
				cpa,
				total: scopeFigures(sumCells(Object.values(own))),
				by_route: figuresByRoute(own),
			})),
		personnel: cpaPersonnel(context.assignments, context.month, {
			cpas: context.cpaFte.filter(({ cpa }) => inCpa(cpa, context) && context.contract.cpas.includes(cpa)),
			from: addDays(implementationEnd, 1),
			to: end_date,
		}),
	};
}

function figuresByRoute(routes: Routes): Breakdown['by_route'] {
	return { jobcentre_plus: scopeFigures(routes.jobcentre_plus), third_party: scopeFigures(routes.third_party) };
}

function inCpa(cpa: number, context: PmiContext): boolean {
	return context.cpa == null || context.cpa === cpa;
}

function emptyRoutes(): Routes {
	return { jobcentre_plus: emptyCell(), third_party: emptyCell() };
}

function sumRoutes(parts: Routes[]): Routes {
	return {
		jobcentre_plus: sumCells(parts.map((each) => each.jobcentre_plus)),
		third_party: sumCells(parts.map((each) => each.third_party)),
	};
}
