import { movedDots } from '../choose/ballots.ts';
import type { ItemRef, NeedLink, RoundItem } from './item.ts';
import { allCards, cardOf } from '../card/card-table.ts';
import { own, without } from '../keyed.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import type { EarlierVote } from '../choose/ballot.ts';
import type { ProductIdea } from '../choose/idea.ts';
import type { Round } from '../day/round.ts';
import type { Worksession } from '../worksession.ts';

/** Items are what the board shows as one piece: a loose card, or a cluster with the cards in it. */

/** The key under which dots and links keep an item. */
export function itemKey(item: ItemRef): string {
	return `${item.kind}:${item.id}`;
}

/** The item a card is part of: its cluster, or the card itself. */
export function itemOfCard(card: { readonly id: string; readonly clusterId: string | null }): ItemRef {
	return card.clusterId === null ? { kind: 'card', id: card.id } : { kind: 'cluster', id: card.clusterId };
}

/** True for a cluster, or a card that the room can see and that lies in no cluster. */
export function isLooseItem(round: Round, item: ItemRef): boolean {
	if (item.kind === 'cluster') return own(round.clusters, item.id) !== undefined;
	const card = cardOf(round.cards, item.id);
	return card !== undefined && card.isShared && card.clusterId === null;
}

/** True for a cluster or any card that the room can see. */
export function isVisibleItem(round: Round, item: ItemRef): boolean {
	if (item.kind === 'cluster') return own(round.clusters, item.id) !== undefined;
	return cardOf(round.cards, item.id)?.isShared === true;
}

/** Ids of the cards an item stands for. */
export function cardIdsOf(round: Round, item: ItemRef): readonly string[] {
	if (item.kind === 'card') return [item.id];
	return allCards(round.cards)
		.filter((card) => card.clusterId === item.id)
		.map((card) => card.id);
}

/** Drops items that are no more, with the dots and links on them; the dots go back to their givers. */
export function withoutItems(state: Worksession, roundId: string, gone: readonly ItemRef[]): Worksession {
	return mergedItems(state, roundId, gone, null);
}

/**
 * Items that became part of another one: dots and links go along. What exceeds the maximum per item goes back to its giver, so that
 * a budget is never exceeded. Without a target the dots and links end.
 */
export function mergedItems(
	state: Worksession,
	roundId: string,
	gone: readonly ItemRef[],
	target: ItemRef | null
): Worksession {
	const round = roundOf(state, roundId);
	const goneKeys = new Set(gone.map(itemKey));
	const clusters = gone
		.filter((item) => item.kind === 'cluster')
		.reduce((kept, item) => without(kept, item.id), round.clusters);
	const itemMax = round.settings.dotsPerItemMax;
	const targetKey = target && itemKey(target);
	const votes = {
		votedOn: movedKeys(round.votedOn, goneKeys, targetKey),
		ballots: movedDots(round.ballots, goneKeys, targetKey, itemMax),
		earlierVotes: round.earlierVotes.map((vote) => movedVote(vote, goneKeys, targetKey))
	};
	const links = movedLinks(state.links, goneKeys, target);
	const ideas = movedIdeas(state.ideas, goneKeys, target);
	const codes = keptCodes(round.codes, gone, target);
	const moved = withRound({ ...state, ideas }, { ...round, clusters, codes, ...votes });
	const isLost = state.spotlight?.roundId === roundId && goneKeys.has(itemKey(state.spotlight.item));
	const spotlight = isLost && target ? { roundId, item: target } : isLost ? null : state.spotlight;
	return links === state.links && spotlight === state.spotlight ? moved : { ...moved, links, spotlight };
}

/** A card in a cluster keeps its codes, for when it is taken out; what is no more loses them. */
function keptCodes(codes: Round['codes'], gone: readonly ItemRef[], target: ItemRef | null): Round['codes'] {
	const ended = gone.filter((item) => target === null || item.kind === 'cluster').map(itemKey);
	return ended.reduce((kept, key) => (own(kept, key) ? without(kept, key) : kept), codes);
}

