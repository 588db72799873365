/** Words before or after which somebody is named: whose relation, or of which occupation. */
import { sourceOf, withMutations } from './mutations.ts';

const list = (text: string): string[] => text.trim().split(/\s*\|\s*/);

const RELATIONS = list(`
	wife|husband|partner|girlfriend|boyfriend|fiancé|fiancée|fiance|fiancee|ex|ex-wife|ex-husband|ex-partner|ex-girlfriend|
	ex-boyfriend|son|daughter|sons|daughters|child|children|baby|kid|kids|twin|twins|brother|brothers|sister|sisters|bro|sis|
	mother|father|mum|mam|mummy|mom|dad|daddy|nan|nana|nanny|gran|granny|grandma|grandad|granddad|grandpa|grandmother|
	grandfather|granddaughter|grandson|aunt|auntie|aunty|uncle|cousin|niece|nephew|friend|friends|mate|mates|pal|bestie|
	neighbour|neighbours|flatmate|housemate|roommate|lodger|colleague|boss|landlord|landlady|dealer|carer|foster carer|
	stepson|stepdaughter|stepfather|stepmother|stepdad|stepmum|step-dad|step-mum|half-brother|half-sister|godson|goddaughter|
	mother-in-law|father-in-law|sister-in-law|brother-in-law|son-in-law|daughter-in-law|sponsor|best friend
`);
const WELSH_RELATIONS = list(`
	gwraig|gŵr|partner|cariad|cymar|dyweddi|cyn-wraig|cyn-ŵr|cyn-bartner|cyn-gariad|mab|merch|meibion|merched|plentyn|plant|babi|
	bachgen|brawd|brodyr|chwaer|chwiorydd|tad|mam|taid|nain|mam-gu|tad-cu|modryb|ewythr|cefnder|cyfnither|nith|nai|ŵyr|wyres|
	ffrind|ffrindiau|cyfaill|cymydog|cymdoges|noddwr|llystad|llysfam|llysfab|llysferch|efaill|bòs|landlord|cydweithiwr|
	gofalwr|mam yng nghyfraith|tad yng nghyfraith|chwaer yng nghyfraith|brawd yng nghyfraith|ffrind gorau
`);
const OCCUPATIONS = list(`
	key worker|keyworker|support worker|social worker|case worker|caseworker|recovery worker|drug worker|outreach worker|
	youth worker|care worker|resettlement worker|family worker|probation officer|offender manager|police officer|prison officer|
	housing officer|support officer|liaison officer|officer|constable|counsellor|therapist|doctor|GP|nurse|consultant|
	psychiatrist|psychologist|pharmacist|chemist|dentist|midwife|health visitor|solicitor|lawyer|barrister|judge|magistrate|
	teacher|head teacher|headteacher|tutor|lecturer|coach|mentor|manager|line manager|supervisor|employer|foreman|adviser|
	advisor|advocate|care coordinator|coordinator|co-ordinator|governor|chaplain|vicar|priest|imam|pastor|minister|trainer|
	instructor|assessor|receptionist|warden|physio|physiotherapist|paramedic|councillor|hairdresser|facilitator
`);
const WELSH_OCCUPATIONS = list(`
	gweithiwr cymdeithasol|gweithwraig gymdeithasol|gweithiwr allweddol|gweithiwr cymorth|gweithwraig gymorth|gweithiwr achos|
	gweithiwr ieuenctid|gweithiwr adferiad|gweithiwr cyffuriau|swyddog prawf|swyddog tai|swyddog heddlu|swyddog carchar|
	swyddog cymorth|swyddog|heddwas|cwnstabl|cwnselydd|therapydd|meddyg|meddyg teulu|nyrs|seiciatrydd|seicolegydd|fferyllydd|
	deintydd|bydwraig|ymwelydd iechyd|cyfreithiwr|barnwr|athro|athrawes|tiwtor|darlithydd|anogwr gwaith|anogwr|mentor|rheolwr|
	rheolwraig|goruchwyliwr|pennaeth|cynghorydd|eiriolwr|cydlynydd|caplan|ficer|offeiriad|gweinidog|hyfforddwr|cyflogwr
`);

/** Sources of expressions, with or without a capital. */
export const RELATION = sourceOf([...RELATIONS, ...withMutations(WELSH_RELATIONS)]);
export const OCCUPATION = sourceOf([...OCCUPATIONS, ...withMutations(WELSH_OCCUPATIONS)]);
