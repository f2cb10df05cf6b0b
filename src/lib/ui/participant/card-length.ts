import { CARD_TEXT_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';
import { m } from '#lib/i18n/words.ts';

/** From here on the counter says how much room is left. */
const NEAR = 40;

/** How long a text is against its limit, in words: said before the limit is reached. */
export function lengthWords(
	text: string,
	max: number = CARD_TEXT_LENGTH_MAX
): { text: string; isOver: boolean } {
	const count = lengthOf(text.trim());
	const left = max - count;
	if (left < 0) return { text: m.room_counter_over({ count: -left }), isOver: true };
	if (left <= NEAR) return { text: m.room_counter_near({ count: left }), isOver: false };
	return { text: m.room_counter({ count, max }), isOver: false };
}
