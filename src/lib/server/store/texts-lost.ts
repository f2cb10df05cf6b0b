/** The texts that the one holds and the other does not any more; both of one shape. */
export function textsLost(before: unknown, after: unknown): readonly string[] {
	if (typeof before === 'string') return before === after ? [] : [before];
	if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return [];
	const left = new Map(Object.entries(after));
	return Object.entries(before).flatMap(([key, value]) => textsLost(value, left.get(key)));
}
