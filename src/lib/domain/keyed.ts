/** Records by id. Their keys may come from outside, so they are only read through `own`. */

export type Keyed<T> = Readonly<Record<string, T>>;

/** The value under a key; inherited keys such as `__proto__` are never found. */
export function own<T>(record: Keyed<T>, key: string): T | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A copy without one key. */
export function without<T>(record: Keyed<T>, key: string): Keyed<T> {
	const { [key]: _, ...rest } = record;
	return rest;
}

/** Every value replaced by what `map` makes of it, in the same order of keys. */
export function mapValues<A, B>(record: Keyed<A>, map: (value: A) => B): Keyed<B> {
	const mapped: Record<string, B> = {};
	for (const [key, value] of Object.entries(record)) mapped[key] = map(value);
	return mapped;
}

/** As `mapValues`; the record keeps its reference when no value changed. */
export function mapChanged<T>(record: Keyed<T>, map: (value: T) => T): Keyed<T> {
	const mapped = mapValues(record, map);
	return Object.keys(record).some((key) => mapped[key] !== record[key]) ? mapped : record;
}

/** The same values in the order of their keys, which tells nothing of when they came. */
export function sortedByKey<T>(record: Keyed<T>): Keyed<T> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
