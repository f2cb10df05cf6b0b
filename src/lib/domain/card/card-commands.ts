import type { PutInCard, TextRef } from './card.ts';

/** What is asked of cards, and of texts that have to go. */
export type CardCommand =
	| {
			readonly type: 'PostCard';
			readonly roundId: string;
			readonly text: string;
			readonly stepId: string | null;
			/** Where authors are told, nothing is told of this one. False when left out, as in what waited on a device before this existed. */
			readonly isWithoutOrigin?: boolean | undefined;
	  }
	| {
			readonly type: 'EditCard';
			readonly roundId: string;
			readonly cardId: string;
			readonly text: string;
			readonly stepId: string | null;
			/** Stays as it is when left out. */
			readonly isWithoutOrigin?: boolean | undefined;
	  }
	| { readonly type: 'WithdrawCard'; readonly roundId: string; readonly cardId: string }
	/** Whether the room may read these cards now; who leads the day reads them always. */
	| {
			readonly type: 'SetHidden';
			readonly roundId: string;
			readonly cardIds: readonly string[];
			readonly isHidden: boolean;
	  }
	| {
			readonly type: 'RedactCard';
			readonly roundId: string;
			readonly cardId: string;
			/** May be empty where the writer asks it. */
			readonly reason: string;
	  }
	| { readonly type: 'RedactText'; readonly target: TextRef; readonly reason: string }
	/** Of everything that was withdrawn, taken apart or removed: in the log its text still stands. */
	| { readonly type: 'RedactGone'; readonly reason: string }
	| {
			readonly type: 'PutInCards';
			readonly roundId: string;
			readonly cards: readonly PutInCard[];
	  }
	| { readonly type: 'TakeOutCards'; readonly roundId: string; readonly cardIds: readonly string[] };
