import { closeCurrent, withCardsShared } from './agenda.ts';
import { withinBudget } from '../choose/ballots.ts';
import type { DotRules } from '../choose/ballot.ts';
import { changedOver } from './changed-over.ts';
import type { ExampleFacts } from './example.ts';
import type { Facts } from './facts.ts';
import type { Round, RoundPlan, RoundSettings } from './round.ts';
import { isKnownMunicipality } from '../people/participants.ts';
import {
	DOT_BUDGET_MAX,
	EXAMPLES_MAX,
	HELP_TEXT_LENGTH_MAX,
	MUNICIPALITIES_PER_EXAMPLE_MAX,
	NOTE_LENGTH_MAX,
	PLACE_LENGTH_MAX,
	QUESTION_LENGTH_MAX,
	STAGE_MINUTES_MAX,
	STAGE_MINUTES_MIN,
	SUMMARY_LENGTH_MAX,
	TITLE_LENGTH_MAX,
	lengthOf
} from '../limits.ts';
import { NO_CARDS } from '../card/card-table.ts';
import { mapChanged, own } from '../keyed.ts';
import { accept, assert, reject } from '../outcome.ts';
import { closeOpenRating } from '../choose/ratings.ts';
import type { Rejection } from '../rejections.ts';
import { roundOf, withRound } from './rounds.ts';
import { AUTHOR_VISIBILITIES, WORKING_STAGES } from '../vocabulary.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';
import { withReadBack } from './wrap-up.ts';

/** What is set before the day and may still be put right during it. */

type PreparationCommand =
	| 'ChangeFacts'
	| 'ChangeAuthorVisibility'
	| 'ChangeRound'
	| 'ChangeBreak'
	| 'AddExample'
	| 'ChangeExample'
	| 'RemoveExample'
	| 'OpenDoors'
	| 'CloseWorksession';
type PreparationEvent =
	| 'WorksessionPrepared'
	| 'FactsChanged'
	| 'AuthorVisibilityChanged'
	| 'RoundChanged'
	| 'BreakChanged'
	| 'ExampleAdded'
	| 'ExampleChanged'
	| 'ExampleRemoved'
	| 'DoorsOpened'
	| 'WorksessionClosed';

export const preparationDeciders: Deciders<PreparationCommand> = {
	ChangeFacts(state, { facts, over }) {
		const fault = factsFault(facts);
		if (fault) return reject(fault);
		const left = changedOver(state.facts, facts, over);
		return left ? accept([{ type: 'FactsChanged', facts: left }]) : reject('facts-changed');
	},

	ChangeAuthorVisibility(state, { authorVisibility }) {
		if (authorVisibility === state.authorVisibility) return accept([]);
		const isLooser =
			AUTHOR_VISIBILITIES.indexOf(authorVisibility) < AUTHOR_VISIBILITIES.indexOf(state.authorVisibility);
		if (isLooser && hasInput(state)) return reject('visibility-looser');
		return accept([{ type: 'AuthorVisibilityChanged', authorVisibility }]);
	},

	ChangeRound(state, { roundId, settings, over }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const left = changedOver(round.settings, settings, over);
		if (!left) return reject('facts-changed');
		const fault = settingsFault(left);
		return fault ? reject(fault) : accept([{ type: 'RoundChanged', roundId, settings: left }]);
	},

	ChangeBreak(state, { itemId, title, minutes, over }) {
		const item = state.agenda.find(({ id }) => id === itemId);
		if (item?.kind !== 'break') return reject('unknown-agenda-item');
		const left = changedOver({ title: item.title, minutes: item.minutes }, { title, minutes }, over);
		if (!left) return reject('facts-changed');
		const fault = titleFault(left.title, TITLE_LENGTH_MAX) ?? minutesFault(left.minutes);
		return fault ? reject(fault) : accept([{ type: 'BreakChanged', itemId, ...left }]);
	},

	AddExample(state, { example }, context) {
		if (state.examples.length >= EXAMPLES_MAX) return reject('examples-full');
		const fault = exampleFault(state, example);
		return fault ? reject(fault) : accept([{ type: 'ExampleAdded', exampleId: context.newId(), example }]);
	},

	ChangeExample(state, { exampleId, example, over }) {
		const known = state.examples.find(({ id }) => id === exampleId);
		if (!known) return reject('unknown-example');
		const { id: _, ...now } = known;
		const left = changedOver<ExampleFacts>(now, example, over);
		if (!left) return reject('facts-changed');
		const fault = exampleFault(state, left);
		return fault ? reject(fault) : accept([{ type: 'ExampleChanged', exampleId, example: left }]);
	},

	RemoveExample(state, { exampleId }) {
		if (!hasExample(state, exampleId)) return reject('unknown-example');
		return accept([{ type: 'ExampleRemoved', exampleId }]);
	},

	OpenDoors(state, _command, context) {
		return accept(state.doors === 'open' ? [] : [{ type: 'DoorsOpened', at: context.now }]);
	},

	CloseWorksession(state, _command, context) {
		return accept([
			...closeCurrent(state, context.now),
			...closeOpenRating(state, context.now),
			{ type: 'TimerSet', timer: { kind: 'off' } },
			{ type: 'WorksessionClosed', at: context.now }
		]);
	}
};

