/** Why a template cannot be so, or what goes where cannot (3.7, 3.9). */
export const MAPPING_MESSAGES = {
	mapping_no_entry: {
		'en-GB': 'Line {line} is not complete. Choose what is shown and where it goes.',
		'cy-GB': 'Nid yw llinell {line} yn gyflawn. Dewiswch beth sy’n cael ei ddangos a ble mae’n mynd.',
	},
	mapping_not_readable: {
		'en-GB': 'This is not a list of what goes where. Use the form of the template to make one.',
		'cy-GB': 'Nid rhestr o beth sy’n mynd i ble yw hon. Defnyddiwch ffurflen y templed i lunio un.',
	},
	mapping_without_workbook: {
		'en-GB': 'There is no workbook yet that something could be put into. Add the Buyer’s workbook first.',
		'cy-GB': 'Nid oes llyfr gwaith eto y gellid rhoi rhywbeth ynddo. Ychwanegwch lyfr gwaith y Prynwr yn gyntaf.',
	},
	mapping_figure_unknown: {
		'en-GB': 'Line {line}: a template of this kind has no such figure. Choose one from the list.',
		'cy-GB': 'Llinell {line}: nid oes ffigur o’r fath mewn templed o’r math hwn. Dewiswch un o’r rhestr.',
	},
	mapping_view_unknown: {
		'en-GB': 'Line {line}, {figure}: this is not counted in that way. Choose the other period.',
		'cy-GB': 'Llinell {line}, {figure}: nid yw hyn yn cael ei gyfrif felly. Dewiswch y cyfnod arall.',
	},
	mapping_cpa_unknown: {
		'en-GB':
			'Line {line}, {figure}: this cannot be told for Contract Package Area {cpa}. Choose the whole contract, or an area from 1 to 9 where the figure is known per area.',
		'cy-GB':
			'Llinell {line}, {figure}: ni ellir rhoi hyn ar gyfer Ardal Pecyn Contract {cpa}. Dewiswch y contract cyfan, neu ardal o 1 i 9 lle mae’r ffigur yn hysbys fesul ardal.',
	},
	mapping_name_missing: {
		'en-GB':
			'Line {line}, {figure}: the workbook has no cell with the name “{name}”. Choose a name or a cell that it has.',
		'cy-GB':
			'Llinell {line}, {figure}: nid oes cell o’r enw “{name}” yn y llyfr gwaith. Dewiswch enw neu gell sydd ynddo.',
	},
	mapping_sheet_missing: {
		'en-GB': 'Line {line}, {figure}: the workbook has no sheet “{sheet}”. Choose one that it has.',
		'cy-GB': 'Llinell {line}, {figure}: nid oes dalen “{sheet}” yn y llyfr gwaith. Dewiswch un sydd ynddo.',
	},
	mapping_cell_invalid: {
		'en-GB': 'Line {line}, {figure}: “{cell}” is not a cell. Write its column and row, such as B7.',
		'cy-GB': 'Llinell {line}, {figure}: nid cell yw “{cell}”. Ysgrifennwch ei cholofn a’i rhes, fel B7.',
	},
	mapping_cell_formula: {
		'en-GB':
			'Line {line}, {figure}: the workbook works out {cell} by a formula, which stays as it is. Choose another cell.',
		'cy-GB':
			'Llinell {line}, {figure}: mae’r llyfr gwaith yn cyfrifo {cell} drwy fformiwla, sy’n aros fel y mae. Dewiswch gell arall.',
	},
	mapping_cell_merged: {
		'en-GB': 'Line {line}, {figure}: {cell} lies under a merged cell. Choose its first cell, {first_cell}.',
		'cy-GB': 'Llinell {line}, {figure}: mae {cell} o dan gell wedi’i chyfuno. Dewiswch ei chell gyntaf, {first_cell}.',
	},
	mapping_cell_twice: {
		'en-GB': 'Line {line}, {figure}: line {other} goes to {cell} already. Give each its own cell.',
		'cy-GB': 'Llinell {line}, {figure}: mae llinell {other} yn mynd i {cell} eisoes. Rhowch ei chell ei hun i bob un.',
	},
	mapping_cell_in_list: {
		'en-GB': 'Line {line}, {figure}: {cell} is among “{rows}”. Choose another cell.',
		'cy-GB': 'Llinell {line}, {figure}: mae {cell} ymhlith “{rows}”. Dewiswch gell arall.',
	},
	mapping_list_unknown: {
		'en-GB':
			'{rows}: a template of this kind has no such rows. Remove them, or choose something else as what the template is for.',
		'cy-GB':
			'{rows}: nid oes rhesi o’r fath mewn templed o’r math hwn. Dylech eu tynnu neu ddewis diben arall i’r templed.',
	},
	mapping_list_beside: {
		'en-GB': '{rows}: the sheet “{sheet}” holds “{other_rows}” already. Choose a sheet of their own.',
		'cy-GB': '{rows}: mae “{other_rows}” ar y ddalen “{sheet}” eisoes. Dewiswch ddalen ar wahân.',
	},
	mapping_list_sheet_missing: {
		'en-GB': '{rows}: the workbook has no sheet “{sheet}”. Choose one that it has.',
		'cy-GB': '{rows}: nid oes dalen “{sheet}” yn y llyfr gwaith. Dewiswch un sydd ynddo.',
	},
	mapping_list_row: {
		'en-GB': '{rows}: {row} is not a row. Write the number of the first row below the headings.',
		'cy-GB': '{rows}: nid rhes yw {row}. Ysgrifennwch rif y rhes gyntaf o dan y penawdau.',
	},
	mapping_column_invalid: {
		'en-GB': '{rows}, {column}: “{letters}” is not a column. Write its letters, such as C.',
		'cy-GB': '{rows}, {column}: nid colofn yw “{letters}”. Ysgrifennwch ei llythrennau, fel C.',
	},
	mapping_column_twice: {
		'en-GB': '{rows}, {column}: “{other_column}” has column {letters} already. Give each its own column.',
		'cy-GB': '{rows}, {column}: mae colofn {letters} gan “{other_column}” eisoes. Rhowch ei cholofn ei hun i bob un.',
	},
	mapping_column_merged: {
		'en-GB':
			'{rows}, {column}: column {letters} has a merged cell, {cell}, among the rows. Choose another column or first row.',
		'cy-GB':
			'{rows}, {column}: mae cell wedi’i chyfuno, {cell}, ymhlith y rhesi yng ngholofn {letters}. Dewiswch golofn neu res gyntaf arall.',
	},
	mapping_column_filled: {
		'en-GB':
			'{rows}, {column}: the rows would overwrite {cell}. Empty it in the workbook and add that again, or choose another column or first row.',
		'cy-GB':
			'{rows}, {column}: byddai’r rhesi’n ysgrifennu dros {cell}. Gwagiwch hi yn y llyfr gwaith ac ychwanegwch hwnnw eto, neu dewiswch golofn neu res gyntaf arall.',
	},
	template_incomplete: {
		'en-GB':
			'A template can be used once its workbook is there and it says what goes where. Add what is missing first.',
		'cy-GB':
			'Gellir defnyddio templed pan fydd ei lyfr gwaith yno a phan fydd yn dweud beth sy’n mynd i ble. Ychwanegwch yr hyn sydd ar goll yn gyntaf.',
	},
	template_fixed: {
		'en-GB': 'This template has been in use, so that it stays as it was. Add a new version instead.',
		'cy-GB':
			'Mae’r templed hwn wedi’i ddefnyddio, felly mae’n aros fel yr oedd. Ychwanegwch fersiwn newydd yn lle hynny.',
	},
} as const;
