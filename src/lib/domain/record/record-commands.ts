import type { ReadBackAnswer } from '../card/card.ts';
import type { RecordStatus } from '../vocabulary.ts';

/** What is asked once the day has closed. */
export type RecordCommand =
	/** The reason may be empty where none is asked. */
	| { readonly type: 'MoveRecord'; readonly status: RecordStatus; readonly reason: string }
	/** What a municipality says afterwards of a card that it brought in; null takes that back. */
	| {
			readonly type: 'AnswerPiece';
			readonly roundId: string;
			readonly cardId: string;
			readonly answer: ReadBackAnswer | null;
	  }
	/** All it said holds from now on. */
	| { readonly type: 'SendValidation' };
