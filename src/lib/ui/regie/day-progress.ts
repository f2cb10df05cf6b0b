import type { SharedView } from '#lib/domain/visibility.ts';
import { agendaRows } from './agenda-rows.ts';

const MINUTE_MS = 60_000;

/** The day as it goes against the day as it was planned. */
export interface DayProgress {
	/** Whole minutes later than planned, counted from when the first item really began; below zero is ahead. */
	readonly minutesBehind: number;
	/** When the last item would end from here, in epoch milliseconds. */
	readonly endsAt: number;
}

/** Null before the day begins and after it was closed. */
export function dayProgress(
	shared: Pick<SharedView, 'agenda' | 'currentItemId' | 'rounds' | 'facts' | 'itemTimes' | 'doors'>,
	now: number
): DayProgress | null {
	const rows = agendaRows(shared);
	const index = rows.findIndex(({ state }) => state === 'now');
	const current = rows[index];
	const startedAt = current && shared.itemTimes[current.id]?.startedAt;
	if (!current || startedAt === undefined || shared.doors !== 'open') return null;
	const begin = Math.min(...Object.values(shared.itemTimes).map((times) => times.startedAt));
	const sum = (some: typeof rows) => some.reduce((minutes, row) => minutes + row.minutes, 0) * MINUTE_MS;
	const [before, after] = [
		sum(
			rows.slice(
				rows.findIndex(({ id }) => isFirst(id)),
				index
			)
		),
		sum(rows.slice(index + 1))
	];
	const overrun = Math.max(0, now - startedAt - current.minutes * MINUTE_MS);
	const behind = startedAt - begin - before + overrun;
	const left = Math.max(0, startedAt + current.minutes * MINUTE_MS - now);
	return { minutesBehind: Math.round(behind / MINUTE_MS), endsAt: now + left + after };

	/** The item with which the day really began: what was skipped before it was no delay. */
	function isFirst(id: string): boolean {
		return shared.itemTimes[id]?.startedAt === begin;
	}
}

/** How long an item really took, in whole minutes; null while it has not ended. */
export function minutesTaken(itemTimes: SharedView['itemTimes'], itemId: string): number | null {
	const times = itemTimes[itemId];
	return times && times.endedAt !== null ? Math.round((times.endedAt - times.startedAt) / MINUTE_MS) : null;
}
