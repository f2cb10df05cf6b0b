import type { ReadBackAnswer } from '../card/card.ts';
import type { RecordStatus } from '../vocabulary.ts';

/** What happened once the day had closed. */
export type RecordEvent =
	/** From then on there is another version of the record. */
	| {
			readonly type: 'RecordMoved';
			/** Which version of the record it makes, from 1. */
			readonly version: number;
			readonly status: RecordStatus;
			readonly reason: string;
			readonly at: number;
	  }
	| {
			readonly type: 'PieceAnswered';
			readonly municipality: string;
			readonly roundId: string;
			readonly cardId: string;
			readonly answer: ReadBackAnswer | null;
	  }
	/** Corrections hold, and what was withdrawn counts for this municipality no more; texts that go are redacted with it. */
	| { readonly type: 'ValidationSent'; readonly municipality: string; readonly at: number };
