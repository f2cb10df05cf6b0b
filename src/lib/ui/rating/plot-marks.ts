import type { WorthRow } from './rating-rows.ts';

/** Side of the square that is drawn in, and of the part of it that the scale takes. */
export const PLOT_SIZE = 400;
const EDGE = 24;
const SCALE = PLOT_SIZE - 2 * EDGE;
export const LABEL_RADIUS = 13;

/** An idea in the plot: effort to the right, value up. */
export interface PlotMark {
	readonly number: number;
	readonly x: number;
	readonly y: number;
	/** The middle half of the answers, as a cross. */
	readonly cross: {
		readonly left: number;
		readonly right: number;
		readonly top: number;
		readonly bottom: number;
	};
	readonly isWide: boolean;
	/** Where its number stands: on the point, or beside it where another number stands already. */
	readonly label: Point;
}

interface Point {
	readonly x: number;
	readonly y: number;
}

/** Where a score of 1 to 5 lies, from left to right. */
function scaleX(score: number): number {
	return EDGE + ((score - 1) / 4) * SCALE;
}

/** Where a score of 1 to 5 lies, from bottom to top. */
function scaleY(score: number): number {
	return PLOT_SIZE - scaleX(score);
}

/** One for each idea that was rated on both scales. Numbers never lie over each other. */
export function plotMarks(rows: readonly WorthRow[]): readonly PlotMark[] {
	const marks: PlotMark[] = [];
	for (const { number, worth, effort, isSplit } of rows) {
		if (!worth?.middle || !effort?.middle || worth.mean === null || effort.mean === null) continue;
		const point = { x: scaleX(effort.mean), y: scaleY(worth.mean) };
		marks.push({
			number,
			...point,
			cross: {
				left: scaleX(effort.middle.from),
				right: scaleX(effort.middle.to),
				top: scaleY(worth.middle.to),
				bottom: scaleY(worth.middle.from)
			},
			isWide: isSplit,
			label: freeLabel(
				point,
				marks.map(({ label }) => label)
			)
		});
	}
	return marks;
}

const RINGS = 6;
/** Between two rings: the width of a number, and some air. */
const RING_WIDTH = 2.1 * LABEL_RADIUS;

/** The place nearest to the point where a number touches no other and stays within the plot. */
function freeLabel(point: Point, taken: readonly Point[]): Point {
	const rings = Array.from({ length: RINGS }, (_, index) => ringAround(point, index + 1));
	return [point, ...rings.flat()].find((place) => isFree(place, taken)) ?? point;
}

/** On the first ring is room for six numbers, on the second for twelve. */
function ringAround({ x, y }: Point, ring: number): readonly Point[] {
	return Array.from({ length: 6 * ring }, (_, turn) => {
		const angle = (turn / (6 * ring)) * 2 * Math.PI;
		return { x: x + ring * RING_WIDTH * Math.cos(angle), y: y + ring * RING_WIDTH * Math.sin(angle) };
	});
}

function isFree({ x, y }: Point, taken: readonly Point[]): boolean {
	const isInside = [x, y].every((at) => at >= LABEL_RADIUS && at <= PLOT_SIZE - LABEL_RADIUS);
	return isInside && taken.every((other) => Math.hypot(other.x - x, other.y - y) >= 2 * LABEL_RADIUS);
}
