import type { KeptAnswer, Rating, RatingAnswer, ShownRating } from './rating.ts';
import type { WorksessionEvent } from '../events.ts';
import { own, without } from '../keyed.ts';
import { RATING_IDEAS_MAX, RATING_REASON_LENGTH_MAX, RATINGS_MAX, lengthOf } from '../limits.ts';
import { accept, assert, reject } from '../outcome.ts';
import {
	answerKey,
	mergedSheets,
	sheetOf,
	takesReasons,
	voicesOf,
	withAnswer,
	withoutIdea
} from './rating-answers.ts';
import type { Rejection } from '../rejections.ts';
import { attendanceOf } from '../visibility/attendance.ts';
import { CRITERIA, SCORES, type Criterion } from '../vocabulary.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Participation } from '../people/participation.ts';
import type { Worksession } from '../worksession.ts';

/**
 * The room rates product ideas: everybody their value and effort, each municipality how well they scale up. Answers are nobody's business
 * until the facilitator closes the rating; then the room sees them counted, and may rate again. `rating-answers.ts` does what is done to
 * answers, `rating-sums.ts` the sums.
 */

type RatingCommand = 'StartRating' | 'GiveRating' | 'CloseRating' | 'ShowRating';
type RatingEvent = 'RatingStarted' | 'RatingGiven' | 'RatingClosed' | 'RatingShown';

export const ratingDeciders: Deciders<RatingCommand> = {
	StartRating(state, { kind, ideaIds, criteria }, { newId, now }) {
		if (openRating(state)) return reject('rating-open');
		if (state.ratings.length >= RATINGS_MAX) return reject('ratings-full');
		const asked = CRITERIA[kind].filter((criterion) => criteria?.includes(criterion) ?? true);
		const fault = ideasFault(state, ideaIds);
		if (fault) return reject(fault);
		if (asked.length === 0) return reject('criterion-not-asked');
		const rating = { kind, ideaIds: [...new Set(ideaIds)], criteria: asked };
		const started = { type: 'RatingStarted', ratingId: newId(), ...rating, at: now } as const;
		// The clock of looking back ends with it.
		return accept(state.wrapUp ? [{ type: 'TimerSet', timer: { kind: 'off' } }, started] : [started]);
	},

	/** The last answer counts, of whoever gives it for these voices. Null takes it back. */
	GiveRating(state, { ratingId, ideaId, criterion, answer }, { actor, newId }) {
		const rating = ratingOf(state, ratingId);
		if (!rating || actor.role !== 'participant') return reject('unknown-rating');
		const person = own(state.participations, actor.participationId);
		if (!person) return reject('not-joined');
		const tidy = answer && { score: answer.score, reason: answer.reason.trim() };
		const fault = questionFault(rating, ideaId, criterion) ?? answerFault(state, rating, tidy);
		if (fault) return reject(fault);
		const voices = voicesOf(rating.kind, person);
		if (voices.every((voice) => isSaid(rating, person, voice, answerKey(ideaId, criterion), tidy)))
			return accept([]);
		const given = { ratingId, participationId: person.id, voices, ideaId, criterion };
		return accept([{ type: 'RatingGiven', ...given, answer: tidy && keptAnswer(tidy, newId) }]);
	},

	CloseRating(state, { ratingId }, { now }) {
		if (!ratingOf(state, ratingId)) return reject('unknown-rating');
		return accept(openRating(state)?.id === ratingId ? closeOpenRating(state, now) : []);
	},

	/** What the room looks at while nothing is being rated. */
	ShowRating(state, { shown }) {
		if (openRating(state)) return reject('rating-open');
		const fault = shown && shownFault(state, shown);
		if (fault) return reject(fault);
		const isSame = JSON.stringify(shown) === JSON.stringify(state.shownRating);
		return accept(isSame ? [] : [{ type: 'RatingShown', shown }]);
	}
};

export const ratingEvolvers: Evolvers<RatingEvent> = {
	RatingStarted(state, { ratingId, kind, ideaIds, criteria, at }) {
		assert(!openRating(state), 'one rating is open at a time');
		const known = { id: ratingId, kind, ideaIds, criteria, startedAt: at };
		const rating: Rating = { ...known, closedAt: null, askedOf: null, sheets: {} };
		const shownRating = { ratingId, ideaId: null };
		return { ...state, ratings: [...state.ratings, rating], shownRating, wrapUp: null };
	},

	RatingGiven: (state, { ratingId, participationId, voices, ideaId, criterion, answer }) =>
		withRating(state, ratingId, (rating) => {
			const key = answerKey(ideaId, criterion);
			return { ...rating, sheets: withAnswer(rating.sheets, participationId, voices, key, answer) };
		}),

	/** How many could answer is kept as it was then: people may still go. */
	RatingClosed(state, { ratingId, at }) {
		const { people, municipalities } = attendanceOf(state);
		const askedOf = { people, municipalities: Object.keys(municipalities).length };
		const closed = withRating(state, ratingId, (rating) => ({ ...rating, closedAt: at, askedOf }));
		return { ...closed, shownRating: { ratingId, ideaId: null } };
	},

	RatingShown: (state, { shown }) => ({ ...state, shownRating: shown })
};

