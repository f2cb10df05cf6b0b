import { expect, test } from 'vitest';
import { stackingOf } from './stacking.ts';

const loose = { clusterId: null };
const stacked = { clusterId: 's' };

test('loose cards, or cards of more stacks, become a new stack', () => {
	expect(stackingOf([loose, loose], [])).toBe('make');
	expect(stackingOf([stacked, loose], [])).toBe('make');
	expect(stackingOf([stacked, { clusterId: 't' }], [])).toBe('make');
});

test('cards join the one stack that is chosen, and two stacks become one', () => {
	expect(stackingOf([loose], [{ id: 's' }])).toBe('add');
	expect(stackingOf([], [{ id: 's' }, { id: 't' }])).toBe('merge');
	expect(stackingOf([loose], [{ id: 's' }, { id: 't' }])).toBe('merge');
});

test('cards of one stack are split off', () => {
	expect(stackingOf([stacked, stacked], [])).toBe('split');
});
