/**
 * What a zip archive says of itself, read before anything of it is unpacked: a file of 390 kB can hold more than a gigabyte. What unpacks
 * it must hold each part to the size said here, because an archive can lie.
 */

const PARTS_MAX = 300;
/** Of all parts together, unpacked; sixty thousand rows of cards. */
const UNPACKED_BYTES_MAX = 30_000_000;

const END_LENGTH = 22;
const END_SIGN = 0x0605_4b50;
/** Behind the end may stand a note of so many bytes. */
const NOTE_LENGTH_MAX = 0xffff;
const ENTRY_LENGTH = 46;
const ENTRY_SIGN = 0x0201_4b50;

export type ZipFault = 'not-an-archive' | 'too-large-unpacked';

/** Null when it may be unpacked. */
export function zipFault(bytes: Uint8Array): ZipFault | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	if (end === null) return 'not-an-archive';
	const count = view.getUint16(end + 10, true);
	if (count > PARTS_MAX) return 'too-large-unpacked';
	let at = view.getUint32(end + 16, true);
	let unpacked = 0;
	for (let index = 0; index < count; index += 1) {
		if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGN) return 'not-an-archive';
		unpacked += view.getUint32(at + 24, true);
		if (unpacked > UNPACKED_BYTES_MAX) return 'too-large-unpacked';
		at +=
			ENTRY_LENGTH +
			view.getUint16(at + 28, true) +
			view.getUint16(at + 30, true) +
			view.getUint16(at + 32, true);
	}
	return null;
}

/** Where the directory's own end begins, seen from the back. */
function endOf(view: DataView): number | null {
	const last = view.byteLength - END_LENGTH;
	for (let at = last; at >= Math.max(0, last - NOTE_LENGTH_MAX); at -= 1)
		if (view.getUint32(at, true) === END_SIGN) return at;
	return null;
}
