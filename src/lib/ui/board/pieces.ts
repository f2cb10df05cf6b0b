import type { ItemCodes } from '#lib/domain/board/item.ts';
import type { Keyed } from '#lib/domain/keyed.ts';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import { codesText } from '#lib/i18n/code-words.ts';
import type { BoardItem } from './board-columns.ts';

/** All that a list of the board draws of one card or stack. */
export interface Piece {
	/** Item key. */
	readonly key: string;
	/** Null for a stack. */
	readonly card: CardView | null;
	/** Null for a card, also for one in a stack. */
	readonly stack: BoardItem | null;
	/** Out of view, because something else is looked for. */
	readonly isOut: boolean;
	readonly isChosen: boolean;
	readonly isLit: boolean;
	/** In the reader's own hand. */
	readonly isHeld: boolean;
	/** With whom it is who picked it up elsewhere; empty for nobody. */
	readonly away: string;
	/** Whether what is held would land on it. */
	readonly isLandedOn: boolean;
	/** Whether Tab stops here; one piece of a list. */
	readonly isTabStop: boolean;
	/** Words about its links and about its category; empty for none. */
	readonly links: string;
	readonly codes: string;
	readonly isParked: boolean;
	/** The cards of a stack that is open. */
	readonly inside: readonly Piece[] | null;
}

/** What goes on at a board besides what lies on it, by item key. Read once for a whole list: each reading of a signal counts, times 500. */
export interface BoardSigns {
	/** The items in view. */
	readonly found: ReadonlySet<BoardItem>;
	readonly chosen: ReadonlySet<string>;
	readonly held: ReadonlySet<string>;
	/** With whom a piece is that somebody else picked up. */
	readonly away: ReadonlyMap<string, string>;
	readonly lit: string | null;
	/** Where what is held would land. */
	readonly landing: string | null;
	readonly tabStop: string | undefined;
	readonly links: ReadonlyMap<string, string>;
	readonly codes: Keyed<ItemCodes>;
	/** Ids of cards on the parking lot, and of stacks that are open. */
	readonly parked: ReadonlySet<string>;
	readonly open: ReadonlySet<string>;
}

/** What a list draws of these items. */
export function piecesOf(items: readonly BoardItem[], signs: BoardSigns): readonly Piece[] {
	return items.map((item) => {
		const isOut = !signs.found.has(item);
		const [first] = item.cards;
		if (item.ref.kind === 'card' && first) return cardPiece(first, item.key, isOut, signs);
		const isParked = item.cards.some(({ id }) => signs.parked.has(id));
		const inside = signs.open.has(item.ref.id)
			? item.cards.map((card) => cardPiece(card, `card:${card.id}`, isOut, signs))
			: null;
		return { ...marksOf(item.key, signs), card: null, stack: item, isOut, isParked, inside };
	});
}

function cardPiece(card: CardView, key: string, isOut: boolean, signs: BoardSigns): Piece {
	return {
		...marksOf(key, signs),
		card,
		stack: null,
		isOut,
		isParked: signs.parked.has(card.id),
		inside: null
	};
}

function marksOf(
	key: string,
	signs: BoardSigns
): Omit<Piece, 'card' | 'stack' | 'isOut' | 'isParked' | 'inside'> {
	const given = signs.codes[key];
	return {
		key,
		isChosen: signs.chosen.has(key),
		isLit: key === signs.lit,
		isHeld: signs.held.has(key),
		away: signs.away.get(key) ?? '',
		isLandedOn: key === signs.landing,
		isTabStop: key === signs.tabStop,
		links: signs.links.get(key) ?? '',
		codes: given ? codesText(given) : ''
	};
}

/**
 * Remembers what it gave last, and gives a piece of which nothing changed as the same object. What is drawn follows from its piece alone,
 * so that of a board of 500 a change of one draws one.
 */
export class PieceMemory {
	#last: ReadonlyMap<string, Piece> = new Map();

	/** These pieces, those of open stacks included. */
	kept(pieces: readonly Piece[]): readonly Piece[] {
		const now = new Map<string, Piece>();
		const kept = pieces.map((piece) => this.#keep(piece, now));
		this.#last = now;
		return kept;
	}

	#keep(piece: Piece, now: Map<string, Piece>): Piece {
		const last = this.#last.get(piece.key);
		const inside = piece.inside?.map((card) => this.#keep(card, now)) ?? null;
		const made = inside ? { ...piece, inside } : piece;
		const kept = last && isSame(last, made) ? last : made;
		now.set(piece.key, kept);
		return kept;
	}
}

function isSame(a: Piece, b: Piece): boolean {
	for (const name in a) {
		const field = name as keyof Piece;
		if (field !== 'inside' && !Object.is(a[field], b[field])) return false;
	}
	return isSameList(a.inside, b.inside);
}

function isSameList(a: readonly Piece[] | null, b: readonly Piece[] | null): boolean {
	if (!a || !b) return a === b;
	return a.length === b.length && a.every((piece, index) => piece === b[index]);
}
