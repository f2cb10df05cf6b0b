import { describe, expect, test } from 'vitest';
import { bareCode, missingCharacters, shownCode } from './code-entry.ts';

describe('a session code that somebody typed', () => {
	test.each(['KTRW-482M', 'ktrw482m', ' KTRW 482M ', 'K T R W – 4 8 2 M', 'ktrw.482m'])(
		'is the same code as %j',
		(typed) => {
			expect(bareCode(typed)).toBe('KTRW482M');
		}
	);

	test('is found in a pasted link, with or without what follows it', () => {
		expect(bareCode('http://192.168.1.20:3000/deelnemen/KTRW-482M')).toBe('KTRW482M');
		expect(bareCode('https://waaier.example/deelnemen/ktrw-482m/?taal=nl#x')).toBe('KTRW482M');
	});

	test('gets its dash when the second half begins', () => {
		expect(shownCode('KTRW')).toBe('KTRW');
		expect(shownCode('KTRW4')).toBe('KTRW-4');
	});

	test('tells how many characters are missing or too many', () => {
		expect(missingCharacters('KTRW-482')).toBe(1);
		expect(missingCharacters('KTRW-482M')).toBe(0);
		expect(missingCharacters('KTRW-482MX')).toBe(-1);
		expect(missingCharacters('')).toBe(8);
	});
});
