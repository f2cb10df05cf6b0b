import type { ParticipationRole } from '../vocabulary.ts';
import type { Spotlight } from './attention.ts';
import type { TableFacts } from './table.ts';

/** What happened to people and tables, and to where attention went. */
export type PeopleEvent =
	| {
			readonly type: 'ParticipantJoined';
			readonly participationId: string;
			readonly role: ParticipationRole;
			readonly organisation: string;
			readonly municipalities: readonly string[];
			readonly functionName: string;
			readonly noticeVersion: string;
			readonly at: number;
	  }
	/** Somebody without a device; the name stands beside the log. */
	| {
			readonly type: 'PersonAdded';
			readonly participationId: string;
			readonly role: ParticipationRole;
			/** Of a day for both groups on paper nobody noted as what people came; the role then says nothing. */
			readonly isRoleUntold?: true;
			readonly organisation: string;
			readonly municipalities: readonly string[];
			readonly functionName: string;
			readonly at: number;
	  }
	| { readonly type: 'Greeted'; readonly participationId: string; readonly text: string }
	| { readonly type: 'LobbyLockSet'; readonly isLocked: boolean }
	| { readonly type: 'PersonRemoved'; readonly participationId: string; readonly withCards: boolean }
	| { readonly type: 'PersonReadmitted'; readonly participationId: string }
	| { readonly type: 'PeopleMerged'; readonly fromId: string; readonly intoId: string }
	| { readonly type: 'TableAdded'; readonly tableId: string; readonly table: TableFacts }
	| { readonly type: 'TableChanged'; readonly tableId: string; readonly table: TableFacts }
	| { readonly type: 'TableRemoved'; readonly tableId: string }
	/** Where people sit from now on; whoever is not named stays. */
	| { readonly type: 'PeopleSeated'; readonly seats: Readonly<Record<string, string | null>> }
	| { readonly type: 'HostSet'; readonly tableId: string; readonly participationId: string | null }
	| { readonly type: 'HandRaised'; readonly participationId: string; readonly at: number }
	| { readonly type: 'HandLowered'; readonly participationId: string }
	| {
			readonly type: 'ReadySet';
			readonly roundId: string;
			readonly participationId: string;
			readonly isReady: boolean;
	  }
	| { readonly type: 'SpotlightSet'; readonly spotlight: Spotlight | null }
	| { readonly type: 'MessageSent'; readonly messageId: string; readonly text: string; readonly at: number }
	| { readonly type: 'MessageCleared' }
	| { readonly type: 'FrozenSet'; readonly isFrozen: boolean };
