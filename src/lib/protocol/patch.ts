/**
 * The difference between two views, as JSON. Views share the references of what did not change, so a difference costs what changed.
 * Objects are compared key by key; arrays and plain values are replaced whole.
 */
export type Patch =
	| { readonly r: unknown }
	| {
			/** Keys with a new value. */
			readonly s?: Readonly<Record<string, unknown>>;
			/** Keys that are gone. */
			readonly d?: readonly string[];
			/** Keys whose object changed inside. */
			readonly c?: Readonly<Record<string, Patch>>;
	  };

type PlainObject = Readonly<Record<string, unknown>>;

/** What turns `before` into `after`; null when nothing changed. */
export function diff(before: unknown, after: unknown): Patch | null {
	if (Object.is(before, after)) return null;
	if (isPlainObject(before) && isPlainObject(after)) return knownDiff(before, after);
	if (Array.isArray(before) && Array.isArray(after) && areEqualArrays(before, after)) return null;
	return { r: after };
}

/** The view after a patch; `before` is left as it is, and unchanged parts keep their reference. */
export function apply(before: unknown, patch: Patch): unknown {
	if ('r' in patch) return patch.r;
	const after: Record<string, unknown> = isPlainObject(before) ? { ...before } : {};
	for (const key of patch.d ?? []) delete after[key];
	for (const [key, value] of Object.entries(patch.s ?? {})) after[key] = value;
	for (const [key, inner] of Object.entries(patch.c ?? {})) after[key] = apply(after[key], inner);
	return after;
}

/** Audiences share most parts of their views: what changed in such a part is found once. */
const lastDiffs = new WeakMap<PlainObject, { before: PlainObject; patch: Patch | null }>();

function knownDiff(before: PlainObject, after: PlainObject): Patch | null {
	const known = lastDiffs.get(after);
	if (known?.before === before) return known.patch;
	const patch = diffObjects(before, after);
	// One step back and no further: each view would otherwise keep the one before it, and so all of the day.
	lastDiffs.delete(before);
	lastDiffs.set(after, { before, patch });
	return patch;
}

function diffObjects(before: PlainObject, after: PlainObject): Patch | null {
	const set: Record<string, unknown> = {};
	const changed: Record<string, Patch> = {};
	for (const key of Object.keys(after)) {
		if (!Object.hasOwn(before, key)) set[key] = after[key];
		else if (!Object.is(before[key], after[key])) {
			const inner = diff(before[key], after[key]);
			if (inner && 'r' in inner) set[key] = inner.r;
			else if (inner) changed[key] = inner;
		}
	}
	const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
	const patch = {
		...(Object.keys(set).length > 0 && { s: set }),
		...(gone.length > 0 && { d: gone }),
		...(Object.keys(changed).length > 0 && { c: changed })
	};
	return Object.keys(patch).length > 0 ? patch : null;
}

/** Short lists of plain values are compared, so that a rebuilt but equal list costs nothing on the wire. */
function areEqualArrays(before: readonly unknown[], after: readonly unknown[]): boolean {
	return before.length === after.length && before.every((value, index) => diff(value, after[index]) === null);
}

function isPlainObject(value: unknown): value is PlainObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
