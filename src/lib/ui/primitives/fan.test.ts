import { expect, test } from 'vitest';
import { fanBlades } from './fan.ts';

const corners = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

test('four blades are the blades of the logo', () => {
	const drawn = [
		[0.42, 33, 2.04, 2, 11.33, 2, 4.74, 33],
		[6.49, 33, 13.81, 6.6, 23.34, 6.6, 11.3, 33],
		[13.36, 33, 24.95, 11.2, 35.77, 11.2, 19.35, 33],
		[22.06, 33, 36.75, 15.8, 50.75, 15.8, 30.61, 33]
	];
	fanBlades(4).forEach((path, blade) => {
		corners(path).forEach((value, corner) => {
			expect(value).toBeCloseTo(drawn[blade]?.[corner] ?? NaN, 1);
		});
	});
});

test('any number of rounds fits in the same field, without blades over each other', () => {
	for (const count of [1, 2, 3, 5, 8]) {
		const feet = fanBlades(count).map((path) => corners(path));
		expect(feet).toHaveLength(count);
		feet.forEach((blade, index) => {
			expect(Math.max(...blade.filter((_, corner) => corner % 2 === 0))).toBeLessThanOrEqual(52);
			const next = feet[index + 1];
			if (next) expect(blade[6]).toBeLessThan(next[0] ?? NaN);
		});
	}
});
