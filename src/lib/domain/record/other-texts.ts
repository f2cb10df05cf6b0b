import type { TextRef } from '../card/card.ts';
import { REDACTED_TEXT } from '../card/redacted-text.ts';
import { TEXT_HOLDERS, textKey } from '../card/text-holders.ts';
import { own } from '../keyed.ts';
import type { Worksession } from '../worksession.ts';

/** Of whom nobody is told here: what people said of themselves would say who said it. */
const KINDS = ['break', 'message', 'organisations'] as const;

/** Words of the day that stand in no record: to be taken away beside those that do, by whoever leads it. */
export interface OtherText {
	readonly target: TextRef;
	/** What there is still to be read; empty once it was taken away. */
	readonly texts: readonly string[];
}

/** Of breaks, the message that stands, and for whom people came where nobody is known who did. Whatever never held a word is left out. */
export function otherTexts(state: Worksession): readonly OtherText[] {
	return KINDS.flatMap((kind) =>
		TEXT_HOLDERS[kind].ids(state).flatMap((id): readonly OtherText[] => {
			const target = { kind, id };
			const texts = (TEXT_HOLDERS[kind].texts(state, id) ?? []).filter(isStillThere);
			return texts.length > 0 || own(state.redactions, textKey(target)) ? [{ target, texts }] : [];
		})
	);
}

function isStillThere(text: string): boolean {
	return text !== '' && text !== REDACTED_TEXT;
}
