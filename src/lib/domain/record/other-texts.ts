import type { TextRef } from '../card/card.ts';
import { REDACTED_TEXT, isTakenOrganisation } from '../card/redacted-text.ts';
import { TEXT_HOLDERS, textKey } from '../card/text-holders.ts';
import { own } from '../keyed.ts';
import type { Worksession } from '../worksession.ts';
import { OUTSIDE_RECORD } from './record-redactions.ts';

/** Words of the day that stand in no record: to be taken away beside those that do, by whoever leads it. */
export interface OtherText {
	readonly target: TextRef;
	/** What there is still to be read; empty once it was taken away. */
	readonly texts: readonly string[];
}

/** Of breaks, the message that stands, and what people said of themselves. Whatever never held a word is left out. */
export function otherTexts(state: Worksession): readonly OtherText[] {
	return OUTSIDE_RECORD.flatMap((kind) =>
		TEXT_HOLDERS[kind].ids(state).flatMap((id): readonly OtherText[] => {
			const target = { kind, id };
			const texts = (TEXT_HOLDERS[kind].texts(state, id) ?? []).filter(isStillThere);
			return texts.length > 0 || own(state.redactions, textKey(target)) ? [{ target, texts }] : [];
		})
	);
}

function isStillThere(text: string): boolean {
	return text !== '' && text !== REDACTED_TEXT && !isTakenOrganisation(text);
}
