import type { CodeOf } from './code-lists.ts';
import { MAPPING_MESSAGES } from '../returns/templates/mapping-texts.ts';

export type Language = CodeOf<'language'>;
export type Texts = Record<Language, string>;

/**
 * Names of the journey's fields that can stand in a sentence: Welsh ones are never put where they would have to mutate.
 * A field whose name says something else in another collection, such as `held_on`, has none.
 */
export const FIELDS: Record<string, Texts> = {
	received_on: { 'en-GB': 'the date of the referral', 'cy-GB': 'dyddiad yr atgyfeiriad' },
	initial_meeting_on: { 'en-GB': 'the date of the initial meeting', 'cy-GB': 'dyddiad y cyfarfod cychwynnol' },
	start_on: { 'en-GB': 'the start date', 'cy-GB': 'y dyddiad dechrau' },
	diagnostic_interview_on: {
		'en-GB': 'the date of the Diagnostic Interview',
		'cy-GB': 'dyddiad y cyfweliad diagnostig',
	},
	action_plan_agreed_on: {
		'en-GB': 'the date the SMART Action Plan was agreed',
		'cy-GB': 'dyddiad cytuno ar y cynllun gweithredu SMART',
	},
	baseline_survey_on: { 'en-GB': 'the date of the Baseline Survey', 'cy-GB': 'dyddiad yr arolwg gwaelodlin' },
	ended_on: { 'en-GB': 'the end date', 'cy-GB': 'y dyddiad gorffen' },
	consent_given_on: { 'en-GB': 'the date consent was given', 'cy-GB': 'dyddiad rhoi’r cydsyniad' },
	consent_withdrawn_on: { 'en-GB': 'the date consent was withdrawn', 'cy-GB': 'dyddiad tynnu’r cydsyniad yn ôl' },
	sessions: { 'en-GB': 'the date of the session', 'cy-GB': 'dyddiad y sesiwn' },
};

