import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf, Unframing } from './framed.ts';

const piece = fc.uint8Array({ minLength: 1, maxLength: 40 });

test('a file comes out as it went in, however it was cut on its way, and tells how far it was', () => {
	fc.assert(
		fc.property(
			fc.array(piece, { maxLength: 8 }),
			fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
			(pieces, cuts) => {
				const frames = pieces.map((bytes, index) => frameOf(index / pieces.length, bytes));
				const sent = Uint8Array.from(
					[...frames, frameOf(1, new Uint8Array())].flatMap((frame) => [...frame])
				);
				const unframing = new Unframing();
				const got: number[] = [];
				for (let at = 0; at < sent.length;) {
					expect(unframing.isWhole).toBe(false);
					const size = cuts[at % cuts.length] ?? 1;
					got.push(...unframing.take(sent.slice(at, at + size)).flatMap((bytes) => [...bytes]));
					at += size;
				}
				expect(got).toEqual(pieces.flatMap((bytes) => [...bytes]));
				expect([unframing.share, unframing.isWhole]).toEqual([1, true]);
			}
		)
	);
});

test('how far it is goes with the piece, rounded down: nothing is whole before it is', () => {
	const unframing = new Unframing();
	unframing.take(frameOf(0.9999, new Uint8Array([1, 2])));
	expect([unframing.share, unframing.isWhole]).toEqual([0.999, false]);
});
