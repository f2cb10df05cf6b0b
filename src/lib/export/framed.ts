/**
 * A file that tells on its way how far it is: pieces of it, each behind how much of the whole is made (per mille, two bytes) and how long
 * the piece is (four bytes), both big-endian. The last piece is empty, so that whoever reads knows that nothing is missing.
 */

export const FRAMED_TYPE = 'application/vnd.waaier.framed';

const HEAD_BYTES = 6;
const PER_MILLE = 1000;

/** `share` goes from 0 to 1. */
export function frameOf(share: number, piece: Uint8Array): Uint8Array<ArrayBuffer> {
	const frame = new Uint8Array(HEAD_BYTES + piece.length);
	const head = new DataView(frame.buffer);
	head.setUint16(0, Math.floor(share * PER_MILLE));
	head.setUint32(2, piece.length);
	frame.set(piece, HEAD_BYTES);
	return frame;
}

/** Takes frames apart, however they were cut on their way. */
export class Unframing {
	#head: number[] = [];
	#left = 0;
	#share = 0;
	#isWhole = false;

	/** What these bytes hold of the file. */
	take(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
		const pieces: Uint8Array<ArrayBuffer>[] = [];
		for (let at = 0; at < bytes.length;) {
			if (this.#left > 0) {
				const piece = bytes.subarray(at, at + this.#left);
				pieces.push(piece);
				this.#left -= piece.length;
				at += piece.length;
				continue;
			}
			const missing = HEAD_BYTES - this.#head.length;
			const part = bytes.subarray(at, at + missing);
			this.#head.push(...part);
			at += part.length;
			if (this.#head.length === HEAD_BYTES) this.#readHead();
		}
		return pieces;
	}

	/** Of the file, when the last frame left: from 0 to 1. */
	get share(): number {
		return this.#share;
	}

	/** Whether the last frame came in. */
	get isWhole(): boolean {
		return this.#isWhole;
	}

	#readHead(): void {
		const head = new DataView(Uint8Array.from(this.#head).buffer);
		this.#head = [];
		this.#share = head.getUint16(0) / PER_MILLE;
		this.#left = head.getUint32(2);
		this.#isWhole = this.#left === 0;
	}
}
