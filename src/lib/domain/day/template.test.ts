import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	aWorksession,
	BREAK_ID,
	roundId,
	shuffledIds
} from '../../../../tests/kit/worksession.ts';
import { newRound } from './preparation.ts';
import { copyOf, dayFrom, planOf, standardPlan, standardSettings } from './template.ts';
import { GROUPS, ROUND_KINDS } from '../vocabulary.ts';

describe('a template', () => {
	test('[B1] gives back the day it was kept from, under new ids', () => {
		const day = aWorksession();
		day.act('facilitator', { type: 'AddRound', kind: 'bottlenecks', settings: null, toIndex: 0 });
		day.act('facilitator', { type: 'MoveItem', itemId: BREAK_ID, toIndex: 1 });
		const plan = planOf(day.state);
		const { agenda, rounds } = dayFrom(plan, shuffledIds(1000));
		const again = Object.fromEntries(rounds.map((round) => [round.id, newRound(round)]));
		expect(planOf({ agenda, rounds: again })).toEqual(plan);
		expect(rounds).toHaveLength(5);
		expect(rounds.filter(({ id }) => Object.hasOwn(day.state.rounds, id))).toEqual([]);
	});

	test('[B2] holds no card, person, example or table', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		day.card('anna', 'een geheim');
		day.act('facilitator', { type: 'AddTable', table: { name: 'Tafel een', exampleId: null } });
		const json = JSON.stringify(planOf(day.state));
		for (const piece of ['geheim', 'person-', 'GM0014', 'Tafel een']) expect(json).not.toContain(piece);
		expect(planOf(day.state)).toEqual(planOf(aWorksession().state));
	});

	test.each(GROUPS)(
		'[B3] of the programme for %s holds its four questions, as every rule allows them',
		(group) => {
			const plan = standardPlan(group);
			const kinds = plan.items.flatMap((item) => (item.kind === 'round' ? [item.round] : []));
			expect(kinds).toEqual(['process', 'strengths', 'bottlenecks', 'needs']);
			const day = aWorksession();
			for (const item of plan.items)
				if (item.kind === 'round')
					expect(
						day.attempt('facilitator', {
							type: 'AddRound',
							kind: item.round,
							settings: item.settings,
							toIndex: 0
						})
					).toMatchObject({ ok: true });
		}
	);

	test('[B3] has settings for every kind of round, and other minutes for frontrunners in the four', () => {
		const differs = ROUND_KINDS.filter(
			(kind) =>
				JSON.stringify(standardSettings(kind, 'frontrunner')) !==
				JSON.stringify(standardSettings(kind, 'follower'))
		);
		expect(differs).toEqual(['process', 'strengths', 'bottlenecks', 'needs']);
		for (const kind of ROUND_KINDS)
			expect(standardSettings(kind, 'mixed')).toEqual(standardSettings(kind, 'follower'));
	});
});

describe('a copy of a worksession', () => {
	/** A day on which everything happened that a copy leaves behind. */
	function lived() {
		const day = anOpenWorksession({ steps: ['Signaal', 'Koppelen'] });
		const example = { name: 'Proeftuin', summary: 'Kort', municipalities: ['GM0014'] };
		const [added] = day.act('facilitator', { type: 'AddExample', example });
		const exampleId = added?.type === 'ExampleAdded' ? added.exampleId : null;
		const [table] = day.act('facilitator', { type: 'AddTable', table: { name: 'Tafel', exampleId } });
		const tableId = table?.type === 'TableAdded' ? table.tableId : '';
		day.act('facilitator', { type: 'AddTable', table: { name: 'Andere', exampleId: null } });
		day.act('anna', { type: 'TakeSeat', tableId });
		day.act('facilitator', { type: 'SetHost', tableId, participationId: 'person-anna' });
		day.act('anna', { type: 'AddStep', title: 'Aan tafel', tableId, roundId: null, cardIds: [] });
		day.at('bottlenecks', 'sharing').card('anna', 'een geheim');
		return { day, copy: copyOf(day.state, shuffledIds(1000)) };
	}

	test('[B4] has its day, its shared process, its examples and its tables', () => {
		const { day, copy } = lived();
		expect(copy.rounds.map(({ kind }) => kind)).toEqual(['process', 'strengths', 'bottlenecks', 'needs']);
		expect(copy.steps).toMatchObject([
			{ title: 'Signaal', tableId: null },
			{ title: 'Koppelen', tableId: null }
		]);
		const [example] = copy.examples;
		expect(example).toEqual({ ...day.state.examples[0], id: example?.id });
		expect(copy.tables).toMatchObject([
			{ name: 'Tafel', exampleId: example?.id, hostId: null },
			{ name: 'Andere', exampleId: null, hostId: null }
		]);
	});

	test('[B4] shares no id with it, and holds nothing that anybody did or wrote', () => {
		const { day, copy } = lived();
		const json = JSON.stringify(copy);
		const ids = [
			...day.state.agenda,
			...day.state.steps,
			...day.state.examples,
			...day.state.tables,
			...Object.values(day.state.participations)
		].map(({ id }) => id);
		expect(ids).toContain(roundId('needs'));
		for (const piece of [...ids, 'een geheim', 'Aan tafel']) expect(json).not.toContain(`"${piece}"`);
	});
});