/** An answer with a new id for its reason. */
export function keptAnswer(answer: RatingAnswer, newId: () => string): KeptAnswer {
	return { ...answer, reasonId: answer.reason === '' ? '' : newId() };
}

/** The rating that the room fills in now. */
export function openRating({ ratings }: Pick<Worksession, 'ratings'>): Rating | undefined {
	return ratings.find(({ closedAt }) => closedAt === null);
}

/** What ends a rating that is still open when the day goes on. */
export function closeOpenRating(state: Worksession, now: number): readonly WorksessionEvent[] {
	const rating = openRating(state);
	return rating ? [{ type: 'RatingClosed', ratingId: rating.id, at: now }] : [];
}

/** An idea that goes takes along what was said of it, and a rating of nothing else. */
export function withoutRatedIdea(
	state: Worksession,
	ideaId: string
): Pick<Worksession, 'ratings' | 'shownRating'> {
	const ratings = state.ratings
		.map((rating) =>
			rating.ideaIds.includes(ideaId)
				? {
						...rating,
						ideaIds: rating.ideaIds.filter((id) => id !== ideaId),
						sheets: withoutIdea(rating.sheets, ideaId)
					}
				: rating
		)
		.filter(({ ideaIds }) => ideaIds.length > 0);
	const { shownRating } = state;
	const isGone = !ratings.some(({ id }) => id === shownRating?.ratingId);
	if (isGone) return { ratings, shownRating: null };
	return {
		ratings,
		shownRating: shownRating?.ideaId === ideaId ? { ...shownRating, ideaId: null } : shownRating
	};
}

/** Answers that were not told yet go with whoever is sent away, as dots do. */
export function leaveRatings(ratings: readonly Rating[], participationId: string): readonly Rating[] {
	return ratings.map((rating) =>
		rating.closedAt === null && own(rating.sheets, participationId)
			? { ...rating, sheets: without(rating.sheets, participationId) }
			: rating
	);
}

export function mergedRatings(
	ratings: readonly Rating[],
	fromId: string,
	into: Participation
): readonly Rating[] {
	return ratings.map((rating) =>
		own(rating.sheets, fromId) ? { ...rating, sheets: mergedSheets(rating, fromId, into) } : rating
	);
}

function ratingOf({ ratings }: Worksession, ratingId: string): Rating | undefined {
	return ratings.find(({ id }) => id === ratingId);
}

function withRating(state: Worksession, ratingId: string, change: (rating: Rating) => Rating): Worksession {
	assert(ratingOf(state, ratingId)?.closedAt === null, 'only an open rating changes');
	return {
		...state,
		ratings: state.ratings.map((rating) => (rating.id === ratingId ? change(rating) : rating))
	};
}

function ideasFault({ ideas }: Worksession, ideaIds: readonly string[]): Rejection | null {
	if (ideaIds.length === 0) return 'no-idea-chosen';
	if (new Set(ideaIds).size > RATING_IDEAS_MAX) return 'rated-ideas-too-many';
	return ideaIds.every((ideaId) => ideas.some(({ id }) => id === ideaId)) ? null : 'unknown-idea';
}

function questionFault(rating: Rating, ideaId: string, criterion: Criterion): Rejection | null {
	if (rating.closedAt !== null) return 'rating-closed';
	if (!rating.ideaIds.includes(ideaId)) return 'unknown-idea';
	return rating.criteria.includes(criterion) ? null : 'criterion-not-asked';
}

/**
 * A reason is one sentence on a question for municipalities. Where the server may not know who wrote what, it would know that of a
 * reason, so none is taken.
 */
function answerFault(
	{ authorVisibility }: Worksession,
	{ kind }: Rating,
	answer: RatingAnswer | null
): Rejection | null {
	if (answer === null) return null;
	const { lowest, highest } = SCORES[kind];
	const { score, reason } = answer;
	if (!Number.isInteger(score) || score < lowest || score > highest) return 'score-out-of-range';
	if (lengthOf(reason) > RATING_REASON_LENGTH_MAX) return 'text-too-long';
	return reason !== '' && !takesReasons(kind, authorVisibility) ? 'reason-not-taken' : null;
}

function isSaid(
	{ sheets }: Rating,
	person: Participation,
	voice: string,
	key: string,
	answer: RatingAnswer | null
): boolean {
	const known = own(sheetOf(sheets, person.id, voice), key);
	if (!known || !answer) return known === undefined && answer === null;
	return known.score === answer.score && known.reason === answer.reason;
}

function shownFault(state: Worksession, { ratingId, ideaId }: ShownRating): Rejection | null {
	const rating = ratingOf(state, ratingId);
	if (!rating) return 'unknown-rating';
	return ideaId === null || rating.ideaIds.includes(ideaId) ? null : 'unknown-idea';
}
