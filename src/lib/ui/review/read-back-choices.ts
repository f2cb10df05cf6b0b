import { READ_BACK_VERDICTS, type ReadBackVerdict } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/i18n/words.ts';
import type { IconName } from '../primitives/icon-names.ts';
import type { PieceChoice } from './piece-choice.ts';

const LOOKS: Readonly<Record<ReadBackVerdict, { readonly icon: IconName; readonly words: () => string }>> = {
	right: { icon: 'check', words: m.room_wrap_right },
	corrected: { icon: 'edit', words: m.room_wrap_correct },
	away: { icon: 'eye-off', words: m.room_wrap_away }
};

/** The ways to look back at a card. */
export function readBackChoices(): readonly PieceChoice<ReadBackVerdict>[] {
	return READ_BACK_VERDICTS.map((value) => ({
		value,
		icon: LOOKS[value].icon,
		label: LOOKS[value].words()
	}));
}
