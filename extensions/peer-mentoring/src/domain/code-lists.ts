/** One choice of a list: `value` is stored, `code` is the short code of returns, `en` and `cy` are what people read. */
export interface Code {
	value: string;
	code: string;
	en: string;
	cy: string;
}

/**
 * Every list of choices, once, in both languages. The data model's dropdowns, the import, the returns and the types
 * below are all made from it. Codes are those of the Mentee Tracker (3.5) where it has one.
 */
export const codeLists = {
	substance: [
		{ value: 'alcohol', code: 'ALC', en: 'Alcohol', cy: 'Alcohol' },
		{
			value: 'heroin',
			code: 'HER',
			en: 'Heroin or other illicit opiates',
			cy: 'Heroin neu opiadau anghyfreithlon eraill',
		},
		{
			value: 'prescription_opioids',
			code: 'RXO',
			en: 'Prescription or over-the-counter opioids (for example methadone, codeine, tramadol)',
			cy: 'Opioidau ar bresgripsiwn neu dros y cownter (er enghraifft methadon, codin, tramadol)',
		},
		{ value: 'crack_cocaine', code: 'CRK', en: 'Crack cocaine', cy: 'Crac cocên' },
		{ value: 'powder_cocaine', code: 'COC', en: 'Powder cocaine', cy: 'Cocên powdr' },
		{ value: 'amphetamines', code: 'AMP', en: 'Amphetamines', cy: 'Amffetaminau' },
		{ value: 'cannabis', code: 'CAN', en: 'Cannabis', cy: 'Canabis' },
		{
			value: 'synthetic_cannabinoids',
			code: 'SYN',
			en: 'Synthetic cannabinoids (for example spice) and other new psychoactive substances',
			cy: 'Canabinoidau synthetig a sylweddau seicoweithredol newydd eraill',
		},
		{ value: 'benzodiazepines', code: 'BEN', en: 'Benzodiazepines', cy: 'Bensodiasepinau' },
		{
			value: 'gabapentinoids',
			code: 'GAB',
			en: 'Gabapentinoids (pregabalin, gabapentin)',
			cy: 'Gabapentinoidau (pregabalin, gabapentin)',
		},
		{ value: 'ketamine', code: 'KET', en: 'Ketamine', cy: 'Cetamin' },
		{ value: 'ecstasy', code: 'MDM', en: 'Ecstasy (MDMA)', cy: 'Ecstasi (MDMA)' },
		{ value: 'hallucinogens', code: 'HAL', en: 'Hallucinogens', cy: 'Rhithbeiriau' },
		{ value: 'solvents', code: 'SOL', en: 'Solvents', cy: 'Toddyddion' },
		{
			value: 'over_the_counter_medicine',
			code: 'OTC',
			en: 'Other over-the-counter medicine',
			cy: 'Meddyginiaeth arall dros y cownter',
		},
		{ value: 'other_drug', code: 'OTH', en: 'Other drug', cy: 'Cyffur arall' },
		{ value: 'not_disclosed', code: 'ND', en: 'Not disclosed', cy: 'Heb ddatgelu' },
	],
	addiction_group: [
		{ value: 'opiate', code: 'OPI', en: 'Opiate', cy: 'Opiad' },
		{ value: 'non_opiate', code: 'NON', en: 'Non-opiate only', cy: 'Nad yw’n opiad yn unig' },
		{ value: 'non_opiate_and_alcohol', code: 'NOA', en: 'Non-opiate and alcohol', cy: 'Nad yw’n opiad ac alcohol' },
		{ value: 'alcohol', code: 'ALC', en: 'Alcohol only', cy: 'Alcohol yn unig' },
		{ value: 'not_known', code: 'NK', en: 'Not known', cy: 'Ddim yn hysbys' },
	],
	employment_status: [
		{ value: 'in_paid_employment', code: '10', en: 'In paid employment', cy: 'Mewn cyflogaeth am dâl' },
		{
			value: 'looking_for_work',
			code: '11',
			en: 'Not in paid employment, looking for work and available to start work',
			cy: 'Ddim mewn cyflogaeth am dâl, yn chwilio am waith ac ar gael i ddechrau',
		},
		{
			value: 'not_looking_for_work',
			code: '12',
			en: 'Not in paid employment, not looking for work and/or not available to start work',
			cy: 'Ddim mewn cyflogaeth am dâl, ddim yn chwilio am waith neu ddim ar gael',
		},
		{ value: 'not_known', code: '98', en: 'Not known / not provided', cy: 'Ddim yn hysbys' },
	],
	unemployment_length: [
		{
			value: 'under_6_months',
			code: '1',
			en: 'Unemployed for less than 6 months',
			cy: 'Yn ddi-waith ers llai na 6 mis',
		},
		{ value: 'from_6_to_11_months', code: '2', en: 'Unemployed for 6 to 11 months', cy: 'Yn ddi-waith ers 6 i 11 mis' },
		{
			value: 'from_12_to_23_months',
			code: '3',
			en: 'Unemployed for 12 to 23 months',
			cy: 'Yn ddi-waith ers 12 i 23 mis',
		},
		{
			value: 'from_24_to_35_months',
			code: '4',
			en: 'Unemployed for 24 to 35 months',
			cy: 'Yn ddi-waith ers 24 i 35 mis',
		},
		{
			value: 'from_36_months',
			code: '5',
			en: 'Unemployed for 36 months or more',
			cy: 'Yn ddi-waith ers 36 mis neu fwy',
		},
		{ value: 'never_worked', code: 'N', en: 'Never worked', cy: 'Erioed wedi gweithio' },
		{ value: 'working_now', code: 'W', en: 'Working now', cy: 'Yn gweithio nawr' },
		{ value: 'not_known', code: 'NK', en: 'Not known', cy: 'Ddim yn hysbys' },
	],
	benefit: [
		{ value: 'universal_credit', code: 'UC', en: 'Universal Credit', cy: 'Credyd Cynhwysol' },
		{
			value: 'jsa_income_based',
			code: 'JSA_IB',
			en: 'Income-based Jobseeker’s Allowance',
			cy: 'Lwfans Ceisio Gwaith yn seiliedig ar incwm',
		},
		{
			value: 'jsa_new_style',
			code: 'JSA_NS',
			en: 'New Style or contribution-based Jobseeker’s Allowance',
			cy: 'Lwfans Ceisio Gwaith Dull Newydd neu yn seiliedig ar gyfraniadau',
		},
		{
			value: 'esa_income_related',
			code: 'ESA_IR',
			en: 'Income-related Employment and Support Allowance',
			cy: 'Lwfans Cyflogaeth a Chymorth yn seiliedig ar incwm',
		},
		{
			value: 'esa_new_style',
			code: 'ESA_NS',
			en: 'New Style or contributory Employment and Support Allowance',
			cy: 'Lwfans Cyflogaeth a Chymorth Dull Newydd neu gyfrannol',
		},
		{ value: 'income_support', code: 'IS', en: 'Income Support', cy: 'Cymhorthdal Incwm' },
		{ value: 'working_tax_credit', code: 'WTC', en: 'Working Tax Credit', cy: 'Credyd Treth Gwaith' },
		{
			value: 'personal_independence_payment',
			code: 'PIP',
			en: 'Personal Independence Payment',
			cy: 'Taliad Annibyniaeth Personol',
		},
		{ value: 'carers_allowance', code: 'CA', en: 'Carer’s Allowance', cy: 'Lwfans Gofalwr' },
		{ value: 'housing_benefit', code: 'HB', en: 'Housing Benefit', cy: 'Budd-dal Tai' },
		{ value: 'other_benefit', code: 'OTH', en: 'Another benefit', cy: 'Budd-dal arall' },
		{ value: 'none', code: 'NONE', en: 'No benefits, unemployed', cy: 'Dim budd-daliadau, di-waith' },
		{ value: 'not_known', code: 'NK', en: 'Not known', cy: 'Ddim yn hysbys' },
	],
	treatment_status: [
		{ value: 'not_in_treatment', code: 'NONE', en: 'Not in treatment', cy: 'Ddim mewn triniaeth' },
		{ value: 'referred', code: 'REF', en: 'Referred, waiting to start', cy: 'Wedi’i atgyfeirio, yn aros i ddechrau' },
		{ value: 'in_treatment', code: 'IN', en: 'In treatment', cy: 'Mewn triniaeth' },
		{ value: 'recovery_support_only', code: 'REC', en: 'Recovery support only', cy: 'Cymorth adfer yn unig' },
		{ value: 'completed', code: 'COMP', en: 'Completed treatment', cy: 'Wedi cwblhau triniaeth' },
		{
			value: 'left_before_completing',
			code: 'LEFT',
			en: 'Left treatment before completing',
			cy: 'Wedi gadael triniaeth cyn ei chwblhau',
		},
		{ value: 'declined', code: 'DECL', en: 'Declined treatment', cy: 'Wedi gwrthod triniaeth' },
		{ value: 'not_known', code: 'NK', en: 'Not known', cy: 'Ddim yn hysbys' },
	],
	referral_route: [
		{ value: 'jobcentre_plus', code: 'JCP', en: 'Jobcentre Plus', cy: 'Canolfan Byd Gwaith' },
		{ value: 'third_party', code: 'TP', en: 'Third-party organisation', cy: 'Sefydliad trydydd parti' },
	],
	third_party_type: [
		{
			value: 'treatment_service',
			code: 'TRT',
			en: 'Drug or alcohol treatment service',
			cy: 'Gwasanaeth triniaeth cyffuriau neu alcohol',
		},
		{ value: 'charity', code: 'CHA', en: 'Charity or community group', cy: 'Elusen neu grŵp cymunedol' },
		{
			value: 'health_service',
			code: 'GP',
			en: 'GP or other health service',
			cy: 'Meddyg teulu neu wasanaeth iechyd arall',
		},
		{ value: 'mental_health_service', code: 'MH', en: 'Mental health service', cy: 'Gwasanaeth iechyd meddwl' },
		{
			value: 'criminal_justice',
			code: 'CJS',
			en: 'Probation, prison or police',
			cy: 'Y gwasanaeth prawf, carchar neu’r heddlu',
		},
		{
			value: 'housing_service',
			code: 'HOU',
			en: 'Housing or homelessness service',
			cy: 'Gwasanaeth tai neu ddigartrefedd',
		},
		{
			value: 'local_authority',
			code: 'LA',
			en: 'Council or social services',
			cy: 'Cyngor neu wasanaethau cymdeithasol',
		},
		{
			value: 'employment_provider',
			code: 'EMP',
			en: 'Employment or skills provider',
			cy: 'Darparwr cyflogaeth neu sgiliau',
		},
		{ value: 'self_family_or_friend', code: 'SELF', en: 'Self, family or friend', cy: 'Yr unigolyn, teulu neu ffrind' },
		{ value: 'other', code: 'OTH', en: 'Other', cy: 'Arall' },
	],
	initial_meeting_outcome: [
		{ value: 'start', code: 'START', en: 'Eligible and agrees to start', cy: 'Yn gymwys ac yn cytuno i ddechrau' },
		{
			value: 'declined',
			code: 'DECL',
			en: 'Eligible but does not want to start',
			cy: 'Yn gymwys ond ddim eisiau dechrau',
		},
		{ value: 'not_eligible', code: 'INEL', en: 'Not eligible', cy: 'Ddim yn gymwys' },
		{ value: 'not_suitable', code: 'UNS', en: 'Not suitable', cy: 'Ddim yn addas' },
		{ value: 'did_not_attend', code: 'DNA', en: 'Did not attend', cy: 'Heb ddod' },
	],
	disclosure: [
		{ value: 'pre_disclosed', code: 'PRE', en: 'Already disclosed before the Trial', cy: 'Wedi datgelu cyn y Treial' },
		{
			value: 'disclosed_after_joining',
			code: 'POST',
			en: 'Disclosed after joining (give date)',
			cy: 'Wedi datgelu ar ôl ymuno (rhowch ddyddiad)',
		},
		{ value: 'not_disclosed', code: 'NOT', en: 'Not disclosed', cy: 'Heb ddatgelu' },
		{ value: 'not_a_dwp_customer', code: 'NA', en: 'Not a DWP customer', cy: 'Ddim yn gwsmer DWP' },
	],
	barrier: [
		{ value: 'other_health', code: 'OHL', en: 'Other health', cy: 'Iechyd arall' },
		{ value: 'offending', code: 'OFF', en: 'Offending', cy: 'Troseddu' },
		{ value: 'housing', code: 'HOU', en: 'Housing', cy: 'Tai' },
		{ value: 'other', code: 'OTH', en: 'Other (say what)', cy: 'Arall (nodwch beth)' },
	],
	housing: [
		{
			value: 'urgent_problem',
			code: 'URG',
			en: 'No home of own or urgent housing problem',
			cy: 'Dim cartref ei hun neu broblem tai frys',
		},
		{
			value: 'at_risk_of_homelessness',
			code: 'RISK',
			en: 'Has a home, at risk of homelessness in the next 8 weeks',
			cy: 'Mae ganddo gartref, mewn perygl o ddigartrefedd yn yr 8 wythnos nesaf',
		},
		{ value: 'other_problem', code: 'PRB', en: 'Other housing problem', cy: 'Problem tai arall' },
		{ value: 'no_problem', code: 'OK', en: 'No housing problem', cy: 'Dim problem tai' },
		{ value: 'not_known', code: 'NK', en: 'Not known', cy: 'Ddim yn hysbys' },
	],
	end_reason: [
		{ value: 'completed', code: 'COMP', en: 'Completed the programme', cy: 'Wedi cwblhau’r rhaglen' },
		{
			value: 'dropout',
			code: 'DROP',
			en: 'Disengaged for five weeks or more (Dropout)',
			cy: 'Heb ymgysylltu am bum wythnos neu fwy',
		},
		{ value: 'started_work', code: 'WORK', en: 'Started work', cy: 'Wedi dechrau gwaith' },
		{
			value: 'entered_treatment',
			code: 'TRT',
			en: 'Entered residential treatment or detox',
			cy: 'Wedi mynd i driniaeth breswyl neu ddadwenwyno',
		},
		{ value: 'moved_away', code: 'MOVE', en: 'Moved out of the area', cy: 'Wedi symud o’r ardal' },
		{ value: 'in_custody', code: 'CUST', en: 'In custody', cy: 'Yn y ddalfa' },
		{ value: 'health', code: 'HLTH', en: 'Health or hospital', cy: 'Iechyd neu ysbyty' },
		{ value: 'chose_to_leave', code: 'CHOS', en: 'Chose to leave', cy: 'Wedi dewis gadael' },
		{
			value: 'ended_by_supplier',
			code: 'SUPP',
			en: 'Support ended by supplier',
			cy: 'Y cyflenwr wedi dod â’r cymorth i ben',
		},
		{ value: 'not_eligible', code: 'INEL', en: 'Found not eligible', cy: 'Wedi canfod nad yw’n gymwys' },
		{ value: 'died', code: 'DIED', en: 'Died', cy: 'Wedi marw' },
		{ value: 'trial_ended', code: 'TEND', en: 'Trial ended', cy: 'Y Treial wedi dod i ben' },
		{ value: 'other', code: 'OTH', en: 'Other (say what)', cy: 'Arall (nodwch beth)' },
	],
	treatment_exit: [
		{
			value: 'completed_drug_free',
			code: '80',
			en: 'Treatment completed, drug-free',
			cy: 'Triniaeth wedi’i chwblhau, heb gyffuriau',
		},
		{
			value: 'completed_alcohol_free',
			code: '81',
			en: 'Treatment completed, alcohol-free',
			cy: 'Triniaeth wedi’i chwblhau, heb alcohol',
		},
		{
			value: 'completed_occasional_user',
			code: '82',
			en: 'Treatment completed, occasional user',
			cy: 'Triniaeth wedi’i chwblhau, defnyddiwr achlysurol',
		},
		{ value: 'transferred', code: '83', en: 'Transferred, not in custody', cy: 'Wedi’i drosglwyddo, ddim yn y ddalfa' },
		{
			value: 'transferred_in_custody',
			code: '84',
			en: 'Transferred, in custody',
			cy: 'Wedi’i drosglwyddo, yn y ddalfa',
		},
		{ value: 'dropped_out', code: '85', en: 'Dropped out', cy: 'Wedi rhoi’r gorau i driniaeth' },
		{
			value: 'withdrawn_by_provider',
			code: '86',
			en: 'Treatment withdrawn by provider',
			cy: 'Triniaeth wedi’i thynnu’n ôl gan y darparwr',
		},
		{ value: 'retained_in_custody', code: '87', en: 'Retained in custody', cy: 'Wedi’i gadw yn y ddalfa' },
		{ value: 'declined_to_start', code: '88', en: 'Declined to start treatment', cy: 'Wedi gwrthod dechrau triniaeth' },
		{ value: 'died', code: '89', en: 'Died', cy: 'Wedi marw' },
	],
	employment_programme: [
		{ value: 'restart_scheme', code: 'RST', en: 'Restart Scheme', cy: 'Cynllun Restart' },
		{
			value: 'work_and_health_programme',
			code: 'WHP',
			en: 'Work and Health Programme',
			cy: 'Y Rhaglen Gwaith ac Iechyd',
		},
		{
			value: 'intensive_personalised_employment_support',
			code: 'IPES',
			en: 'Intensive Personalised Employment Support',
			cy: 'Cymorth Cyflogaeth Dwys wedi’i Bersonoli',
		},
		{ value: 'access_to_work', code: 'AtW', en: 'Access to Work', cy: 'Mynediad at Waith' },
		{
			value: 'local_supported_employment',
			code: 'LSE',
			en: 'Local Supported Employment',
			cy: 'Cyflogaeth Dan Gymorth Lleol',
		},
		{ value: 'connect_to_work', code: 'CtW', en: 'Connect to Work', cy: 'Cysylltu â Gwaith' },
		{
			value: 'sector_based_work_academy',
			code: 'SWAP',
			en: 'Sector-based Work Academy Programme',
			cy: 'Rhaglen Academi Gwaith yn Seiliedig ar Sector',
		},
		{
			value: 'individual_placement_and_support',
			code: 'IPS',
			en: 'Individual Placement and Support',
			cy: 'Lleoliad a Chymorth Unigol',
		},
		{ value: 'other', code: 'OTH', en: 'Other', cy: 'Arall' },
	],
	training_type: [
		{
			value: 'basic_skills',
			code: 'BAS',
			en: 'English, maths or digital basics',
			cy: 'Saesneg/Cymraeg, mathemateg neu sgiliau digidol sylfaenol',
		},
		{
			value: 'english_for_other_languages',
			code: 'ESOL',
			en: 'English for speakers of other languages',
			cy: 'Saesneg i siaradwyr ieithoedd eraill',
		},
		{ value: 'employability', code: 'EMP', en: 'Employability', cy: 'Cyflogadwyedd' },
		{
			value: 'vocational',
			code: 'VOC',
			en: 'Vocational or work-related',
			cy: 'Galwedigaethol neu gysylltiedig â gwaith',
		},
		{
			value: 'licence_or_card',
			code: 'LIC',
			en: 'Licence or card (for example CSCS, SIA, forklift)',
			cy: 'Trwydded neu gerdyn',
		},
		{ value: 'traineeship', code: 'EDU1', en: 'Traineeship', cy: 'Hyfforddeiaeth' },
		{ value: 'apprenticeship', code: 'EDU2', en: 'Apprenticeship', cy: 'Prentisiaeth' },
		{ value: 'supported_internship', code: 'EDU3', en: 'Supported internship', cy: 'Interniaeth â chymorth' },
		{
			value: 'recovery_or_wellbeing',
			code: 'REC',
			en: 'Recovery, wellbeing or peer-support training',
			cy: 'Hyfforddiant adferiad, llesiant neu gymorth cymheiriaid',
		},
		{ value: 'other', code: 'OTH', en: 'Other', cy: 'Arall' },
	],
	education_type: [
		{ value: 'further_full_time', code: 'EDU4', en: 'Further education, full-time', cy: 'Addysg bellach, amser llawn' },
		{ value: 'further_part_time', code: 'EDU5', en: 'Further education, part-time', cy: 'Addysg bellach, rhan-amser' },
		{ value: 'higher', code: 'EDU6', en: 'Higher education', cy: 'Addysg uwch' },
		{
			value: 'adult_or_community',
			code: 'ACL',
			en: 'Adult or community learning',
			cy: 'Dysgu oedolion neu ddysgu cymunedol',
		},
		{ value: 'other', code: 'OTH', en: 'Other', cy: 'Arall' },
	],
	volunteering_type: [
		{
			value: 'recovery_service',
			code: 'REC',
			en: 'Recovery or treatment service',
			cy: 'Gwasanaeth adferiad neu driniaeth',
		},
		{ value: 'charity', code: 'CHA', en: 'Charity shop or charity', cy: 'Siop elusen neu elusen' },
		{ value: 'food_bank', code: 'FOO', en: 'Food bank or community kitchen', cy: 'Banc bwyd neu gegin gymunedol' },
		{ value: 'environment', code: 'ENV', en: 'Environment or gardening', cy: 'Yr amgylchedd neu arddio' },
		{
			value: 'sport_youth_or_arts',
			code: 'SPT',
			en: 'Sport, youth or arts',
			cy: 'Chwaraeon, ieuenctid neu’r celfyddydau',
		},
		{ value: 'other', code: 'OTH', en: 'Other', cy: 'Arall' },
	],
	job_hours: [
		{
			value: 'employed_16_hours_or_more',
			code: 'EMP1',
			en: 'In paid employment for 16 hours or more per week',
			cy: 'Cyflogaeth am dâl am 16 awr neu fwy yr wythnos',
		},
		{
			value: 'employed_under_16_hours',
			code: 'EMP2',
			en: 'In paid employment for less than 16 hours per week',
			cy: 'Cyflogaeth am dâl am lai nag 16 awr yr wythnos',
		},
		{
			value: 'self_employed_16_hours_or_more',
			code: 'EMP4',
			en: 'Self-employed for 16 hours or more per week',
			cy: 'Hunangyflogedig am 16 awr neu fwy yr wythnos',
		},
		{
			value: 'self_employed_under_16_hours',
			code: 'EMP5',
			en: 'Self-employed for less than 16 hours per week',
			cy: 'Hunangyflogedig am lai nag 16 awr yr wythnos',
		},
	],
	sector: [
		{
			value: 'agriculture',
			code: 'A',
			en: 'Agriculture, forestry and fishing',
			cy: 'Amaethyddiaeth, coedwigaeth a physgota',
		},
		{ value: 'mining', code: 'B', en: 'Mining and quarrying', cy: 'Mwyngloddio a chwarela' },
		{ value: 'manufacturing', code: 'C', en: 'Manufacturing', cy: 'Gweithgynhyrchu' },
		{
			value: 'energy',
			code: 'D',
			en: 'Electricity, gas, steam and air conditioning supply',
			cy: 'Cyflenwi trydan, nwy, stêm ac aerdymheru',
		},
		{
			value: 'water_and_waste',
			code: 'E',
			en: 'Water supply, sewerage, waste management and remediation activities',
			cy: 'Cyflenwi dŵr, carthffosiaeth a rheoli gwastraff',
		},
		{ value: 'construction', code: 'F', en: 'Construction', cy: 'Adeiladu' },
		{
			value: 'retail_and_wholesale',
			code: 'G',
			en: 'Wholesale and retail trade; repair of motor vehicles and motorcycles',
			cy: 'Cyfanwerthu a manwerthu; trwsio cerbydau modur',
		},
		{ value: 'transport', code: 'H', en: 'Transportation and storage', cy: 'Cludo a storio' },
		{
			value: 'accommodation_and_food',
			code: 'I',
			en: 'Accommodation and food service activities',
			cy: 'Gwasanaethau llety a bwyd',
		},
		{
			value: 'information_and_communication',
			code: 'J',
			en: 'Information and communication',
			cy: 'Gwybodaeth a chyfathrebu',
		},
		{
			value: 'finance',
			code: 'K',
			en: 'Financial and insurance activities',
			cy: 'Gweithgareddau ariannol ac yswiriant',
		},
		{ value: 'real_estate', code: 'L', en: 'Real estate activities', cy: 'Gweithgareddau eiddo tirol' },
		{
			value: 'professional',
			code: 'M',
			en: 'Professional, scientific and technical activities',
			cy: 'Gweithgareddau proffesiynol, gwyddonol a thechnegol',
		},
		{
			value: 'administrative',
			code: 'N',
			en: 'Administrative and support service activities',
			cy: 'Gwasanaethau gweinyddol a chymorth',
		},
		{
			value: 'public_administration',
			code: 'O',
			en: 'Public administration and defence; compulsory social security',
			cy: 'Gweinyddu cyhoeddus ac amddiffyn',
		},
		{ value: 'education', code: 'P', en: 'Education', cy: 'Addysg' },
		{
			value: 'health_and_social_work',
			code: 'Q',
			en: 'Human health and social work activities',
			cy: 'Iechyd dynol a gwaith cymdeithasol',
		},
		{
			value: 'arts_and_recreation',
			code: 'R',
			en: 'Arts, entertainment and recreation',
			cy: 'Y celfyddydau, adloniant a hamdden',
		},
		{ value: 'other_services', code: 'S', en: 'Other service activities', cy: 'Gweithgareddau gwasanaeth eraill' },
		{
			value: 'households',
			code: 'T',
			en: 'Activities of households as employers',
			cy: 'Gweithgareddau cartrefi fel cyflogwyr',
		},
		{
			value: 'extraterritorial',
			code: 'U',
			en: 'Activities of extraterritorial organisations and bodies',
			cy: 'Gweithgareddau sefydliadau alldiriogaethol',
		},
		{ value: 'not_known', code: 'NK', en: 'Not known', cy: 'Ddim yn hysbys' },
	],
	attendance: [
		{ value: 'attended', code: 'ATT', en: 'Attended', cy: 'Wedi mynychu' },
		{ value: 'missed', code: 'DNA', en: 'Missed without notice', cy: 'Wedi’i golli heb rybudd' },
		{
			value: 'cancelled_on_the_day',
			code: 'CLS',
			en: 'Cancelled by the mentee on the day',
			cy: 'Wedi’i ganslo gan y mentorai ar y diwrnod',
		},
		{
			value: 'cancelled_earlier',
			code: 'CLE',
			en: 'Cancelled by the mentee earlier',
			cy: 'Wedi’i ganslo’n gynharach gan y mentorai',
		},
		{
			value: 'cancelled_by_mentor',
			code: 'CLP',
			en: 'Cancelled by the peer mentor',
			cy: 'Wedi’i ganslo gan y mentor cymheiriaid',
		},
	],
	session_mode: [
		{ value: 'face_to_face', code: 'F2F', en: 'Face to face', cy: 'Wyneb yn wyneb' },
		{ value: 'digital', code: 'DIG', en: 'Digital (video or phone)', cy: 'Digidol (fideo neu ffôn)' },
	],
	consent_state: [
		{
			value: 'not_required',
			code: 'NR',
			en: 'Not required (DWP customer, public task)',
			cy: 'Ddim yn ofynnol (cwsmer DWP)',
		},
		{ value: 'given', code: 'GIV', en: 'Oral consent given', cy: 'Cydsyniad llafar wedi’i roi' },
		{ value: 'refused', code: 'REF', en: 'Consent refused', cy: 'Cydsyniad wedi’i wrthod' },
		{ value: 'withdrawn', code: 'WDR', en: 'Consent withdrawn', cy: 'Cydsyniad wedi’i dynnu’n ôl' },
		{ value: 'erased', code: 'ERA', en: 'Erased on request', cy: 'Wedi’i ddileu ar gais' },
	],
	plan_evidence: [
		{ value: 'electronic', code: 'ELE', en: 'Electronic confirmation', cy: 'Cadarnhad electronig' },
		{ value: 'wet', code: 'WET', en: 'Wet signature', cy: 'Llofnod ag inc' },
		{
			value: 'other',
			code: 'OTH',
			en: 'Other means agreed with the Buyer',
			cy: 'Dull arall y cytunwyd arno gyda’r Prynwr',
		},
	],
	personnel_change: [
		{ value: 'joined', code: 'JOIN', en: 'Joined', cy: 'Wedi ymuno' },
		{ value: 'left', code: 'LEFT', en: 'Left', cy: 'Wedi gadael' },
		{ value: 'hours_changed', code: 'HRS', en: 'Hours changed', cy: 'Oriau wedi newid' },
		{ value: 'location_changed', code: 'LOC', en: 'Location changed', cy: 'Lleoliad wedi newid' },
		{ value: 'long_term_absence', code: 'ABS', en: 'Long-term absence', cy: 'Absenoldeb hirdymor' },
		{ value: 'no_change', code: 'NIL', en: 'No change (nil return)', cy: 'Dim newid' },
	],
	language: [
		{ value: 'en-GB', code: 'EN', en: 'English', cy: 'Saesneg' },
		{ value: 'cy-GB', code: 'CY', en: 'Welsh', cy: 'Cymraeg' },
	],
	yes_no_not_known: [
		{ value: 'yes', code: 'Y', en: 'Yes', cy: 'Ydy' },
		{ value: 'no', code: 'N', en: 'No', cy: 'Nac ydy' },
		{ value: 'not_known', code: 'NK', en: 'Not known', cy: 'Ddim yn hysbys' },
	],
	working_day_calendar: [
		{ value: 'england-and-wales', code: 'EW', en: 'England and Wales', cy: 'Cymru a Lloegr' },
		{ value: 'scotland', code: 'SCT', en: 'Scotland', cy: 'Yr Alban' },
		{ value: 'northern-ireland', code: 'NI', en: 'Northern Ireland', cy: 'Gogledd Iwerddon' },
	],
	service_level: [
		{
			value: 'pmi',
			code: 'PMI',
			en: 'Performance management information (PMI)',
			cy: 'Gwybodaeth rheoli perfformiad (PMI)',
		},
		{ value: 'mentee_tracker', code: 'MT', en: 'Mentee Tracker', cy: 'Traciwr Mentoreion' },
		{ value: 'initial_meeting', code: 'IM', en: 'Initial meeting', cy: 'Cyfarfod cychwynnol' },
		{ value: 'diagnostic_interview', code: 'DI', en: 'Diagnostic Interview', cy: 'Cyfweliad diagnostig' },
		{ value: 'smart_action_plan', code: 'SAP', en: 'SMART Action Plan', cy: 'Cynllun gweithredu SMART' },
		{ value: 'four_sessions', code: 'FS', en: 'First four sessions', cy: 'Y 4 sesiwn gyntaf' },
		{ value: 'eight_sessions', code: 'ES', en: 'Eight sessions', cy: '8 sesiwn' },
		{ value: 'baseline_survey', code: 'BS', en: 'Baseline Survey', cy: 'Arolwg gwaelodlin' },
		{ value: 'fte', code: 'FTE', en: 'Peer Mentor FTE', cy: 'CALl y mentoriaid cymheiriaid' },
	],
	clock_status: [
		{ value: 'pending', code: 'PEND', en: 'Running', cy: 'Ar y gweill' },
		{ value: 'met', code: 'MET', en: 'Met', cy: 'Wedi’i fodloni' },
		{ value: 'missed', code: 'MISS', en: 'Missed', cy: 'Wedi’i fethu' },
	],
	journey_stage: [
		{ value: 'referred', code: 'REF', en: 'Referred', cy: 'Wedi’i atgyfeirio' },
		{ value: 'met', code: 'MET', en: 'Agreed to start', cy: 'Wedi cytuno i ddechrau' },
		{ value: 'not_starting', code: 'NOT', en: 'Not starting', cy: 'Ddim yn dechrau' },
		{ value: 'started', code: 'STA', en: 'Started', cy: 'Wedi dechrau' },
		{ value: 'planned', code: 'PLAN', en: 'Plan agreed', cy: 'Cynllun wedi’i gytuno' },
		{ value: 'in_support', code: 'SUP', en: 'In support', cy: 'Yn cael cymorth' },
		{ value: 'left', code: 'LEFT', en: 'Left', cy: 'Wedi gadael' },
	],
	meeting_place: [
		{ value: 'jobcentre_plus', code: 'JCP', en: 'Jobcentre Plus premises', cy: 'Safle Canolfan Byd Gwaith' },
		{ value: 'supplier_premises', code: 'SUP', en: 'Supplier premises', cy: 'Safle’r cyflenwr' },
		{ value: 'elsewhere', code: 'OTH', en: 'Another agreed place', cy: 'Lle arall y cytunwyd arno' },
		{ value: 'digital', code: 'DIG', en: 'By phone or video', cy: 'Dros y ffôn neu fideo' },
	],
	benefit_position: [
		{ value: 'claims_benefits', code: 'BEN', en: 'Claims benefits', cy: 'Yn hawlio budd-daliadau' },
		{
			value: 'unemployed_without_benefits',
			code: 'UNE',
			en: 'Unemployed, no benefits',
			cy: 'Di-waith, heb fudd-daliadau',
		},
		{ value: 'neither', code: 'NEI', en: 'Neither of these', cy: 'Dim un o’r rhain' },
	],
	action_status: [
		{ value: 'open', code: 'OPEN', en: 'Not started', cy: 'Heb ddechrau' },
		{ value: 'in_progress', code: 'PROG', en: 'In progress', cy: 'Ar y gweill' },
		{ value: 'done', code: 'DONE', en: 'Done', cy: 'Wedi’i wneud' },
		{ value: 'dropped', code: 'DROP', en: 'No longer needed', cy: 'Nid oes ei angen mwyach' },
	],
	return_status: [
		{ value: 'draft', code: 'DRA', en: 'Draft', cy: 'Drafft' },
		{ value: 'submitted', code: 'SUB', en: 'Submitted', cy: 'Wedi’i gyflwyno' },
	],
	spend_kind: [
		{ value: 'subcontractor', code: 'SUB', en: 'Subcontractor', cy: 'Is-gontractwr' },
		{ value: 'sme', code: 'SME', en: 'Small or medium enterprise (SME)', cy: 'Busnes bach neu ganolig (BBaCh)' },
	],
} as const satisfies Record<string, readonly Code[]>;

export type CodeList = keyof typeof codeLists;

/** The stored values of one list: `CodeOf<'referral_route'>` is `'jobcentre_plus' | 'third_party'`. */
export type CodeOf<List extends CodeList> = (typeof codeLists)[List][number]['value'];

/** Whether `value` is a stored value of the list. */
export function isCode<List extends CodeList>(list: List, value: unknown): value is CodeOf<List> {
	return codeLists[list].some((code) => code.value === value);
}

/** The stored value that a spreadsheet's text stands for: the value itself or its short code, in any case. */
export function parseCode<List extends CodeList>(list: List, text: string): CodeOf<List> | undefined {
	const wanted = text.trim().toLowerCase();
	const found = codeLists[list].find(
		(code) => code.value.toLowerCase() === wanted || code.code.toLowerCase() === wanted,
	);
	return found?.value as CodeOf<List> | undefined;
}

/** The stored values of a list, for messages that say what would be right. */
export function valuesOf(list: CodeList): string[] {
	return codeLists[list].map((code) => code.value);
}
