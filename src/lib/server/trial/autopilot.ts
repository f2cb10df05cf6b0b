import { neighbour } from '#lib/domain/day/agenda.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { Round } from '#lib/domain/day/round.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { boardOf, nextArrangement } from './arrangement.ts';
import type { Pace } from './pace.ts';

/** A day in a little over an hour at normal speed, so that at twenty times it takes about four minutes. */
const BREAK_MS = 40_000;
const WRITING_MS = 240_000;
const SHARING_MS = 120_000;
const ARRANGING_ACT_MS = 12_000;
const ARRANGED_MS = 60_000;
/** Tables agree quickly on who leads them. */
const HOST_MS = 2000;
const VOTING_MS = 120_000;
const CLOSED_MS = 40_000;
const FAREWELL_MS = 120_000;
/** The first round comes at once and is short: a newcomer sees the whole of it in their first minutes. */
const LOBBY_MS = 700;
const WELCOME_MS = 100;
const FIRST_WRITING_MS = 45_000;

export interface Planned {
	/** How long the room stays as it is before this, at normal speed. */
	readonly afterMs: number;
	readonly command: Command;
}

/** What a facilitator who follows the agenda does next; null when the day is not open. `isArranged`: leave the board as it is. */
export function nextOnAgenda(state: Worksession, isArranged = false): Planned | null {
	if (state.doors !== 'open') return null;
	if (state.currentItemId === null) return nextItem(state, LOBBY_MS);
	const round = state.rounds[state.currentItemId];
	if (round) return nextInRound(state, round, isArranged);
	return nextItem(state, isFirstItem(state) ? WELCOME_MS : BREAK_MS);
}

function nextInRound(state: Worksession, round: Round, isArranged: boolean): Planned {
	switch (round.stage) {
		case 'writing':
			return nextStage(state, round, isFirstRound(state, round) ? FIRST_WRITING_MS : WRITING_MS);
		case 'sharing':
			return nextStage(state, round, SHARING_MS);
		case 'arranging': {
			const planned = isArranged ? null : (nextHost(state, round) ?? nextOnBoard(state, round));
			return planned ?? nextStage(state, round, ARRANGED_MS);
		}
		case 'voting':
			return nextStage(state, round, VOTING_MS);
		case 'waiting':
		case 'closed':
			return nextItem(state, CLOSED_MS);
	}
}

/** Before tables put their own board in order, one at each of them leads. */
function nextHost(state: Worksession, round: Round): Planned | null {
	if (!round.settings.isAtTables) return null;
	for (const { id: tableId, hostId } of state.tables) {
		const person = Object.values(state.participations).find((sitting) => sitting.tableId === tableId);
		if (hostId === null && person)
			return { afterMs: HOST_MS, command: { type: 'SetHost', tableId, participationId: person.id } };
	}
	return null;
}

/** What belongs to the whole room first, then table by table; hosts are at it too. */
function nextOnBoard(state: Worksession, round: Round): Planned | null {
	const board = boardOf(state);
	for (const tableId of [null, ...state.tables.map(({ id }) => id)]) {
		const command = nextArrangement(board, round.id, tableId);
		if (command) return { afterMs: ARRANGING_ACT_MS, command };
	}
	return null;
}

function nextStage(state: Worksession, round: Round, afterMs: number): Planned {
	const stage = neighbour(round, 1);
	return stage
		? { afterMs, command: { type: 'MoveStage', roundId: round.id, stage } }
		: nextItem(state, afterMs);
}

function nextItem(state: Worksession, afterMs: number): Planned {
	const index = state.agenda.findIndex(({ id }) => id === state.currentItemId);
	const item = state.agenda[index + 1];
	if (item) return { afterMs, command: { type: 'StartItem', itemId: item.id } };
	return { afterMs: FAREWELL_MS, command: { type: 'CloseWorksession' } };
}

function isFirstItem(state: Worksession): boolean {
	return state.agenda[0]?.id === state.currentItemId;
}

function isFirstRound(state: Worksession, round: Round): boolean {
	return state.agenda.find(({ kind }) => kind === 'round')?.id === round.id;
}

/** Where the room is; a plan made for one place is void in another. */
function placeOf(state: Worksession): string {
	const round = state.currentItemId === null ? undefined : state.rounds[state.currentItemId];
	return `${state.currentItemId ?? ''}/${round?.stage ?? ''}`;
}

export interface Pilot {
	readonly pace: Pace;
	/** The state as it is now; null when the worksession is no more. */
	readonly state: () => Promise<Worksession | null>;
	/** Whether it was accepted. */
	readonly run: (command: Command) => Promise<boolean>;
	readonly onFault: (error: unknown) => void;
}

/** Runs the day by itself, from wherever the room is. A person may act in between; only the switch turns it off. */
export class Autopilot {
	readonly #pilot: Pilot;
	#isOn = false;
	/** Where an act was refused: the pilot goes on with the agenda there, instead of trying for ever. */
	#refusedAt: string | null = null;
	#cancel: () => void = () => undefined;

	constructor(pilot: Pilot) {
		this.#pilot = pilot;
	}

	get isOn(): boolean {
		return this.#isOn;
	}

	switch(isOn: boolean): void {
		if (isOn === this.#isOn) return;
		this.#isOn = isOn;
		this.#cancel();
		if (isOn) this.#lookAhead();
	}

	#lookAhead(): void {
		this.#plan().catch((error: unknown) => this.#pilot.onFault(error));
	}

	async #plan(): Promise<void> {
		const state = await this.#pilot.state();
		const planned = state && this.#next(state);
		if (!planned || !this.#isOn) return;
		const place = placeOf(state);
		this.#cancel();
		this.#cancel = this.#pilot.pace.after(planned.afterMs, () => {
			this.#act(place).catch((error: unknown) => this.#pilot.onFault(error));
		});
	}

	/** Looks again before it acts: somebody may have gone another way, or written a card that needs a place. */
	async #act(place: string): Promise<void> {
		const state = await this.#pilot.state();
		const planned = state && this.#next(state);
		if (!planned || !this.#isOn) return;
		if (placeOf(state) === place && !(await this.#pilot.run(planned.command))) this.#refusedAt = place;
		await this.#plan();
	}

	#next(state: Worksession): Planned | null {
		return nextOnAgenda(state, this.#refusedAt === placeOf(state));
	}
}
