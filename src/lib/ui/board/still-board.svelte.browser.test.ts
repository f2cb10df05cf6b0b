import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { StillBoard } from './still-board.svelte.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

function aCard(id: string, text = `Kaart ${id}`): CardView {
	return {
		id,
		text,
		author: null,
		stepId: null,
		clusterId: null,
		tableId: null,
		isLate: false,
		isPutIn: false,
		isWrittenFor: false,
		isHidden: false,
		redaction: null
	};
}

function aRound(cards: readonly CardView[], changed: Partial<RoundView> = {}): RoundView {
	return {
		id: 'round-1',
		kind: 'bottlenecks',
		settings: {
			question: '',
			helpText: '',
			minutes: { writing: 5, sharing: 5, arranging: 5, voting: 5 },
			isAtTables: true,
			dotBudget: 5,
			budgetPer: 'person',
			dotsPerItemMax: 3
		},
		stage: 'sharing',
		closedAt: null,
		cardCount: cards.length,
		cards: Object.fromEntries(cards.map((card) => [card.id, card])),
		clusters: {},
		votersDone: 0,
		readyCount: 0,
		results: null,
		votedOn: null,
		codes: {},
		earlierVotes: [],
		...changed
	};
}

let live: RoundView | null = $state.raw(null);
let steps: readonly ProcessStep[] = $state.raw([]);
let mine: readonly string[] = $state.raw([]);
let board: StillBoard;
let leave: () => void;

beforeEach(() => {
	live = aRound([aCard('a'), aCard('b')]);
	steps = [{ id: 'step-1', title: 'Melding', tableId: null, details: NO_DETAILS }];
	mine = ['b'];
	leave = $effect.root(() => {
		board = new StillBoard(
			() => live && { round: live, steps },
			(id) => mine.includes(id)
		);
	});
	flushSync();
});
afterEach(() => {
	leave();
});

function texts(): readonly string[] {
	return Object.values(board.round?.cards ?? {}).map(({ text }) => text);
}

function show(cards: readonly CardView[], changed: Partial<RoundView> = {}): void {
	live = aRound(cards, changed);
	flushSync();
}

describe('a board', () => {
	test('runs at first', () => {
		show([aCard('a'), aCard('b'), aCard('c')]);
		expect(board.isStill).toBe(false);
		expect(texts()).toEqual(['Kaart a', 'Kaart b', 'Kaart c']);
		expect(board.newCount).toBe(0);
	});

	test('that stands still keeps cards, stacks and steps, and counts what came', () => {
		board.hold();
		const clusters = { s: { id: 's', title: 'Stapel', stepId: null } };
		show([aCard('c'), aCard('d'), aCard('b'), { ...aCard('a', 'Anders'), clusterId: 's' }], {
			clusters,
			readyCount: 4
		});
		steps = [];
		expect(board.isStill).toBe(true);
		expect(texts()).toEqual(['Kaart a', 'Kaart b']);
		expect(board.round?.clusters).toEqual({});
		expect(board.steps).toHaveLength(1);
		expect(board.newCount).toBe(2);
		expect(board.round?.readyCount, 'the rest of the round goes on').toBe(4);
	});

	test('shows everything again when it runs', () => {
		board.hold();
		show([aCard('a', 'Aangepast'), aCard('c')]);
		board.run();
		expect(texts()).toEqual(['Aangepast', 'Kaart c']);
		expect(board.newCount).toBe(0);
	});

	test('lets go of a card that was taken away or hidden, though it stands still', () => {
		board.hold();
		show([aCard('b')]);
		expect(board.isStill).toBe(true);
		expect(texts()).toEqual(['Kaart b']);
	});

	test('never holds back the reader’s own cards: new, changed or taken away', () => {
		board.hold();
		mine = ['b', 'n'];
		show([aCard('n'), aCard('a', 'Aangepast door een ander'), aCard('b', 'Aangepast door mij')]);
		expect(texts()).toEqual(['Kaart a', 'Aangepast door mij', 'Kaart n']);
		expect(board.newCount).toBe(0);
		mine = [];
		show([aCard('a')]);
		expect(texts()).toEqual(['Kaart a']);
	});

	test('runs again at the next stage, and stays running when the stage comes back', () => {
		board.hold();
		show([aCard('a'), aCard('c')], { stage: 'arranging' });
		expect(board.isStill).toBe(false);
		expect(texts()).toEqual(['Kaart a', 'Kaart c']);
		show([aCard('a'), aCard('c'), aCard('d')]);
		expect(board.isStill).toBe(false);
		expect(texts()).toHaveLength(3);
	});

	test('runs again in another round', () => {
		board.hold();
		show([aCard('x')], { id: 'round-2' });
		expect(board.isStill).toBe(false);
		expect(texts()).toEqual(['Kaart x']);
	});

	test('cannot be held where there is none', () => {
		live = null;
		flushSync();
		board.hold();
		expect(board.isStill).toBe(false);
		expect(board.round).toBeNull();
	});
});
