import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { Redaction } from '#lib/domain/card/card.ts';
import type { Patch } from './patch.ts';

/**
 * The short form in which a shared patch crosses the wire: changed keys per path instead of nested objects, and a card as a list.
 * Everyone in a room receives every post, so its bytes count N times: a hidden card costs 60 bytes and a shown card of 170
 * characters stays under 300 (`wire.test.ts` measures it). Nothing is decided here; what comes out equals what went in.
 */
export interface WirePatch {
	/** Path of an object → its keys with their new values. */
	readonly changed: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	/** Path of an object → its keys that are gone. */
	readonly gone?: Readonly<Record<string, readonly string[]>>;
}

/** What is missing at the end is null or false. What is rare comes last: only an open worksession tells a name. */
type WireCard = readonly [
	text: string,
	municipalities?: readonly string[] | null,
	stepId?: string | null,
	clusterId?: string | null,
	tableId?: string | null,
	/** 1 late, 2 put in beforehand, 4 written for somebody, 8 hidden, or a sum of these. */
	marks?: number | null,
	/** Of a partner. */
	organisation?: string | null,
	name?: string | null,
	redaction?: Redaction | null
];

const LATE = 1;
const PUT_IN = 2;
const WRITTEN_FOR = 4;
const HIDDEN = 8;

const CARDS_PATH = /^rounds\/[^/]+\/cards$/;

/** The short form of a patch of one object by another; views are never replaced whole. */
export function toWire(patch: Patch): WirePatch {
	const changed: Record<string, Record<string, unknown>> = {};
	const gone: Record<string, readonly string[]> = {};
	collect(patch, '', changed, gone);
	return Object.keys(gone).length > 0 ? { changed, gone } : { changed };
}

/** The patch of a short form. */
export function fromWire({ changed, gone = {} }: WirePatch): Patch {
	const root: Nest = {};
	for (const [path, keys] of Object.entries(changed)) nestAt(root, path).s = valuesAt(path, keys);
	for (const [path, keys] of Object.entries(gone)) nestAt(root, path).d = keys;
	return root;
}

interface Nest {
	s?: Readonly<Record<string, unknown>>;
	d?: readonly string[];
	c?: Record<string, Nest>;
}

function collect(
	patch: Patch,
	path: string,
	changed: Record<string, Record<string, unknown>>,
	gone: Record<string, readonly string[]>
): void {
	if ('r' in patch) throw new Error('Broken promise: a shared view is never replaced by a patch');
	if (patch.s) changed[path] = shortened(path, patch.s);
	if (patch.d) gone[path] = patch.d;
	for (const [key, inner] of Object.entries(patch.c ?? {}))
		collect(inner, path === '' ? escaped(key) : `${path}/${escaped(key)}`, changed, gone);
}

function nestAt(root: Nest, path: string): Nest {
	let nest = root;
	for (const key of path === '' ? [] : path.split('/')) {
		nest.c ??= {};
		nest = nest.c[unescaped(key)] ??= {};
	}
	return nest;
}

function shortened(path: string, keys: Readonly<Record<string, unknown>>): Record<string, unknown> {
	if (!CARDS_PATH.test(path)) return { ...keys };
	return Object.fromEntries(Object.entries(keys).map(([id, card]) => [id, shortCard(card as CardView)]));
}

function valuesAt(path: string, keys: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	if (!CARDS_PATH.test(path)) return keys;
	return Object.fromEntries(Object.entries(keys).map(([id, card]) => [id, longCard(id, card as WireCard)]));
}

function shortCard({
	text,
	author,
	stepId,
	clusterId,
	tableId,
	isLate,
	isPutIn,
	isWrittenFor,
	isHidden,
	redaction
}: CardView): WireCard {
	const { municipalities = null, organisation, name = null } = author ?? {};
	const marks =
		(isLate ? LATE : 0) + (isPutIn ? PUT_IN : 0) + (isWrittenFor ? WRITTEN_FOR : 0) + (isHidden ? HIDDEN : 0);
	const rest = [tableId, marks || null, organisation || null, name, redaction];
	const card = [text, municipalities, stepId, clusterId, ...rest];
	while (card.at(-1) === null) card.pop();
	return card as unknown as WireCard;
}

function longCard(
	id: string,
	[text, municipalities = null, stepId = null, clusterId = null, tableId = null, ...rest]: WireCard
): CardView {
	const [marks, organisation, name = null, redaction = null] = rest;
	const author = municipalities === null ? null : { name, municipalities, organisation: organisation ?? '' };
	const marked = {
		isLate: ((marks ?? 0) & LATE) > 0,
		isPutIn: ((marks ?? 0) & PUT_IN) > 0,
		isWrittenFor: ((marks ?? 0) & WRITTEN_FOR) > 0,
		isHidden: ((marks ?? 0) & HIDDEN) > 0
	};
	return { id, text, author, stepId, clusterId, tableId, ...marked, redaction };
}

/** As in a JSON Pointer (RFC 6901), so that a key with a slash stays one key. */
function escaped(key: string): string {
	return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescaped(key: string): string {
	return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
