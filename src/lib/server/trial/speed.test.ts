import { expect, test } from 'vitest';
import { askedSpeed } from './speed.ts';

function formWith(fields: Readonly<Record<string, string>>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

test.each([
	[{ speed: '1' }, 1],
	[{ speed: '20' }, 20],
	[{ speed: 'own', ownSpeed: '37' }, 37],
	[{ speed: '5', ownSpeed: '37' }, 5]
])('a form with %o asks for %d×', (fields, speed) => {
	expect(askedSpeed(formWith(fields))).toBe(speed);
});

test.each([
	[{ speed: 'own', ownSpeed: '60' }, 60],
	[{ speed: 'own', ownSpeed: '61' }, 60],
	[{ speed: 'own', ownSpeed: '-4' }, 1],
	[{ speed: 'own', ownSpeed: '2.4' }, 2],
	[{ speed: 'own', ownSpeed: '' }, 1],
	[{ speed: 'Infinity' }, 1],
	[{ speed: 'snel' }, 1],
	[{}, 1]
])('what is out of bounds or no number comes to a speed that exists: %o', (fields, speed) => {
	expect(askedSpeed(formWith(fields))).toBe(speed);
});
