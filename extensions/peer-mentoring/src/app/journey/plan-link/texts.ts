import type { SecretLinkTexts } from '../../shared/secret-link/texts.ts';

export const TEXTS = {
	'en-GB': {
		make: 'Make a link to confirm the plan',
		making: 'Making the link…',
		replaces:
			'The Mentee reads the plan as it is now and answers once, within two weeks. A new link ends the one before.',
		save_first: 'Save the plan first: then a link to it can be made.',
		once: 'Copy this address now. It is shown this once and cannot be looked up later.',
		secret: 'Whoever has it reads the plan and answers for the Mentee. Send it to the Mentee only.',
		address: 'Address',
		copy: 'Copy',
		copied: 'Copied',
		problem: 'The link could not be made.',
	},
	'cy-GB': {
		make: 'Creu dolen i gadarnhau’r cynllun',
		making: 'Wrthi’n creu’r ddolen…',
		replaces:
			'Bydd y mentorai’n darllen y cynllun fel y mae nawr ac yn ateb unwaith, o fewn pythefnos. Mae dolen newydd yn dod â’r un flaenorol i ben.',
		save_first: 'Cadwch y cynllun yn gyntaf: yna bydd modd creu dolen iddo.',
		once: 'Copïwch y cyfeiriad hwn nawr. Dim ond unwaith y caiff ei ddangos ac ni ellir ei weld eto.',
		secret:
			'Bydd unrhyw un sydd ag ef yn darllen y cynllun ac yn ateb ar ran y mentorai. Anfonwch ef at y mentorai yn unig.',
		address: 'Cyfeiriad',
		copy: 'Copïo',
		copied: 'Wedi’i gopïo',
		problem: 'Nid oedd modd creu’r ddolen.',
	},
} satisfies Record<string, SecretLinkTexts>;
