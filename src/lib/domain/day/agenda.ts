import type { WorksessionEvent } from '../events.ts';
import { mapCards } from '../card/card-table.ts';
import { plannedMinutesFrom } from './day-time.ts';
import { own, type Keyed } from '../keyed.ts';
import { accept, reject } from '../outcome.ts';
import { closeOpenRating } from '../choose/ratings.ts';
import { roundOf, withRound } from './rounds.ts';
import { STAGES, type Stage, type WorkingStage } from '../vocabulary.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { Round } from './round.ts';
import { minutesFrom, type Timer } from './timer.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/** Where the group is: which item of the day, and which stage of its round. */

type AgendaCommand = 'StartItem' | 'MoveStage';
type AgendaEvent = 'ItemStarted' | 'StageMoved';

export const agendaDeciders: Deciders<AgendaCommand> = {
	StartItem(state, { itemId }, { now }) {
		const item = state.agenda.find((candidate) => candidate.id === itemId);
		if (!item) return reject('unknown-agenda-item');
		if (state.currentItemId === itemId && !state.wrapUp) return accept([]);
		const events: WorksessionEvent[] = [
			...closeCurrent(state, now),
			...closeOpenRating(state, now),
			{ type: 'ItemStarted', itemId, at: now }
		];
		if (item.kind === 'break') {
			events.push({ type: 'TimerSet', timer: minutesFrom(now, item.minutes) });
			return accept(events);
		}
		const round = roundOf(state, itemId);
		const first = neighbour(round, 1);
		if (round.stage !== 'waiting' || first === null) {
			events.push({ type: 'TimerSet', timer: { kind: 'off' } });
			return accept(events);
		}
		return accept([...events, ...moveTo(round, first, now)]);
	},

	MoveStage(state, { roundId, stage }, { now }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		if (state.currentItemId !== roundId) return reject('round-not-current');
		if (round.stage === stage) return accept([]);
		if (neighbour(round, 1) !== stage && neighbour(round, -1) !== stage) return reject('stage-not-adjacent');
		return accept(moveTo(round, stage, now));
	}
};

export const agendaEvolvers: Evolvers<AgendaEvent> = {
	ItemStarted: (state, { itemId, at }) => ({
		...state,
		currentItemId: itemId,
		shownRating: null,
		wrapUp: null,
		itemTimes: started(ended(state.itemTimes, state.currentItemId, at), itemId, at),
		plannedMinutes: state.plannedMinutes ?? plannedMinutesFrom(state, itemId)
	}),
	StageMoved(state, { roundId, stage, at }) {
		const round = roundOf(state, roundId);
		const moved = { ...round, stage, closedAt: stage === 'closed' ? at : null, ready: {} };
		return withRound({ ...state, wrapUp: null }, isOpenForAll(stage) ? withCardsShared(moved) : moved);
	}
};

/** An item the group comes back to keeps when it first began, and ends later. */
function started(times: Worksession['itemTimes'], itemId: string, at: number): Worksession['itemTimes'] {
	const known = own(times, itemId);
	const visit = { lastStartedAt: at, endedAt: null, tookMs: known?.tookMs ?? 0 };
	return { ...times, [itemId]: { startedAt: known?.startedAt ?? at, ...visit } };
}

function ended(times: Worksession['itemTimes'], itemId: string | null, at: number): Worksession['itemTimes'] {
	const known = itemId === null ? undefined : own(times, itemId);
	if (!known || itemId === null) return times;
	const tookMs = known.tookMs + at - known.lastStartedAt;
	return { ...times, [itemId]: { ...known, endedAt: at, tookMs } };
}

/** Number of a round in the day, from 1; 0 when it is not on the agenda. */
export function roundNumber(agenda: readonly AgendaItem[], roundId: string): number {
	return agenda.filter((item) => item.kind === 'round').findIndex((item) => item.id === roundId) + 1;
}

/** True while no round has begun: a break is then the welcome, and people still come in. */
export function isBeforeFirstRound(day: { readonly rounds: Keyed<Pick<Round, 'stage'>> }): boolean {
	return Object.values(day.rounds).every((round) => round.stage === 'waiting');
}

/** True from sharing on: whatever is written then, the room may read. */
export function isOpenForAll(stage: Stage): boolean {
	return STAGES.indexOf(stage) >= STAGES.indexOf('sharing');
}

/** The next (1) or previous (-1) stage of a round, skipping the stages it leaves out; null at the ends. */
export function neighbour(round: Pick<Round, 'stage' | 'settings'>, direction: 1 | -1): Stage | null {
	const from = STAGES.indexOf(round.stage);
	for (let index = from + direction; index >= 0 && index < STAGES.length; index += direction) {
		const stage = STAGES[index];
		if (stage && takesPart(round, stage)) return stage;
	}
	return null;
}

function takesPart(round: Pick<Round, 'settings'>, stage: Stage): boolean {
	return stage === 'waiting' || stage === 'closed' || round.settings.minutes[stage] !== null;
}

/** What ends the round that still goes on when the group leaves it. */
export function closeCurrent(state: Worksession, now: number): readonly WorksessionEvent[] {
	const round = state.currentItemId === null ? undefined : own(state.rounds, state.currentItemId);
	if (!round || round.stage === 'closed' || round.stage === 'waiting') return [];
	return [{ type: 'StageMoved', roundId: round.id, stage: 'closed', at: now }];
}

/** Moves a round to a stage, with the clock of that stage. */
export function moveTo(round: Round, stage: Stage, now: number): readonly WorksessionEvent[] {
	return [
		{ type: 'StageMoved', roundId: round.id, stage, at: now },
		{ type: 'TimerSet', timer: timerFor(round, stage, now) }
	];
}

function timerFor(round: Round, stage: Stage, now: number): Timer {
	const minutes = stage === 'waiting' || stage === 'closed' ? null : minutesOf(round, stage);
	return minutes === null ? { kind: 'off' } : minutesFrom(now, minutes);
}

function minutesOf(round: Round, stage: WorkingStage): number | null {
	return round.settings.minutes[stage];
}

/** The round with every card open to the room. */
export function withCardsShared(round: Round): Round {
	const cards = mapCards(round.cards, (card) => (card.isShared ? card : { ...card, isShared: true }));
	return cards === round.cards ? round : { ...round, cards };
}
