/** A demo account of every role but the Administrator's. */
export const PEOPLE: Record<string, string> = {
	'Peer Mentor': 'mentor1@example.org',
	'Supplier Manager': 'manager@example.org',
	'Supplier MI': 'mi@example.org',
	Buyer: 'buyer@example.org',
	'Buyer Analyst': 'analyst@example.org',
	Referrer: 'referrer@example.org',
	'Data Protection Officer': 'dpo@example.org',
	'Platform Administrator': 'platform-admin@example.org',
};
export const ROLES = Object.keys(PEOPLE);
