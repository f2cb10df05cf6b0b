/**
 * What comes of a change by somebody who saw `over` when they began: only the fields that they changed cover what stands there now. Null
 * where somebody else gave such a field another value since. Without `over` the change counts as a whole.
 */
export function changedOver<T extends object>(now: T, wanted: T, over: T | null | undefined): T | null {
	if (!over) return wanted;
	const changed = fieldsOf(wanted).filter((field) => !isSame(wanted[field], over[field]));
	const isCovered = (field: keyof T) => isSame(now[field], over[field]) || isSame(now[field], wanted[field]);
	if (!changed.every(isCovered)) return null;
	return { ...now, ...Object.fromEntries(changed.map((field) => [field, wanted[field]])) };
}

function fieldsOf<T extends object>(of: T): readonly (keyof T)[] {
	return Object.keys(of) as (keyof T)[];
}

/** Of plain data, in whatever order its fields stand. */
export function isSame(one: unknown, other: unknown): boolean {
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
		return one === other;
	const [ours, theirs] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
	return ours.size === theirs.size && [...ours].every(([key, value]) => isSame(value, theirs.get(key)));
}
