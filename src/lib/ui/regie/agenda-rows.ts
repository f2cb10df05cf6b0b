import type { SharedView, RoundView } from '#lib/domain/visibility.ts';
import { WORKING_STAGES, type WorkingStage } from '#lib/domain/vocabulary.ts';
import type { AgendaItem } from '#lib/domain/worksession.ts';

export interface StageRow {
	readonly stage: WorkingStage;
	readonly minutes: number;
	readonly state: 'past' | 'now' | 'next';
}

/** One line of the day. */
export interface AgendaRow {
	readonly id: string;
	/** Planned local time, hh:mm: the start of the day plus the minutes of everything before. */
	readonly startsAt: string;
	readonly minutes: number;
	readonly state: 'past' | 'now' | 'next';
	/** Null for a break, which then has a title. */
	readonly round: RoundView | null;
	readonly title: string;
	readonly stages: readonly StageRow[];
}

export function agendaRows(
	shared: Pick<SharedView, 'agenda' | 'currentItemId' | 'rounds' | 'facts'>
): AgendaRow[] {
	const current = shared.agenda.findIndex((item) => item.id === shared.currentItemId);
	let minutesBefore = 0;
	return shared.agenda.map((item, index) => {
		const round = item.kind === 'round' ? (shared.rounds[item.id] ?? null) : null;
		const minutes = minutesOf(item, round);
		const startsAt = clockAfter(shared.facts.startsAt, minutesBefore);
		minutesBefore += minutes;
		return {
			id: item.id,
			startsAt,
			minutes,
			state: index < current ? 'past' : index === current ? 'now' : 'next',
			round,
			title: item.kind === 'break' ? item.title : '',
			stages: round ? stageRows(round) : []
		};
	});
}

/** Number of a round in the day, from 1; 0 when it is not on the agenda. */
export function roundNumber(agenda: readonly AgendaItem[], roundId: string): number {
	return agenda.filter((item) => item.kind === 'round').findIndex((item) => item.id === roundId) + 1;
}

function minutesOf(item: AgendaItem, round: RoundView | null): number {
	if (item.kind === 'break') return item.minutes;
	return WORKING_STAGES.reduce((sum, stage) => sum + (round?.settings.minutes[stage] ?? 0), 0);
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
