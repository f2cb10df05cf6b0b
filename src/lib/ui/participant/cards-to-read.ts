import { own } from '#lib/domain/keyed.ts';
import type { OwnCardView } from '#lib/domain/visibility/own-cards.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { m } from '#lib/i18n/words.ts';
import { numberedRounds } from './room-place.ts';

export interface RoundToRead {
	readonly round: RoundView;
	readonly cards: readonly OwnCardView[];
}

/** My cards per round, in the order of the day; rounds in which I wrote none are left out. */
export function cardsToRead(
	shared: Pick<SharedView, 'agenda' | 'rounds'>,
	mine: Pick<OwnView, 'cards'> | null
): readonly RoundToRead[] {
	const cards = Object.values(mine?.cards ?? {});
	return numberedRounds(shared)
		.map(({ round }) => ({ round, cards: cards.filter(({ roundId }) => roundId === round.id) }))
		.filter((read) => read.cards.length > 0);
}

/** How many of my cards there are to read back, and of how many I said something. */
export function readCount(
	rounds: readonly RoundToRead[],
	isRead: (card: OwnCardView) => boolean
): { readonly seen: number; readonly total: number } {
	const cards = rounds.flatMap((read) => read.cards).filter(({ redaction }) => redaction === null);
	return { seen: cards.filter(isRead).length, total: cards.length };
}

/** Where a card of mine lies on the board, in words. */
export function whereIs(card: OwnCardView, { rounds, steps }: Pick<SharedView, 'rounds' | 'steps'>): string {
	const round = own(rounds, card.roundId);
	const cluster = own(round?.clusters ?? {}, own(round?.cards ?? {}, card.id)?.clusterId ?? '');
	const step = steps.find(({ id }) => id === (cluster?.stepId ?? card.stepId));
	const places = [
		cluster ? m.room_wrap_in_stack({ title: cluster.title }) : '',
		step ? m.room_wrap_at_step({ title: step.title }) : '',
		!cluster && !step ? m.room_wrap_loose() : '',
		card.isWithoutOrigin ? m.room_wrap_without_origin() : ''
	];
	return places.filter((place) => place !== '').join(', ');
}
