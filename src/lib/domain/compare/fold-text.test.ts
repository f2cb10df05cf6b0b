import { describe, expect, it } from 'vitest';
import { bareText, foldText } from './fold-text.ts';

describe('folding a text', () => {
	it.each([
		['Súdwest-Fryslân', 'sudwestfryslan'],
		["'s-Hertogenbosch", 'shertogenbosch'],
		['Nuenen, Gerwen en Nederwetten', 'nuenengerwenennederwetten'],
		['ĲSSEL', 'ijssel'],
		['', ''],
		['…!', '']
	])('leaves only bare letters and digits of "%s"', (text, bare) => {
		expect(foldText(text).bare).toBe(bare);
		expect(bareText(text)).toBe(bare);
	});

	it('remembers where each letter came from', () => {
		expect(foldText("'s-He").origin).toEqual([1, 3, 4]);
		expect(foldText('ĳs').origin).toEqual([0, 0, 1]);
	});

	it('knows where words begin, also when accents come as characters of their own', () => {
		expect([...foldText('aan den Rijn').wordStarts]).toEqual([0, 3, 6]);
		expect([...foldText('Su\u0301d west').wordStarts]).toEqual([0, 3]);
	});
});
