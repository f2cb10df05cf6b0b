import { expect, test } from 'vitest';
import { candidatesOf, choiceReach, rolesOf } from '#lib/domain/compare/candidates.ts';
import { ideaKey } from '#lib/domain/programme/placements.ts';
import { EMPTY_PROGRAMME } from '#lib/domain/programme/programme.ts';
import { fourDaysWithIdeas } from '../../../../tests/kit/programme.ts';
import { choiceDocument } from './choice-document.ts';
import { markdown } from './markdown.ts';

const DAY = '2026-01-01';
const records = fourDaysWithIdeas();
const placement = {
	place: 'chosen',
	reason: 'Zelfde jurist',
	at: Date.UTC(2026, 2, 19, 12),
	by: 'noor',
	earlier: []
} as const;

function sheet(placements: Parameters<typeof candidatesOf>[1]['placements']): string {
	const candidates = candidatesOf(records, { ...EMPTY_PROGRAMME, placements }, DAY);
	const choice = {
		now: Date.UTC(2026, 2, 20, 12),
		sessions: records.length,
		municipalities: rolesOf(records, DAY).length,
		candidates,
		reach: choiceReach(records, candidates, DAY)
	};
	return [...markdown(choiceDocument(choice))].join('');
}

test('the decision sheet tells of each idea its choice, its reason, who asks for it and the cards it rests on', () => {
	const text = sheet({ [ideaKey({ sessionId: 'w2', ideaId: 'i1' })]: placement });
	expect(text).toContain('# Wat schalen we op?');
	expect(text).toContain('Beslisblad van');
	expect(text).toContain('gekozen: Zelfde jurist');
	expect(text).toContain('Gevraagd door 6 van 8');
	expect(text).toContain('## Samen bereikt deze keuze');
	const [candidate] = candidatesOf(records, EMPTY_PROGRAMME, DAY);
	for (const { text: card } of candidate?.chain.cards ?? []) expect(text).toContain(card);
});

test('without a choice it does not say what a choice reaches', () => {
	expect(sheet({})).not.toContain('Samen bereikt');
});
