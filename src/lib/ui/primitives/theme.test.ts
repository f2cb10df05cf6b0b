import { expect, test } from 'vitest';
import { themeChoice, themeCookie, themeShown } from './theme.ts';

test('a choice that was kept is found again among other cookies', () => {
	expect(themeChoice('a=1; waaier_theme=dark; b=2')).toBe('dark');
	expect(themeChoice(themeCookie('light'))).toBe('light');
});

test('no cookie, an unknown value or a cookie with a longer name means: follow the system', () => {
	expect(themeChoice('')).toBe('system');
	expect(themeChoice('waaier_theme=pink')).toBe('system');
	expect(themeChoice('my_waaier_theme=dark')).toBe('system');
});

test('following the system removes the cookie', () => {
	expect(themeCookie('system')).toContain('Max-Age=0');
	expect(themeCookie('dark')).not.toContain('Max-Age=0');
});

test('the system decides only when nobody chose', () => {
	expect(themeShown('system', true)).toBe('dark');
	expect(themeShown('system', false)).toBe('light');
	expect(themeShown('light', true)).toBe('light');
	expect(themeShown('dark', false)).toBe('dark');
});
