import type { CodeOf } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import type { DeliveryArea } from '../../extensions/peer-mentoring/src/import/mentors.ts';
import areas from './contract-package-areas.json' with { type: 'json' };

/** A place of Annex C; `name_cy` where it has a Welsh name of its own. */
interface Place {
	id: string;
	name: string;
	name_cy: string | null;
}

/** A delivery area; an allocation in words only where it is not that of {@link ContractPackageArea.minimum_allocations}. */
interface Area extends Place {
	fte_allocation?: string | null;
	/** The calendar only where it is not that of the area. */
	offices: (Place & { name_printed: string | null; calendar?: CodeOf<'working_day_calendar'> })[];
}

/** One Contract Package Area of Annex C. */
export interface ContractPackageArea {
	cpa: number;
	/** Where it is called otherwise than by number and district. */
	name?: string;
	district: string;
	district_cy: string | null;
	minimum_fte: number;
	/** `null` where Annex C prints no figure; the reading taken is then explained. */
	minimum_fte_printed: number | null;
	minimum_fte_reading: string | null;
	maximum_fte: number;
	/** The Trial is available in Welsh on request (2.25). */
	bilingual: boolean;
	/** The bank holidays that its Jobcentre Plus offices keep (1.11). */
	office_calendar: CodeOf<'working_day_calendar'>;
	delivery_areas: Area[];
	/** The bracketed allocations of the minimum: so many FTE among these delivery areas. */
	minimum_allocations: { fte: number; delivery_areas: string[] }[];
}

export const contractPackageAreas = areas as ContractPackageArea[];

/** Every delivery area with its Contract Package Area. */
export const deliveryAreas: DeliveryArea[] = contractPackageAreas.flatMap(({ cpa, delivery_areas }) =>
	delivery_areas.map(({ id, name, name_cy }) => ({ id, cpa, name, name_cy })),
);
