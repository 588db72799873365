import type { Leaving } from '../../../extensions/peer-mentoring/src/domain/journey/leaving.ts';

/** The form of somebody of whose end nothing is said. */
export const NOTHING_SAID: Leaving = {
	end_reason_detail: null,
	destination: null,
	next_steps: null,
	sharing_encouraged: null,
	claim_encouraged: null,
};

/** The form of somebody of whose end everything is said. */
export const ALL_SAID: Leaving = {
	end_reason_detail: 'Found a place in another town',
	destination: 'volunteering',
	next_steps: 'Volunteering at the food bank',
	sharing_encouraged: true,
	claim_encouraged: true,
};
