import type { ExistingExample } from '#lib/domain/compare/candidates.ts';
import type { DealFacts, ProductIdea } from '#lib/domain/choose/idea.ts';
import type { PracticeExample } from '#lib/domain/day/example.ts';
import { DEAL_TEXTS, type DealText } from '#lib/domain/choose/data-deal.ts';
import { INTERESTS, type Interest, type PrivacyCheck, type ProductForm } from '#lib/domain/vocabulary.ts';
import { longDate } from './calendar.ts';
import { MATURITY_NAMES } from './dossier-words.ts';
import { municipalitiesText } from './names.ts';
import { m, type Word } from './words.ts';

/** What the forms of a product idea are called, what each means, and what is known of an idea as rows to read. */

export const FORM_NAMES: Readonly<Record<ProductForm, Word>> = {
	instrument: m.common_form_instrument,
	werkwijze: m.common_form_werkwijze,
	datadeal: m.common_form_datadeal
};

export const FORM_DETAILS: Readonly<Record<ProductForm, Word>> = {
	instrument: m.common_form_instrument_detail,
	werkwijze: m.common_form_werkwijze_detail,
	datadeal: m.common_form_datadeal_detail
};

export const PRIVACY_CHECK_NAMES: Readonly<Record<PrivacyCheck, () => string>> = {
	nodig: m.common_idea_privacy_nodig,
	'niet-nodig': m.common_idea_privacy_niet_nodig,
	'weet-niet': m.common_idea_privacy_weet_niet
};

export const DEAL_LABELS: Readonly<Record<DealText, () => string>> = {
	parties: m.common_deal_parties,
	dataset: m.common_deal_dataset,
	definitions: m.common_deal_definitions,
	frequency: m.common_deal_frequency,
	quality: m.common_deal_quality,
	costs: m.common_deal_costs,
	term: m.common_deal_term,
	exit: m.common_deal_exit
};

export interface IdeaRow {
	readonly label: string;
	readonly text: string;
}

const INTEREST_NAMES: Readonly<Record<Interest, () => string>> = {
	zeker: m.common_interest_zeker,
	misschien: m.common_interest_misschien
};

/** Which municipalities want to take part, and how sure each is; empty when none said so. */
export function interestsText(interests: ProductIdea['interests']): string {
	const said = INTERESTS.flatMap((interest) => {
		const codes = Object.keys(interests).filter((code) => interests[code] === interest);
		return codes.length > 0 ? [`${INTEREST_NAMES[interest]()}: ${municipalitiesText(codes)}`] : [];
	});
	return said.join('; ');
}

/** How many want to take part, and how many of them are sure. */
export function interestCountText(interests: ProductIdea['interests']): string {
	const all = Object.values(interests);
	const sure = all.filter((interest) => interest === 'zeker').length;
	return m.common_idea_joining_count({ count: all.length, sure });
}

/** Where it is there already: each practice example by its name, after the municipalities that have it. */
export function examplesText(examples: readonly Pick<PracticeExample, 'name' | 'municipalities'>[]): string {
	return examples
		.map(({ name, municipalities }) =>
			municipalities.length === 0
				? name
				: m.common_idea_example({ municipalities: municipalitiesText(municipalities), name })
		)
		.join('; ');
}

/** The same on a list of candidates: the municipalities, or else the name, and how far it is where its dossier tells. */
export function existingText({ name, municipalities, maturity }: ExistingExample): string {
	const where = municipalities.length === 0 ? name : municipalitiesText(municipalities);
	return maturity === null ? where : `${where} · ${MATURITY_NAMES[maturity]()}`;
}

/** What is known of an idea beside its title, form and needs. What a municipality brings itself is always said, the rest where it was filled in. */
export function ideaRows(
	idea: Pick<ProductIdea, 'ownPart' | 'nationalPart' | 'privacyCheck' | 'deal' | 'interests'>,
	examples: Parameters<typeof examplesText>[0]
): readonly IdeaRow[] {
	const { ownPart, nationalPart, privacyCheck, deal } = idea;
	const rows = [
		{ label: m.common_idea_exists(), text: examplesText(examples) },
		{ label: m.common_idea_own_part(), text: ownPart || m.common_idea_open() },
		{ label: m.common_idea_national_part(), text: nationalPart },
		{
			label: m.common_idea_privacy(),
			text: privacyCheck === null ? '' : PRIVACY_CHECK_NAMES[privacyCheck]()
		},
		...(deal ? dealRows(deal) : []),
		{ label: m.common_idea_joining(), text: interestsText(idea.interests) }
	];
	return rows.filter(({ text }) => text !== '');
}

function dealRows(deal: DealFacts): readonly IdeaRow[] {
	const evaluateOn = deal.evaluateOn === null ? '' : longDate(deal.evaluateOn);
	return [
		...DEAL_TEXTS.map((text) => ({ label: DEAL_LABELS[text](), text: deal[text] })),
		{ label: m.common_deal_evaluate_on(), text: evaluateOn }
	];
}
