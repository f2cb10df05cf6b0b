import { describe, expect, test } from 'vitest';
import { lengthWords } from './card-length.ts';

describe('the counter of a card', () => {
	test('counts characters as people do', () => {
		expect(lengthWords('🚲🚲')).toEqual({ text: '2 van 280 tekens', isOver: false });
	});

	test('says how many are left before the limit, and how many are too many after it', () => {
		expect(lengthWords('a'.repeat(240))).toEqual({ text: 'Nog 40 tekens', isOver: false });
		expect(lengthWords('a'.repeat(280))).toEqual({ text: 'Nog 0 tekens', isOver: false });
		expect(lengthWords('a'.repeat(281))).toEqual({
			text: '1 teken te veel. Maak je zin korter.',
			isOver: true
		});
	});
});
