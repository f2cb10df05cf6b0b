import { allCards } from '../card/card-table.ts';
import { own } from '../keyed.ts';
import { remembering } from '../remembering.ts';
import type { Card, ReadBackAnswer, Redaction } from '../card/card.ts';
import type { Round } from '../day/round.ts';
import type { Worksession } from '../worksession.ts';
import { tellsAuthors } from './card-view.ts';
import { readBackView } from './own-cards.ts';

/** A card that the facilitator wrote for somebody without a device, and can still change for them. */
export interface WrittenForView {
	readonly id: string;
	readonly participationId: string;
	readonly roundId: string;
	readonly text: string;
	readonly stepId: string | null;
	readonly tableId: string | null;
	readonly redaction: Redaction | null;
	/** What was said of it for them, looking back. */
	readonly readBack: ReadBackAnswer | null;
}

/** What a facilitator wrote for people without a device is theirs to see before the room does, unless it tells nothing of its author. */
export function writtenFor(
	state: Pick<Worksession, 'rounds' | 'participations' | 'authorVisibility'>
): Readonly<Record<string, WrittenForView>> {
	const { rounds, participations, authorVisibility } = state;
	if (!tellsAuthors(authorVisibility)) return NOTHING_WRITTEN;
	const people = Object.values(participations).filter((person) => person.isWithoutDevice);
	if (people.length === 0) return NOTHING_WRITTEN;
	return Object.fromEntries(Object.values(rounds).flatMap((round) => writtenForViews(round, participations)));
}

const NOTHING_WRITTEN: Readonly<Record<string, WrittenForView>> = {};

const writtenForViews = remembering(
	(
		round: Round,
		participations: Worksession['participations']
	): readonly (readonly [string, WrittenForView])[] =>
		allCards(round.cards).flatMap((card) => {
			const { author, isWrittenFor, isWithoutOrigin } = card;
			if (!isWrittenFor || isWithoutOrigin || author.kind !== 'participation') return [];
			const { participationId } = author;
			const isScribed = own(participations, participationId)?.isWithoutDevice === true;
			return isScribed ? [[card.id, writtenForView(card, participationId, round.id)] as const] : [];
		}),
	(_, participations) => [participations]
);

const writtenForView = remembering(
	(card: Card, participationId: string, roundId: string): WrittenForView => ({
		id: card.id,
		participationId,
		roundId,
		text: card.text,
		stepId: card.stepId,
		tableId: card.tableId,
		redaction: card.redaction,
		readBack: card.readBack && readBackView(card.readBack)
	}),
	(_, participationId, roundId) => [participationId, roundId]
);
