import type { CommandOf } from '#lib/domain/commands.ts';
import { openRating } from '#lib/domain/choose/ratings.ts';
import { CRITERIA, RATING_KINDS, SCORES, type Criterion } from '#lib/domain/vocabulary.ts';
import type { Rating } from '#lib/domain/choose/rating.ts';
import type { Choosers } from './choosers.ts';
import { scribedId } from './people.ts';
import type { Picks } from './picks.ts';

const ALL_CRITERIA: readonly Criterion[] = [...CRITERIA.worth, ...CRITERIA.scaling];

export const ratingChoosers: Choosers<
	'StartRating' | 'GiveRating' | 'GiveRatingFor' | 'CloseRating' | 'ShowRating'
> = {
	StartRating: (picks) => ({
		kind: picks.dice.pick(RATING_KINDS),
		ideaIds: ideaIds(picks),
		criteria: picks.dice.chance(0.2) ? [picks.dice.pick(ALL_CRITERIA)] : null
	}),
	GiveRating: given,
	GiveRatingFor: (picks) => ({ participationId: scribedId(picks), ...given(picks) }),
	CloseRating: (picks) => ({ ratingId: picks.orNowhere(rating(picks)?.id ?? 'nowhere') }),
	ShowRating: (picks) => {
		const known = rating(picks);
		if (!known || picks.dice.chance(0.2)) return { shown: null };
		const ideaId = picks.dice.chance(0.5) ? null : picks.orNowhere(picks.dice.pick(known.ideaIds));
		return { shown: { ratingId: picks.orNowhere(known.id), ideaId } };
	}
};

/** Mostly the one that is open. */
function rating({ state, dice }: Picks): Rating | undefined {
	const open = openRating(state);
	return open && dice.chance(0.9) ? open : dice.pickOr<Rating | undefined>(state.ratings, undefined);
}

/** Mostly some that are there; now and then none, or more than fit. */
function ideaIds(picks: Picks): readonly string[] {
	const { dice, state } = picks;
	if (dice.chance(0.06)) return Array.from({ length: 21 }, (_, index) => `idea-${index}`);
	const known = state.ideas.map(({ id }) => picks.orNowhere(id));
	return dice.chance(0.05) ? [] : known.filter((_, index) => index === 0 || dice.chance(0.5));
}

function given(picks: Picks): Omit<CommandOf<'GiveRating'>, 'type'> {
	const { dice } = picks;
	const known = rating(picks);
	return {
		ratingId: picks.orNowhere(known?.id ?? 'nowhere'),
		ideaId: picks.orNowhere(dice.pickOr(known?.ideaIds ?? [], 'nowhere')),
		criterion: dice.chance(0.95) ? dice.pickOr(known?.criteria ?? [], 'waarde') : dice.pick(ALL_CRITERIA),
		answer: dice.chance(0.1) ? null : answer(picks, known)
	};
}

function answer({ dice }: Picks, known: Rating | undefined): CommandOf<'GiveRating'>['answer'] {
	const { lowest, highest } = SCORES[known?.kind ?? 'worth'];
	const score = dice.chance(0.06) ? dice.pick([-1, 6, 1.5]) : lowest + dice.below(highest - lowest + 1);
	const takesReason = dice.chance(known?.kind === 'scaling' ? 0.5 : 0.05);
	const reason = dice.chance(0.05) ? 'r'.repeat(141) : `geheime reden ${dice.below(4)}`;
	return { score, reason: takesReason ? reason : '' };
}
