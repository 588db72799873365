/** Why a formula is left to the program that opens the workbook. */
export type LeftReason =
	| 'function'
	| 'array'
	| 'name'
	| 'table'
	| 'written'
	| 'circular'
	| 'displayed'
	| 'many'
	/** Only found out with the values that there are. */
	| 'doubt';
