import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';

/**
 * The parts of a zip archive as a strict reader finds them: by its directory, each with the size and checksum it claims. Throws where the
 * archive contradicts itself.
 */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
	const archive = Buffer.from(bytes);
	const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	const count = archive.readUInt16LE(end + 10);
	const parts = new Map<string, Uint8Array>();
	let at = archive.readUInt32LE(end + 16);
	for (let index = 0; index < count; index += 1) {
		const nameLength = archive.readUInt16LE(at + 28);
		const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
		if (parts.has(name)) throw new Error(`${name} stands in the archive twice`);
		parts.set(name, partOf(archive, at, name));
		at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
	}
	if (at !== end) throw new Error('the directory does not end where the archive says');
	return parts;
}

function partOf(archive: Buffer, entry: number, name: string): Uint8Array {
	const local = archive.readUInt32LE(entry + 42);
	const nameLength = archive.readUInt16LE(local + 26);
	const from = local + 30 + nameLength + archive.readUInt16LE(local + 28);
	if (archive.toString('utf8', local + 30, local + 30 + nameLength) !== name)
		throw new Error(`${name} has another name in front of it`);
	const packed = archive.subarray(from, from + archive.readUInt32LE(entry + 20));
	const bytes = archive.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed);
	if (bytes.length !== archive.readUInt32LE(entry + 24)) throw new Error(`${name} has another size`);
	if (crc32(bytes) !== archive.readUInt32LE(entry + 16)) throw new Error(`${name} has another checksum`);
	return bytes;
}

/** Everything that was sent, in one piece. */
export async function collected(
	pieces: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>
): Promise<Uint8Array> {
	const all: Uint8Array[] = [];
	for await (const piece of pieces) all.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
	return Buffer.concat(all);
}
