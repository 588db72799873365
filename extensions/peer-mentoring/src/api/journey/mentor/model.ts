import type { AskedStep } from '../../../domain/journey/asked-step.ts';
import type { Knex } from 'knex';
import type { Step } from '../../../domain/journey/mentor-steps.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { readSteps } from '../../../storage/journey/mentor-steps.ts';
import { readCollections, readTranslations } from '../../../storage/platform/data-model.ts';
import { readForms, readGrants, readLinks, type StoredField } from '../../../storage/platform/forms.ts';
import { helpTextsOf } from '../../../storage/platform/help-texts.ts';
import type { Mentor } from './access.ts';
import { partOf, type Overview } from './parts.ts';

/** Everything that the forms are made from, as it is now: nothing is kept from one request to the next. */
export interface Forms {
	language: Language;
	steps: readonly Step[];
	fields: ReadonlyMap<string, readonly StoredField[]>;
	/** Of fields that lead to another record, by `collection.field`. */
	links: ReadonlyMap<string, string>;
	grants: ReadonlyMap<string, ReadonlySet<string>>;
	/** Words in the language of whoever asks, by their key. */
	texts: ReadonlyMap<string, string>;
	/** How a row of a collection is called. */
	templates: ReadonlyMap<string, string | null>;
	/** What the reader’s Supplier says under fields, by `collection.field`. */
	helpTexts: ReadonlyMap<string, string>;
	overview: Overview;
}

export async function readFormsFor(
	knex: Knex,
	{ user, supplier, language, overview }: Pick<Mentor, 'user' | 'supplier' | 'language'> & { overview: Overview },
): Promise<Forms> {
	const steps = await readSteps(knex);
	const collections = [...new Set(steps.flatMap(({ parts }) => parts.map(({ collection }) => collection)))];
	const fields = Map.groupBy(await readForms(knex, collections), ({ collection }) => collection);
	const links = await readLinks(knex, collections);
	const grants = await readGrants(knex, user, collections);
	const texts = new Map((await readTranslations(knex, language)).map(({ key, value }) => [`$t:${key}`, value]));
	const templates = new Map((await readCollections(knex)).map(({ collection, template }) => [collection, template]));
	const helpTexts = await helpTextsOf(knex, supplier, language);
	return { language, steps, fields, links, grants, texts, templates, helpTexts, overview };
}

/** The steps that somebody can take, with what each asks; one of which nothing may be written is left out. */
export function askedSteps(forms: Forms): AskedStep[] {
	const own = forms.language === 'cy-GB' ? 'cy' : 'en';
	return forms.steps
		.map((step) => {
			const intro = step[`intro_${own}`] ?? undefined;
			const parts = step.parts.flatMap((part) => partOf(part, forms) ?? []);
			const words = { title: step[`title_${own}`], button: step[`button_${own}`], ...(intro && { intro }) };
			return { key: step.id, about: step.about, stages: step.stages, ...words, parts };
		})
		.filter(({ parts }) => parts.length > 0);
}
