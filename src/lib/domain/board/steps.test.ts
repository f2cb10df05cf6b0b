import { describe, expect, test } from 'vitest';
import { anOpenWorksession, aWorksession, roundId, type Story } from '../../../../tests/kit/worksession.ts';
import type { StepDetails } from './step.ts';
import type { Command, CommandOf } from '../commands.ts';
import { STEPS_MAX, TITLE_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { DETAIL_LENGTHS_MAX, DETAIL_TEXTS, lacksLaw, NO_DETAILS } from './step-details.ts';

const ROUND = roundId('process');

function add(particulars: Partial<CommandOf<'AddStep'>> = {}): Command {
	return { type: 'AddStep', title: 'Signaal', tableId: null, roundId: null, cardIds: [], ...particulars };
}

function withSteps(...steps: readonly string[]): Story {
	return aWorksession({ steps });
}

function titles(day: Story): readonly string[] {
	return day.state.steps.map(({ title }) => title);
}

describe('the steps of the process', () => {
	test('[S1] are added at the end, also before the day, to at most twelve', () => {
		const day = withSteps(...Array.from({ length: STEPS_MAX - 1 }, (_, n) => `Stap ${n + 1}`));
		day.act('facilitator', add({ title: 'De laatste' }));
		expect(titles(day).at(-1)).toBe('De laatste');
		expect(day.attempt('facilitator', add())).toEqual(reject('steps-full'));
	});

	test('[S1] have a title', () => {
		expect(withSteps().attempt('facilitator', add({ title: '' }))).toEqual(reject('title-empty'));
		const long = add({ title: 't'.repeat(TITLE_LENGTH_MAX + 1) });
		expect(withSteps().attempt('facilitator', long)).toEqual(reject('title-too-long'));
	});

	test('[S2] are made from cards that the room can see, which then stand at it', () => {
		const day = anOpenWorksession().at('process', 'writing');
		const cardId = day.card('anna', 'Melding komt binnen');
		const fromCard = add({ roundId: ROUND, cardIds: [cardId] });
		expect(day.attempt('facilitator', fromCard)).toEqual(reject('unknown-card'));
		day.at('process', 'sharing').act('facilitator', fromCard);
		expect(day.cards('process')[cardId]?.stepId).toBe(day.state.steps[0]?.id);
		expect(day.attempt('facilitator', add({ roundId: 'nowhere' }))).toEqual(reject('unknown-round'));
		expect(day.attempt('facilitator', add({ cardIds: [cardId] }))).toEqual(reject('unknown-card'));
	});

	test('[S3] are renamed', () => {
		const day = withSteps('Signaal');
		const rename = (title: string, stepId = 'step-1'): Command => ({ type: 'RenameStep', stepId, title });
		day.act('facilitator', rename('Melding'));
		expect(titles(day)).toEqual(['Melding']);
		expect(day.attempt('facilitator', rename('Melding'))).toEqual(accept([]));
		expect(day.attempt('facilitator', rename(''))).toEqual(reject('title-empty'));
		expect(day.attempt('facilitator', rename('Melding', 'nowhere'))).toEqual(reject('unknown-step'));
	});

	test('[S8] are described, and the same said again is no event', () => {
		const day = withSteps('Signaal');
		const describeStep = (details: Partial<StepDetails>, stepId = 'step-1'): Command => ({
			type: 'DescribeStep',
			stepId,
			details: { ...NO_DETAILS, ...details }
		});
		day.act('facilitator', describeStep({ tool: ' Excel ', doneBy: ['jurist', 'beleid', 'jurist'] }));
		const known = { ...NO_DETAILS, tool: 'Excel', doneBy: ['beleid', 'jurist'] };
		expect(day.state.steps[0]?.details).toEqual(known);
		expect(day.attempt('facilitator', describeStep({ tool: 'Excel', doneBy: ['beleid', 'jurist'] }))).toEqual(
			accept([])
		);
		expect(day.attempt('facilitator', describeStep({}, 'nowhere'))).toEqual(reject('unknown-step'));
	});

	test.each(DETAIL_TEXTS)('[S8] have a %s that fits', (text) => {
		const day = withSteps('Signaal');
		const saying = (length: number): Command => ({
			type: 'DescribeStep',
			stepId: 'step-1',
			details: { ...NO_DETAILS, [text]: 'é'.repeat(length) }
		});
		day.act('facilitator', saying(DETAIL_LENGTHS_MAX[text]));
		expect(day.attempt('facilitator', saying(DETAIL_LENGTHS_MAX[text] + 1))).toEqual(reject('text-too-long'));
	});

	test('[S8] an agreement alone is no legal basis', () => {
		expect(lacksLaw({ legalBases: ['convenant'] })).toBe(true);
		expect(lacksLaw({ legalBases: ['gemeentewet', 'convenant'] })).toBe(false);
		expect(lacksLaw({ legalBases: [] })).toBe(false);
	});

	test('[S4] move to a place between the others', () => {
		const day = withSteps('een', 'twee', 'drie');
		const move = (toIndex: number): Command => ({ type: 'MoveStep', stepId: 'step-1', toIndex });
		day.act('facilitator', move(1));
		expect(titles(day)).toEqual(['twee', 'een', 'drie']);
		day.act('facilitator', move(2));
		expect(titles(day)).toEqual(['twee', 'drie', 'een']);
		expect(day.attempt('facilitator', move(2))).toEqual(accept([]));
		expect(day.attempt('facilitator', move(3))).toEqual(reject('unknown-step'));
		expect(day.attempt('facilitator', move(-1))).toEqual(reject('unknown-step'));
	});

	test('[S5] let go of their cards and clusters when removed', () => {
		const day = anOpenWorksession({ steps: ['Signaal', 'Weging'] }).at('process', 'writing');
		const pinned = [day.card('anna', 'een', 'step-1'), day.card('anna', 'twee', 'step-1')];
		const other = day.card('anna', 'drie', 'step-2');
		const cluster = day.at('process', 'arranging').cluster('Stapel', ...pinned);
		expect(day.round('process').clusters[cluster]?.stepId).toBe('step-1');
		day.act('facilitator', { type: 'RemoveStep', stepId: 'step-1' });
		const cards = day.cards('process');
		const { clusters } = day.round('process');
		expect(pinned.map((id) => cards[id]?.stepId)).toEqual([null, null]);
		expect([cards[other]?.stepId, clusters[cluster]?.stepId]).toEqual(['step-2', null]);
		expect(titles(day)).toEqual(['Weging']);
		expect(day.attempt('facilitator', { type: 'RemoveStep', stepId: 'step-1' })).toEqual(
			reject('unknown-step')
		);
	});
});

describe('pinning', () => {
	test('[S6] puts cards and clusters at a step or at none, and names only what changes', () => {
		const day = anOpenWorksession({ steps: ['Signaal'] }).at('process', 'writing');
		const [one, two, three] = [
			day.card('anna', 'een'),
			day.card('anna', 'twee'),
			day.card('anna', 'drie', 'step-1')
		];
		const cluster = day.at('process', 'arranging').cluster('Stapel', one, two);
		const items = [
			{ kind: 'cluster', id: cluster },
			{ kind: 'card', id: three }
		] as const;
		const pin = { type: 'PinItems', roundId: ROUND, items, stepId: 'step-1' } as const;
		expect(day.act('facilitator', pin)).toEqual([
			{ type: 'ItemsPinned', roundId: ROUND, items: [items[0]], stepId: 'step-1' }
		]);
		expect(day.attempt('facilitator', pin)).toEqual(accept([]));
		day.act('facilitator', { ...pin, stepId: null });
		expect(day.cards('process')[three]?.stepId).toBeNull();
	});

	test('[S6] a pinned cluster takes its cards along, and they stay there when it is taken apart', () => {
		const day = anOpenWorksession({ steps: ['Signaal', 'Weging'] }).at('process', 'sharing');
		const [one, two] = [day.card('anna', 'een', 'step-2'), day.card('bram', 'twee')];
		const clusterId = day.cluster('Samen', one, two);
		const items = [{ kind: 'cluster', id: clusterId }] as const;
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items, stepId: 'step-1' });
		day.act('facilitator', { type: 'TakeApart', roundId: ROUND, clusterId });
		expect([one, two].map((id) => day.cards('process')[id]?.stepId)).toEqual(['step-1', 'step-1']);
	});

	test('[S6] a cluster that stands at the step already takes a card along that came from elsewhere', () => {
		const day = anOpenWorksession({ steps: ['Signaal', 'Weging'] }).at('process', 'sharing');
		const [one, two] = [day.card('anna', 'een', 'step-1'), day.card('bram', 'twee')];
		const clusterId = day.cluster('Samen', one, two);
		const items = [{ kind: 'cluster', id: clusterId }] as const;
		const pin = { type: 'PinItems', roundId: ROUND, items, stepId: 'step-1' } as const;
		day.act('facilitator', pin);
		expect(day.attempt('facilitator', pin)).toEqual(accept([]));
		day.act('facilitator', { type: 'TakeApart', roundId: ROUND, clusterId });
		expect([one, two].map((id) => day.cards('process')[id]?.stepId)).toEqual(['step-1', 'step-1']);
	});

	test('[S6] asks for a step and items that exist', () => {
		const day = anOpenWorksession({ steps: ['Signaal'] }).at('process', 'sharing');
		const items = [{ kind: 'card', id: day.card('anna', 'een') }] as const;
		const pin = { type: 'PinItems', roundId: ROUND, items, stepId: 'step-1' } as const;
		expect(day.attempt('facilitator', { ...pin, stepId: 'nowhere' })).toEqual(reject('unknown-step'));
		expect(day.attempt('facilitator', { ...pin, items: [{ kind: 'cluster', id: 'nowhere' }] })).toEqual(
			reject('unknown-item')
		);
	});

	test('[S7] what the log can never hold stops the room', () => {
		const day = withSteps('een');
		expect(() => day.record([{ type: 'StepMoved', stepId: 'nowhere', toIndex: 0 }])).toThrow(
			'Broken promise'
		);
		const items = [{ kind: 'card', id: 'nowhere' }] as const;
		const pinned = { type: 'ItemsPinned', roundId: ROUND, items, stepId: 'step-1' } as const;
		expect(() => day.record([pinned])).toThrow('Broken promise');
	});
});
