import { assert } from '../outcome.ts';

/** What of ours a code of the record stands for. The schema lets no other code in. */
export function keyOf<K extends string, C extends string>(
	codes: Readonly<Record<K, C>>,
	keys: readonly K[],
	code: C
): K {
	const key = keys.find((known) => codes[known] === code);
	assert(key !== undefined, `${code} is a code of the record`);
	return key;
}

/** Epoch milliseconds of a moment of the record; 0 where it tells none. */
export function momentOf(at: string | null): number {
	return at === null ? 0 : Date.parse(at);
}

/** The version of the record of which a key says that its reason was taken away; 0 for any other key. */
export function versionNamed(key: string): number {
	return Number(/^version:version-(\d{1,3})$/.exec(key)?.[1] ?? 0);
}