export const preparationEvolvers: Evolvers<PreparationEvent> = {
	WorksessionPrepared(state, { type: _, rounds, ...prepared }) {
		assert(state.agenda.length === 0, 'a worksession is prepared once');
		return {
			...state,
			...prepared,
			rounds: Object.fromEntries(rounds.map((plan) => [plan.id, newRound(plan)]))
		};
	},
	FactsChanged: (state, { facts }) => ({ ...state, facts }),
	AuthorVisibilityChanged: (state, { authorVisibility }) => ({ ...state, authorVisibility }),
	RoundChanged(state, { roundId, settings }) {
		const round = roundOf(state, roundId);
		return withRound(state, { ...round, settings, ballots: withinBudget(round, settings) });
	},
	BreakChanged: (state, { itemId, title, minutes }) => ({
		...state,
		agenda: state.agenda.map((item) =>
			item.kind === 'break' && item.id === itemId ? { ...item, title, minutes } : item
		)
	}),
	ExampleAdded: (state, { exampleId, example }) => ({
		...state,
		examples: [...state.examples, { id: exampleId, ...example }]
	}),
	ExampleChanged: (state, { exampleId, example }) => ({
		...state,
		examples: state.examples.map((known) => (known.id === exampleId ? { id: exampleId, ...example } : known))
	}),
	/** A table stays when its example goes, and so does an idea. */
	ExampleRemoved: (state, { exampleId }) => ({
		...state,
		examples: state.examples.filter((known) => known.id !== exampleId),
		tables: state.tables.map((table) =>
			table.exampleId === exampleId ? { ...table, exampleId: null } : table
		),
		ideas: state.ideas.map((idea) =>
			idea.examples.includes(exampleId)
				? { ...idea, examples: idea.examples.filter((id) => id !== exampleId) }
				: idea
		)
	}),
	DoorsOpened: (state, { at }) => ({ ...state, doors: 'open', openedAt: at }),
	/**
	 * Whatever was written is in the record, also in a round that stepped back before it was shared, and as its writers read it back.
	 */
	WorksessionClosed(state, { at }) {
		const read = withReadBack(state, at);
		return {
			...read,
			doors: 'closed',
			closedAt: at,
			wrapUp: null,
			recordVersions: [{ status: 'closed', reason: '', at }],
			rounds: mapChanged(read.rounds, withCardsShared)
		};
	}
};

/** A round in which nothing has happened. */
export function newRound(plan: RoundPlan): Round {
	return {
		...plan,
		stage: 'waiting',
		closedAt: null,
		cardCount: 0,
		cardCounts: {},
		cards: NO_CARDS,
		clusters: {},
		votedOn: null,
		ballots: {},
		codes: {},
		countedDots: null,
		earlierVotes: [],
		ready: {}
	};
}

/** Whoever has joined was told who would see their name; from then on less may be shown, and never more. */
function hasInput(state: Worksession): boolean {
	const hasPeople = Object.keys(state.participations).length > 0;
	return hasPeople || Object.values(state.rounds).some((round) => round.cardCount > 0);
}

function hasExample(state: Worksession, exampleId: string): boolean {
	return state.examples.some((example) => example.id === exampleId);
}

/** Why these facts cannot be those of a worksession; null when they can. */
export function factsFault(facts: Facts): Rejection | null {
	if (facts.date !== null && !isCalendarDate(facts.date)) return 'date-invalid';
	if (lengthOf(facts.place) > PLACE_LENGTH_MAX) return 'text-too-long';
	return titleFault(facts.title, TITLE_LENGTH_MAX);
}

/** True for a date that exists: 2026-02-30 does not. */
export function isCalendarDate(text: string): boolean {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return false;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
	return days !== undefined && day >= 1 && day <= days;
}

/** Why a round cannot be held like this; null when it can. */
export function settingsFault(settings: RoundSettings): Rejection | null {
	const planned = WORKING_STAGES.map((stage) => settings.minutes[stage]).filter((n) => n !== null);
	if (planned.length === 0) return 'no-stage-left';
	if (lengthOf(settings.helpText) > HELP_TEXT_LENGTH_MAX) return 'text-too-long';
	if (lengthOf(settings.note) > NOTE_LENGTH_MAX) return 'text-too-long';
	return (
		dotsFault(settings) ??
		titleFault(settings.question, QUESTION_LENGTH_MAX) ??
		planned.map(minutesFault).find(Boolean) ??
		null
	);
}

/** Why no vote can be held like this; null when it can. */
export function dotsFault({ dotBudget, dotsPerItemMax }: DotRules): Rejection | null {
	const isFine = [dotBudget, dotsPerItemMax].every(
		(dots) => Number.isInteger(dots) && dots >= 1 && dots <= DOT_BUDGET_MAX
	);
	return isFine ? null : 'dots-out-of-range';
}

function exampleFault(state: Worksession, example: ExampleFacts): Rejection | null {
	if (example.municipalities.length > MUNICIPALITIES_PER_EXAMPLE_MAX) return 'municipalities-too-many';
	if (!example.municipalities.every((code) => isKnownMunicipality(code, state)))
		return 'unknown-municipality';
	if (lengthOf(example.summary) > SUMMARY_LENGTH_MAX) return 'text-too-long';
	return titleFault(example.name, TITLE_LENGTH_MAX);
}

/** Why this is no number of minutes for a stage or break; null when it is. */
export function minutesFault(minutes: number): Rejection | null {
	const isFine = Number.isInteger(minutes) && minutes >= STAGE_MINUTES_MIN && minutes <= STAGE_MINUTES_MAX;
	return isFine ? null : 'minutes-out-of-range';
}

/** A title must say something and fit; also used for questions, steps and clusters. */
export function titleFault(title: string, lengthMax: number): Rejection | null {
	if (title.trim() === '') return 'title-empty';
	return lengthOf(title) > lengthMax ? 'title-too-long' : null;
}
