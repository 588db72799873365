import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';

/** Whether somebody is a DWP customer, and since when where they became one on the programme (2.28). */
export interface CustomerFacts {
	dwp_customer: CodeOf<'yes_no_not_known'> | null;
	/** Left out or empty of whoever was one all along. */
	customer_since_on?: CalendarDay | null;
}

/** Whether somebody is known to be a DWP customer on a day (2.26, 2.28): from the day they became one and not before. */
export function isCustomerOn({ dwp_customer, customer_since_on }: CustomerFacts, on: CalendarDay): boolean {
	return dwp_customer === 'yes' && (!customer_since_on || customer_since_on <= on);
}

/** Whether somebody is known not to have been one on a day: their data is processed on their consent (2.26). */
export function isOnConsent({ dwp_customer, customer_since_on }: CustomerFacts, on: CalendarDay): boolean {
	return dwp_customer === 'no' || (dwp_customer === 'yes' && !!customer_since_on && customer_since_on > on);
}

/** Whether somebody became a DWP customer after they had started (2.28). */
export function becameCustomer(facts: CustomerFacts & { start_on: CalendarDay | null }): boolean {
	return facts.dwp_customer === 'yes' && facts.start_on !== null && isOnConsent(facts, facts.start_on);
}
