import { isLooseItem } from '#lib/domain/board/items.ts';
import type { Card } from '#lib/domain/card/card.ts';
import type { Round } from '#lib/domain/day/round.ts';
import type { AuthorVisibility } from '#lib/domain/vocabulary.ts';
import { type Who, participationId } from './worksession.ts';

/** Whose something is, told apart from the rules that the laws test. */

export const ANONYMOUS: readonly AuthorVisibility[] = ['anonymous-in-room', 'fully-anonymous'];

export function isOf({ author }: Card, id: string): boolean {
	return author.kind === 'participation' && author.participationId === id;
}

/** Whether a person, or for a card that was put in the facilitator, is known as its writer. */
export function isBy(card: Card, who: Who): boolean {
	if (card.author.kind === 'facilitator') return who === 'facilitator';
	return isOf(card, participationId(who));
}

export function isStillThere(round: Round, key: string): boolean {
	const [kind, id] = key.split(':');
	return isLooseItem(round, { kind: kind === 'cluster' ? 'cluster' : 'card', id: id ?? '' });
}
