/** Why a file cannot be a template; each has its sentence for whoever sent it. */
export type TemplateFaultCode =
	| 'empty'
	| 'not_a_workbook'
	| 'old_or_binary'
	| 'encrypted'
	| 'macros'
	| 'active_content'
	| 'outside_data'
	| 'outside_formula'
	| 'unknown_part'
	| 'unpacks_too_large'
	| 'too_many_parts'
	| 'unsafe_xml'
	| 'broken';

/** A file that is not taken as a template, judged by its content. */
export class TemplateFault extends Error {
	override name = 'TemplateFault';
	readonly code: TemplateFaultCode;
	/** Where in the file, such as a sheet's cell. */
	readonly where: string | undefined;

	constructor(code: TemplateFaultCode, where?: string) {
		super(where === undefined ? code : `${code}: ${where}`);
		this.code = code;
		this.where = where;
	}
}
