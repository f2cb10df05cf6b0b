import type { AuthorVisibility, RoundKind } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/i18n/words.ts';

/** What a participant reads about each kind of round. */
interface RoundWords {
	readonly placeholder: () => string;
}

export const ROUND_WORDS: { readonly [K in RoundKind]: RoundWords } = {
	introduction: { placeholder: m.room_write_introduction },
	process: { placeholder: m.room_write_process },
	strengths: { placeholder: m.room_write_strengths },
	bottlenecks: { placeholder: m.room_write_bottlenecks },
	needs: { placeholder: m.room_write_needs },
	ideas: { placeholder: m.room_write_ideas },
	rating: { placeholder: m.room_write_rating },
	checkout: { placeholder: m.room_write_checkout }
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
