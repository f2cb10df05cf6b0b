/**
 * What is left of a text in a database file beside the rows. SQLite zeroes what it frees (`secure_delete`), but when pages were split or
 * merged before, a page can hold a copy of a row that now stands on another one. To write the whole file anew for every text that is
 * taken away would hold the process up for more than half a second at 40 MB; to look takes some tens of milliseconds, and hardly
 * ever finds anything. Page format: https://www.sqlite.org/fileformat2.html#b_tree_pages
 */

/** Bytes in a row that are told from chance; a shorter text is looked for whole. */
const WINDOW = 8;

const FILE_HEADER_LENGTH = 100;
/** Interior pages have four bytes more. */
const HEADER_LENGTHS: ReadonlyMap<number, number> = new Map([
	[0x02, 12],
	[0x05, 12],
	[0x0a, 8],
	[0x0d, 8]
]);

/** Whether the image of a database holds eight bytes or more of one of these texts, as JSON writes them, where no row is. */
export function hasResidue(image: Buffer, texts: readonly string[]): boolean {
	const wanted = windowsOf(texts);
	for (const free of freeParts(image)) if (holdsOne(free, wanted)) return true;
	return false;
}

interface Windows {
	/** Bit by first byte and second, so that nearly every place is passed by at once. */
	readonly starts: Uint8Array;
	readonly byLength: ReadonlyMap<number, ReadonlySet<string>>;
}

function windowsOf(texts: readonly string[]): Windows {
	const starts = new Uint8Array(256);
	const byLength = new Map<number, Set<string>>();
	for (const text of texts) {
		const bytes = Buffer.from(JSON.stringify(text).slice(1, -1));
		const length = Math.min(WINDOW, bytes.length);
		const windows = byLength.get(length) ?? new Set();
		byLength.set(length, windows);
		for (let start = 0; start + length <= bytes.length; start += 1) {
			starts[bytes[start] ?? 0] = 1;
			windows.add(bytes.toString('latin1', start, start + length));
		}
	}
	byLength.delete(0);
	return { starts, byLength };
}

function holdsOne(part: Buffer, { starts, byLength }: Windows): boolean {
	for (let at = 0; at < part.length; at += 1) {
		if (starts[part[at] ?? 0] === 0) continue;
		for (const [length, windows] of byLength)
			if (windows.has(part.toString('latin1', at, at + length))) return true;
	}
	return false;
}

/** The parts of every b-tree page in which no row stands and that are not zeroes: between the pointers and the rows, and between rows. */
function* freeParts(image: Buffer): Generator<Buffer> {
	const size = image.readUInt16BE(16);
	const pageSize = size === 1 ? 65_536 : size;
	for (let page = 0; page < image.length; page += pageSize) {
		const header = page === 0 ? FILE_HEADER_LENGTH : page;
		const headerLength = HEADER_LENGTHS.get(image[header] ?? 0);
		if (headerLength === undefined) continue;
		const cells = image.readUInt16BE(header + 3);
		const content = image.readUInt16BE(header + 5) || 65_536;
		yield image.subarray(header + headerLength + 2 * cells, page + content);
		yield* freeBlocks(image, page, image.readUInt16BE(header + 1));
	}
}

function* freeBlocks(image: Buffer, page: number, first: number): Generator<Buffer> {
	for (let block = first; block !== 0; block = image.readUInt16BE(page + block))
		yield image.subarray(page + block + 4, page + block + image.readUInt16BE(page + block + 2));
}
