import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../tests/kit/texts.ts';
import { guardFormula, unguardFormula } from './formula-guard.ts';

describe('guarding a cell against formulas', () => {
	test.each([
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		'\n=1',
		'＝1',
		'＋1',
		'－1',
		'＠a',
		' =1',
		'\u200b=1',
		"'=1"
	])('an apostrophe comes before %j', (text) => {
		expect(guardFormula(text).startsWith("'")).toBe(true);
	});

	test('a formula behind a separator of another country is guarded too', () => {
		expect(guardFormula('kan;=1+1')).toBe("kan;'=1+1");
		expect(guardFormula('eerst\n- dan')).toBe("eerst\n'- dan");
	});

	test.each(["'s-Hertogenbosch", 'Tijd = geld', 'a-b', '', 'Wij; zij', "d'r is één", '1+1'])(
		'the harmless text %j stays as it is',
		(text) => {
			expect(guardFormula(text)).toBe(text);
		}
	);

	test('no guarded text begins a formula anywhere a spreadsheet may start a cell, and each can be undone', () => {
		fc.assert(
			fc.property(anyText(), (text) => {
				const guarded = guardFormula(text);
				const starts = guarded.split(/[;\t\r\n]/).map((part) => part.trimStart());
				expect(starts.filter((start) => /^[=+\-@＝＋－＠]/.test(start))).toEqual([]);
				expect(guarded).not.toMatch(/^[\t\r\n]/);
				expect(unguardFormula(guarded)).toBe(text);
			}),
			{ numRuns: 2000 }
		);
	});
});
