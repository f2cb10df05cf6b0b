import { expect, test } from 'vitest';
import { dayFrom, standardPlan, standardSettings } from '#lib/domain/day/template.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { initialState, type Worksession } from '#lib/domain/worksession.ts';
import { dayLike, nextToLayReady, standardDay } from './trial-day.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

let issued = 0;
const newId = (): string => `id${(issued += 1)}`;

function prepared(): Worksession {
	const table = (name: string, exampleId: string | null) => ({ id: newId(), name, exampleId, hostId: null });
	const example = (id: string) => ({ id, name: `Van ${id}`, summary: 'Echt', municipalities: ['GM0014'] });
	return evolve(initialState('day'), {
		type: 'WorksessionPrepared',
		isTrial: false,
		facts: {
			title: 'Armoede · '.repeat(9) + 'koplopers',
			theme: 'armoede-schulden',
			group: 'frontrunner',
			date: '2026-03-12',
			startsAt: '10:00',
			place: 'Stadhuis'
		},
		authorVisibility: 'anonymous-in-room',
		...dayFrom(
			{
				items: [
					{ kind: 'round', round: 'introduction', settings: standardSettings('introduction', 'frontrunner') },
					...standardPlan('frontrunner').items
				]
			},
			newId
		),
		steps: [
			{ id: newId(), title: 'Vraag', tableId: null, details: NO_DETAILS },
			{ id: newId(), title: 'Besluit', tableId: null, details: NO_DETAILS }
		],
		examples: [example('eerste'), example('tweede')],
		tables: [table('Venster', 'tweede'), table('Deur', null)]
	});
}

/** The trial as it stands when everything lies ready. */
function laidReady(day: ReturnType<typeof dayLike>): Worksession {
	const plan = day.plan ?? standardPlan(day.facts.group);
	let state = evolve(initialState('trial'), {
		type: 'WorksessionPrepared',
		isTrial: true,
		facts: day.facts,
		authorVisibility: day.authorVisibility,
		...dayFrom(plan, newId),
		steps: [],
		examples: [],
		tables: []
	});
	for (;;) {
		const command = nextToLayReady(state, day);
		if (!command) return state;
		const outcome = decide(state, command, {
			actor: { role: 'facilitator', accountId: 'a' },
			now: 0,
			commandId: newId(),
			newId,
			proofOf: () => null
		});
		if (!outcome.ok) throw new Error(outcome.rejection);
		state = outcome.value.reduce(evolve, state);
	}
}

test('a trial of a prepared day has its rounds, tables, process and rules, and nothing that real municipalities brought in', () => {
	const state = laidReady(dayLike(prepared(), '2026-03-01'));
	expect(state.agenda.map(({ kind }) => kind)).toEqual(prepared().agenda.map(({ kind }) => kind));
	expect(Object.values(state.rounds)[0]?.kind).toBe('introduction');
	expect(state.facts).toMatchObject({ theme: 'armoede-schulden', group: 'frontrunner', place: 'Waaierland' });
	expect([...state.facts.title]).toHaveLength(100);
	expect(state.authorVisibility).toBe('anonymous-in-room');
	expect(state.steps.map(({ title }) => title)).toEqual(['Vraag', 'Besluit']);
	expect(state.examples.flatMap(({ municipalities }) => municipalities)).toEqual(['XX0001', 'XX0002']);
	expect(state.tables.map(({ name }) => name)).toEqual(['Venster', 'Deur']);
	expect(state.tables.map(({ exampleId }) => exampleId)).toEqual([state.examples[1]?.id, null]);
});

test('thirty examples all get another name', () => {
	const state = laidReady({ ...standardDay('2026-03-01'), exampleCount: 30 });
	expect(new Set(state.examples.map(({ name }) => name)).size).toBe(30);
});
