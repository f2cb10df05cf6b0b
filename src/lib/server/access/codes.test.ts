import { describe, expect, test } from 'vitest';
import { derivedCode, newCode, readCode, showCode } from './codes.ts';

describe('a spoken code', () => {
	test('is different each time, and is read back as it is shown', () => {
		const codes = Array.from({ length: 2000 }, newCode);
		expect(new Set(codes).size).toBe(2000);
		for (const code of codes) {
			expect(code).toMatch(/^[2-9A-HJKMNPR-TV-XZ]{8}$/);
			expect(showCode(code)).toMatch(/^.{4}-.{4}$/);
			expect(readCode(showCode(code))).toBe(code);
		}
	});

	test('uses all its 28 characters, each about as often', () => {
		const counts = Map.groupBy(Array.from({ length: 2000 }, newCode).join(''), (character) => character);
		expect(counts.size).toBe(28);
		const expected = (2000 * 8) / 28;
		for (const found of counts.values()) expect(Math.abs(found.length - expected)).toBeLessThan(expected / 2);
	});

	test.each([
		'ABCD2345',
		'abcd2345',
		'abcd-2345',
		' ABCD 2345 ',
		'AB.CD.23.45',
		'abcd – 2345',
		'a b c d 2 3 4 5'
	])('is read from "%s"', (typed) => {
		expect(readCode(typed)).toBe('ABCD2345');
	});

	test.each([
		['nothing', ''],
		['too little', 'ABCD234'],
		['too much', 'ABCD23456'],
		['a nought', 'ABCD2340'],
		['an O', 'ABCD234O'],
		['a one', 'ABCD2341'],
		['an I', 'ABCD234I'],
		['a letter with an accent', 'ÁBCD2345'],
		['an emoji', 'ABCD23🌊'],
		['a question of SQL', "' OR 1=1"]
	])('is not read from %s', (_, typed) => {
		expect(readCode(typed)).toBeNull();
	});
});

describe('a code made from a secret', () => {
	test('is the same each time, another for another purpose or secret, and looks like any code', () => {
		const codes = Array.from({ length: 2000 }, (_, nth) => derivedCode('secret', `purpose ${nth}`));
		expect(derivedCode('secret', 'purpose 0')).toBe(codes[0]);
		expect(derivedCode('other', 'purpose 0')).not.toBe(codes[0]);
		expect(new Set(codes).size).toBe(2000);
		for (const code of codes) expect(readCode(code)).toBe(code);
		const counts = Map.groupBy(codes.join(''), (character) => character);
		const expected = (2000 * 8) / 28;
		expect(counts.size).toBe(28);
		for (const found of counts.values()) expect(Math.abs(found.length - expected)).toBeLessThan(expected / 2);
	});
});
