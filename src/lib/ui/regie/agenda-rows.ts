import { dayProgress, isHeld, minutesOfItem, type DayInTime } from '#lib/domain/day/day-time.ts';
import { own } from '#lib/domain/keyed.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { WORKING_STAGES, type WorkingStage } from '#lib/domain/vocabulary.ts';
import type { AgendaItem } from '#lib/domain/day/agenda-item.ts';
import { formatTime } from '#lib/i18n/words.ts';

const MINUTE_MS = 60_000;

export interface StageRow {
	readonly stage: WorkingStage;
	readonly minutes: number;
	readonly state: 'past' | 'now' | 'next';
}

/** One line of the day. */
export interface AgendaRow {
	readonly id: string;
	/** When it began or would begin, hh:mm; before the day begins as it is planned, and empty when it was passed over. */
	readonly startsAt: string;
	/** As planned. */
	readonly minutes: number;
	readonly state: 'past' | 'now' | 'next' | 'skipped';
	/** Null for a break, which then has a title. */
	readonly round: RoundView | null;
	readonly title: string;
	readonly stages: readonly StageRow[];
}

/** The day as it went, goes on and would end from here, at this moment of the server's clock. */
export function agendaRows(
	shared: DayInTime & Pick<SharedView, 'rounds' | 'facts'>,
	now: number
): AgendaRow[] {
	const present = shared.agenda.findIndex((item) => item.id === shared.currentItemId);
	const states = shared.agenda.map((item, index) => stateOf(shared, item, index - present));
	const starts = startTimes(shared, states, now);
	return shared.agenda.map((item, index) => {
		const round = item.kind === 'round' ? (shared.rounds[item.id] ?? null) : null;
		return {
			id: item.id,
			startsAt: starts[index] ?? '',
			minutes: minutesOfItem(item, shared.rounds),
			state: states[index] ?? 'next',
			round,
			title: item.kind === 'break' ? item.title : '',
			stages: round ? stageRows(round) : []
		};
	});
}

/** `distance` counts items from the present one; in the lobby everything is ahead. */
function stateOf(shared: DayInTime, item: AgendaItem, distance: number): AgendaRow['state'] {
	if (item.id === shared.currentItemId) return 'now';
	if (isHeld(shared, item)) return 'past';
	return distance < 0 ? 'skipped' : 'next';
}

function startTimes(
	shared: DayInTime & Pick<SharedView, 'facts'>,
	states: readonly AgendaRow['state'][],
	now: number
): readonly string[] {
	const minutes = shared.agenda.map((item) => minutesOfItem(item, shared.rounds));
	const toCome = minutes.reduce((sum, some, index) => sum + (states[index] === 'next' ? some : 0), 0);
	const endsAt = dayProgress(shared, now)?.endsAt ?? null;
	let before = 0;
	return shared.agenda.map((item, index) => {
		const startedAt = own(shared.itemTimes, item.id)?.startedAt;
		if (states[index] === 'skipped') return '';
		if (states[index] !== 'next') return startedAt === undefined ? '' : formatTime(startedAt);
		const minutesBefore = before;
		before += minutes[index] ?? 0;
		if (endsAt === null) return clockAfter(shared.facts.startsAt, minutesBefore);
		return formatTime(endsAt - (toCome - minutesBefore) * MINUTE_MS);
	});
}

function stageRows({ settings, stage: present }: RoundView): StageRow[] {
	const taken = WORKING_STAGES.filter((stage) => settings.minutes[stage] !== null);
	const current = taken.findIndex((stage) => stage === present);
	const reached = present === 'closed' ? taken.length : current;
	return taken.map((stage, index) => ({
		stage,
		minutes: settings.minutes[stage] ?? 0,
		state: index < reached ? 'past' : index === current ? 'now' : 'next'
	}));
}

/** "09:30" and 90 minutes make "11:00"; past midnight the clock starts again. */
function clockAfter(startsAt: string, minutes: number): string {
	const [hours = 0, past = 0] = startsAt.split(':').map(Number);
	const total = (hours * 60 + past + minutes) % (24 * 60);
	return `${pad(Math.floor(total / 60))}:${pad(total % 60)}`;
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
