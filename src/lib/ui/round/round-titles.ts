import type { RoundKind } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/i18n/words.ts';

/** What stands above each kind of round, on the phones and in the hall: while it is voted on, and once it has ended. */
interface RoundTitles {
	readonly voteQuestion: () => string;
	readonly resultTitle: () => string;
}

export const ROUND_TITLES: { readonly [K in RoundKind]: RoundTitles } = {
	introduction: {
		voteQuestion: m.room_vote_question_introduction,
		resultTitle: m.room_result_title_introduction
	},
	process: { voteQuestion: m.room_vote_question_process, resultTitle: m.room_result_title_process },
	strengths: { voteQuestion: m.room_vote_question_strengths, resultTitle: m.room_result_title_strengths },
	bottlenecks: {
		voteQuestion: m.room_vote_question_bottlenecks,
		resultTitle: m.room_result_title_bottlenecks
	},
	needs: { voteQuestion: m.room_vote_question_needs, resultTitle: m.room_result_title_needs },
	ideas: { voteQuestion: m.room_vote_question_ideas, resultTitle: m.room_result_title_ideas },
	rating: { voteQuestion: m.room_vote_question_rating, resultTitle: m.room_result_title_rating },
	checkout: { voteQuestion: m.room_vote_question_checkout, resultTitle: m.room_result_title_checkout }
};
