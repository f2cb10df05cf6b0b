import { expect, test } from 'vitest';
import { proposedText } from './proposed-text.ts';

test('[H11] a card gives its text for a title, and nothing while the room may not read it', () => {
	expect(proposedText({ text: 'Te laat bericht', isHidden: false })).toBe('Te laat bericht');
	expect(proposedText({ text: 'Bureau X weigert alles', isHidden: true })).toBe('');
	expect(proposedText(undefined)).toBe('');
});
