import { beforeEach, expect, test } from 'vitest';
import { allCards } from '#lib/domain/card-table.ts';
import type { Actor, Command } from '#lib/domain/commands.ts';
import type { EventType } from '#lib/domain/events.ts';
import { INVENTED_MUNICIPALITIES } from '#lib/domain/invented-municipalities.ts';
import { dayFrom, standardPlan } from '#lib/domain/template.ts';
import { ownView, sharedView } from '#lib/domain/visibility.ts';
import { decide, evolve, initialState, type Worksession } from '#lib/domain/worksession.ts';
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
			const command = nextAct({ shared, own }, deck, 'Hoi', random);
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

test('every trial card is written once, and everybody spends all dots', () => {
	runDay();
	const texts = Object.values(state.rounds).flatMap(({ cards }) => allCards(cards).map(({ text }) => text));
	expect(texts.sort()).toEqual(
		trialCards('ondermijning')
			.map(({ text }) => text)
			.sort()
	);
	const dots = Object.values(state.rounds).flatMap(({ ballots }) =>
		Object.values(ballots).flatMap((ballot) => Object.values(ballot))
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

test('where an act was refused the pilot leaves the board and goes on', () => {
	while (nextOnAgenda(state)?.command.type !== 'AddStep') {
		letPeopleAct();
		const planned = nextOnAgenda(state);
		if (planned) act({ role: 'facilitator', accountId: 'a' }, planned.command);
	}
	expect(nextOnAgenda(state, true)?.command).toMatchObject({ type: 'MoveStage', stage: 'closed' });
});
