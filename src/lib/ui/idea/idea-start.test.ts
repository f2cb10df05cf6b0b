import { expect, test } from 'vitest';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { TITLE_LENGTH_MAX } from '#lib/domain/limits.ts';
import { canMakeIdea, ideaFrom } from './idea-start.ts';

const CARD = { kind: 'card', id: 'c' } as const;

test('a card about an idea gives the new idea its title, no longer than a title may be', () => {
	const text = 'i'.repeat(TITLE_LENGTH_MAX + 5);
	expect(ideaFrom({ id: 'r', kind: 'ideas' }, [CARD], text)).toEqual({
		idea: { ...NEW_IDEA, title: 'i'.repeat(TITLE_LENGTH_MAX) },
		from: [{ roundId: 'r', item: CARD }]
	});
});

test('a need is what the new idea is for, and leaves its title open', () => {
	expect(ideaFrom({ id: 'r', kind: 'needs' }, [CARD], 'Tijd')).toEqual({
		idea: { ...NEW_IDEA, needs: [{ roundId: 'r', item: CARD }] },
		from: []
	});
	expect(canMakeIdea({ kind: 'needs' })).toBe(true);
	expect(canMakeIdea({ kind: 'bottlenecks' })).toBe(false);
});
