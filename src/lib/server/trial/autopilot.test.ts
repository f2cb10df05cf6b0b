import { beforeEach, expect, test } from 'vitest';
import { allCards } from '#lib/domain/card/card-table.ts';
import type { Actor, Command } from '#lib/domain/commands.ts';
import type { EventType } from '#lib/domain/events.ts';
import { INVENTED_MUNICIPALITIES } from '#lib/domain/municipality/invented-municipalities.ts';
import { dayFrom, standardPlan } from '#lib/domain/day/template.ts';
import { attendanceOf } from '#lib/domain/visibility/attendance.ts';
import { ownView } from '#lib/domain/visibility/own-view.ts';
import { sharedView } from '#lib/domain/visibility/shared-view.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { initialState, type Worksession } from '#lib/domain/worksession.ts';
import { nextOnAgenda } from './autopilot.ts';
import { trialCards } from './trial-cards.ts';
import { seededRandom } from './random.ts';
import { nextAct } from './simulated-person.ts';

const PEOPLE = ['p1', 'p2', 'p3'];
const ACTS_MAX = 2000;
const nobody = { names: new Map<string, string>(), epoch: 0 };

let state: Worksession;
let issued: number;
let events: Set<EventType>;
const newId = (): string => `id${String((issued += 1)).padStart(5, '0')}`;

beforeEach(() => {
	issued = 0;
	events = new Set();
	state = evolve(initialState('trial'), {
		type: 'WorksessionPrepared',
		isTrial: true,
		facts: {
			title: 'Proef',
			theme: 'ondermijning',
			group: 'follower',
			date: null,
			startsAt: '09:30',
			place: ''
		},
		authorVisibility: 'municipality',
		...dayFrom(standardPlan('follower'), newId),
		steps: [],
		examples: [],
		tables: []
	});
	act({ role: 'facilitator', accountId: 'a' }, { type: 'OpenDoors' });
	const municipalities = [INVENTED_MUNICIPALITIES[0]?.code ?? ''];
	for (const participationId of PEOPLE)
		act(
			{ role: 'participant', participationId },
			{
				type: 'Join',
				role: 'follower',
				organisation: '',
				municipalities,
				functionName: '',
				noticeVersion: '1'
			}
		);
});

function act(actor: Actor, command: Command): void {
	const context = { actor, now: 0, commandId: newId(), newId, proofOf: () => null };
	const outcome = decide(state, command, context);
	if (!outcome.ok) throw new Error(`${command.type}: ${outcome.rejection}`);
	for (const { type } of outcome.value) events.add(type);
	state = outcome.value.reduce(evolve, state);
}

/** Lets everybody do what they want to do in this stage, until they sit still. */
function letPeopleAct(): void {
	const cards = trialCards('ondermijning');
	for (const [index, participationId] of PEOPLE.entries()) {
		const deck = cards.filter((_, place) => place % PEOPLE.length === index);
		const random = seededRandom(participationId);
		for (let count = 0; count < ACTS_MAX; count += 1) {
			const own = ownView(state, nobody, participationId, () => null);
			const shared = sharedView(state, nobody, 'participant');
			const attendance = attendanceOf(state);
			const command = nextAct({ shared, own, attendance }, deck, 'Hoi', random);
			if (!command) break;
			act({ role: 'participant', participationId }, command);
		}
	}
}

function runDay(): number {
	for (let count = 0; count < ACTS_MAX; count += 1) {
		letPeopleAct();
		const planned = nextOnAgenda(state);
		if (!planned) return count;
		act({ role: 'facilitator', accountId: 'a' }, planned.command);
	}
	return ACTS_MAX;
}

test('the day runs from the lobby to the end, and nothing the pilot or the people do is refused', () => {
	expect(runDay()).toBeLessThan(ACTS_MAX);
	expect(state.doors).toBe('closed');
	expect(Object.values(state.rounds).map(({ stage }) => stage)).toEqual(Array(4).fill('closed'));
});

test('every trial card of the rounds that are held is written once, and everybody spends all dots', () => {
	runDay();
	const rounds = Object.values(state.rounds);
	const asked = new Set(rounds.map(({ kind }) => kind));
	const texts = rounds.flatMap(({ cards }) => allCards(cards).map(({ text }) => text));
	expect(texts.sort()).toEqual(
		trialCards('ondermijning')
			.flatMap(({ round, text }) => (asked.has(round) ? [text] : []))
			.sort()
	);
	const dots = Object.values(state.rounds).flatMap(({ ballots }) =>
		Object.values(ballots).flatMap((given) => Object.values(given).flatMap(Object.values<number>))
	);
	expect(dots.reduce((sum, count) => sum + count, 0)).toBe(3 * PEOPLE.length * 5);
});