/** `{field}`, `{predecessor}`, `{outcome}` and days are put into words; anything else stands as it is given. */
export const MESSAGES = {
	before_predecessor: {
		'en-GB': '{field}, {day}, is before {predecessor}, {earliest}. It must be the same as or after {earliest}.',
		'cy-GB':
			'Mae {field}, sef {day}, cyn {predecessor}, sef {earliest}. Rhaid i’r dyddiad fod ar neu ar ôl {earliest}.',
	},
	before_trial: {
		'en-GB': '{field}, {day}, is before the Trial. It must be the same as or after {earliest}.',
		'cy-GB': 'Mae {field}, sef {day}, cyn y Treial. Rhaid i’r dyddiad fod ar neu ar ôl {earliest}.',
	},
	in_future: {
		'en-GB': '{field}, {day}, is in the future. It must be today, {today}, or in the past.',
		'cy-GB': 'Mae {field}, sef {day}, yn y dyfodol. Rhaid i’r dyddiad fod heddiw, sef {today}, neu yn y gorffennol.',
	},
	day_in_future: {
		'en-GB': 'This date, {day}, is in the future. It must be today, {today}, or in the past.',
		'cy-GB':
			'Mae’r dyddiad hwn, sef {day}, yn y dyfodol. Rhaid i’r dyddiad fod heddiw, sef {today}, neu yn y gorffennol.',
	},
	start_without_agreement: {
		'en-GB':
			'There is a start date, but the outcome of the initial meeting is “{outcome}”. Remove the start date, or correct the outcome to “{start}”.',
		'cy-GB':
			'Mae dyddiad dechrau wedi’i nodi, ond canlyniad y cyfarfod cychwynnol yw “{outcome}”. Dylech dynnu’r dyddiad dechrau neu gywiro’r canlyniad i “{start}”.',
	},
	needs_start: {
		'en-GB':
			'{field} is recorded, but the outcome of the initial meeting is “{outcome}”, so the person did not start. Remove the date, or correct the outcome to “{start}”.',
		'cy-GB':
			'Mae {field} wedi’i nodi, ond canlyniad y cyfarfod cychwynnol yw “{outcome}”, felly ni ddechreuodd yr unigolyn. Dylech dynnu’r dyddiad neu gywiro’r canlyniad i “{start}”.',
	},
	under_18: {
		'en-GB':
			'The person is recorded as under 18, so they cannot start. Only people aged 18 or over may take part: record another outcome and no start date, or correct the age.',
		'cy-GB':
			'Mae’r unigolyn wedi’i gofnodi fel rhywun dan 18 oed, felly ni all ddechrau. Dim ond pobl 18 oed neu hŷn sy’n cael cymryd rhan: nodwch ganlyniad arall heb ddyddiad dechrau, neu dylech gywiro’r oedran.',
	},
	after_last_start_date: {
		'en-GB':
			'The start date, {day}, is after the Last Start Date of the Call-Off Contract. It must be {latest} or earlier.',
		'cy-GB':
			'Mae’r dyddiad dechrau, sef {day}, ar ôl dyddiad dechrau olaf y contract. Rhaid iddo fod ar neu cyn {latest}.',
	},
	after_contract_end: {
		'en-GB': 'The start date, {day}, is after the end of the Call-Off Contract. It must be {latest} or earlier.',
		'cy-GB': 'Mae’r dyddiad dechrau, sef {day}, ar ôl dyddiad gorffen y contract. Rhaid iddo fod ar neu cyn {latest}.',
	},
	nino_format: {
		'en-GB':
			'The National Insurance number is not in the correct format. Enter two letters, six digits and a letter from A to D, like QQ 12 34 56 C.',
		'cy-GB':
			'Nid yw’r rhif Yswiriant Gwladol yn y fformat cywir. Rhowch ddwy lythyren, chwe digid a llythyren o A i D, fel QQ 12 34 56 C.',
	},
	nino_not_dwp_customer: {
		'en-GB':
			'A National Insurance number may be kept only for a DWP customer. Remove it, or record that the person is a DWP customer.',
		'cy-GB':
			'Dim ond ar gyfer cwsmer DWP y ceir cadw rhif Yswiriant Gwladol. Dylech dynnu’r rhif, neu nodi bod yr unigolyn yn gwsmer DWP.',
	},
	minutes_range: {
		'en-GB':
			'The length of the session, {minutes} minutes, cannot be right. Enter a whole number from 1 to {most}, or leave it empty if it is not known.',
		'cy-GB':
			'Ni all hyd y sesiwn, {minutes} munud, fod yn gywir. Rhowch rif cyfan o 1 i {most}, neu gadewch y maes yn wag os nad yw’n hysbys.',
	},
	consent_missing: {
		'en-GB':
			'The person is not a DWP customer and has not given consent, so they cannot start. Read them the oral statement and record their consent first.',
		'cy-GB':
			'Nid yw’r unigolyn yn gwsmer DWP ac nid yw wedi rhoi cydsyniad, felly ni all ddechrau. Darllenwch y datganiad llafar a chofnodwch y cydsyniad yn gyntaf.',
	},
	consent_after_start: {
		'en-GB':
			'Consent was given on {day}, after the start on {latest}. Somebody who is not a DWP customer consents on or before the day they start.',
		'cy-GB':
			'Rhoddwyd cydsyniad ar {day}, ar ôl dechrau ar {latest}. Mae rhywun nad yw’n gwsmer DWP yn cydsynio ar neu cyn y diwrnod y mae’n dechrau.',
	},
	dropout_too_early: {
		'en-GB':
			'A Dropout has had no session for five weeks. The last day of engagement was {engaged}, so the Dropout Date is {earliest} or later.',
		'cy-GB':
			'Nid yw rhywun sy’n ymddieithrio wedi cael sesiwn ers pum wythnos. {engaged} oedd y diwrnod olaf o ymgysylltu, felly mae’r dyddiad ymddieithrio ar neu ar ôl {earliest}.',
	},
	outside_area: {
		'en-GB':
			'The person does not live in a Contract Package Area, so they are not eligible. Choose another outcome, or correct the answer.',
		'cy-GB':
			'Nid yw’r unigolyn yn byw mewn Ardal Pecyn Contract, felly nid yw’n gymwys. Dewiswch ganlyniad arall, neu dylech gywiro’r ateb.',
	},
	no_dependency: {
		'en-GB':
			'No dependency is recorded as a barrier to work, so the person is not eligible. Choose another outcome, or correct the answer.',
		'cy-GB':
			'Nid oes dibyniaeth wedi’i chofnodi fel rhwystr i waith, felly nid yw’r unigolyn yn gymwys. Dewiswch ganlyniad arall, neu dylech gywiro’r ateb.',
	},
	not_benefits_or_unemployed: {
		'en-GB':
			'The person neither claims benefits nor is unemployed without them, so they are not eligible. Choose another outcome, or correct the answer.',
		'cy-GB':
			'Nid yw’r unigolyn yn hawlio budd-daliadau nac yn ddi-waith hebddynt, felly nid yw’n gymwys. Dewiswch ganlyniad arall, neu dylech gywiro’r ateb.',
	},
	benefits_contradict: {
		'en-GB': '“No benefits” cannot be chosen together with a benefit. Choose one or the other.',
		'cy-GB': 'Ni ellir dewis “dim budd-daliadau” gyda budd-dal. Dewiswch y naill neu’r llall.',
	},
	completion_needs_review: {
		'en-GB':
			'A completion needs the day on which the SMART Action Plan was reviewed at the final meeting. Enter it, or choose another reason for leaving.',
		'cy-GB':
			'I gwblhau mae angen y diwrnod yr adolygwyd y cynllun gweithredu SMART yn y cyfarfod olaf. Nodwch ef, neu dewiswch reswm arall dros adael.',
	},
	completion_needs_next_steps: {
		'en-GB': 'A completion needs the next steps that were agreed at the final meeting. Write them down in a few words.',
		'cy-GB': 'I gwblhau mae angen y camau nesaf y cytunwyd arnynt yn y cyfarfod olaf. Nodwch nhw mewn ychydig eiriau.',
	},
	permission_missing: {
		'en-GB':
			'A third party may refer somebody only with that person’s permission. Confirm that it was obtained, or do not record the referral.',
		'cy-GB':
			'Dim ond gyda chaniatâd yr unigolyn y caiff trydydd parti ei atgyfeirio. Cadarnhewch fod caniatâd wedi’i gael, neu peidiwch â chofnodi’r atgyfeiriad.',
	},
	jobcentre_closed_weekend: {
		'en-GB': 'Jobcentre Plus is closed on {day}, a weekend. Choose a day from Monday to Friday, or another place.',
		'cy-GB':
			'Mae’r Ganolfan Byd Gwaith ar gau ar {day}, sef penwythnos. Dewiswch ddiwrnod o ddydd Llun i ddydd Gwener, neu le arall.',
	},
	jobcentre_closed_holiday: {
		'en-GB':
			'Jobcentre Plus is closed on {day}, a bank holiday where this office is. Choose another day, or another place.',
		'cy-GB':
			'Mae’r Ganolfan Byd Gwaith ar gau ar {day}, sef gŵyl banc lle mae’r ganolfan hon. Dewiswch ddiwrnod arall, neu le arall.',
	},
	jobcentre_hours: {
		'en-GB': 'Jobcentre Plus is open from 09:00 to 17:00, so {time} is not possible. Choose a time within those hours.',
		'cy-GB':
			'Mae’r Ganolfan Byd Gwaith ar agor o 09:00 i 17:00, felly nid yw {time} yn bosibl. Dewiswch amser o fewn yr oriau hynny.',
	},
	times_out_of_order: {
		'en-GB': 'The end, {time}, is not after the beginning, {earliest}. Enter a later time.',
		'cy-GB': 'Nid yw’r diwedd, sef {time}, ar ôl y dechrau, sef {earliest}. Rhowch amser diweddarach.',
	},
	disclosure_not_customer: {
		'en-GB':
			'“Not a DWP customer” does not fit: the person is recorded as a DWP customer. Correct one of the two answers.',
		'cy-GB':
			'Nid yw “Ddim yn gwsmer DWP” yn gyson: mae’r unigolyn wedi’i gofnodi fel cwsmer DWP. Dylech gywiro un o’r ddau ateb.',
	},
	required: {
		'en-GB': 'Answer this: it cannot be left empty.',
		'cy-GB': 'Atebwch hwn: ni ellir ei adael yn wag.',
	},
	required_when: {
		'en-GB': 'Answer this: it is needed with the answer “{because}”.',
		'cy-GB': 'Atebwch hwn: mae ei angen gyda’r ateb “{because}”.',
	},
	out_of_order: {
		'en-GB': 'This date, {day}, is before {earliest}, which comes first. Enter {earliest} or later.',
		'cy-GB': 'Mae’r dyddiad hwn, sef {day}, cyn {earliest}, sy’n dod yn gyntaf. Rhowch {earliest} neu’n hwyrach.',
	},
	too_small: {
		'en-GB': 'Enter {least} or more.',
		'cy-GB': 'Rhowch {least} neu fwy.',
	},
	session_not_claimable: {
		'en-GB':
			'Travel is reimbursed for a session that this Mentee attended face to face. Choose one of those, or choose “interview”.',
		'cy-GB':
			'Ad-delir costau teithio am sesiwn wyneb yn wyneb y daeth y mentorai hwn iddi. Dewiswch un o’r rheini, neu dewiswch “cyfweliad”.',
	},
	not_approved: {
		'en-GB': 'A marketing product may be used only once the Buyer has approved it. Record the approval first.',
		'cy-GB':
			'Dim ond ar ôl i’r Prynwr ei gymeradwyo y ceir defnyddio cynnyrch marchnata. Cofnodwch y gymeradwyaeth yn gyntaf.',
	},
	fte_over_maximum: {
		'en-GB':
			'CPA{cpa} would have {fte} FTE from {from}; its maximum is {maximum} (Annex C). Enter fewer hours or other days.',
		'cy-GB':
			'Byddai gan CPA{cpa} {fte} CALl o {from}; ei uchafswm yw {maximum} (Atodiad C). Rhowch lai o oriau neu ddyddiau eraill.',
	},
	crosses_district: {
		'en-GB':
			'A Peer Mentor is not moved from {district} to another area by changing this assignment (1.21, C1.4). End it, and make a new one where the contract covers it.',
		'cy-GB':
			'Ni chaiff mentor cymheiriaid ei symud o {district} i ardal arall drwy newid y dyraniad hwn (1.21, C1.4). Dylech ei orffen a gwneud un newydd lle mae’r contract yn caniatáu.',
	},
	area_not_covered: {
		'en-GB': 'Choose a delivery area in CPA {cpas}, which the contract covers.',
		'cy-GB': 'Dewiswch ardal gyflenwi yn CPA {cpas}, sydd yn y contract.',
	},
	office_not_in_area: {
		'en-GB': 'Choose an office of the delivery area of this assignment.',
		'cy-GB': 'Dewiswch ganolfan yn ardal gyflenwi’r dyraniad hwn.',
	},
	hours_range: {
		'en-GB': 'Enter more than 0 and at most {most} hours a week.',
		'cy-GB': 'Rhowch fwy na 0 a dim mwy na {most} awr yr wythnos.',
	},
	mentor_of_other_supplier: {
		'en-GB': 'Choose a Peer Mentor of the same Supplier.',
		'cy-GB': 'Dewiswch fentor cymheiriaid o’r un cyflenwr.',
	},
	login_of_other_supplier: {
		'en-GB': 'Choose a login of the same Supplier.',
		'cy-GB': 'Dewiswch gyfrif o’r un cyflenwr.',
	},
	contract_missing: {
		'en-GB': 'Choose the Call-Off Contract.',
		'cy-GB': 'Dewiswch y contract yn ôl y galw.',
	},
	contract_ambiguous: {
		'en-GB': 'Choose the Call-Off Contract: more than one fits, or none does.',
		'cy-GB': 'Dewiswch y contract yn ôl y galw: mae mwy nag un yn addas, neu nid oes un.',
	},
	cpa_missing: {
		'en-GB': 'Choose the Contract Package Area.',
		'cy-GB': 'Dewiswch yr Ardal Pecyn Contract.',
	},
	cpa_not_covered: {
		'en-GB': 'Choose a Contract Package Area that the contract covers: {cpas}.',
		'cy-GB': 'Dewiswch Ardal Pecyn Contract sydd yn y contract: {cpas}.',
	},
	supplier_missing: {
		'en-GB': 'Choose the Supplier.',
		'cy-GB': 'Dewiswch y cyflenwr.',
	},
	parent_missing: {
		'en-GB': 'Choose the record that this one belongs to.',
		'cy-GB': 'Dewiswch y cofnod y mae hwn yn perthyn iddo.',
	},
	mentee_exists: {
		'en-GB': 'This person already has a Mentee record. Open it from the referral and continue there.',
		'cy-GB': 'Mae gan yr unigolyn hwn gofnod mentorai eisoes. Agorwch ef o’r atgyfeiriad a pharhewch yno.',
	},
	mentor_on_mentee: {
		'en-GB': 'This person has a Mentee record: choose the Peer Mentor there.',
		'cy-GB': 'Mae gan yr unigolyn hwn gofnod mentorai: dewiswch y mentor cymheiriaid yno.',
	},
	one_name_at_a_time: {
		'en-GB': 'Change the name of one person at a time.',
		'cy-GB': 'Newidiwch enw un person ar y tro.',
	},
	platform_field: {
		'en-GB': '{name} is worked out by the platform; leave it out.',
		'cy-GB': 'Y platfform sy’n cyfrifo {name}; peidiwch â’i nodi.',
	},
	fixed_field: {
		'en-GB': '{name} cannot be changed once the record is there.',
		'cy-GB': 'Ni ellir newid {name} ar ôl gwneud y cofnod.',
	},
	contract_ends_before_start: {
		'en-GB': 'The contract must end on its start date or later.',
		'cy-GB': 'Rhaid i’r contract orffen ar ei ddyddiad dechrau neu’n hwyrach.',
	},
	not_within_contract: {
		'en-GB': 'The date must lie between the start and the end of the contract.',
		'cy-GB': 'Rhaid i’r dyddiad fod rhwng dechrau a diwedd y contract.',
	},
	kept_as_sent: {
		'en-GB': 'What has been sent is kept as it was. Submit the return again to correct it.',
		'cy-GB': 'Cedwir yr hyn a anfonwyd fel yr oedd. Cyflwynwch yr adroddiad eto i’w gywiro.',
	},
	implementation_costs_cap: {
		'en-GB': 'Implementation Costs are at most 30% of the total value: {pounds} (4.2).',
		'cy-GB': 'Mae’r costau gweithredu’n 30% o’r cyfanswm ar y mwyaf: {pounds} (4.2).',
	},
	payment_of_other_contract: {
		'en-GB': 'This payment is of another contract. Choose one of this contract.',
		'cy-GB': 'Mae’r taliad hwn yn perthyn i gontract arall. Dewiswch un o’r contract hwn.',
	},
	payment_not_due: {
		'en-GB': 'Payment is in arrears: this line can be claimed from {from} (4.2, 4.4).',
		'cy-GB': 'Telir mewn ôl-daliadau: gellir hawlio’r llinell hon o {from} ymlaen (4.2, 4.4).',
	},
	payment_waits_for_pmi: {
		'en-GB':
			'The 20% line can be claimed once the PMI of that month has been submitted. Claim the 80% line until then (4.5, 4.6).',
		'cy-GB': 'Gellir hawlio’r llinell 20% ar ôl cyflwyno PMI y mis hwnnw. Hawliwch y llinell 80% tan hynny (4.5, 4.6).',
	},
	payment_deferred: {
		'en-GB': 'The Buyer has deferred this payment until the month’s planned activity is completed (4.3).',
		'cy-GB': 'Mae’r Prynwr wedi gohirio’r taliad hwn nes cwblhau gweithgarwch y mis (4.3).',
	},
	payment_forfeited: {
		'en-GB': 'This payment is lost: the contract ended before the PMI of that month was received (4.5).',
		'cy-GB': 'Collwyd y taliad hwn: daeth y contract i ben cyn derbyn PMI y mis hwnnw (4.5).',
	},
	payment_claimed: {
		'en-GB':
			'This payment is claimed by another invoice already. Choose another payment, or record that one as rejected.',
		'cy-GB':
			'Mae anfoneb arall eisoes yn hawlio’r taliad hwn. Dewiswch daliad arall, neu nodwch fod yr anfoneb honno wedi’i gwrthod.',
	},
	other_order_line: {
		'en-GB': 'This payment is claimed on purchase order line {line} (4.6).',
		'cy-GB': 'Hawlir y taliad hwn ar linell {line} yr archeb brynu (4.6).',
	},
	other_amount: {
		'en-GB': 'The amount that can be claimed is {pounds} (4.4).',
		'cy-GB': 'Y swm y gellir ei hawlio yw {pounds} (4.4).',
	},
	invoice_sent: {
		'en-GB': 'This invoice has been sent: only its status can still be changed. Record it as rejected to make another.',
		'cy-GB':
			'Anfonwyd yr anfoneb hon: dim ond ei statws y gellir ei newid bellach. Nodwch ei bod wedi’i gwrthod er mwyn gwneud un arall.',
	},
	no_implementation_period: {
		'en-GB': 'This contract has no end of its Implementation Period yet. Enter that first (4.2).',
		'cy-GB': 'Nid oes dyddiad gorffen i Gyfnod Gweithredu’r contract hwn eto. Rhowch hwnnw yn gyntaf (4.2).',
	},
	not_an_implementation_month: {
		'en-GB': 'Enter a month of the Implementation Period, which runs from {first} to {last} (4.2).',
		'cy-GB': 'Rhowch un o fisoedd y Cyfnod Gweithredu, sy’n rhedeg o {first} i {last} (4.2).',
	},
	month_entered_already: {
		'en-GB': 'The Implementation Costs of this month are recorded already. Change that record.',
		'cy-GB': 'Mae costau gweithredu’r mis hwn eisoes wedi’u cofnodi. Newidiwch y cofnod hwnnw.',
	},
	more_than_agreed: {
		'en-GB':
			'With the other months this comes to more than the Implementation Costs of the contract. At most {pounds} are left (4.2).',
		'cy-GB':
			'Gyda’r misoedd eraill mae hyn yn fwy na chostau gweithredu’r contract. Mae {pounds} yn weddill ar y mwyaf (4.2).',
	},
	more_than_half_deferred: {
		'en-GB': 'At most half of a month’s Implementation Costs may be deferred: {pounds} (4.3).',
		'cy-GB': 'Gellir gohirio hanner costau gweithredu mis ar y mwyaf: {pounds} (4.3).',
	},
	not_a_percentage: {
		'en-GB': 'Enter a whole number from 0 to 100.',
		'cy-GB': 'Rhowch rif cyfan o 0 i 100.',
	},
	quarter_format: {
		'en-GB': 'Write the quarter as the year and Q1 to Q4, such as 2024-Q2.',
		'cy-GB': 'Nodwch y chwarter fel y flwyddyn a Q1 i Q4, er enghraifft 2024-Q2.',
	},
	quarter_outside_contract: {
		'en-GB': 'The contract does not run in this quarter. Choose a quarter between its start and its end.',
		'cy-GB': 'Nid yw’r contract yn weithredol yn y chwarter hwn. Dewiswch chwarter rhwng ei ddechrau a’i ddiwedd.',
	},
	quarter_not_over: {
		'en-GB': 'This quarter ends on {latest}. Its plans can be drawn from the day after (3.11).',
		'cy-GB': 'Daw’r chwarter hwn i ben ar {latest}. Gellir tynnu ei gynlluniau o’r diwrnod wedyn ymlaen (3.11).',
	},
	quarter_drawn_already: {
		'en-GB': 'The plans of this quarter were drawn on {day}. A quarter is drawn once: open that sample.',
		'cy-GB': 'Tynnwyd cynlluniau’r chwarter hwn ar {day}. Unwaith y tynnir sampl chwarter: agorwch y sampl honno.',
	},
	nobody_in_post: {
		'en-GB': 'No Peer Mentor was in post on {day}, so no plan is to be drawn (3.11). Check the FTE assignments.',
		'cy-GB':
			'Nid oedd mentor cymheiriaid yn ei swydd ar {day}, felly nid oes cynllun i’w dynnu (3.11). Gwiriwch y dyraniadau CALl.',
	},
	no_plan_to_draw: {
		'en-GB':
			'No SMART Action Plan had been agreed by {day} with a Mentee who had started and whose data may be shared, so there is none to draw.',
		'cy-GB':
			'Nid oedd cynllun gweithredu SMART wedi’i gytuno erbyn {day} gyda mentorai a oedd wedi dechrau ac y ceir rhannu ei ddata, felly nid oes un i’w dynnu.',
	},
	sample_by_platform: {
		'en-GB':
			'The platform draws the plans and keeps what comes of their review. Use the buttons on the form of the sample.',
		'cy-GB':
			'Y platfform sy’n tynnu’r cynlluniau ac yn cadw canlyniad eu hadolygu. Defnyddiwch y botymau ar ffurflen y sampl.',
	},
	sample_closed: {
		'en-GB': 'This plan has been released, rejected or removed: nothing of it can be changed any more (3.11).',
		'cy-GB': 'Mae’r cynllun hwn wedi’i ryddhau, ei wrthod neu ei dynnu allan: ni ellir newid dim ohono mwyach (3.11).',
	},
	sample_unread: {
		'en-GB': 'Read every passage as it stands now and tick it before you release the plan: {number} to go (3.11).',
		'cy-GB': 'Darllenwch bob darn fel y mae nawr a thiciwch ef cyn rhyddhau’r cynllun: {number} ar ôl (3.11).',
	},
	sample_plan_missing: {
		'en-GB': 'The SMART Action Plan of this sample is not there any more. Reject the sample: another is drawn.',
		'cy-GB': 'Nid yw cynllun gweithredu SMART y sampl hon yno mwyach. Gwrthodwch y sampl: tynnir un arall.',
	},
	sample_reason: {
		'en-GB': 'Say in 3 to 200 letters why the plan is rejected, without a name or a detail of the person.',
		'cy-GB': 'Nodwch mewn 3 i 200 o lythrennau pam y gwrthodir y cynllun, heb enw na manylion yr unigolyn.',
	},
	sample_redactions: {
		'en-GB':
			'Send the words to hide as a list of at most {most} texts of 1 to {longest} letters, each with a letter or a digit.',
		'cy-GB':
			'Anfonwch y geiriau i’w cuddio fel rhestr o hyd at {most} testun o 1 i {longest} llythyren, pob un â llythyren neu ddigid.',
	},
	sample_passages: {
		'en-GB': 'Send the passages that were read as a list of their fingerprints, as the review gives them.',
		'cy-GB': 'Anfonwch y darnau a ddarllenwyd fel rhestr o’u holion bysedd, fel y mae’r adolygiad yn eu rhoi.',
	},
	sample_too_large: {
		'en-GB': 'Only {most} such activities were completed in those days. Ask for {most} or fewer, or for other days.',
		'cy-GB':
			'Dim ond {most} gweithgaredd o’r fath a gwblhawyd yn y dyddiau hynny. Gofynnwch am {most} neu lai, neu am ddyddiau eraill.',
	},
	nil_contradicted: {
		'en-GB': 'There is something to report for this period, so it cannot be declared nil. Entries recorded: {count}.',
		'cy-GB':
			'Mae rhywbeth i’w adrodd ar gyfer y cyfnod hwn, felly ni ellir datgan nad oes dim. Nifer y cofnodion: {count}.',
	},
	return_sent: {
		'en-GB': 'This return went with the PMI of {month}, which has been submitted: it is changed no more.',
		'cy-GB': 'Aeth yr adroddiad hwn gyda PMI {month}, sydd wedi’i gyflwyno: ni chaiff ei newid bellach.',
	},
	entry_reported: {
		'en-GB':
			'This was reported with the PMI of {month}: it is changed no more. Add an entry that corrects it: the next return reports it as a revision.',
		'cy-GB':
			'Adroddwyd hyn gyda PMI {month}: ni chaiff ei newid bellach. Ychwanegwch gofnod sy’n ei gywiro: bydd yr adroddiad nesaf yn ei ddangos fel diwygiad.',
	},
	opened_by_platform: {
		'en-GB': 'The platform opens these returns itself as they fall due: none is added or removed by hand (3.8).',
		'cy-GB':
			'Y platfform ei hun sy’n agor yr adroddiadau hyn wrth iddynt ddod yn ddyledus: ni chaiff un ei ychwanegu na’i dynnu â llaw (3.8).',
	},
	still_referred_to: {
		'en-GB':
			'The record {key} of “{collection}” cannot be deleted: a record of “{referring}” names it under “{name}”. Change or delete what names it first.',
		'cy-GB':
			'Ni ellir dileu cofnod {key} o “{collection}”: mae cofnod o “{referring}” yn ei enwi o dan “{name}”. Yn gyntaf, newidiwch neu dilëwch yr hyn sy’n ei enwi.',
	},
	still_in_use: {
		'en-GB': 'This cannot be deleted: another record names it. Change or delete that one first.',
		'cy-GB': 'Ni ellir dileu hwn: mae cofnod arall yn ei enwi. Yn gyntaf, newidiwch neu dilëwch hwnnw.',
	},
	unknown_record: {
		'en-GB': 'There is no record {key} of “{collection}”. Under “{name}”, choose one that exists.',
		'cy-GB': 'Nid oes cofnod {key} o “{collection}”. O dan “{name}”, dewiswch un sy’n bod.',
	},
	taken_already: {
		'en-GB':
			'Another record of “{collection}” has this already under “{name}”, and each can be there only once. Enter another, or change the record that is there.',
		'cy-GB':
			'Mae gan gofnod arall o “{collection}” hyn eisoes o dan “{name}”, a dim ond unwaith y gall pob un fod yno. Rhowch un arall, neu newidiwch y cofnod sydd yno.',
	},
	...MAPPING_MESSAGES,
} as const satisfies Record<string, Texts>;
