import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
	['Marieke de Boer', 'MB'],
	['Samira Haddad', 'SH'],
	['Linh', 'L'],
	['jan jansen', 'JJ'],
	['Jan van den Berg', 'JB'],
	['Şule Öz', 'ŞÖ'],
	['  ', ''],
	['😀 Piet', 'P']
])('%s becomes %s', (name, expected) => {
	expect(initials(name)).toBe(expected);
});
