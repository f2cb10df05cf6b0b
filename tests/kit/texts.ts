import fc from 'fast-check';

/** Any string a program can hold: every control character, and halves of surrogate pairs on their own. */
export function anyText(): fc.Arbitrary<string> {
	const unit = fc.oneof(
		fc.integer({ min: 0, max: 0xffff }),
		fc.integer({ min: 0, max: 0x20 }),
		fc.constantFrom(...'\'"=+-@;,\t\r\n＝ a'.split('').map((character) => character.charCodeAt(0)))
	);
	return fc.array(unit, { maxLength: 24 }).map((units) => String.fromCharCode(...units));
}
