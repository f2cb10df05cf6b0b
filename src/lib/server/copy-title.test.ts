import { expect, test } from 'vitest';
import { TITLE_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';
import { copyTitle } from './copy-title.ts';

test('the name of a copy says that it is one', () => {
	expect(copyTitle('Ondermijning · volgers')).toBe('Ondermijning · volgers (kopie)');
});

test('a name at the limit gives way, by whole characters, so that the copy fits too', () => {
	const copy = copyTitle('🎉'.repeat(TITLE_LENGTH_MAX));
	expect(lengthOf(copy)).toBe(TITLE_LENGTH_MAX);
	expect(copy).toMatch(/^🎉+ \(kopie\)$/u);
});
