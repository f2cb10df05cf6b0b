import type { Author, Redaction, TextRef } from './card.ts';

/** What happened to cards, and to texts that had to go. */
export type CardEvent =
	| {
			readonly type: 'CardPosted';
			readonly roundId: string;
			readonly cardId: string;
			readonly draftId: string;
			readonly text: string;
			readonly stepId: string | null;
			readonly author: Author;
			readonly municipalities: readonly string[];
			readonly organisation: string;
			readonly isWithoutOrigin: boolean;
			readonly tableId: string | null;
			readonly isShared: boolean;
			readonly isLate: boolean;
			/** By the facilitator, for somebody without a device; false where nobody may know authors at all. */
			readonly isWrittenFor: boolean;
			readonly at: number;
	  }
	| {
			readonly type: 'CardEdited';
			readonly roundId: string;
			readonly cardId: string;
			readonly text: string;
			readonly stepId: string | null;
			readonly isWithoutOrigin: boolean;
			readonly at: number;
	  }
	| { readonly type: 'CardWithdrawn'; readonly roundId: string; readonly cardId: string; readonly at: number }
	| {
			readonly type: 'HiddenSet';
			readonly roundId: string;
			readonly cardIds: readonly string[];
			readonly isHidden: boolean;
	  }
	/** From then on no event of the log holds the text of this card; see `redacted-log.ts`. */
	| {
			readonly type: 'CardRedacted';
			readonly roundId: string;
			readonly cardId: string;
			readonly redaction: Redaction;
	  }
	/** The same for what was made from cards or taken down of the day. */
	| { readonly type: 'TextRedacted'; readonly target: TextRef; readonly redaction: Redaction }
	/** From then on no event of the log holds the text of anything that is no more. */
	| { readonly type: 'GoneRedacted'; readonly redaction: Redaction };
