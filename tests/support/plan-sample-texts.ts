/** A plan that says who it is about in every way, in English and for every other Mentee in Welsh. */
export function planSampleTexts(number: number): { goal: string; action: string; review: string } {
	const name = `Gwenllian Zebedee${number}`;
	return number % 2 === 0
		? {
				goal: `Mae ${name} eisiau mynd i Zumba class yn Wrecsam erbyn 19 Chwefror 2024. Ffonio 07700 900417.`,
				action: `Rhoi'r ffurflen i Wenllian yn Wrexham; QQ 12 34 56 C, gwenllian@example.org`,
				review: `Aeth Gwenllian i Zumba class gyda'i chwaer Siân ar 2024-01-22.`,
			}
		: {
				goal: `${name} wants to join a Zumba class in Wrexham by 19 February 2024. Call 07700 900417.`,
				action: `Gwenllian will see Dr Jones near LL13 7YT, NI number QQ123456C, and write to gwenllian@example.org`,
				review: `Gwenllian went to the Zumba class with her sister Carol on 2024-01-22.`,
			};
}
