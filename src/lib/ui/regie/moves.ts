import { neighbour } from '#lib/domain/day/agenda.ts';
import type { Command } from '#lib/domain/commands.ts';
import { clockMsLeft, isHeld } from '#lib/domain/day/day-time.ts';
import { TIMER_STEP_MS_MAX } from '#lib/domain/limits.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { STAGES, type Stage } from '#lib/domain/vocabulary.ts';
import type { AgendaItem } from '#lib/domain/day/agenda-item.ts';
import type { Timer } from '#lib/domain/day/timer.ts';
import { roundName, stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import { currentRound } from './next-action.ts';

/** Where the group can go from the day plan, in words, and how it comes back. */

type Day = Pick<SharedView, 'agenda' | 'currentItemId' | 'rounds' | 'itemTimes' | 'timer'>;

/** Where the group was at a moment. */
export interface Place {
	readonly item: AgendaItem;
	/** Null in a break. */
	readonly stage: Stage | null;
	readonly timer: Timer;
	readonly at: number;
}

/** What happens when the group goes to an item: to what it leaves, and there. */
export function goWords(shared: SharedView, item: AgendaItem): readonly string[] {
	return [leaveWords(shared), arriveWords(shared, item)].filter((words) => words !== null);
}

/** What a neighbouring stage of the present round brings back; the hint of the stage says what it brings when it is next. */
export function backWords(stage: Stage): string {
	switch (stage) {
		case 'writing':
			return m.regie_back_to_writing();
		case 'sharing':
			return m.regie_back_to_sharing();
		case 'arranging':
			return m.regie_back_to_arranging();
		case 'voting':
			return m.regie_back_to_voting();
		case 'waiting':
		case 'closed':
			return '';
	}
}

/** The last stage of a round that is closed, in which it can be opened again. */
export function lastStage(round: RoundView): Stage | null {
	return round.stage === 'closed' ? stageBeside(round, 'closed', -1) : null;
}

export function placeNow(shared: Day, now: number): Place | null {
	const item = shared.agenda.find((candidate) => candidate.id === shared.currentItemId);
	if (!item) return null;
	return { item, stage: shared.rounds[item.id]?.stage ?? null, timer: shared.timer, at: now };
}

/** Where these commands bring the group. */
export function placeAfter(shared: Day, commands: readonly Command[]): Pick<Place, 'item' | 'stage'> | null {
	const started = commands.find((command) => command.type === 'StartItem');
	const itemId = started ? started.itemId : shared.currentItemId;
	const item = shared.agenda.find((candidate) => candidate.id === itemId);
	const round = item ? shared.rounds[item.id] : undefined;
	if (!item || !round) return item ? { item, stage: null } : null;
	const moved = commands.findLast((command) => command.type === 'MoveStage');
	const begun = round.stage === 'waiting' ? stageBeside(round, 'waiting', 1) : null;
	return { item, stage: moved ? moved.stage : (begun ?? round.stage) };
}

/**
 * What brings the group back to where it was, with as much time left: nothing of what was made is touched. A round that began by the
 * move waits again. Cards that were opened stay open.
 */
export function wayBack(shared: Day, place: Place, now: number): readonly Command[] {
	const isElsewhere = shared.currentItemId !== place.item.id;
	const from = isElsewhere ? [...unbegun(shared), { type: 'StartItem', itemId: place.item.id } as const] : [];
	const round = shared.rounds[place.item.id];
	const stages = round && place.stage ? stagesBetween(round, place.stage) : [];
	const moves = stages.map((stage) => ({ type: 'MoveStage', roundId: place.item.id, stage }) as const);
	if (from.length === 0 && moves.length === 0) return [];
	return [...from, ...moves, ...clockAsBefore(shared, place, now)];
}

function leaveWords(shared: SharedView): string | null {
	const round = currentRound(shared);
	if (!round || round.stage === 'closed' || round.stage === 'waiting') return null;
	const name = roundName(round.kind);
	return round.stage === 'writing' ? m.regie_leave_writing({ name }) : m.regie_leave_open({ name });
}

function arriveWords(shared: SharedView, item: AgendaItem): string | null {
	if (item.kind === 'break') {
		const { minutes } = item;
		return isHeld(shared, item) ? m.regie_arrive_again({ minutes }) : m.regie_arrive_break({ minutes });
	}
	const round = shared.rounds[item.id];
	if (!round) return null;
	const first = stageBeside(round, 'waiting', 1);
	if (round.stage !== 'waiting' || first === null) return m.regie_arrive_held();
	return m.regie_arrive_round({ stage: stageName(first) });
}

/** A round that has just begun waits again, so that it can begin anew. */
function unbegun(shared: Day): readonly Command[] {
	const round = shared.currentItemId === null ? undefined : shared.rounds[shared.currentItemId];
	if (!round || stageBeside(round, round.stage, -1) !== 'waiting') return [];
	return [{ type: 'MoveStage', roundId: round.id, stage: 'waiting' }];
}

function stagesBetween(round: RoundView, to: Stage): readonly Stage[] {
	const direction = STAGES.indexOf(to) > STAGES.indexOf(round.stage) ? 1 : -1;
	const stages: Stage[] = [];
	for (let stage: Stage | null = round.stage; stage !== null && stage !== to;) {
		stage = stageBeside(round, stage, direction);
		if (stage !== null) stages.push(stage);
	}
	return stages;
}

function stageBeside(round: RoundView, stage: Stage, direction: 1 | -1): Stage | null {
	return neighbour({ stage, settings: { ...round.settings, note: '' } }, direction);
}

/** Going back sets the clock to the whole time of the stage; what had passed by then comes off it again. */
function clockAsBefore(shared: Day, { item, stage, timer, at }: Place, now: number): readonly Command[] {
	if (timer.kind === 'off') return [];
	const round = shared.rounds[item.id];
	const minutes = item.kind === 'break' ? item.minutes : plannedMinutes(round, stage);
	const deltaMs = clockMsLeft(timer, Math.min(at, now)) - minutes * 60_000;
	const isMoved = deltaMs !== 0 && Math.abs(deltaMs) <= TIMER_STEP_MS_MAX;
	return [
		...(isMoved ? [{ type: 'AdjustTimer', deltaMs } as const] : []),
		...(timer.kind === 'paused' ? [{ type: 'PauseTimer' } as const] : [])
	];
}

function plannedMinutes(round: RoundView | undefined, stage: Stage | null): number {
	if (!round || stage === null || stage === 'waiting' || stage === 'closed') return 0;
	return round.settings.minutes[stage] ?? 0;
}
