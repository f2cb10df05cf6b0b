import { describe, expect, test } from 'vitest';
import { cardKey } from './card-keys.ts';

function pressed(key: string, over: Partial<KeyboardEvent> = {}) {
	return {
		key,
		shiftKey: false,
		altKey: false,
		ctrlKey: false,
		metaKey: false,
		isComposing: false,
		keyCode: 0,
		repeat: false,
		...over
	};
}

describe('keys in the text of a card', () => {
	test('Enter posts, also with Control or Command', () => {
		expect(cardKey(pressed('Enter'), 'tekst')).toBe('post');
		expect(cardKey(pressed('Enter', { ctrlKey: true }), 'tekst')).toBe('post');
		expect(cardKey(pressed('Enter', { metaKey: true }), 'tekst')).toBe('post');
	});

	test('Shift and Enter is a new line', () => {
		expect(cardKey(pressed('Enter', { shiftKey: true }), 'tekst')).toBeNull();
	});

	test('an Enter that confirms a composed character posts nothing', () => {
		expect(cardKey(pressed('Enter', { isComposing: true }), 'tekst')).toBeNull();
		expect(cardKey(pressed('Enter', { keyCode: 229 }), 'tekst')).toBeNull();
	});

	test('holding Enter posts once', () => {
		expect(cardKey(pressed('Enter', { repeat: true }), 'tekst')).toBeNull();
	});

	test('the up arrow goes to the last card only from an empty field', () => {
		expect(cardKey(pressed('ArrowUp'), '')).toBe('last');
		expect(cardKey(pressed('ArrowUp'), 'tekst')).toBeNull();
	});

	test('Escape leaves; letters belong to the text', () => {
		expect(cardKey(pressed('Escape'), 'tekst')).toBe('leave');
		expect(cardKey(pressed('a'), '')).toBeNull();
	});
});
