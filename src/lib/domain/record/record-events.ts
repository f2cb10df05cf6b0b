import type { ReadBackAnswer } from '../card/card.ts';
import type { RecordStatus } from '../vocabulary.ts';
import type { BroughtInFrom, RecordTotals } from './brought-in.ts';

/** What happened once the day had closed, or that it came as its record. */
export type RecordEvent =
	/** This worksession came as the file of its record; what that tells in totals only. */
	| { readonly type: 'RecordBroughtIn'; readonly from: BroughtInFrom; readonly totals: RecordTotals }
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
