import { m, type Word } from '#lib/i18n/words.ts';
import type { Stacking } from './stacking.ts';

/** What S and its button do with a choice. */
export const STACKING_WORDS: Readonly<Record<Stacking, Word>> = {
	make: m.regie_make_stack,
	add: m.regie_add_to_stack,
	merge: m.regie_merge_stacks,
	split: m.regie_split_stack
};
