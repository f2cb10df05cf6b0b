import { describe, expect, it } from 'vitest';
import { CLOSED_LIST, impliedValue, listAfterKey, listAfterTyping, pick, splitLabel } from './combobox.ts';

const typed = listAfterTyping('lind');

function press(keys: string[], count: number, from = CLOSED_LIST) {
	return keys.reduce((state, key) => listAfterKey(key, state, count) ?? state, from);
}

describe('the keyboard in a list of options', () => {
	it.each([
		[['ArrowDown'], 0],
		[['ArrowUp'], 2],
		[['ArrowDown', 'ArrowDown'], 1],
		[['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'], 0],
		[['ArrowUp', 'ArrowUp'], 1],
		[['ArrowDown', 'ArrowUp'], 2],
		[['ArrowDown', 'End'], 2],
		[['ArrowUp', 'Home'], 0]
	])('opens and goes round: %j leads to option %i of three', (keys, active) => {
		expect(press(keys, 3)).toEqual({ open: true, active, steering: true });
	});

	it('goes on from the option that typing made active', () => {
		expect(typed).toEqual({ open: true, active: 0, steering: false });
		expect(press(['ArrowDown'], 3, typed).active).toBe(1);
	});

	it('has no active option when the text is empty or nothing fits', () => {
		expect(listAfterTyping(' ').active).toBe(-1);
		for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End']) expect(press([key, key], 0).active).toBe(-1);
	});

	it('leaves Home and End to the text until an arrow was used', () => {
		expect(listAfterKey('Home', typed, 3)).toBeUndefined();
		expect(listAfterKey('End', typed, 3)).toBeUndefined();
		expect(listAfterKey('Home', CLOSED_LIST, 3)).toBeUndefined();
	});

	it('closes on Escape, and leaves Escape to others when closed', () => {
		expect(listAfterKey('Escape', typed, 3)).toEqual(CLOSED_LIST);
		expect(listAfterKey('Escape', CLOSED_LIST, 3)).toBeUndefined();
	});

	it('leaves all other keys alone', () => {
		for (const key of ['a', 'Enter', 'Tab', ' ', 'ArrowLeft', 'PageDown']) {
			expect(listAfterKey(key, typed, 3)).toBeUndefined();
		}
	});
});

describe('picking', () => {
	it('adds in the order of picking, and takes away what is picked again', () => {
		expect(pick(pick([], 'b', 5), 'a', 5)).toEqual(['b', 'a']);
		expect(pick(['b', 'a'], 'b', 5)).toEqual(['a']);
	});

	it('never goes beyond the maximum, and gives the same array back then', () => {
		const two = ['a', 'b'];
		expect(pick(two, 'c', 2)).toBe(two);
		expect(pick(two, 'a', 2)).toEqual(['b']);
		expect(pick(['a'], 'c', 2)).toEqual(['a', 'c']);
	});

	it('replaces the only choice when one is the maximum', () => {
		expect(pick(['a'], 'b', 1)).toEqual(['b']);
	});
});

describe('leaving the field', () => {
	const bergen = { value: '1', label: 'Bergen', exact: true };

	it('chooses the one option that was named in full', () => {
		expect(impliedValue([bergen, { value: '2', label: 'Bergen op Zoom' }], [])).toBe('1');
	});

	it('chooses nothing when no option, or more than one, was named in full', () => {
		expect(impliedValue([{ value: '2', label: 'Bergen op Zoom' }], [])).toBeUndefined();
		expect(impliedValue([bergen, { value: '3', label: 'Bergen', exact: true }], [])).toBeUndefined();
	});

	it('does not take away what was chosen before', () => {
		expect(impliedValue([bergen], ['1'])).toBeUndefined();
	});
});

describe('a label', () => {
	it('is split around what was typed', () => {
		expect(splitLabel({ value: '1', label: 'Lindewaard', mark: [0, 4] })).toEqual(['', 'Lind', 'ewaard']);
		expect(splitLabel({ value: '1', label: 'Zandrecht', mark: [4, 9] })).toEqual(['Zand', 'recht', '']);
	});

	it('stays whole without a mark', () => {
		expect(splitLabel({ value: '1', label: 'Zandrecht' }).join('')).toBe('Zandrecht');
	});
});
