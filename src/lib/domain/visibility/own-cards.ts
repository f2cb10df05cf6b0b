import type { CardShelf } from '../card/card-table.ts';
import { isOwnedBy } from '../card/cards.ts';
import type { Card, ReadBackAnswer, Redaction } from '../card/card.ts';
import type { Actor, Context } from '../commands.ts';
import { remembering } from '../remembering.ts';
import type { Worksession } from '../worksession.ts';

export interface OwnCardView {
	readonly id: string;
	readonly draftId: string;
	readonly roundId: string;
	readonly text: string;
	readonly stepId: string | null;
	readonly isWithoutOrigin: boolean;
	readonly tableId: string | null;
	readonly isLate: boolean;
	readonly redaction: Redaction | null;
	readonly readBack: ReadBackAnswer | null;
}

type Owner = Pick<Context, 'proofOf'> & { readonly actor: Extract<Actor, { role: 'participant' }> };

/** Oldest first: to their writer, the order in which cards were written is no secret. */
export function ownCards(state: Worksession, owner: Owner): Readonly<Record<string, OwnCardView>> {
	const find = shelfSearch(owner);
	const views: Record<string, OwnCardView> = {};
	for (const round of Object.values(state.rounds)) {
		const cards = round.cards.flatMap(find);
		for (const card of cards.sort(byAge)) views[card.id] = ownCardView(card, round.id);
	}
	return views;
}

function byAge(a: Card, b: Card): number {
	return a.at - b.at || (a.id < b.id ? -1 : 1);
}

type OwnShelves = WeakMap<CardShelf, readonly Card[]>;

const searches = new WeakMap<Context['proofOf'], { participationId: string; found: OwnShelves }>();

/**
 * Finds whose cards lie on a shelf, and looks at each shelf once per browser: a proof is a hash, and to make one for every card
 * of a fully anonymous round whenever somebody posts would cost milliseconds.
 */
function shelfSearch(owner: Owner): (shelf: CardShelf) => readonly Card[] {
	const { participationId } = owner.actor;
	const known = searches.get(owner.proofOf);
	const found: OwnShelves = known?.participationId === participationId ? known.found : new WeakMap();
	if (found !== known?.found) searches.set(owner.proofOf, { participationId, found });
	return (shelf) => {
		const cards = found.get(shelf) ?? Object.values(shelf).filter((card) => isOwnedBy(card, owner));
		found.set(shelf, cards);
		return cards;
	};
}

const ownCardView = remembering((card: Card, roundId: string): OwnCardView => ({
	id: card.id,
	draftId: card.draftId,
	roundId,
	text: card.text,
	stepId: card.stepId,
	isWithoutOrigin: card.isWithoutOrigin,
	tableId: card.tableId,
	isLate: card.isLate,
	redaction: card.redaction,
	readBack: card.readBack && readBackView(card.readBack)
}));

export const readBackView = remembering(({ verdict, text }: ReadBackAnswer): ReadBackAnswer => ({
	verdict,
	text
}));
