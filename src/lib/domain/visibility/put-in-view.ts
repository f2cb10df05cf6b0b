import { remembering } from '../remembering.ts';
import type { Card, Redaction } from '../card/card.ts';
import type { Round } from '../day/round.ts';

/** A card that was put in beforehand and that the room has not seen yet. */
export interface PutInCardView {
	readonly id: string;
	readonly roundId: string;
	readonly text: string;
	readonly municipalities: readonly string[];
	readonly redaction: Redaction | null;
}

/** What a facilitator put in is theirs to see before the room does. */
export const putInViews = remembering((round: Round): readonly (readonly [string, PutInCardView])[] =>
	round.cards.flatMap((shelf) =>
		Object.values(shelf).flatMap((card) =>
			card.author.kind === 'facilitator' && !card.isShared
				? [[card.id, putInView(card, round.id)] as const]
				: []
		)
	)
);

const putInView = remembering((card: Card, roundId: string): PutInCardView => ({
	id: card.id,
	roundId,
	text: card.text,
	municipalities: card.municipalities,
	redaction: card.redaction
}));
