/** The field in which a fan is drawn, for `viewBox`. */
export const FAN_VIEW_BOX = '-1 0 53 35';

const APEX_X = -1;
const APEX_DEPTH = 27;
const FOOT_Y = 33;
const FIRST_ANGLE = 3;
const SPREAD = 46.5;
const BLADE_SHARE = 0.72;
const STEP_MAX = 27;
const FIRST_TOP = 2;
const LAST_TOP = 15.8;

/**
 * The outlines of a fan of `count` blades, as svg paths from left to right. All edges meet in one point under
 * the fan; with four blades these are the blades of the logo.
 */
export function fanBlades(count: number): string[] {
	return Array.from({ length: count }, (_, index) => blade(index, count));
}

function blade(index: number, count: number): string {
	const step = Math.min(STEP_MAX, SPREAD / (count - 1 + BLADE_SHARE));
	const left = FIRST_ANGLE + index * step;
	const right = left + BLADE_SHARE * step;
	const top = FIRST_TOP + (count > 1 ? (index * (LAST_TOP - FIRST_TOP)) / (count - 1) : 0);
	return `M${at(left, FOOT_Y)}L${at(left, top)}L${at(right, top)}L${at(right, FOOT_Y)}Z`;
}

function at(angleDegrees: number, y: number): string {
	const depth = APEX_DEPTH + FOOT_Y - y;
	const x = APEX_X + depth * Math.tan((angleDegrees * Math.PI) / 180);
	return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
