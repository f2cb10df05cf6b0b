import { describe, expect, test } from 'vitest';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { answerKey } from '#lib/domain/choose/rating-answers.ts';
import type { ProductIdea } from '#lib/domain/choose/idea.ts';
import { LABEL_RADIUS, PLOT_SIZE, plotMarks } from './plot-marks.ts';
import { measuresOf, questionRows, worthRows } from './rating-rows.ts';

const askedOf = { people: 26, municipalities: 12 };
const idea = (id: string): ProductIdea => ({
	...NEW_IDEA,
	id,
	title: id,
	tableId: null,
	from: [],
	interests: {}
});
const result = (...counts: readonly number[]) => ({ counts, others: counts.map(() => 0), reasons: [] });

/** One rating on value and effort: per idea the counts of both. */
function worth(answers: Readonly<Record<string, readonly [readonly number[], readonly number[]]>>) {
	const entries = Object.entries(answers).flatMap(([id, [value, effort]]) => [
		[answerKey(id, 'waarde'), result(...value)] as const,
		[answerKey(id, 'moeite'), result(...effort)] as const
	]);
	return { kind: 'worth', askedOf, results: Object.fromEntries(entries) } as const;
}

const FOURS = [0, 0, 0, 4, 0];
const NOTHING = [0, 0, 0, 0, 0];

describe('what was rated', () => {
	test('an idea that was rated again shows the last answers, and keeps its earlier ones where nobody answered', () => {
		const first = worth({ a: [[3, 4, 2, 5, 12], FOURS], b: [FOURS, FOURS] });
		const again = worth({ a: [[0, 0, 0, 0, 4], FOURS], b: [NOTHING, NOTHING] });
		const rows = worthRows([idea('a'), idea('b'), idea('c')], measuresOf([first, again], 'worth'));
		expect(rows.map(({ worth: value }) => value?.mean ?? null)).toEqual([5, 4, null]);
		const [row] = worthRows([idea('a')], measuresOf([first], 'worth'));
		expect(row).toMatchObject({ number: 1, isSplit: true, worth: { mean: 3.7, answers: 26, askedOf } });
	});

	test('questions keep their number among the seven', () => {
		const results = {
			[answerKey('a', 'overneembaar')]: result(5, 0, 7),
			[answerKey('a', 'geld')]: result(4, 5, 3)
		};
		const rows = questionRows('a', measuresOf([{ kind: 'scaling', askedOf, results }], 'scaling'));
		expect(rows.map(({ number, measure }) => [number, measure.isSplit])).toEqual([
			[5, true],
			[7, false]
		]);
	});
});

describe('the plot', () => {
	test('lays effort to the right and value up, with the middle half as a cross', () => {
		const rated = worth({
			a: [
				[0, 0, 0, 0, 1],
				[1, 0, 0, 0, 0]
			],
			b: [
				[3, 4, 2, 5, 12],
				[2, 6, 2, 6, 10]
			]
		});
		const [topLeft, middle] = plotMarks(worthRows([idea('a'), idea('b')], measuresOf([rated], 'worth')));
		expect(topLeft).toMatchObject({ number: 1, x: 24, y: 24, isWide: false, label: { x: 24, y: 24 } });
		expect(middle).toMatchObject({ isWide: true, cross: { left: 112, right: 376, top: 24, bottom: 288 } });
	});

	test('ideas on one point each keep a number of their own, within the plot', () => {
		const ids = Array.from({ length: 20 }, (_, index) => `idea-${index}`);
		const corner: readonly [readonly number[], readonly number[]] = [
			[0, 0, 0, 0, 1],
			[1, 0, 0, 0, 0]
		];
		const rated = worth(Object.fromEntries(ids.map((id) => [id, corner])));
		const marks = plotMarks(worthRows(ids.map(idea), measuresOf([rated], 'worth')));
		expect(marks).toHaveLength(20);
		marks.forEach(({ label: { x, y } }, index) => {
			expect(Math.min(x, y, PLOT_SIZE - x, PLOT_SIZE - y)).toBeGreaterThanOrEqual(LABEL_RADIUS);
			for (const { label } of marks.slice(0, index))
				expect(Math.hypot(label.x - x, label.y - y)).toBeGreaterThanOrEqual(2 * LABEL_RADIUS - 1e-9);
		});
	});
});
