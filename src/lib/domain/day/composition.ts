import type { AgendaItem, PlannedMinutes } from './agenda-item.ts';
import type { WorksessionEvent } from '../events.ts';
import { own, without } from '../keyed.ts';
import { AGENDA_ITEMS_MAX, TITLE_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { minutesFault, newRound, settingsFault, titleFault } from './preparation.ts';
import type { Rejection } from '../rejections.ts';
import { roundOf } from './rounds.ts';
import { standardSettings } from './template.ts';
import { adjust } from './timer.ts';
import type { Round, RoundPlan } from './round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/** The day as a list of rounds and breaks: put together before it, and changed while it goes on. */

type CompositionCommand =
	'AddRound' | 'AddBreak' | 'DuplicateItem' | 'MoveItem' | 'RemoveItem' | 'PlanMinutes';
type CompositionEvent = 'RoundAdded' | 'BreakAdded' | 'ItemMoved' | 'ItemRemoved';

export const compositionDeciders: Deciders<CompositionCommand> = {
	AddRound(state, { kind, settings, toIndex }, { newId }) {
		const planned = settings ?? standardSettings(kind, state.facts.group);
		const fault = placeFault(state, toIndex) ?? settingsFault(planned);
		if (fault) return reject(fault);
		return accept([{ type: 'RoundAdded', round: { id: newId(), kind, settings: planned }, toIndex }]);
	},

	AddBreak(state, { title, minutes, toIndex }, { newId }) {
		const fault = placeFault(state, toIndex) ?? titleFault(title, TITLE_LENGTH_MAX) ?? minutesFault(minutes);
		return fault ? reject(fault) : accept([{ type: 'BreakAdded', itemId: newId(), title, minutes, toIndex }]);
	},

	/** The copy of a round asks the same, after it, and holds no cards. */
	DuplicateItem(state, { itemId }, { newId }) {
		const index = indexOf(state, itemId);
		const item = state.agenda[index];
		if (!item) return reject('unknown-agenda-item');
		const toIndex = index + 1;
		const fault = placeFault(state, toIndex);
		if (fault) return reject(fault);
		if (item.kind === 'break') {
			const { title, minutes } = item;
			return accept([{ type: 'BreakAdded', itemId: newId(), title, minutes, toIndex }]);
		}
		const { kind, settings } = roundOf(state, itemId);
		return accept([{ type: 'RoundAdded', round: { id: newId(), kind, settings }, toIndex }]);
	},

	/** What has begun keeps its place; what is still to come may go anywhere. */
	MoveItem(state, { itemId, toIndex }) {
		const index = indexOf(state, itemId);
		if (index < 0 || toIndex < 0 || toIndex >= state.agenda.length) return reject('unknown-agenda-item');
		if (own(state.itemTimes, itemId)) return reject('item-in-use');
		return accept(index === toIndex ? [] : [{ type: 'ItemMoved', itemId, toIndex }]);
	},

	/** What has begun or holds cards is part of the day, and stays. */
	RemoveItem(state, { itemId }) {
		const item = state.agenda[indexOf(state, itemId)];
		if (!item) return reject('unknown-agenda-item');
		const hasCards = item.kind === 'round' && roundOf(state, itemId).cardCount > 0;
		if (hasCards || own(state.itemTimes, itemId)) return reject('item-in-use');
		const rounds = state.agenda.filter((other) => other.kind === 'round');
		if (item.kind === 'round' && rounds.length === 1) return reject('last-round');
		return accept([{ type: 'ItemRemoved', itemId }]);
	},

	/** The clock of what goes on moves along with its plan. */
	PlanMinutes(state, { changes }, { now }) {
		const fault = changes.map((change) => changeFault(state, change)).find((one) => one !== null);
		if (fault) return reject(fault);
		const byItem = Map.groupBy(changes, (change) => change.itemId);
		const planned = [...byItem].flatMap(([itemId, ofItem]) => minutesChanged(state, itemId, ofItem));
		return accept([...planned, ...clockMoved(state, changes, now)]);
	}
};

export const compositionEvolvers: Evolvers<CompositionEvent> = {
	RoundAdded: (state, { round, toIndex }) => ({
		...withItem(state, { kind: 'round', id: round.id }, toIndex),
		rounds: { ...state.rounds, [round.id]: newRound(round) }
	}),
	BreakAdded: (state, { itemId, title, minutes, toIndex }) =>
		withItem(state, { kind: 'break', id: itemId, title, minutes }, toIndex),
	ItemMoved(state, { itemId, toIndex }) {
		const moved = state.agenda.filter((item) => item.id === itemId);
		const others = state.agenda.filter((item) => item.id !== itemId);
		return { ...state, agenda: others.toSpliced(toIndex, 0, ...moved) };
	},
	ItemRemoved: (state, { itemId }) => ({
		...state,
		agenda: state.agenda.filter((item) => item.id !== itemId),
		rounds: without(state.rounds, itemId)
	})
};

function withItem(state: Worksession, item: AgendaItem, toIndex: number): Worksession {
	return { ...state, agenda: state.agenda.toSpliced(toIndex, 0, item) };
}

function indexOf(state: Worksession, itemId: string): number {
	return state.agenda.findIndex((item) => item.id === itemId);
}

function placeFault(state: Worksession, toIndex: number): Rejection | null {
	if (state.agenda.length >= AGENDA_ITEMS_MAX) return 'agenda-full';
	return toIndex < 0 || toIndex > state.agenda.length ? 'unknown-agenda-item' : null;
}

function changeFault(state: Worksession, { itemId, stage, minutes }: PlannedMinutes): Rejection | null {
	const item = state.agenda[indexOf(state, itemId)];
	if (!item || (item.kind === 'break') !== (stage === null)) return 'unknown-agenda-item';
	if (stage !== null && roundOf(state, itemId).settings.minutes[stage] === null) return 'wrong-stage';
	return minutesFault(minutes);
}

function minutesChanged(
	state: Worksession,
	itemId: string,
	planned: readonly PlannedMinutes[]
): readonly WorksessionEvent[] {
	const item = state.agenda[indexOf(state, itemId)];
	if (item?.kind === 'break') {
		const minutes = planned.at(-1)?.minutes ?? item.minutes;
		return [{ type: 'BreakChanged', itemId, title: item.title, minutes }];
	}
	const { settings }: Pick<RoundPlan, 'settings'> = roundOf(state, itemId);
	const minutes = { ...settings.minutes };
	for (const change of planned) if (change.stage) minutes[change.stage] = change.minutes;
	return [{ type: 'RoundChanged', roundId: itemId, settings: { ...settings, minutes } }];
}

function clockMoved(
	state: Worksession,
	changes: readonly PlannedMinutes[],
	now: number
): readonly WorksessionEvent[] {
	const present = state.agenda[indexOf(state, state.currentItemId ?? '')];
	if (!present || state.timer.kind === 'off') return [];
	const round = present.kind === 'round' ? roundOf(state, present.id) : null;
	const planned = changes.findLast(
		({ itemId, stage }) => itemId === present.id && (round === null || stage === round.stage)
	);
	const before = present.kind === 'break' ? present.minutes : minutesNow(round);
	if (!planned || before === null || planned.minutes === before) return [];
	const deltaMs = (planned.minutes - before) * 60_000;
	return [{ type: 'TimerSet', timer: adjust(state.timer, deltaMs, now) }];
}

/** What the stage that goes on was planned at. */
function minutesNow(round: Round | null): number | null {
	if (!round || round.stage === 'waiting' || round.stage === 'closed') return null;
	return round.settings.minutes[round.stage];
}
