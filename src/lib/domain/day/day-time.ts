import type { StageMinutes } from './round.ts';
import { own, type Keyed } from '../keyed.ts';
import { WORKING_STAGES, type Doors, type Stage } from '../vocabulary.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { Timer } from './timer.ts';
import type { Worksession } from '../worksession.ts';

/** The day in time: how long it still takes, and how that stands to its plan. */

const MINUTE_MS = 60_000;
/** Whoever starts a break by mistake and comes right back has not had it. */
const BREAK_HELD_MS_MIN = MINUTE_MS;

interface RoundInTime {
	readonly stage: Stage;
	readonly settings: { readonly minutes: StageMinutes };
}

/** What the time of a day follows from; the state and the view both have it. */
export interface DayInTime extends Pick<
	Worksession,
	'agenda' | 'currentItemId' | 'itemTimes' | 'timer' | 'plannedMinutes'
> {
	readonly rounds: Keyed<RoundInTime>;
	readonly doors: Doors;
}

/** The day as it goes against the day as it was planned. */
export interface DayProgress {
	/** Whole minutes later than the end that was planned when the first item began; below zero is ahead. */
	readonly minutesBehind: number;
	/** When the last item would end from here, in epoch milliseconds. */
	readonly endsAt: number;
}

/** Null before the day begins and after it was closed. */
export function dayProgress(day: DayInTime, now: number): DayProgress | null {
	const begun = Object.values(day.itemTimes).map((times) => times.startedAt);
	if (day.plannedMinutes === null || begun.length === 0 || day.doors !== 'open') return null;
	const endsAt = now + msLeft(day, now);
	const plannedEnd = Math.min(...begun) + day.plannedMinutes * MINUTE_MS;
	return { minutesBehind: Math.round((endsAt - plannedEnd) / MINUTE_MS), endsAt };
}

/** Planned minutes of a break, or of all stages that a round takes. */
export function minutesOfItem(item: AgendaItem, rounds: DayInTime['rounds']): number {
	if (item.kind === 'break') return item.minutes;
	const round = own(rounds, item.id);
	return round ? minutesOfStages(round) : 0;
}

/** Planned minutes of the day from this item on. */
export function plannedMinutesFrom(
	{ agenda, rounds }: Pick<DayInTime, 'agenda' | 'rounds'>,
	itemId: string
): number {
	const rest = agenda.slice(agenda.findIndex((item) => item.id === itemId));
	return rest.reduce((sum, item) => sum + minutesOfItem(item, rounds), 0);
}

/** The items after the present one that the group has not had yet; all of them before the day begins. */
export function itemsToCome(day: DayInTime): readonly AgendaItem[] {
	const present = day.agenda.findIndex((item) => item.id === day.currentItemId);
	return day.agenda.slice(present + 1).filter((item) => !isHeld(day, item));
}

/** Whether the group has had this item. A round to which it goes back stays held; what is going on is not. */
export function isHeld(
	day: Pick<DayInTime, 'rounds' | 'itemTimes' | 'currentItemId'>,
	item: AgendaItem
): boolean {
	if (item.kind === 'round') return own(day.rounds, item.id)?.stage === 'closed';
	return day.currentItemId !== item.id && (own(day.itemTimes, item.id)?.tookMs ?? 0) >= BREAK_HELD_MS_MIN;
}

/** What is left on the clock, in milliseconds; nothing once it is over, and nothing where none runs. */
export function clockMsLeft(timer: Timer, now: number): number {
	switch (timer.kind) {
		case 'off':
			return 0;
		case 'running':
			return Math.max(0, timer.endsAt - now);
		case 'paused':
			return Math.max(0, timer.remainingMs);
	}
}

/** How long an item took, all visits together, in whole minutes; null while the group is at it or never was. */
export function minutesTaken(itemTimes: DayInTime['itemTimes'], itemId: string): number | null {
	const times = own(itemTimes, itemId);
	return times && times.endedAt !== null ? Math.round(times.tookMs / MINUTE_MS) : null;
}

/** The working stages that a round takes after the stage it is in. */
export function stagesToCome({ stage, settings }: RoundInTime): readonly (typeof WORKING_STAGES)[number][] {
	if (stage === 'closed') return [];
	const present = WORKING_STAGES.findIndex((candidate) => candidate === stage);
	return WORKING_STAGES.slice(present + 1).filter((candidate) => settings.minutes[candidate] !== null);
}

function msLeft(day: DayInTime, now: number): number {
	const round = day.currentItemId === null ? undefined : own(day.rounds, day.currentItemId);
	const stages = round ? stagesToCome(round) : [];
	const ofRound = stages.reduce((sum, stage) => sum + (round?.settings.minutes[stage] ?? 0), 0);
	const ofDay = itemsToCome(day).reduce((sum, item) => sum + minutesOfItem(item, day.rounds), 0);
	return clockMsLeft(day.timer, now) + (ofRound + ofDay) * MINUTE_MS;
}

function minutesOfStages({ settings }: RoundInTime): number {
	return WORKING_STAGES.reduce((sum, stage) => sum + (settings.minutes[stage] ?? 0), 0);
}
