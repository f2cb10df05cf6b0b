import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	aRoundWithSettings,
	aWorksession,
	BREAK_ID,
	MINUTE,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { Command, CommandOf } from '../commands.ts';
import { AGENDA_ITEMS_MAX, STAGE_MINUTES_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { standardSettings } from './template.ts';
import { ROUND_KINDS, type RoundKind } from '../vocabulary.ts';

const ROUND = roundId('bottlenecks');

function move(itemId: string, toIndex: number): Command {
	return { type: 'MoveItem', itemId, toIndex };
}

function addRound(kind: RoundKind = 'ideas', toIndex = 0): Command {
	return { type: 'AddRound', kind, settings: null, toIndex };
}

function addBreak(particulars: Partial<CommandOf<'AddBreak'>> = {}): Command {
	return { type: 'AddBreak', title: 'Pauze', minutes: 15, toIndex: 0, ...particulars };
}

function duplicate(itemId: string): Command {
	return { type: 'DuplicateItem', itemId };
}

function remove(itemId: string): Command {
	return { type: 'RemoveItem', itemId };
}

/** The day in words: the kind of each round, the title of each break. */
function inWords(day: Story): readonly string[] {
	return day.state.agenda.map((item) =>
		item.kind === 'break' ? item.title : (day.state.rounds[item.id]?.kind ?? 'gone')
	);
}

describe('an item of the day', () => {
	test('[O4] moves to any place of the day, and nowhere beside it', () => {
		const day = aWorksession();
		const last = day.state.agenda.length - 1;
		day.act('facilitator', move(BREAK_ID, last));
		expect(day.state.agenda.at(-1)?.id).toBe(BREAK_ID);
		day.act('facilitator', move(BREAK_ID, 0));
		expect(day.state.agenda[0]?.id).toBe(BREAK_ID);
		expect(day.attempt('facilitator', move(BREAK_ID, 0))).toEqual(accept([]));
		for (const wrong of [-1, last + 1])
			expect(day.attempt('facilitator', move(BREAK_ID, wrong))).toEqual(reject('unknown-agenda-item'));
	});

	test('[O4] keeps its place once it has begun, while what is still to come may move', () => {
		const day = anOpenWorksession();
		day.act('facilitator', { type: 'StartItem', itemId: ROUND });
		const index = day.state.agenda.findIndex(({ id }) => id === ROUND);
		expect(day.attempt('facilitator', move(ROUND, index === 0 ? 1 : 0))).toEqual(reject('item-in-use'));
		expect(day.attempt('facilitator', { type: 'RemoveItem', itemId: ROUND })).toEqual(reject('item-in-use'));
		day.act('facilitator', move(BREAK_ID, 0));
		expect(day.state.agenda[0]?.id).toBe(BREAK_ID);
	});
});

describe('the day', () => {
	test.each(ROUND_KINDS)('[O1] takes a round of kind %s in any place, with its standard question', (kind) => {
		const day = aWorksession();
		const [added] = day.act('facilitator', addRound(kind, 2));
		expect(inWords(day)).toEqual(['process', 'strengths', kind, 'Lunch', 'bottlenecks', 'needs']);
		if (added?.type !== 'RoundAdded') throw new Error('An added round gives one event');
		expect(day.state.rounds[added.round.id]).toMatchObject({
			kind,
			stage: 'waiting',
			cardCount: 0,
			settings: standardSettings(kind, 'frontrunner')
		});
	});

	test('[O1] takes a second round of one kind, which has a course of its own', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		day.act('facilitator', addRound('bottlenecks', 5));
		const second = day.state.agenda[5]?.id ?? '';
		day.act('facilitator', { type: 'StartItem', itemId: second });
		expect(day.round('bottlenecks').stage).toBe('closed');
		expect(day.state.rounds[second]?.stage).toBe('writing');
	});

	test('[O1] takes a round with a question of the facilitator, judged like every round', () => {
		const day = aWorksession();
		const own = (question: string): Command => ({
			type: 'AddRound',
			kind: 'ideas',
			settings: aRoundWithSettings({ question }),
			toIndex: 0
		});
		day.act('facilitator', own('Wat durven we?'));
		expect(Object.values(day.state.rounds).at(-1)?.settings.question).toBe('Wat durven we?');
		expect(day.attempt('facilitator', own(''))).toEqual(reject('title-empty'));
	});

	test('[O1] takes a break with a title and minutes', () => {
		const day = aWorksession();
		day.act('facilitator', addBreak({ toIndex: 5 }));
		expect(inWords(day).at(-1)).toBe('Pauze');
		expect(day.attempt('facilitator', addBreak({ title: '' }))).toEqual(reject('title-empty'));
		expect(day.attempt('facilitator', addBreak({ minutes: 0 }))).toEqual(reject('minutes-out-of-range'));
	});

	test('[O1] takes nothing before its begin or behind its end', () => {
		const day = aWorksession();
		for (const toIndex of [-1, day.state.agenda.length + 1]) {
			expect(day.attempt('facilitator', addRound('ideas', toIndex))).toEqual(reject('unknown-agenda-item'));
			expect(day.attempt('facilitator', addBreak({ toIndex }))).toEqual(reject('unknown-agenda-item'));
		}
	});

	test('[O2] has at most forty items', () => {
		const day = aWorksession();
		while (day.state.agenda.length < AGENDA_ITEMS_MAX) day.act('facilitator', addBreak());
		for (const more of [addBreak(), addRound(), duplicate(BREAK_ID)])
			expect(day.attempt('facilitator', more)).toEqual(reject('agenda-full'));
	});

	test('[O3] takes a copy of an item right after it, that asks the same and holds no cards', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		day.card('anna', 'een');
		const [copied] = day.act('facilitator', duplicate(ROUND));
		day.act('facilitator', duplicate(BREAK_ID));
		expect(inWords(day)).toEqual([
			'process',
			'strengths',
			'Lunch',
			'Lunch',
			'bottlenecks',
			'bottlenecks',
			'needs'
		]);
		const copy = copied?.type === 'RoundAdded' ? day.state.rounds[copied.round.id] : undefined;
		expect(copy).toMatchObject({ stage: 'waiting', cardCount: 0, ballots: {} });
		expect(copy?.settings).toEqual(day.round('bottlenecks').settings);
		expect(day.attempt('facilitator', duplicate('nowhere'))).toEqual(reject('unknown-agenda-item'));
	});

	test('[O5] lets go of what has not begun and holds no card', () => {
		const day = aWorksession();
		day.act('facilitator', remove(ROUND));
		day.act('facilitator', remove(BREAK_ID));
		expect(inWords(day)).toEqual(['process', 'strengths', 'needs']);
		expect(day.state.rounds).not.toHaveProperty(ROUND);
		expect(day.attempt('facilitator', remove(ROUND))).toEqual(reject('unknown-agenda-item'));
	});

	test('[O5] keeps what has begun, also when the group left it without a card', () => {
		const day = anOpenWorksession().at('bottlenecks', 'closed');
		day.act('facilitator', { type: 'StartItem', itemId: BREAK_ID });
		day.at('needs', 'writing');
		for (const id of [ROUND, BREAK_ID])
			expect(day.attempt('facilitator', remove(id))).toEqual(reject('item-in-use'));
	});

	test('[O5] keeps a round into which cards were put beforehand', () => {
		const day = aWorksession();
		day.act('facilitator', {
			type: 'PutInCards',
			roundId: ROUND,
			cards: [{ text: 'Uit de enquête', municipalities: [] }]
		});
		expect(day.attempt('facilitator', remove(ROUND))).toEqual(reject('item-in-use'));
	});

	test('[O5] keeps its last round', () => {
		const day = aWorksession({ kinds: ['process', 'needs'] });
		day.act('facilitator', remove(roundId('process')));
		expect(day.attempt('facilitator', remove(roundId('needs')))).toEqual(reject('last-round'));
		expect(day.attempt('facilitator', remove(BREAK_ID))).toMatchObject({ ok: true });
	});
});

