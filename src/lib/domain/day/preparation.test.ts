import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	aRoundWithSettings,
	aWorksession,
	BREAK_ID,
	MINUTE,
	participationId,
	prepared,
	roundId
} from '../../../../tests/kit/worksession.ts';
import type { Command } from '../commands.ts';
import type { ExampleFacts } from './example.ts';
import type { Facts } from './facts.ts';
import type { RoundSettings } from './round.ts';
import { EXAMPLES_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import type { AuthorVisibility } from '../vocabulary.ts';

const ROUND = roundId('bottlenecks');

function facts(particulars: Partial<Facts>): Command {
	const known: Facts = {
		title: 'Nieuwe titel',
		theme: 'armoede-schulden',
		group: 'follower',
		date: null,
		startsAt: '13:00',
		place: 'Zwolle'
	};
	return { type: 'ChangeFacts', over: null, facts: { ...known, ...particulars } };
}

function settings(particulars: Partial<RoundSettings>): Command {
	return { type: 'ChangeRound', roundId: ROUND, settings: aRoundWithSettings(particulars) };
}

function visibility(authorVisibility: AuthorVisibility): Command {
	return { type: 'ChangeAuthorVisibility', authorVisibility };
}

function addExample(particulars: Partial<ExampleFacts> = {}): Command {
	return {
		type: 'AddExample',
		example: { name: 'Zicht op leegstand', summary: '', municipalities: [], ...particulars }
	};
}

describe('the facts', () => {
	test('[P2] are changed as a whole', () => {
		const day = aWorksession();
		day.act('facilitator', facts({ place: 'Assen' }));
		expect(day.state.facts).toMatchObject({ title: 'Nieuwe titel', place: 'Assen', date: null });
	});

	test('[P2] that somebody else changed meanwhile are not written over; the others are kept as they are', () => {
		const day = aWorksession();
		const over = day.state.facts;
		const place = { ...over, place: 'Assen' };
		day.act('facilitator', { type: 'ChangeFacts', facts: place, over });
		const title = { ...over, title: 'Nieuwe titel' };
		day.act('facilitator', { type: 'ChangeFacts', facts: title, over });
		expect(day.state.facts).toEqual({ ...over, place: 'Assen', title: 'Nieuwe titel' });
		const second: Command = { type: 'ChangeFacts', facts: { ...over, place: 'Zwolle' }, over };
		expect(day.attempt('facilitator', second)).toEqual(reject('facts-changed'));
		day.act('facilitator', { type: 'ChangeFacts', facts: place, over });
		expect(day.state.facts.place, 'the same again is no clash').toBe('Assen');
	});

	test('[P2] nor are parts of a round, a break, an example or a table; fields that nobody else changed go along', () => {
		const day = aWorksession();
		const { settings: round } = day.round('bottlenecks');
		const known = { name: 'Leegstand', summary: 'Kort', municipalities: [] };
		const table = { name: 'Tafel', exampleId: null };
		const pause = { title: 'Lunch', minutes: 30 };
		const [madeExample] = day.act('facilitator', { type: 'AddExample', example: known });
		const [madeTable] = day.act('facilitator', { type: 'AddTable', table });
		const exampleId = madeExample?.type === 'ExampleAdded' ? madeExample.exampleId : '';
		const tableId = madeTable?.type === 'TableAdded' ? madeTable.tableId : '';
		const example = { type: 'ChangeExample', exampleId, over: known } as const;
		const stop = { type: 'ChangeBreak', itemId: BREAK_ID, over: pause } as const;
		const asked = { type: 'ChangeRound', roundId: ROUND, over: round } as const;
		const seat = { type: 'ChangeTable', tableId, over: table } as const;
		// Of each: what one changes, another field that somebody else changes, and the same field once more.
		const acts: readonly (readonly [Command, Command, Command])[] = [
			[
				{ ...asked, settings: { ...round, question: 'Een' } },
				{ ...asked, settings: { ...round, note: 'Twee' } },
				{ ...asked, settings: { ...round, question: 'Drie' } }
			],
			[
				{ ...stop, title: 'Een', minutes: 30 },
				{ ...stop, title: 'Lunch', minutes: 20 },
				{ ...stop, title: 'Drie', minutes: 30 }
			],
			[
				{ ...example, example: { ...known, name: 'Een' } },
				{ ...example, example: { ...known, summary: 'Twee' } },
				{ ...example, example: { ...known, name: 'Drie' } }
			],
			[
				{ ...seat, table: { ...table, name: 'Een' } },
				{ ...seat, table: { ...table, exampleId } },
				{ ...seat, table: { ...table, name: 'Drie' } }
			]
		];
		for (const [first, beside, second] of acts) {
			day.act('facilitator', first);
			day.act('facilitator', beside);
			expect(day.attempt('facilitator', second)).toEqual(reject('facts-changed'));
			expect(day.attempt('facilitator', first).ok, 'the same again is no clash').toBe(true);
		}
		expect(day.round('bottlenecks').settings).toEqual({ ...round, question: 'Een', note: 'Twee' });
		expect(day.state.agenda.find(({ id }) => id === BREAK_ID)).toMatchObject({ title: 'Een', minutes: 20 });
		expect(day.state.examples).toEqual([{ id: exampleId, ...known, name: 'Een', summary: 'Twee' }]);
		expect(day.state.tables).toMatchObject([{ name: 'Een', exampleId }]);
	});

	test.each([
		['2026-02-28', true],
		['2026-02-29', false],
		['2028-02-29', true],
		['2100-02-29', false],
		['2026-13-01', false],
		['2026-04-31', false],
		['2026-01-00', false],
		['morgen', false]
	])('[P2] the day %s exists: %s', (date, isFine) => {
		const outcome = aWorksession().attempt('facilitator', facts({ date }));
		expect(outcome.ok || outcome.rejection).toBe(isFine || 'date-invalid');
	});

	test('[P2] a title says something and fits, a place fits', () => {
		const day = aWorksession();
		expect(day.attempt('facilitator', facts({ title: ' ' }))).toEqual(reject('title-empty'));
		expect(day.attempt('facilitator', facts({ title: 't'.repeat(101) }))).toEqual(reject('title-too-long'));
		expect(day.attempt('facilitator', facts({ place: 'p'.repeat(101) }))).toEqual(reject('text-too-long'));
	});
});

describe('who may know who wrote a card', () => {
	test('[P3] is free to choose while nobody has joined', () => {
		const day = aWorksession({ authorVisibility: 'fully-anonymous' }).open();
		day.act('facilitator', visibility('open'));
		expect(day.attempt('facilitator', visibility('open'))).toEqual(accept([]));
		expect(day.attempt('facilitator', visibility('fully-anonymous'))).toMatchObject({ ok: true });
	});

	test('[P3] becomes only stricter once somebody has joined, who was told who sees what', () => {
		const day = anOpenWorksession({ authorVisibility: 'municipality' });
		expect(day.attempt('facilitator', visibility('open'))).toEqual(reject('visibility-looser'));
		day.act('facilitator', visibility('anonymous-in-room'));
		expect(day.attempt('facilitator', visibility('municipality'))).toEqual(reject('visibility-looser'));
	});
});

describe('the settings of a round', () => {
	test.each([
		[
			'minutes below one',
			{ minutes: { writing: 0, sharing: 5, arranging: 5, voting: 5 } },
			'minutes-out-of-range'
		],
		[
			'minutes above 240',
			{ minutes: { writing: 241, sharing: 5, arranging: 5, voting: 5 } },
			'minutes-out-of-range'
		],
		[
			'half minutes',
			{ minutes: { writing: 1.5, sharing: 5, arranging: 5, voting: 5 } },
			'minutes-out-of-range'
		],
		[
			'no stage',
			{ minutes: { writing: null, sharing: null, arranging: null, voting: null } },
			'no-stage-left'
		],
		['no dots', { dotBudget: 0 }, 'dots-out-of-range'],
		['21 dots', { dotBudget: 21 }, 'dots-out-of-range'],
		['no dot per item', { dotsPerItemMax: 0 }, 'dots-out-of-range'],
		['half a dot', { dotsPerItemMax: 0.5 }, 'dots-out-of-range'],
		['no question', { question: '' }, 'title-empty'],
		['a question of 101 characters', { question: 'q'.repeat(101) }, 'title-too-long'],
		['a help text of 351 characters', { helpText: 'h'.repeat(351) }, 'text-too-long'],
		['a note of 2,501 characters', { note: 'n'.repeat(2501) }, 'text-too-long']
	] as const)('[P4] refuse %s', (_, particulars, rejection) => {
		expect(aWorksession().attempt('facilitator', settings(particulars))).toEqual(reject(rejection));
	});

	test('[P4] take every bound itself', () => {
		const widest = settings({
			question: 'q'.repeat(100),
			helpText: 'h'.repeat(350),
			note: 'n'.repeat(2500),
			minutes: { writing: 240, sharing: 1, arranging: null, voting: null },
			dotBudget: 20,
			budgetPer: 'person',
			dotsPerItemMax: 1
		});
		expect(aWorksession().attempt('facilitator', widest)).toMatchObject({ ok: true });
	});

	test('[P5] a smaller budget hands the ballots that no longer fit back whole, and keeps the others', () => {
		const day = anOpenWorksession().at('bottlenecks', 'voting');
		const item = { kind: 'card', id: day.card('anna', 'een') } as const;
		for (const who of ['anna', 'anna', 'bram']) day.act(who, { type: 'PlaceDot', roundId: ROUND, item });
		day.act('facilitator', settings({ dotBudget: 1, dotsPerItemMax: 1 }));
		expect(day.round('bottlenecks').ballots).toEqual({
			[participationId('bram')]: { own: { [`card:${item.id}`]: 1 } }
		});
	});

	test('[P5] a larger budget leaves every ballot as it is', () => {
		const day = anOpenWorksession().at('bottlenecks', 'voting');
		const item = { kind: 'card', id: day.card('anna', 'een') } as const;
		day.act('anna', { type: 'PlaceDot', roundId: ROUND, item });
		const { ballots } = day.round('bottlenecks');
		day.act('facilitator', settings({ dotBudget: 5 }));
		expect(day.round('bottlenecks').ballots).toBe(ballots);
	});
});

describe('practice examples', () => {
	test('[P6] are added, changed and removed', () => {
		const day = aWorksession();
		const [added] = day.act('facilitator', addExample({ municipalities: ['GM0014'] }));
		const exampleId = added?.type === 'ExampleAdded' ? added.exampleId : '';
		const example = { name: 'Ander', summary: 'Kort', municipalities: [] };
		day.act('facilitator', { type: 'ChangeExample', exampleId, example });
		expect(day.state.examples).toEqual([{ id: exampleId, ...example }]);
		day.act('facilitator', { type: 'RemoveExample', exampleId });
		expect(day.state.examples).toEqual([]);
		expect(day.attempt('facilitator', { type: 'RemoveExample', exampleId })).toEqual(
			reject('unknown-example')
		);
		expect(day.attempt('facilitator', { type: 'ChangeExample', exampleId, example })).toEqual(
			reject('unknown-example')
		);
	});

	test.each([
		['without a name', { name: '' }, 'title-empty'],
		['with a long name', { name: 'n'.repeat(101) }, 'title-too-long'],
		['with a long summary', { summary: 's'.repeat(351) }, 'text-too-long'],
		['of a municipality that does not exist', { municipalities: ['GM0000'] }, 'unknown-municipality'],
		[
			'of 41 municipalities',
			{ municipalities: Array.from({ length: 41 }, () => 'GM0014') },
			'municipalities-too-many'
		]
	] as const)('[P6] are refused %s', (_, particulars, rejection) => {
		expect(aWorksession().attempt('facilitator', addExample(particulars))).toEqual(reject(rejection));
	});

	test('[P6] are thirty at most', () => {
		const day = aWorksession();
		for (let n = 0; n < EXAMPLES_MAX; n += 1) day.act('facilitator', addExample());
		expect(day.attempt('facilitator', addExample())).toEqual(reject('examples-full'));
	});
});

describe('a break', () => {
	test('[P7] changes its title and minutes, and a round is no break', () => {
		const day = aWorksession();
		const change = { type: 'ChangeBreak', itemId: BREAK_ID, title: 'Lange lunch', minutes: 60 } as const;
		day.act('facilitator', change);
		expect(day.state.agenda[2]).toEqual({ kind: 'break', id: BREAK_ID, title: 'Lange lunch', minutes: 60 });
		expect(day.attempt('facilitator', { ...change, itemId: ROUND })).toEqual(reject('unknown-agenda-item'));
		expect(day.attempt('facilitator', { ...change, title: '' })).toEqual(reject('title-empty'));
		expect(day.attempt('facilitator', { ...change, minutes: 0 })).toEqual(reject('minutes-out-of-range'));
	});
});

describe('opening and closing the day', () => {
	test('[P8] doors open once', () => {
		const day = aWorksession().open();
		expect(day.state).toMatchObject({ doors: 'open', openedAt: day.now });
		expect(day.attempt('facilitator', { type: 'OpenDoors' })).toEqual(accept([]));
	});

	test('[P8] closing ends the round that runs and the clock, and opens whatever was written', () => {
		const day = anOpenWorksession().at('process', 'writing');
		day.card('anna', 'gedeeld');
		day.at('bottlenecks', 'writing');
		const cardId = day.card('anna', 'nog verborgen');
		day.later(MINUTE).act('facilitator', { type: 'CloseWorksession' });
		expect(day.state).toMatchObject({ doors: 'closed', closedAt: day.now, timer: { kind: 'off' } });
		expect(day.round('bottlenecks').stage).toBe('closed');
		expect(day.cards('bottlenecks')[cardId]?.isShared).toBe(true);
	});

	test('[P8] closing also opens cards of a round that stepped back to waiting', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const cardId = day.card('anna', 'verborgen');
		day.at('bottlenecks', 'waiting').act('facilitator', { type: 'CloseWorksession' });
		expect(day.round('bottlenecks').stage).toBe('waiting');
		expect(day.cards('bottlenecks')[cardId]?.isShared).toBe(true);
	});

	test('[P8] a closed worksession is read-only', () => {
		const day = anOpenWorksession();
		day.act('facilitator', { type: 'CloseWorksession' });
		expect(day.attempt('facilitator', facts({}))).toEqual(reject('worksession-closed'));
	});

	test('[P9] a log that prepares twice stops the room', () => {
		expect(() => aWorksession().record([prepared()])).toThrow('Broken promise');
	});
});
