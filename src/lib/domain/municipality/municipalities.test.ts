import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
	INVENTED_MUNICIPALITIES,
	MUNICIPALITIES,
	isInventedMunicipality,
	isMunicipalityCode,
	municipalityName
} from './municipalities.ts';

/** SHA-256 of the codes of the official register of 2026, sorted, each followed by a newline. */
const REGISTER_CODES_SHA256 = '162528f742541693143352f0ad45945d643717bbdb467e25e59d0880bd4bafea';

describe('the official municipalities', () => {
	it('are the 342 codes of the register of 2026, each once and in order', () => {
		const codes = MUNICIPALITIES.map(({ code }) => code);
		expect(codes).toEqual(codes.toSorted());
		expect(new Set(codes).size).toBe(342);
		const digest = createHash('sha256').update(codes.map((code) => `${code}\n`).join(''));
		expect(digest.digest('hex')).toBe(REGISTER_CODES_SHA256);
	});

	it('each have a name of their own', () => {
		expect(new Set(MUNICIPALITIES.map(({ name }) => name)).size).toBe(342);
	});

	it('lie in the twelve provinces as the register counts them', () => {
		const counts = new Map<string, number>();
		for (const { province } of MUNICIPALITIES) counts.set(province, (counts.get(province) ?? 0) + 1);
		expect(Object.fromEntries(counts)).toEqual({
			Drenthe: 12,
			Flevoland: 6,
			Fryslân: 18,
			Gelderland: 51,
			Groningen: 10,
			Limburg: 31,
			'Noord-Brabant': 56,
			'Noord-Holland': 44,
			Overijssel: 25,
			Utrecht: 26,
			Zeeland: 13,
			'Zuid-Holland': 50
		});
	});

	it.each([
		['GM0363', 'Amsterdam'],
		['GM0373', 'Bergen (NH)'],
		['GM0518', 'Den Haag'],
		['GM0796', "'s-Hertogenbosch"],
		['GM0820', 'Nuenen, Gerwen en Nederwetten'],
		['GM0893', 'Bergen (L)'],
		['GM1900', 'Súdwest-Fryslân'],
		['GM1992', 'Voorne aan Zee']
	])('give %s its everyday name %s', (code, name) => {
		expect(isMunicipalityCode(code)).toBe(true);
		expect(municipalityName(code)).toBe(name);
	});

	it.each(['', 'gm0363', 'GM0363 ', 'GM9999', 'GM0003', '0363', '__proto__', 'constructor', 'XX0001'])(
		'do not know the code "%s"',
		(code) => {
			expect(isMunicipalityCode(code)).toBe(false);
		}
	);

	it('keep the name of a code that is no longer valid', () => {
		expect(isMunicipalityCode('GM0370')).toBe(false);
		expect(municipalityName('GM0370')).toBe('Beemster');
	});

	it('leave an unknown code without a name', () => {
		expect(municipalityName('GM9999')).toBeUndefined();
		expect(municipalityName('__proto__')).toBeUndefined();
	});
});

describe('the invented municipalities', () => {
	it('fill a room of twenty-five, each with its own code and name', () => {
		expect(new Set(INVENTED_MUNICIPALITIES.map(({ code }) => code)).size).toBe(25);
		expect(new Set(INVENTED_MUNICIPALITIES.map(({ name }) => name)).size).toBe(25);
	});

	it('share no code, name or province with an official one', () => {
		const official = new Set(MUNICIPALITIES.flatMap(({ code, name, province }) => [code, name, province]));
		for (const { code, name, province } of INVENTED_MUNICIPALITIES) {
			expect(official).not.toContain(code);
			expect(official).not.toContain(name);
			expect(official).not.toContain(province);
		}
	});

	it('are known by codes that cannot be taken for official ones', () => {
		for (const { code, name } of INVENTED_MUNICIPALITIES) {
			expect(code).toMatch(/^XX\d{4}$/);
			expect(isInventedMunicipality(code)).toBe(true);
			expect(isMunicipalityCode(code)).toBe(false);
			expect(municipalityName(code)).toBe(name);
		}
		expect(isInventedMunicipality('GM0363')).toBe(false);
	});
});