describe('other minutes', () => {
	const plan = (...changes: CommandOf<'PlanMinutes'>['changes']): Command => ({
		type: 'PlanMinutes',
		changes
	});

	test('[O6] for several stages and breaks are taken together, or not at all', () => {
		const day = aWorksession();
		day.act(
			'facilitator',
			plan(
				{ itemId: ROUND, stage: 'writing', minutes: 7 },
				{ itemId: ROUND, stage: 'voting', minutes: 9 },
				{ itemId: BREAK_ID, stage: null, minutes: 20 }
			)
		);
		const after = day.round('bottlenecks').settings.minutes;
		expect(after).toEqual({ writing: 7, sharing: 5, arranging: 10, voting: 9 });
		expect(day.state.agenda).toContainEqual({ kind: 'break', id: BREAK_ID, title: 'Lunch', minutes: 20 });
		const halfWrong = plan(
			{ itemId: ROUND, stage: 'writing', minutes: 8 },
			{ itemId: BREAK_ID, stage: null, minutes: STAGE_MINUTES_MAX + 1 }
		);
		expect(day.attempt('facilitator', halfWrong)).toEqual(reject('minutes-out-of-range'));
	});

	test('[O6] are of a stage for a round, of none for a break, and of no stage that the round leaves out', () => {
		const day = aWorksession({
			settings: { minutes: { writing: 5, sharing: 5, arranging: 5, voting: null } }
		});
		for (const wrong of [
			{ itemId: ROUND, stage: null, minutes: 5 },
			{ itemId: BREAK_ID, stage: 'writing', minutes: 5 },
			{ itemId: 'nowhere', stage: null, minutes: 5 }
		] as const)
			expect(day.attempt('facilitator', plan(wrong))).toEqual(reject('unknown-agenda-item'));
		const leftOut = plan({ itemId: ROUND, stage: 'voting', minutes: 5 });
		expect(day.attempt('facilitator', leftOut)).toEqual(reject('wrong-stage'));
	});

	test('[T7] move the clock of what goes on, and of nothing else', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const { timer } = day.state;
		day.act('facilitator', plan({ itemId: ROUND, stage: 'sharing', minutes: 20 }));
		expect(day.state.timer).toEqual(timer);
		day.act('facilitator', plan({ itemId: ROUND, stage: 'writing', minutes: 12 }));
		expect(day.state.timer).toMatchObject({ kind: 'running', endsAt: day.now + 12 * MINUTE });
	});
});
