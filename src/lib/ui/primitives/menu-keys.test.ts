import { expect, test } from 'vitest';
import { nextInMenu } from './menu-keys.ts';

const LABELS = ['Pas aan', 'Verplaats', 'Verberg', 'Gooi weg'];

test('arrows go round at both ends', () => {
	expect(nextInMenu('ArrowDown', 3, LABELS)).toBe(0);
	expect(nextInMenu('ArrowUp', 0, LABELS)).toBe(3);
	expect(nextInMenu('ArrowDown', 0, LABELS)).toBe(1);
});

test('Home and End go to the first and the last', () => {
	expect(nextInMenu('Home', 2, LABELS)).toBe(0);
	expect(nextInMenu('End', 0, LABELS)).toBe(3);
});

test('a letter goes to the next label that starts with it, and round again', () => {
	expect(nextInMenu('v', 0, LABELS)).toBe(1);
	expect(nextInMenu('V', 1, LABELS)).toBe(2);
	expect(nextInMenu('v', 2, LABELS)).toBe(1);
	expect(nextInMenu('x', 0, LABELS)).toBeUndefined();
});

test('other keys and an empty menu move nowhere', () => {
	expect(nextInMenu('Enter', 0, LABELS)).toBeUndefined();
	expect(nextInMenu('ArrowDown', -1, [])).toBeUndefined();
});
