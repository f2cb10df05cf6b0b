import type { Command, CommandOf } from '#lib/domain/commands.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { Redaction } from '#lib/domain/card/card.ts';

/** An entry of the outbox, as the client keeps it until the server has answered. */
export interface OutboxEntry {
	readonly commandId: string;
	readonly command: Command;
	/** `waiting`: there is no connection. `held`: all input is paused. */
	readonly state: 'sending' | 'waiting' | 'held' | 'refused' | 'failed';
	readonly rejection: Rejection | null;
}

/** One of my cards as the list shows it: what the server has, with what is still under way laid over it. */
export interface OwnRow {
	/** Stays the same from composer to saved card, so that focus and place stay too. */
	readonly key: string;
	/** Null until the server has the card. */
	readonly cardId: string | null;
	readonly text: string;
	readonly stepId: string | null;
	/** Nothing is told of where it comes from. */
	readonly isWithoutOrigin: boolean;
	readonly isLate: boolean;
	/** Null while its text stands. */
	readonly redaction: Redaction | null;
	readonly state: 'saved' | OutboxEntry['state'];
	readonly rejection: Rejection | null;
	/** The outbox entry that this state is about. */
	readonly commandId: string | null;
	/** What is under way: a new card, a change, or taking it away. */
	readonly under: 'post' | 'edit' | 'withdraw' | null;
}

/** My cards in a round, oldest first: those the server has, then those still on their way. */
export function ownRows(
	own: Pick<OwnView, 'cards'> | null,
	outbox: readonly OutboxEntry[],
	roundId: string
): readonly OwnRow[] {
	const saved = Object.values(own?.cards ?? {}).filter((card) => card.roundId === roundId);
	const savedDrafts = new Set(saved.map((card) => card.draftId));
	const changes = latestChanges(outbox);
	const savedRows = saved.map((card) => changedRow(savedRow(card), changes.get(card.id)));
	const posts = outbox.filter((entry) => !savedDrafts.has(entry.commandId));
	return [
		...savedRows.filter((row) => !isLeaving(row)),
		...posts.flatMap((entry) => postedRow(entry, roundId))
	];
}

/** A card on its way out is gone for its writer; it comes back only when that was refused or failed. */
function isLeaving(row: OwnRow): boolean {
	return (
		row.under === 'withdraw' && (row.state === 'sending' || row.state === 'waiting' || row.state === 'held')
	);
}

function savedRow(card: OwnView['cards'][string]): OwnRow {
	const { id, draftId, text, stepId, isWithoutOrigin, isLate, redaction } = card;
	return {
		key: draftId,
		cardId: id,
		text,
		stepId,
		isWithoutOrigin,
		isLate,
		redaction,
		state: 'saved',
		rejection: null,
		commandId: null,
		under: null
	};
}

type Change = OutboxEntry & { readonly command: CommandOf<'EditCard' | 'WithdrawCard'> };

function latestChanges(outbox: readonly OutboxEntry[]): ReadonlyMap<string, Change> {
	const changes = outbox.filter(
		(entry): entry is Change => entry.command.type === 'EditCard' || entry.command.type === 'WithdrawCard'
	);
	return new Map(changes.map((entry) => [entry.command.cardId, entry]));
}

function changedRow(row: OwnRow, change: Change | undefined): OwnRow {
	if (!change) return row;
	const { command, commandId, state, rejection } = change;
	if (command.type === 'WithdrawCard') return { ...row, commandId, state, rejection, under: 'withdraw' };
	const { text, stepId, isWithoutOrigin = row.isWithoutOrigin } = command;
	return { ...row, text, stepId, isWithoutOrigin, commandId, state, rejection, under: 'edit' };
}

function postedRow(
	{ command, commandId, state, rejection }: OutboxEntry,
	roundId: string
): readonly OwnRow[] {
	if (command.type !== 'PostCard' || command.roundId !== roundId) return [];
	const { text, stepId, isWithoutOrigin = false } = command;
	return [
		{
			key: commandId,
			cardId: null,
			text,
			stepId,
			isWithoutOrigin,
			isLate: false,
			redaction: null,
			state,
			rejection,
			commandId,
			under: 'post'
		}
	];
}
