import { remembering } from '../remembering.ts';
import type { AuthorVisibility } from '../vocabulary.ts';
import type { Card, Redaction } from '../card/card.ts';
import type { People } from './people.ts';

/** Who wrote a card, as far as the worksession's visibility tells: null is "nobody may know", also where its writer asked that of this card. */
export interface AuthorView {
	readonly name: string | null;
	readonly municipalities: readonly string[];
	/** Whom a partner comes from; empty for a municipality. */
	readonly organisation: string;
}

export interface CardView {
	readonly id: string;
	readonly text: string;
	readonly author: AuthorView | null;
	readonly stepId: string | null;
	readonly clusterId: string | null;
	/** The table at which it was written; null for the whole room. */
	readonly tableId: string | null;
	readonly isLate: boolean;
	/** Whoever leads the day keeps its text from the room; they alone have it here. */
	readonly isHidden: boolean;
	/** Put in beforehand by the facilitator. */
	readonly isPutIn: boolean;
	/** By the facilitator, for somebody without a device; false where authors are not told. */
	readonly isWrittenFor: boolean;
	/** Null while its text stands. */
	readonly redaction: Redaction | null;
}

/** A card as the room sees it, or null while it is hidden. */
export function cardView(card: Card, visibility: AuthorVisibility, people: People): CardView | null {
	return card.isShared ? sharedCardView(card, visibility, people) : null;
}

const sharedCardView = remembering(
	(card: Card, visibility: AuthorVisibility, people: People): CardView => ({
		id: card.id,
		text: card.text,
		author: authorView(card, visibility, people),
		stepId: card.stepId,
		clusterId: card.clusterId,
		tableId: card.tableId,
		isLate: card.isLate,
		isHidden: card.isHidden,
		isPutIn: card.author.kind === 'facilitator',
		isWrittenFor: card.isWrittenFor && !card.isWithoutOrigin && tellsAuthors(visibility),
		redaction: card.redaction
	}),
	(_, visibility, people) => [visibility, people.epoch]
);

/** What stands in the place of a text that the room may not read now, the same in every language. */
export const HIDDEN_TEXT = '(…)';

/** A card in a room that may not read it now: it keeps its place, dots and links, and says nothing. */
export function unreadable(view: CardView): CardView {
	return {
		id: view.id,
		text: HIDDEN_TEXT,
		author: null,
		stepId: view.stepId,
		clusterId: view.clusterId,
		tableId: view.tableId,
		isLate: false,
		isHidden: true,
		isPutIn: false,
		isWrittenFor: false,
		redaction: null
	};
}

/** Whether a card tells anything of its author, if only the municipality. Unknown visibility means nobody: only the two that tell are listed. */
export function tellsAuthors(visibility: AuthorVisibility): boolean {
	return visibility === 'open' || visibility === 'municipality';
}

function authorView(card: Card, visibility: AuthorVisibility, people: People): AuthorView | null {
	if (card.author.kind === 'unknown' || card.isWithoutOrigin || !tellsAuthors(visibility)) return null;
	const isNamed = visibility === 'open' && card.author.kind === 'participation';
	const name = isNamed ? (people.names.get(card.author.participationId) ?? null) : null;
	return { name, municipalities: card.municipalities, organisation: card.organisation };
}
