import type { ItemRef } from '../board/item.ts';
import type { ReadBackAnswer } from '../card/card.ts';
import type { RatingAnswer } from '../choose/rating.ts';
import type { ParticipationRole } from '../vocabulary.ts';
import type { Spotlight } from './attention.ts';
import type { TableFacts } from './table.ts';

/** What is asked of and for people: joining, tables, attention, and what the facilitator does for whoever has no device. */
export type PeopleCommand =
	| {
			readonly type: 'Join';
			readonly role: ParticipationRole;
			/** Whom a partner or observer comes from; empty for a municipality. */
			readonly organisation: string;
			readonly municipalities: readonly string[];
			readonly functionName: string;
			readonly noticeVersion: string;
	  }
	| { readonly type: 'Greet'; readonly text: string }
	| { readonly type: 'SetLobbyLocked'; readonly isLocked: boolean }
	| { readonly type: 'RemovePerson'; readonly participationId: string; readonly withCards: boolean }
	| { readonly type: 'ReadmitPerson'; readonly participationId: string }
	| { readonly type: 'MergePeople'; readonly fromId: string; readonly intoId: string }
	/** Somebody without a device, for whom the facilitator writes. */
	| {
			readonly type: 'AddPerson';
			readonly name: string;
			readonly role: ParticipationRole;
			readonly organisation: string;
			readonly municipalities: readonly string[];
			readonly functionName: string;
	  }
	| {
			readonly type: 'PostCardFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly text: string;
			readonly stepId: string | null;
			/** False when left out. */
			readonly isWithoutOrigin?: boolean | undefined;
	  }
	/** What the facilitator wrote for somebody without a device. */
	| {
			readonly type: 'EditCardFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly cardId: string;
			readonly text: string;
			readonly stepId: string | null;
	  }
	| {
			readonly type: 'WithdrawCardFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly cardId: string;
	  }
	| {
			readonly type: 'PlaceDotFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly item: ItemRef;
	  }
	| {
			readonly type: 'TakeDotFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly item: ItemRef;
	  }
	/** Looks back at what the facilitator wrote for somebody without a device, together with them. */
	| {
			readonly type: 'ReadBackFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly cardId: string;
			/** Null takes back what was said. */
			readonly answer: ReadBackAnswer | null;
	  }
	/** What the day was worth to somebody without a device, as they say it to the facilitator. */
	| {
			readonly type: 'GiveRotiFor';
			readonly participationId: string;
			/** Null takes it back. */
			readonly answer: RatingAnswer | null;
	  }
	| { readonly type: 'AddTable'; readonly table: TableFacts }
	| {
			readonly type: 'ChangeTable';
			readonly tableId: string;
			readonly table: TableFacts;
			/** What stood there when somebody began to change it; absent changes it as a whole, whatever stood there. */
			readonly over?: TableFacts;
	  }
	| { readonly type: 'RemoveTable'; readonly tableId: string }
	| {
			readonly type: 'SeatPeople';
			readonly participationIds: readonly string[];
			readonly tableId: string | null;
	  }
	| { readonly type: 'TakeSeat'; readonly tableId: string | null }
	| { readonly type: 'SpreadPeople'; readonly whom: 'everybody' | 'unseated' }
	| { readonly type: 'RotateTables' }
	| { readonly type: 'SetHost'; readonly tableId: string; readonly participationId: string | null }
	| { readonly type: 'RaiseHand' }
	| { readonly type: 'LowerHand'; readonly participationId: string }
	| { readonly type: 'SetReady'; readonly roundId: string; readonly isReady: boolean }
	| { readonly type: 'SetSpotlight'; readonly spotlight: Spotlight | null }
	| { readonly type: 'SendMessage'; readonly text: string }
	| { readonly type: 'ClearMessage' }
	| { readonly type: 'SetFrozen'; readonly isFrozen: boolean };
