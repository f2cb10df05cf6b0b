import { expect, test } from 'vitest';
import type { BoardItem } from './board-columns.ts';
import { PieceMemory, type Piece } from './pieces.ts';

const stack: BoardItem = {
	ref: { kind: 'cluster', id: 's' },
	key: 'cluster:s',
	title: '',
	stepId: null,
	cards: []
};

function piece(key: string, over: Partial<Piece> = {}): Piece {
	return {
		key,
		card: null,
		stack: null,
		isOut: false,
		isChosen: false,
		isLit: false,
		isHeld: false,
		away: '',
		isLandedOn: false,
		isTabStop: false,
		links: '',
		codes: '',
		isParked: false,
		inside: null,
		...over
	};
}

test('a piece of which nothing changed is the same object, and one that changed is not', () => {
	const memory = new PieceMemory();
	const [one, two] = memory.kept([piece('card:1'), piece('card:2')]);
	const again = memory.kept([piece('card:2', { isChosen: true }), piece('card:1')]);
	expect(again[1]).toBe(one);
	expect(again[0]).not.toBe(two);
	expect(again[0]?.isChosen).toBe(true);
});

test('an open stack changes with a card in it, and the cards beside that one stay', () => {
	const memory = new PieceMemory();
	const open = (isLit: boolean) =>
		piece(stack.key, { stack, inside: [piece('card:1'), piece('card:2', { isLit })] });
	const [before] = memory.kept([open(false)]);
	expect(memory.kept([open(false)])[0]).toBe(before);
	const [after] = memory.kept([open(true)]);
	expect(after).not.toBe(before);
	expect(after?.inside?.[0]).toBe(before?.inside?.[0]);
	expect(after?.inside?.[1]?.isLit).toBe(true);
});

test('opening an empty stack is a change', () => {
	const memory = new PieceMemory();
	const [closed] = memory.kept([piece(stack.key, { stack })]);
	expect(memory.kept([piece(stack.key, { stack, inside: [] })])[0]).not.toBe(closed);
});
