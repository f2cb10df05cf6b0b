import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ICON_NAMES } from './icon-names.ts';

test('every icon name stands in the sprite, and every drawing of the sprite has a name', () => {
	const sprite = readFileSync(new URL('../../../../static/icons.svg', import.meta.url), 'utf8');
	const drawn = [...sprite.matchAll(/<symbol id="i-([\w-]+)"/g)].map((match) => match[1]);
	expect([...ICON_NAMES].sort()).toEqual(drawn.sort());
});
