import { describe, expect, test } from 'vitest';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { RoundKind, Stage } from '#lib/domain/vocabulary.ts';
import { roundNumber } from '#lib/domain/day/agenda.ts';
import { agendaRows } from './agenda-rows.ts';
import { ArrivalOrder } from './arrival-order.ts';
import { holdsWords } from '../primitives/holds-words.ts';
import { raisedHands } from './raised-hands.ts';
import { municipalityRows } from './municipality-rows.ts';
import { nextAction, openPoint, stageBefore } from './next-action.ts';
import { cardsPerStep } from './step-counts.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

function aRound(id: string, kind: RoundKind, stage: Stage, over: Partial<RoundView> = {}): RoundView {
	const minutes = { writing: 10, sharing: 15, arranging: 20, voting: null };
	return {
		id,
		kind,
		stage,
		settings: {
			question: 'Vraag',
			helpText: '',
			minutes,
			isAtTables: true,
			dotBudget: 5,
			budgetPer: 'person',
			dotsPerItemMax: 3
		},
		closedAt: null,
		cardCount: 0,
		cards: {},
		clusters: {},
		votersDone: 0,
		readyCount: 0,
		results: null,
		votedOn: null,
		codes: {},
		earlierVotes: [],
		...over
	};
}

function aCard(id: string, over: Partial<CardView> = {}): CardView {
	return {
		id,
		text: id,
		author: null,
		stepId: null,
		clusterId: null,
		tableId: null,
		isPutIn: false,
		isWrittenFor: false,
		isHidden: false,
		redaction: null,
		isLate: false,
		...over
	};
}

function aPerson(id: string, municipalities: string[], cardsInRound: number | null): ParticipationView {
	return {
		id,
		name: id,
		role: 'follower',
		organisation: '',
		tableId: null,
		municipalities,
		functionName: '',
		joinedAt: 0,
		cardsInRound,
		handRaisedAt: null,
		hasGreeted: false,
		isWithoutDevice: false,
		isReady: false
	};
}

function forFacilitator(participations: Record<string, ParticipationView>): SharedView['facilitator'] {
	return {
		notes: {},
		participations,
		removed: {},
		hosts: {},
		scribed: {},
		scribedSheets: {},
		scribedRoti: {},
		writtenFor: {},
		recordVersions: [],
		redactions: {},
		rotiReasons: [],
		putIn: {}
	};
}

function aDay(over: Partial<SharedView> = {}): SharedView {
	return {
		id: 'day',
		isTrial: false,
		facts: { title: '', theme: 'ondermijning', group: 'follower', date: null, startsAt: '09:30', place: '' },
		authorVisibility: 'municipality',
		doors: 'open',
		agenda: [
			{ kind: 'break', id: 'welcome', title: 'Welkom', minutes: 20 },
			{ kind: 'round', id: 'r1' },
			{ kind: 'break', id: 'lunch', title: 'Lunch', minutes: 40 },
			{ kind: 'round', id: 'r2' }
		],
		currentItemId: null,
		timer: { kind: 'off' },
		rounds: { r1: aRound('r1', 'process', 'waiting'), r2: aRound('r2', 'needs', 'waiting') },
		steps: [],
		examples: [],
		links: {},
		ideas: [],
		decisions: [],
		actions: [],
		parked: [],
		ratings: [],
		shownRating: null,
		wrapUp: null,
		greetings: [],
		itemTimes: {},
		plannedMinutes: null,
		spotlight: null,
		message: null,
		isFrozen: false,
		tables: [],
		isLobbyLocked: false,
		facilitator: forFacilitator({}),
		...over
	};
}

function inStage(stage: Stage, over: Partial<RoundView> = {}, day: Partial<SharedView> = {}): SharedView {
	const r2 = aRound('r2', 'needs', stage, over);
	return aDay({ currentItemId: 'r2', rounds: { r1: aRound('r1', 'process', 'closed'), r2 }, ...day });
}

const NOW = Date.UTC(2026, 8, 15, 9, 40);
const BEGAN = Date.UTC(2026, 8, 15, 7, 30);
const HELD = { startedAt: BEGAN, lastStartedAt: BEGAN, endedAt: BEGAN + 24 * 60_000, tookMs: 24 * 60_000 };

const nobody = { online: 0, writing: 0, people: [], facilitators: [] };
const here = { people: 2, municipalities: {} };

describe('the day plan', () => {
	test('adds up the minutes of breaks and of the stages that a round has', () => {
		const rows = agendaRows(aDay(), NOW);
		expect(rows.map((row) => row.startsAt)).toEqual(['09:30', '09:50', '10:35', '11:15']);
		expect(rows.map((row) => row.minutes)).toEqual([20, 45, 40, 45]);
	});

	test('starts the clock again after midnight', () => {
		const facts = { ...aDay().facts, startsAt: '23:50' };
		expect(agendaRows(aDay({ facts }), NOW)[1]?.startsAt).toBe('00:10');
	});

	test('says what is past, now and next, and so for the stages of the round', () => {
		const rows = agendaRows(inStage('sharing', {}, { itemTimes: { welcome: HELD } }), NOW);
		expect(rows.map((row) => row.state)).toEqual(['past', 'past', 'skipped', 'now']);
		expect(rows[3]?.stages.map(({ stage, state }) => [stage, state])).toEqual([
			['writing', 'past'],
			['sharing', 'now'],
			['arranging', 'next']
		]);
		expect(rows[1]?.stages.map(({ state }) => state)).toEqual(['past', 'past', 'past']);
	});

	test('numbers rounds and not breaks', () => {
		expect(roundNumber(aDay().agenda, 'r2')).toBe(2);
	});
});

