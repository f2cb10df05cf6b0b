import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

/** Zip archives, written while their parts are made: what is sent is forgotten, so memory does not grow with the archive. */

export interface ZipPart {
	/** Path in the archive, with forward slashes. */
	readonly name: string;
	readonly content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
	/** Kept as it is: the first part of an OpenDocument file must be readable without unpacking. */
	readonly isStored?: boolean;
}

/** What is packed at once, in characters or bytes: large enough to pack well, small enough that a live room does not wait for it. */
const BLOCK_SIZE = 64 * 1024;
/** Without Zip64 no part, no archive and no place in it can be beyond this. */
const ARCHIVE_BYTES_MAX = 0xffff_ffff;
const VERSION_NEEDED = 20;
/** Names are UTF-8; sizes follow the part. */
const FLAGS = 0x0808;
/** 1 January 1980, where the format's time begins: the same content gives the same bytes. */
const DOS_DATE = 0x0021;
/** The end of a deflated part: one empty last block. */
const END_OF_DEFLATE = new Uint8Array([0x03, 0x00]);

const pack = promisify(deflateRaw) as (
	bytes: Uint8Array,
	options: { finishFlush: number }
) => Promise<Uint8Array>;

interface Written {
	readonly name: Uint8Array;
	readonly method: number;
	readonly crc: number;
	readonly packedSize: number;
	readonly size: number;
	/** Where it begins in the archive. */
	readonly at: number;
}

/** The archive in pieces. @throws RangeError when it would become larger than 4 GB. */
export async function* zipped(
	parts: Iterable<ZipPart> | AsyncIterable<ZipPart>
): AsyncGenerator<Uint8Array, void, undefined> {
	const written: Written[] = [];
	let at = 0;
	for await (const part of parts) {
		const head = localHeader(part);
		yield head;
		const body = yield* packedPart(part);
		const one = { name: new TextEncoder().encode(part.name), method: methodOf(part), ...body, at };
		const tail = sizesOf(one);
		yield tail;
		written.push(one);
		at += head.length + body.packedSize + tail.length;
		if (at > ARCHIVE_BYTES_MAX) throw new RangeError('an archive cannot be larger than 4 GB');
	}
	const directory = written.map(directoryEntry);
	yield* directory;
	const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
	yield endOfArchive(written.length, directorySize, at);
}

async function* packedPart({
	content,
	isStored = false
}: ZipPart): AsyncGenerator<Uint8Array, Pick<Written, 'crc' | 'size' | 'packedSize'>, undefined> {
	let crc = 0;
	let size = 0;
	let packedSize = 0;
	for await (const block of blocksOf(content)) {
		crc = crc32(block, crc);
		size += block.length;
		// Each block ends on a whole byte and looks back to nothing before it, so that blocks may simply follow each other.
		const packed = isStored ? block : await pack(block, { finishFlush: constants.Z_SYNC_FLUSH });
		packedSize += packed.length;
		yield packed;
	}
	if (isStored) return { crc, size, packedSize };
	yield END_OF_DEFLATE;
	return { crc, size, packedSize: packedSize + END_OF_DEFLATE.length };
}

async function* blocksOf(content: ZipPart['content']): AsyncGenerator<Uint8Array, void, undefined> {
	const encoder = new TextEncoder();
	let text = '';
	for await (const piece of content) {
		if (typeof piece !== 'string') {
			yield piece;
			continue;
		}
		text += piece;
		if (text.length < BLOCK_SIZE) continue;
		yield encoder.encode(text);
		text = '';
	}
	if (text !== '') yield encoder.encode(text);
}

function methodOf({ isStored = false }: ZipPart): number {
	return isStored ? 0 : 8;
}

function localHeader(part: ZipPart): Uint8Array {
	const name = Buffer.from(part.name);
	const head = Buffer.alloc(30);
	head.writeUInt32LE(0x0403_4b50, 0);
	head.writeUInt16LE(VERSION_NEEDED, 4);
	head.writeUInt16LE(FLAGS, 6);
	head.writeUInt16LE(methodOf(part), 8);
	head.writeUInt16LE(DOS_DATE, 12);
	head.writeUInt16LE(name.length, 26);
	return Buffer.concat([head, name]);
}

function sizesOf({ crc, packedSize, size }: Written): Uint8Array {
	const tail = Buffer.alloc(16);
	tail.writeUInt32LE(0x0807_4b50, 0);
	tail.writeUInt32LE(crc, 4);
	tail.writeUInt32LE(packedSize, 8);
	tail.writeUInt32LE(size, 12);
	return tail;
}

function directoryEntry({ name, method, crc, packedSize, size, at }: Written): Uint8Array {
	const entry = Buffer.alloc(46);
	entry.writeUInt32LE(0x0201_4b50, 0);
	entry.writeUInt16LE(VERSION_NEEDED, 4);
	entry.writeUInt16LE(VERSION_NEEDED, 6);
	entry.writeUInt16LE(FLAGS, 8);
	entry.writeUInt16LE(method, 10);
	entry.writeUInt16LE(DOS_DATE, 14);
	entry.writeUInt32LE(crc, 16);
	entry.writeUInt32LE(packedSize, 20);
	entry.writeUInt32LE(size, 24);
	entry.writeUInt16LE(name.length, 28);
	entry.writeUInt32LE(at, 42);
	return Buffer.concat([entry, name]);
}

function endOfArchive(count: number, size: number, at: number): Uint8Array {
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x0605_4b50, 0);
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(at, 16);
	return end;
}
