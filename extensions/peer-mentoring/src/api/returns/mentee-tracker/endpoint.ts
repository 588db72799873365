import { defineEndpoint } from '@directus/extensions-sdk';
import type { Response } from 'express';
import type { Knex } from 'knex';
import { lastDay, monthOf, type CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { today } from '../../../clock/today.ts';
import { PASSWORD_FAULTS, passwordFault } from '../../../domain/returns/tracker/password.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { BadRequestError, languageOf, RecordRefusedError } from '../../shared/errors.ts';
import { abortedWith, contractMonth, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { WORKBOOK } from '../../shared/pmi-file.ts';
import { routeSendings } from '../../shared/sending-routes.ts';
import { storedFiles } from '../../shared/stored-files.ts';
import { noteExport, noteRead } from '../../shared/read-log.ts';
import { prepareTracker } from './prepare.ts';
import { MONTH_FAULTS } from './texts.ts';
import { trackerFile } from './tracker-file.ts';

/**
 * The Mentee Tracker of a month as a workbook that opens with a password only (3.4, 3.5): a Supplier's whole one, or a
 * Peer Mentor's with their own Mentees alone (3.6). The password is in the body, and nowhere after the answer.
 */
export default defineEndpoint({
	id: 'mentee-tracker',
	handler: (router, context) => {
		const knex = context.database as unknown as Knex;
		const files = storedFiles(context);
		routeSendings(router, context, 'mentee_tracker');
		router.post(
			'/:contract/:file.xlsx',
			handler(async (request, response) => {
				const { caller, month, contract } = await contractMonth(knex, request, ['Supplier MI', 'Peer Mentor']);
				const language = await languageOf(knex, caller.user);
				refuseMonth(contract, month, language);
				const password = passwordIn(request, contract, language);
				const make = await trackerFile(knex, files, contract, month);
				const mentorUser = caller.role === 'Peer Mentor' ? (caller.user ?? '') : undefined;
				const gone = abortedWith(response);
				const shown: string[] = [];
				try {
					const { content, records } = await prepareTracker(
						knex,
						{ contract, cutOff: lastDay(month), mentorUser, shown: (mentee) => shown.push(mentee) },
						make,
						password,
						gone,
					);
					await noteRead('mentees', shown);
					await noteExport({
						action: 'export_mentee_tracker',
						subject: `${contract.reference} ${month}`,
						supplier: contract.supplier,
						records,
					});
					send(response, content, `Mentee-Tracker-${contract.reference}-${month}.xlsx`);
				} catch (error) {
					if (!gone.aborted) throw error;
				}
			}),
		);
	},
});

function refuseMonth({ start_date }: StoredContract, month: CalendarMonth, language: Language): void {
	if (month > monthOf(today())) throw new BadRequestError({ reason: MONTH_FAULTS.notBegun(month)[language] });
	if (month < monthOf(start_date)) {
		throw new BadRequestError({ reason: MONTH_FAULTS.beforeContract(start_date)[language] });
	}
}

function passwordIn({ body }: AuthenticatedRequest, { reference }: StoredContract, language: Language): string {
	const { password, password_again: again } = (body ?? {}) as Record<string, unknown>;
	const fault = passwordFault({ password, again }, reference);
	if (fault === undefined) return password as string;
	const field = fault === 'different' ? 'password_again' : 'password';
	throw new RecordRefusedError({ reason: PASSWORD_FAULTS[fault][language], field });
}

function send(response: Response, content: Buffer, name: string): void {
	response.set({
		'Content-Type': WORKBOOK,
		'Content-Length': String(content.length),
		'Content-Disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9.-]+/g, '-')}"`,
		'Cache-Control': 'private, no-store',
		'X-Content-Type-Options': 'nosniff',
	});
	response.end(content);
}