describe('the next action', () => {
	test('opens the doors, then starts the first item of the day', () => {
		expect(nextAction(aDay({ doors: 'prepared' }))).toEqual({ kind: 'open-doors' });
		expect(nextAction(aDay())).toMatchObject({ kind: 'start-item', item: { id: 'welcome' }, round: null });
	});

	test('skips the stage that a round leaves out', () => {
		expect(nextAction(inStage('arranging'))).toMatchObject({ kind: 'move-stage', stage: 'closed' });
	});

	test('goes to the next item after a closed round or a break, and closes the day after the last', () => {
		expect(nextAction(aDay({ currentItemId: 'lunch' }))).toMatchObject({
			kind: 'start-item',
			item: { id: 'r2' }
		});
		expect(nextAction(inStage('closed'))).toEqual({ kind: 'close-worksession' });
	});

	test('leads to the record once the day is closed, and nowhere back', () => {
		const closed = inStage('closed', {}, { doors: 'closed' });
		expect(nextAction(closed)).toEqual({ kind: 'read-record' });
		expect(stageBefore(closed)).toBeNull();
		expect(stageBefore(inStage('closed'))).toBe('arranging');
	});
});

describe('the open point', () => {
	test('names who still writes, and else who has no card', () => {
		const participations = { a: aPerson('a', [], 0), b: aPerson('b', [], 2) };
		const day = inStage('writing', {}, { facilitator: forFacilitator(participations) });
		expect(openPoint(day, { ...nobody, writing: 2 }, here)).toEqual({ kind: 'writing', count: 2 });
		expect(openPoint(day, nobody, here)).toEqual({ kind: 'without-card', count: 1 });
	});

	test('says nothing about people without a card where cards are not counted per person', () => {
		const participations = { a: aPerson('a', [], null) };
		expect(
			openPoint(inStage('writing', {}, { facilitator: forFacilitator(participations) }), nobody, here)
		).toBeNull();
	});

	test('counts the cards without a step, those in a stack too', () => {
		const cards = {
			a: aCard('a', { clusterId: 'k' }),
			b: aCard('b', { clusterId: 'k' }),
			c: aCard('c', { stepId: 's' })
		};
		const clusters = { k: { id: 'k', title: 'Samen', stepId: null } };
		const day = inStage(
			'arranging',
			{ cards, clusters },
			{ steps: [{ id: 's', title: 'Stap', tableId: null, details: NO_DETAILS }] }
		);
		expect(openPoint(day, nobody, here)).toEqual({ kind: 'unplaced', count: 2 });
		expect(openPoint({ ...day, steps: [] }, nobody, here)).toEqual({ kind: 'no-steps' });
	});

	test('counts needs without a bottleneck once all lie at a step', () => {
		const cards = { a: aCard('a', { stepId: 's' }), b: aCard('b', { stepId: 's' }) };
		const link = {
			roundId: 'r2',
			need: { kind: 'card', id: 'a' },
			bottleneckRoundId: 'r0',
			bottleneck: { kind: 'card', id: 'x' }
		} as const;
		const day = inStage(
			'arranging',
			{ cards },
			{ steps: [{ id: 's', title: 'Stap', tableId: null, details: NO_DETAILS }], links: { l: link } }
		);
		expect(openPoint(day, nobody, here)).toEqual({ kind: 'unlinked', count: 1 });
	});
});

describe('people by municipality', () => {
	test('stands in order of names, with whoever has none at the end', () => {
		const people = [aPerson('a', [], 1), aPerson('b', ['GM0363'], 2), aPerson('c', ['GM0363', 'GM0014'], 0)];
		const rows = municipalityRows(people, ['c']);
		expect(rows.map((row) => [row.name, row.heads, row.cards])).toEqual([
			['Amsterdam', [true, false], 2],
			['Groningen', [true], 0],
			['', [false], 1]
		]);
	});

	test('counts no cards when one person is not counted', () => {
		expect(municipalityRows([aPerson('a', ['GM0363'], null)], [])[0]?.cards).toBeNull();
	});
});

describe('the board', () => {
	test('keeps what it met first first, and puts new pieces at the end', () => {
		const order = new ArrivalOrder();
		order.sorted([{ key: 'm' }, { key: 'x' }]);
		expect(order.sorted([{ key: 'a' }, { key: 'm' }, { key: 'x' }]).map(({ key }) => key)).toEqual([
			'm',
			'x',
			'a'
		]);
	});

	test('counts the cards of a stack at the step of the stack', () => {
		const cards = { a: aCard('a', { clusterId: 'k', stepId: 'other' }), b: aCard('b', { stepId: 's' }) };
		const clusters = { k: { id: 'k', title: 'Samen', stepId: 's' } };
		const rounds = { r: aRound('r', 'bottlenecks', 'arranging', { cards, clusters }) };
		expect([...cardsPerStep(rounds, 'bottlenecks')]).toEqual([['s', 2]]);
		expect([...cardsPerStep(rounds, 'strengths')]).toEqual([]);
	});

	test('finds words whatever the case and accents', () => {
		expect(holdsWords('Één collega kan dit', 'een COLLEGA')).toBe(true);
		expect(holdsWords('Één collega kan dit', 'niemand')).toBe(false);
	});
});

test('hands stand in the order in which they went up, and who has none up is left out', () => {
	const [anna, bram, carla] = ['anna', 'bram', 'carla'].map((id) => aPerson(id, [], null));
	if (!anna || !bram || !carla) throw new Error('three people');
	const participations = { anna: { ...anna, handRaisedAt: 9 }, bram, carla: { ...carla, handRaisedAt: 4 } };
	expect(raisedHands(forFacilitator(participations)).map(({ person }) => person.id)).toEqual([
		'carla',
		'anna'
	]);
	expect(raisedHands(null)).toEqual([]);
});