/** A vote that was held keeps every dot that lies on something still. */
function movedVote(vote: EarlierVote, goneKeys: ReadonlySet<string>, targetKey: string | null): EarlierVote {
	const ballots = movedDots(vote.ballots, goneKeys, targetKey, Infinity);
	const votedOn = movedKeys(vote.votedOn, goneKeys, targetKey);
	return ballots === vote.ballots && votedOn === vote.votedOn ? vote : { ...vote, ballots, votedOn };
}

/** What is voted on, once some of it became part of another item; everything again when nothing is left of it. */
function movedKeys(
	keys: Round['votedOn'],
	goneKeys: ReadonlySet<string>,
	targetKey: string | null
): Round['votedOn'] {
	if (!keys?.some((key) => goneKeys.has(key))) return keys;
	const kept = new Set(
		keys.map((key) => (goneKeys.has(key) ? targetKey : key)).filter((key) => key !== null)
	);
	return kept.size > 0 ? [...kept] : null;
}

function movedLinks(
	links: Worksession['links'],
	goneKeys: ReadonlySet<string>,
	target: ItemRef | null
): Worksession['links'] {
	const touched = Object.values(links).some((link) => isTouched(link, goneKeys));
	if (!touched) return links;
	const moved = Object.values(links).flatMap((link) => {
		if (!isTouched(link, goneKeys)) return [link];
		if (!target) return [];
		const need = goneKeys.has(itemKey(link.need)) ? target : link.need;
		const bottleneck = goneKeys.has(itemKey(link.bottleneck)) ? target : link.bottleneck;
		return [{ ...link, need, bottleneck }];
	});
	return Object.fromEntries(moved.map((link) => [linkKey(link), link]));
}

/** Needs and origins of ideas follow what they rest on; an idea itself stays when that is no more. */
function movedIdeas(
	ideas: Worksession['ideas'],
	goneKeys: ReadonlySet<string>,
	target: ItemRef | null
): Worksession['ideas'] {
	const restsOn = ({ needs, from }: ProductIdea): boolean =>
		[...needs, ...from].some(({ item }) => goneKeys.has(itemKey(item)));
	if (!ideas.some(restsOn)) return ideas;
	return ideas.map((idea) =>
		restsOn(idea)
			? {
					...idea,
					needs: movedItems(idea.needs, goneKeys, target),
					from: movedItems(idea.from, goneKeys, target)
				}
			: idea
	);
}

function movedItems(
	items: readonly RoundItem[],
	goneKeys: ReadonlySet<string>,
	target: ItemRef | null
): readonly RoundItem[] {
	const moved = new Map<string, RoundItem>();
	for (const { roundId, item } of items) {
		const kept = goneKeys.has(itemKey(item)) ? target : item;
		if (kept) moved.set(itemKey(kept), { roundId, item: kept });
	}
	return [...moved.values()];
}

function isTouched(link: NeedLink, goneKeys: ReadonlySet<string>): boolean {
	return goneKeys.has(itemKey(link.need)) || goneKeys.has(itemKey(link.bottleneck));
}

/** The key of a link; linking the same pair twice is one link. */
export function linkKey(link: Pick<NeedLink, 'need' | 'bottleneck'>): string {
	return `${itemKey(link.need)}>${itemKey(link.bottleneck)}`;
}

/** The item of a key. */
export function itemOfKey(key: string): ItemRef {
	const [kind = '', id = ''] = key.split(':', 2);
	return { kind: kind === 'cluster' ? 'cluster' : 'card', id };
}

/** An item as people read it. */
interface Titled {
	/** Of the cluster, or the text of the card. */
	readonly title: string;
	readonly cards: readonly { readonly id: string; readonly text: string }[];
}

/** What cards are called together: the title of a stack that is among them whole, the text of any other card. */
export function titlesOf(items: readonly Titled[], cardIds: readonly string[]): readonly string[] {
	const ids = new Set(cardIds);
	return items.flatMap(({ title, cards }) => {
		const here = cards.filter(({ id }) => ids.has(id));
		return here.length === cards.length ? [title] : here.map(({ text }) => text);
	});
}
