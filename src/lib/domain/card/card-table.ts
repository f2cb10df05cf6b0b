import { mapChanged, own, without, type Keyed } from '../keyed.ts';
import type { Card } from './card.ts';

/**
 * The cards of a round, on shelves by id: posting a card copies its shelf, not the round. As one record, the 1,500th card of a round
 * cost twenty times the hundredth. Cards that did not change keep their reference, and so do their shelves.
 */
export type CardTable = readonly CardShelf[];
export type CardShelf = Keyed<Card>;

const SHELVES = 64;

export const NO_CARDS: CardTable = Object.freeze(Array.from({ length: SHELVES }, () => Object.freeze({})));

/** The card with this id, if there is one. */
export function cardOf(cards: CardTable, id: string): Card | undefined {
	return own(cards[shelfOf(id)] ?? {}, id);
}

/** All cards, in no order that means anything. */
export function allCards(cards: CardTable): readonly Card[] {
	return cards.flatMap((shelf) => Object.values(shelf));
}

/** The table with this card added, or in the place of the one with its id. */
export function withCard(cards: CardTable, card: Card): CardTable {
	const index = shelfOf(card.id);
	return cards.with(index, { ...cards[index], [card.id]: card });
}

export function withoutCard(cards: CardTable, id: string): CardTable {
	const index = shelfOf(id);
	return cards.with(index, without(cards[index] ?? {}, id));
}

/** The table with some cards replaced by what `change` makes of them. */
export function withCardsChanged(
	cards: CardTable,
	ids: Iterable<string>,
	change: (card: Card) => Card
): CardTable {
	let changed = cards;
	for (const id of new Set(ids)) {
		const card = cardOf(cards, id);
		const next = card && change(card);
		if (next && next !== card) changed = withCard(changed, next);
	}
	return changed;
}

/** Every card replaced by what `change` makes of it; the table keeps its reference when none changed. */
export function mapCards(cards: CardTable, change: (card: Card) => Card): CardTable {
	const mapped = cards.map((shelf) => mapChanged(shelf, change));
	return mapped.some((shelf, index) => shelf !== cards[index]) ? mapped : cards;
}

/** A table of these cards. */
export function tableOf(cards: Iterable<Card>): CardTable {
	const shelves = Array.from({ length: SHELVES }, (): Record<string, Card> => ({}));
	for (const card of cards) {
		const shelf = shelves[shelfOf(card.id)];
		if (shelf) shelf[card.id] = card;
	}
	return shelves;
}

/** Ids are random, so any two of their characters spread them well enough. */
function shelfOf(id: string): number {
	const last = id.length - 1;
	return (id.charCodeAt(last) * 31 + id.charCodeAt(last - 1) * 7) % SHELVES || 0;
}
