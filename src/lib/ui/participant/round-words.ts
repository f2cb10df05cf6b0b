import type { AuthorVisibility, RoundKind } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/i18n/words.ts';

/** What a participant reads about each kind of round. */
interface RoundWords {
	readonly placeholder: () => string;
	readonly voteQuestion: () => string;
	readonly resultTitle: () => string;
}

export const ROUND_WORDS: { readonly [K in RoundKind]: RoundWords } = {
	introduction: {
		placeholder: m.room_write_introduction,
		voteQuestion: m.room_vote_question_introduction,
		resultTitle: m.room_result_title_introduction
	},
	process: {
		placeholder: m.room_write_process,
		voteQuestion: m.room_vote_question_process,
		resultTitle: m.room_result_title_process
	},
	strengths: {
		placeholder: m.room_write_strengths,
		voteQuestion: m.room_vote_question_strengths,
		resultTitle: m.room_result_title_strengths
	},
	bottlenecks: {
		placeholder: m.room_write_bottlenecks,
		voteQuestion: m.room_vote_question_bottlenecks,
		resultTitle: m.room_result_title_bottlenecks
	},
	needs: {
		placeholder: m.room_write_needs,
		voteQuestion: m.room_vote_question_needs,
		resultTitle: m.room_result_title_needs
	},
	ideas: {
		placeholder: m.room_write_ideas,
		voteQuestion: m.room_vote_question_ideas,
		resultTitle: m.room_result_title_ideas
	},
	rating: {
		placeholder: m.room_write_rating,
		voteQuestion: m.room_vote_question_rating,
		resultTitle: m.room_result_title_rating
	},
	checkout: {
		placeholder: m.room_write_checkout,
		voteQuestion: m.room_vote_question_checkout,
		resultTitle: m.room_result_title_checkout
	}
};

/** Who sees a card that is posted now, in two short sentences. */
export function whoSees(visibility: AuthorVisibility, isOpenNow: boolean): string {
	const who = isOpenNow ? m.room_seen_shared() : m.room_seen_hidden();
	return `${who} ${authorSeen(visibility, isOpenNow)}`;
}

function authorSeen(visibility: AuthorVisibility, isOpenNow: boolean): string {
	switch (visibility) {
		case 'open':
			return isOpenNow ? m.room_seen_now_open() : m.room_seen_open();
		case 'municipality':
			return isOpenNow ? m.room_seen_now_municipality() : m.room_seen_municipality();
		case 'anonymous-in-room':
		case 'fully-anonymous':
			return m.room_seen_anonymous();
	}
}
