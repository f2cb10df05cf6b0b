import type { BoardCommand } from './board/board-commands.ts';
import type { CardCommand } from './card/card-commands.ts';
import type { ChooseCommand } from './choose/choose-commands.ts';
import type { DayCommand } from './day/day-commands.ts';
import type { PeopleCommand } from './people/people-commands.ts';
import type { RecordCommand } from './record/record-commands.ts';
import type { Role } from './vocabulary.ts';

/** What somebody asks for. Imperative; parsed by `protocol/commands.ts`, judged by `decide`. */
export type Command = DayCommand | PeopleCommand | CardCommand | BoardCommand | ChooseCommand | RecordCommand;

export type CommandType = Command['type'];

export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** Who asks. A participant is known by participation, a facilitator by account, whoever answers for a municipality by its code. */
export type Actor =
	| { readonly role: Extract<Role, 'facilitator'>; readonly accountId: string }
	| { readonly role: Extract<Role, 'participant'>; readonly participationId: string }
	| { readonly role: Extract<Role, 'municipality'>; readonly code: string };

/** Time, chance and secrets come in with the command, so that a decision can be repeated exactly. */
export interface Context {
	readonly actor: Actor;
	/** Epoch milliseconds of the server's clock. */
	readonly now: number;
	/** The client's id of this command; a card keeps it as its draft id, shown to nobody but its writer. */
	readonly commandId: string;
	/** A new unguessable id, in no order. */
	readonly newId: () => string;
	/**
	 * Proof that a fully anonymous card belongs to whoever holds the key of this connection: a hash of key and draft id.
	 * Null where the connection brought no key.
	 */
	readonly proofOf: (draftId: string) => string | null;
}
