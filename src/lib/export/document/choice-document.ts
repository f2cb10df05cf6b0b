import {
	SCALING_QUESTIONS,
	type Candidate,
	type ChainItem,
	type ChoiceReach
} from '#lib/domain/compare/candidates.ts';
import type { EvidenceCard } from '#lib/domain/compare/compared-cards.ts';
import type { Place } from '#lib/domain/programme/programme-acts.ts';
import { CATEGORY_NAMES } from '#lib/i18n/code-words.ts';
import { existingText, interestsText } from '#lib/i18n/idea-words.ts';
import { municipalitiesText, originText } from '#lib/i18n/names.ts';
import { formatDate, formatDecimal, getLocale, m } from '#lib/i18n/words.ts';
import { heading, list, paragraphs, type Block, type Document } from './document.ts';

/** The decision sheet to read and to sign: every idea with its choice and reason, and what it rests on. */
export interface Choice {
	/** When the sheet is made (epoch ms). */
	readonly now: number;
	readonly sessions: number;
	/** How many municipalities took part. */
	readonly municipalities: number;
	/** In the order of the page. */
	readonly candidates: readonly Candidate[];
	readonly reach: ChoiceReach;
}

export function choiceDocument(choice: Choice): Document {
	const { now, sessions, municipalities, candidates, reach } = choice;
	const chosen = candidates.filter(({ place }) => place === 'chosen');
	return {
		title: m.compare_sheet_title(),
		language: getLocale(),
		blocks: [
			heading(1, m.compare_sheet_title()),
			...paragraphs(
				m.compare_sheet_sum({
					date: formatDate(now),
					sessions: m.compare_sessions({ count: sessions }),
					municipalities: m.common_municipalities({ count: municipalities }),
					ideas: m.compare_ideas({ count: candidates.length })
				}),
				candidates.length === 0 ? m.compare_sheet_none_text() : ''
			),
			...overview(choice),
			...(chosen.length > 0 ? balance(reach, municipalities) : []),
			...candidates.flatMap((candidate) => candidateBlocks(candidate, municipalities))
		]
	};
}

function overview({ candidates, municipalities }: Choice): readonly Block[] {
	if (candidates.length === 0) return [];
	const columns = [
		{ heading: m.compare_sheet_idea(), isNumber: false },
		{ heading: m.compare_sheet_asking(), isNumber: true },
		{ heading: m.compare_sheet_worth(), isNumber: true },
		{ heading: m.compare_sheet_effort(), isNumber: true },
		{ heading: m.compare_sheet_scaling(), isNumber: true },
		{ heading: m.compare_sheet_choice_only(), isNumber: false }
	];
	const rows = candidates.map((candidate) => [
		candidate.title,
		asking(candidate, municipalities),
		mean(candidate.worth),
		mean(candidate.effort),
		candidate.scalingYes === null
			? m.compare_not_rated()
			: m.compare_sheet_of({ count: candidate.scalingYes, total: SCALING_QUESTIONS }),
		PLACES[candidate.place]()
	]);
	return [heading(2, m.compare_sheet_caption()), { kind: 'table', columns, rows }];
}

function balance(reach: ChoiceReach, total: number): readonly Block[] {
	const of = (count: number, all: number) => m.compare_sheet_of({ count, total: all });
	return [
		heading(2, m.compare_balance()),
		...list([
			`${of(reach.municipalities.length, total)} ${m.compare_balance_municipalities()}`,
			`${of(reach.covered.length, reach.biggest.length)} ${m.compare_balance_biggest()}`
		]),
		...paragraphs(
			reach.missed.length > 0 ? `${m.compare_balance_missed()} ${municipalitiesText(reach.missed)}.` : ''
		)
	];
}

function candidateBlocks(candidate: Candidate, total: number): readonly Block[] {
	const { title, place, placement, chain, municipalities, ownPart, others, sessionTitle, examples } =
		candidate;
	const joining = interestsText(candidate.interests);
	const days = [sessionTitle, ...others.map((other) => other.sessionTitle)];
	const rests = chain.cards.length > 0;
	return [
		heading(2, title),
		...paragraphs(
			[PLACES[place](), placement?.reason ?? ''].filter((part) => part !== '').join(': '),
			rests
				? `${m.compare_candidate_asking()} ${asking(candidate, total)}: ${municipalitiesText(municipalities)}.`
				: m.compare_chain_none(),
			joining === '' ? '' : `${m.common_idea_joining()}: ${joining}`,
			examples.length === 0 ? '' : `${m.common_idea_exists()}: ${examples.map(existingText).join('; ')}`,
			ownPart === '' ? '' : `${m.compare_candidate_own()} ${ownPart}`,
			`${m.compare_candidate_from()} ${days.join(', ')}`
		),
		...chainBlocks(m.compare_chain_needs({ count: chain.needs.length }), chain.needs),
		...chainBlocks(m.compare_chain_bottlenecks({ count: chain.bottlenecks.length }), chain.bottlenecks),
		...(rests
			? [heading(3, m.common_cards({ count: chain.cards.length })), ...list(chain.cards.map(cardItem))]
			: [])
	];
}

function chainBlocks(title: string, items: readonly ChainItem[]): readonly Block[] {
	if (items.length === 0) return [];
	return [
		heading(3, title),
		...list(
			items.map((item) => ({ text: item.title, about: item.category ? CATEGORY_NAMES[item.category]() : '' }))
		)
	];
}

function cardItem({ text, municipalities, organisation, sessionTitle }: EvidenceCard) {
	const origin = municipalities ? originText({ municipalities, organisation: organisation ?? '' }) : '';
	return { text, about: [origin, sessionTitle].filter((part) => part !== '').join(' · ') };
}

function asking({ municipalities }: Candidate, total: number): string {
	return m.compare_sheet_of({ count: municipalities.length, total });
}

function mean(of: number | null): string {
	return of === null ? m.compare_not_rated() : formatDecimal(of);
}

const PLACES: Readonly<Record<Place, () => string>> = {
	long: m.compare_long_list,
	short: m.compare_short_list,
	chosen: m.compare_chosen,
	dismissed: m.compare_to_dismissed
};
