import { describe, expect, test } from 'vitest';
import { nextTickIn } from './next-tick.ts';

const END = 1_800_000_000_000;

function running(leftMs: number): number {
	return nextTickIn({ kind: 'running', endsAt: END, lengthMs: 600_000 }, END - leftMs);
}

describe('the time on a screen is drawn again', () => {
	test.each([
		[60_010, 11],
		[60_010.4, 12],
		[60_249, 250],
		[60_250, 251],
		[-10, 241],
		[-250, 251]
	])('with %d ms left, after %i ms', (leftMs, expected) => {
		expect(running(leftMs)).toBe(expected);
	});

	test('just after each whole second of a running timer, wherever it began', () => {
		let left = 10_123.7;
		const seen = new Set<number>();
		while (left > 0) {
			left -= running(left);
			if (Math.abs(left - Math.round(left / 1000) * 1000) <= 5) seen.add(Math.round(left / 1000));
		}
		expect([...seen]).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
	});

	test('four times a second while no time runs', () => {
		expect(nextTickIn({ kind: 'off' }, END)).toBe(251);
		expect(nextTickIn({ kind: 'off' }, END + 100)).toBe(151);
	});
});
