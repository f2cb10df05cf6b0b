import type { PlannedMinutes } from './agenda-item.ts';
import { clockMsLeft, itemsToCome, stagesToCome, type DayInTime } from './day-time.ts';
import { own } from '../keyed.ts';
import { WORKING_STAGES, type WorkingStage } from '../vocabulary.ts';

/**
 * Where a day that runs late can find its minutes. It says what is possible and what would hurt least; what is done with that is
 * the facilitator's choice.
 */

/** Below this a stage is not worth starting. */
export const STAGE_MINUTES_LEAST = 3;
/** Coffee and a stretch. */
export const BREAK_MINUTES_LEAST = 5;
/** A break of this length is a meal, and nobody eats in less than half an hour. */
export const MEAL_FROM_MINUTES = 40;
export const MEAL_MINUTES_LEAST = 30;
/** What goes on already is not cut off within the minute. */
const RUNNING_MINUTES_LEFT_LEAST = 1;

const MINUTE_MS = 60_000;

/** A stage or break that goes on or is still to come, and can be shorter. */
export interface Giver {
	/** Names it for as long as the day lasts. */
	readonly key: string;
	readonly itemId: string;
	/** Null for a break. */
	readonly stage: WorkingStage | null;
	/** As it is planned now. */
	readonly minutes: number;
	/** Whole minutes, 1 or more. */
	readonly canGive: number;
	readonly isRunning: boolean;
}

/** Whole minutes by the key of whoever gives them. */
export type Gifts = ReadonlyMap<string, number>;

/** Everything that can give minutes, what hurts least first: a minute of a long part is less of it than of a short one. */
export function givers(day: DayInTime, now: number): readonly Giver[] {
	const all = [...runningParts(day, now), ...partsToCome(day)].filter(({ canGive }) => canGive > 0);
	return all.sort((a, b) => b.minutes - a.minutes);
}

/** What would bring back this many minutes, or as many as there are, so that every part loses as even a share of itself as can be. */
export function suggestedGifts(from: readonly Giver[], minutes: number): Gifts {
	const gifts = new Map<string, number>();
	for (let left = minutes; left > 0; left -= 1) {
		const able = from.filter((giver) => giftOf(giver, gifts) < giver.canGive);
		const [first, ...others] = able;
		if (!first) break;
		const least = others.reduce(
			(best, one) => (harmOf(one, gifts) < harmOf(best, gifts) ? one : best),
			first
		);
		gifts.set(least.key, giftOf(least, gifts) + 1);
	}
	return gifts;
}

/** What a part gives: never more than it can by now, however much was chosen before. */
export function giftOf({ key, canGive }: Giver, gifts: Gifts): number {
	return Math.min(Math.max(Math.trunc(gifts.get(key) ?? 0), 0), canGive);
}

/** All minutes together. */
export function minutesGiven(from: readonly Giver[], gifts: Gifts): number {
	return from.reduce((sum, giver) => sum + giftOf(giver, gifts), 0);
}

/** The plan that these gifts make, and the one that takes them back. */
export function planChanges(
	from: readonly Giver[],
	gifts: Gifts
): { readonly changes: readonly PlannedMinutes[]; readonly undo: readonly PlannedMinutes[] } {
	const giving = from.filter((giver) => giftOf(giver, gifts) > 0);
	const undo = giving.map(({ itemId, stage, minutes }) => ({ itemId, stage, minutes }));
	const changes = giving.map((giver, index) => ({
		itemId: giver.itemId,
		stage: giver.stage,
		minutes: (undo[index]?.minutes ?? 0) - giftOf(giver, gifts)
	}));
	return { changes, undo };
}

/** The share of itself that a part would lose with one minute more. */
function harmOf(giver: Giver, gifts: Gifts): number {
	return (giftOf(giver, gifts) + 1) / giver.minutes;
}

function runningParts(day: DayInTime, now: number): readonly Giver[] {
	const item = day.agenda.find((candidate) => candidate.id === day.currentItemId);
	if (!item) return [];
	const left = Math.floor(clockMsLeft(day.timer, now) / MINUTE_MS) - RUNNING_MINUTES_LEFT_LEAST;
	if (item.kind === 'break') return [part(item.id, null, item.minutes, left)];
	const round = own(day.rounds, item.id);
	if (!round) return [];
	const present = WORKING_STAGES.find((stage) => stage === round.stage);
	const minutes = present === undefined ? null : round.settings.minutes[present];
	const running = present === undefined || minutes === null ? [] : [part(item.id, present, minutes, left)];
	return [...running, ...stagesToCome(round).map((stage) => stagePart(day, item.id, stage))];
}

function partsToCome(day: DayInTime): readonly Giver[] {
	return itemsToCome(day).flatMap((item) => {
		if (item.kind === 'break') return [part(item.id, null, item.minutes, null)];
		const round = own(day.rounds, item.id);
		return round ? stagesToCome(round).map((stage) => stagePart(day, item.id, stage)) : [];
	});
}

function stagePart({ rounds }: DayInTime, itemId: string, stage: WorkingStage): Giver {
	return part(itemId, stage, own(rounds, itemId)?.settings.minutes[stage] ?? 0, null);
}

/** `left` is how much of its time has not passed, in whole minutes; null for what has not begun. */
function part(itemId: string, stage: WorkingStage | null, minutes: number, left: number | null): Giver {
	const spare = minutes - leastFor(stage, minutes);
	const canGive = Math.max(0, left === null ? spare : Math.min(spare, left));
	return { key: `${itemId}:${stage ?? 'break'}`, itemId, stage, minutes, canGive, isRunning: left !== null };
}

function leastFor(stage: WorkingStage | null, minutes: number): number {
	if (stage !== null) return STAGE_MINUTES_LEAST;
	return minutes >= MEAL_FROM_MINUTES ? MEAL_MINUTES_LEAST : BREAK_MINUTES_LEAST;
}
