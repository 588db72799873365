/** LibreOffice as a second reader of our workbooks, with a profile of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const hasLibreOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;

/** The command line takes no password: a macro does, and says what became of it. */
const MACRO = `
Sub OpenAndSave(source As String, password As String, target As String)
	Dim opening(1) As New com.sun.star.beans.PropertyValue
	opening(0).Name = "Hidden"
	opening(0).Value = True
	opening(1).Name = "Password"
	opening(1).Value = password
	Dim book As Object
	On Error Goto Closed
	book = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
	If IsNull(book) Then Goto Closed
	Dim saving(0) As New com.sun.star.beans.PropertyValue
	saving(0).Name = "FilterName"
	saving(0).Value = "Text - txt - csv (StarCalc)"
	book.storeToURL(target, saving())
	book.close(True)
Closed:
End Sub
`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const MODULE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped(MACRO)}</script:module>`;

/** The first sheet of a workbook as CSV, opened with this password; `undefined` where it does not open. */
export async function firstSheet(workbook: Buffer, password: string): Promise<string | undefined> {
	const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
	const [profile, source, target] = ['profile', 'workbook.xlsx', 'sheet.csv'].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	const run = (argument: string) => {
		const settings = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore'];
		return new Promise((ended) => spawn('soffice', [...settings, argument], { timeout: 50_000 }).once('close', ended));
	};
	try {
		// A new profile brings an empty library of its own, over whatever is there.
		await run('--terminate_after_init');
		writeFileSync(join(profile, 'user', 'basic', 'Standard', 'Module1.xba'), MODULE);
		writeFileSync(source, workbook);
		await run(
			`macro:///Standard.Module1.OpenAndSave("${pathToFileURL(source)}","${password}","${pathToFileURL(target)}")`,
		);
		return existsSync(target) ? readFileSync(target, 'utf8') : undefined;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
