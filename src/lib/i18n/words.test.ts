import { describe, expect, test } from 'vitest';
import { formatChoice, formatDateTime, formatList, formatNumber, formatTime, m } from '#lib/i18n/words.ts';

const summerEvening = Date.UTC(2026, 6, 1, 22, 30);

describe('words', () => {
	test('a text comes in Dutch when nobody chose a language', () => {
		expect(m.common_to_start()).toBe('Naar de start');
		expect(m.common_to_start({}, { locale: 'en' })).toBe('To the start page');
	});

	test('times and dates are those of the Netherlands, also across midnight in summer', () => {
		expect(formatTime(summerEvening)).toBe('00:30');
		expect(formatDateTime(summerEvening)).toBe('2 juli 2026 om 00:30');
	});

	test('numbers and lists follow the language', () => {
		expect(formatNumber(1234)).toBe('1.234');
		expect(formatList(['Broekmeer', 'Rietmond', 'Zandrecht'])).toBe('Broekmeer, Rietmond en Zandrecht');
		expect(formatChoice(['een BSN', 'een adres'])).toBe('een BSN of een adres');
	});
});
