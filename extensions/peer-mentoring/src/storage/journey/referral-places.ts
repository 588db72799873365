import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { contractRuns } from '../../domain/journey/referral-link.ts';
import { readContracts } from '../contract/contracts.ts';

/** A name in both languages; the Welsh one is empty where the place has none of its own. */
export interface PlaceName {
	name: string;
	name_cy: string | null;
}

/** A Contract Package Area that takes referrals, and the contract that they belong to. */
export interface Area {
	cpa: number;
	contract: string;
	deliveryAreas: PlaceName[];
}

export interface Office extends PlaceName {
	id: string;
	cpa: number;
	deliveryArea: PlaceName;
}

export interface Places {
	areas: Area[];
	offices: Office[];
}

/** Where somebody can be referred to on a day: the areas of the contracts that run, or of one of them. */
export async function readPlaces(
	knex: Knex,
	today: CalendarDay,
	only: { contract?: string; cpa?: number | null } = {},
): Promise<Places> {
	const contracts = await readContracts(knex, only.contract ? [only.contract] : undefined);
	// Of two contracts in one area, as while one is followed by the next, the newer takes the referrals.
	const running = contracts
		.filter((contract) => contractRuns(contract, today))
		.sort((a, b) => (`${a.start_date} ${a.reference}` < `${b.start_date} ${b.reference}` ? -1 : 1));
	const contractOf = new Map(running.flatMap(({ id, cpas }) => cpas.map((cpa) => [cpa, id] as const)));
	const cpas = [...contractOf.keys()].filter((cpa) => !only.cpa || cpa === only.cpa).sort((a, b) => a - b);

	const deliveryAreas = await knex('delivery_areas')
		.whereIn('cpa', cpas)
		.orderBy('name')
		.select('id', 'cpa', 'name', 'name_cy');
	const offices = await knex('jobcentre_offices')
		.whereIn(
			'delivery_area',
			deliveryAreas.map(({ id }) => id),
		)
		.orderBy('name')
		.select('id', 'name', 'name_cy', 'delivery_area');
	return {
		areas: cpas.map((cpa) => ({
			cpa,
			contract: contractOf.get(cpa) as string,
			deliveryAreas: deliveryAreas.filter((area) => Number(area.cpa) === cpa),
		})),
		offices: deliveryAreas.flatMap((deliveryArea) =>
			offices
				.filter((office) => office.delivery_area === deliveryArea.id)
				.map(({ id, name, name_cy }) => ({ id, name, name_cy, cpa: Number(deliveryArea.cpa), deliveryArea })),
		),
	};
}
