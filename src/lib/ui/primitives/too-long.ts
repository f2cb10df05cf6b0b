import { lengthOf } from '#lib/domain/limits.ts';
import { m } from '#lib/i18n/words.ts';

/** Why a text does not fit, or nothing when it does; `max` counts code points. What is typed is never cut off. */
export function tooLong(text: string, max: number): string | undefined {
	const over = lengthOf(text.trim()) - max;
	return over > 0 ? m.common_step_too_long({ over }) : undefined;
}
