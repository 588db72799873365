/** A text as translators keep it in a file: English and Welsh side by side. */
export interface Words {
	en: string;
	cy: string;
}
