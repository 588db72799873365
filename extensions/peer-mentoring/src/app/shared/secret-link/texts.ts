/** What is said around the button that makes a secret address. */
export interface SecretLinkTexts {
	make: string;
	making: string;
	replaces: string;
	save_first: string;
	once: string;
	secret: string;
	address: string;
	copy: string;
	copied: string;
	problem: string;
}
