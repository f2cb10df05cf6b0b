import { allCards } from '../card/card-table.ts';
import type { Cluster, ItemRef } from '../board/item.ts';
import type { Card, ReadBackAnswer } from '../card/card.ts';
import { itemKey, itemOfCard } from '../board/items.ts';
import { own } from '../keyed.ts';
import { piecesOf, validationFault, validationOf } from './validation.ts';
import { cardView } from '../visibility/card-view.ts';
import { NOBODY } from '../visibility/people.ts';
import { closedResults } from '../visibility/vote-results.ts';
import type { RoundKind, Theme } from '../vocabulary.ts';
import type { Round } from '../day/round.ts';
import type { Worksession } from '../worksession.ts';

/**
 * What a municipality sees of a worksession by its link: what it brought in, and what became of that. Nothing of which nobody may know the
 * origin, and no text of anybody else.
 */
export interface MunicipalityView {
	readonly title: string;
	readonly theme: Theme;
	readonly date: string | null;
	readonly place: string;
	readonly isTrial: boolean;
	/** Its code. */
	readonly municipality: string;
	/** Why it cannot answer now; null when it can. */
	readonly fault: ReturnType<typeof validationFault>;
	/** In the order of the day, and then of their random ids. */
	readonly pieces: readonly PieceView[];
}

export interface PieceView {
	readonly roundId: string;
	readonly kind: RoundKind;
	readonly cardId: string;
	readonly text: string;
	/** Other municipalities brought it in as well: its text stays when this one withdraws it. */
	readonly isShared: boolean;
	readonly answer: ReadBackAnswer | null;
	/** Title of the step it lies at. */
	readonly step: string | null;
	/** The stack it lies in. */
	readonly stack: {
		readonly title: string | null;
		readonly cards: number;
		readonly municipalities: number;
	} | null;
	/** Of what it is part of, once the round has voted. */
	readonly dots: number | null;
	/** Titles of the product ideas that rest on it. */
	readonly ideas: readonly string[];
	/** What was decided on those. */
	readonly decisions: readonly string[];
}

export function municipalityView(state: Worksession, code: string): MunicipalityView {
	const { title, theme, date, place } = state.facts;
	const order = state.agenda.map(({ id }) => id);
	const pieces = piecesOf(state, code).toSorted(
		(a, b) => order.indexOf(a.roundId) - order.indexOf(b.roundId) || (a.id < b.id ? -1 : 1)
	);
	return {
		title,
		theme,
		date,
		place,
		isTrial: state.isTrial,
		municipality: code,
		fault: validationFault(state, code),
		pieces: pieces.flatMap((card) => {
			const round = own(state.rounds, card.roundId);
			return round ? [pieceView(state, code, round, card)] : [];
		})
	};
}

function pieceView(state: Worksession, code: string, round: Round, card: Card): PieceView {
	const item = itemOfCard(card);
	const cluster = card.clusterId === null ? undefined : own(round.clusters, card.clusterId);
	const stepId = cluster ? cluster.stepId : card.stepId;
	const ideas = ideasOn(state, item);
	const answer = own(validationOf(state, code).answers, card.id);
	return {
		roundId: round.id,
		kind: round.kind,
		cardId: card.id,
		text: card.text,
		isShared: card.municipalities.length > 1,
		answer: answer ? { verdict: answer.verdict, text: answer.text } : null,
		step: state.steps.find(({ id }) => id === stepId)?.title ?? null,
		stack: cluster ? stackView(state, code, round, cluster) : null,
		dots: dotsOn(state, round, item),
		ideas: ideas.map((idea) => idea.title),
		decisions: state.decisions
			.filter(({ ideaId }) => ideas.some(({ id }) => id === ideaId))
			.map((decision) => decision.text)
	};
}

function dotsOn(state: Worksession, round: Round, item: ItemRef): number | null {
	const results = closedResults(round, state) ?? {};
	return Object.keys(results).length === 0 ? null : (own(results, itemKey(item))?.dots ?? 0);
}

/** Its title is left out where it is the text of somebody else's card. */
function stackView(
	{ authorVisibility }: Worksession,
	code: string,
	{ cards }: Round,
	{ id, title }: Cluster
): NonNullable<PieceView['stack']> {
	const members = allCards(cards).filter(({ clusterId }) => clusterId === id);
	const views = members.flatMap((card) => cardView(card, authorVisibility, NOBODY) ?? []);
	const isCopied = views.some(
		({ text, author }) => !author?.municipalities.includes(code) && text.trim().startsWith(title.trim())
	);
	const municipalities = new Set(views.flatMap(({ author }) => author?.municipalities ?? []));
	return { title: isCopied ? null : title, cards: views.length, municipalities: municipalities.size };
}

/** Made from it or for it, or for a need that solves it. */
function ideasOn({ ideas, links }: Worksession, item: ItemRef): Worksession['ideas'] {
	const key = itemKey(item);
	const needs = Object.values(links)
		.filter(({ bottleneck }) => itemKey(bottleneck) === key)
		.map(({ need }) => itemKey(need));
	const keys = new Set([key, ...needs]);
	return ideas.filter((idea) => [...idea.needs, ...idea.from].some((known) => keys.has(itemKey(known.item))));
}