test('some raise a hand and lower it again, and whoever is done says so', () => {
	runDay();
	expect(events.has('HandRaised')).toBe(true);
	expect(Object.values(state.participations).filter(({ handRaisedAt }) => handRaisedAt !== null)).toEqual([]);
	expect(events.has('ReadySet')).toBe(true);
});

test('the process gets steps, what looks alike a cluster at a step, and needs their bottleneck', () => {
	runDay();
	const rounds = Object.values(state.rounds);
	const clusters = rounds.flatMap((round) => Object.values(round.clusters));
	expect(state.steps.map(({ title }) => title)).toContain('Kijken wat mag');
	expect(clusters.length).toBeGreaterThan(12);
	expect(clusters.filter(({ stepId }) => stepId !== null).length).toBeGreaterThan(6);
	expect(Object.keys(state.links).length).toBeGreaterThan(5);
});

function withTables(...names: string[]): void {
	for (const name of names)
		act({ role: 'facilitator', accountId: 'a' }, { type: 'AddTable', table: { name, exampleId: null } });
}

test('at tables everybody sits down, one at each leads, and each gets a process and stacks of its own', () => {
	withTables('Tafel 1', 'Tafel 2');
	expect(runDay()).toBeLessThan(ACTS_MAX);
	const people = Object.values(state.participations);
	const ids = state.tables.map(({ id }) => id);
	expect(people.filter(({ tableId }) => tableId === null)).toEqual([]);
	for (const table of state.tables)
		expect(people.find(({ id }) => id === table.hostId)?.tableId).toBe(table.id);
	expect(new Set(state.steps.map(({ tableId }) => tableId))).toEqual(new Set(ids));
	const clustered = Object.values(state.rounds).flatMap(({ cards }) =>
		allCards(cards).flatMap(({ clusterId, tableId }) => (clusterId === null ? [] : [{ clusterId, tableId }]))
	);
	const tablesOf = Map.groupBy(clustered, ({ clusterId }) => clusterId);
	expect(tablesOf.size).toBeGreaterThan(6);
	for (const cards of tablesOf.values()) expect(new Set(cards.map(({ tableId }) => tableId)).size).toBe(1);
});

test('a host puts their own table in order', () => {
	withTables('Tafel 1');
	while (!state.tables.some(({ hostId }) => hostId !== null)) {
		letPeopleAct();
		const planned = nextOnAgenda(state);
		if (planned) act({ role: 'facilitator', accountId: 'a' }, planned.command);
	}
	const stepsBefore = state.steps.length;
	letPeopleAct();
	expect(state.steps.length).toBeGreaterThan(stepsBefore + 1);
	expect(nextOnAgenda(state)?.command).toMatchObject({ type: 'MoveStage' });
});

test('every kind of round has its cards, and a day that asks the same twice gets both', () => {
	const kinds = ['introduction', 'ideas', 'rating', 'checkout', 'ideas'] as const;
	const facilitator: Actor = { role: 'facilitator', accountId: 'a' };
	for (const kind of kinds)
		act(facilitator, { type: 'AddRound', kind, settings: null, toIndex: state.agenda.length });
	expect(runDay()).toBeLessThan(ACTS_MAX);
	const added = Object.values(state.rounds).slice(-kinds.length);
	expect(added.map(({ kind }) => kind)).toEqual(kinds);
	for (const round of added) expect(round.cardCount).toBeGreaterThan(2);
});

test('asked to look back, everybody says something of each card and gives the day a mark', () => {
	while (nextOnAgenda(state)?.command.type !== 'CloseWorksession') {
		letPeopleAct();
		const planned = nextOnAgenda(state);
		if (planned) act({ role: 'facilitator', accountId: 'a' }, planned.command);
	}
	act({ role: 'facilitator', accountId: 'a' }, { type: 'StartWrapUp' });
	letPeopleAct();
	const cards = Object.values(state.rounds).flatMap((round) => allCards(round.cards));
	expect(cards.filter(({ readBack }) => readBack === null)).toEqual([]);
	expect(Object.keys(state.roti).sort()).toEqual(PEOPLE);
	act({ role: 'facilitator', accountId: 'a' }, { type: 'CloseWorksession' });
});

test('where an act was refused the pilot leaves the board and goes on', () => {
	while (nextOnAgenda(state)?.command.type !== 'AddStep') {
		letPeopleAct();
		const planned = nextOnAgenda(state);
		if (planned) act({ role: 'facilitator', accountId: 'a' }, planned.command);
	}
	expect(nextOnAgenda(state, true)?.command).toMatchObject({ type: 'MoveStage', stage: 'closed' });
});
