import { expect, test } from 'vitest';
import { fourDays } from '../../../../tests/kit/programme.ts';
import { ideaKey } from './placements.ts';
import { sessionIdsOf, type CandidateIdea } from './programme-acts.ts';
import { decideProgramme, EMPTY_PROGRAMME, evolveProgramme, type Programme } from './programme.ts';

const idea = (sessionId: string, ideaId = 'i1'): CandidateIdea => ({ sessionId, ideaId });
const context = { now: 9, newId: () => 'id', day: '2026-01-01', records: fourDays() };

function counting(programme: Programme, one: CandidateIdea, other: CandidateIdea | null): Programme | string {
	const decided = decideProgramme(programme, { type: 'CountIdeaWith', idea: one, other }, context);
	if (!decided.ok) return decided.rejection;
	return decided.value.reduce((p, event) => evolveProgramme(p, { event, at: 9, by: 'noor' }), programme);
}

function counted(programme: Programme, one: CandidateIdea, other: CandidateIdea | null): Programme {
	const result = counting(programme, one, other);
	if (typeof result === 'string') throw new Error(result);
	return result;
}

test('[KZ5] an idea counts with that of another day, and by itself again', () => {
	const together = counted(EMPTY_PROGRAMME, idea('w2'), idea('w1'));
	expect(together.sameIdeas).toEqual({ [ideaKey(idea('w2'))]: idea('w1') });
	expect(counting(together, idea('w2'), idea('w1'))).toBe(together);
	expect(counted(together, idea('w2'), null).sameIdeas).toEqual({});
	expect(counting(EMPTY_PROGRAMME, idea('w2'), null)).toBe(EMPTY_PROGRAMME);
});

test('[KZ6] never with itself, in a chain, or with what is not there', () => {
	const together = counted(EMPTY_PROGRAMME, idea('w2'), idea('w1'));
	expect(counting(EMPTY_PROGRAMME, idea('w1'), idea('w1'))).toBe('idea-counts-elsewhere');
	expect(counting(together, idea('w3'), idea('w2'))).toBe('idea-counts-elsewhere');
	expect(counting(together, idea('w1'), idea('w3'))).toBe('idea-counts-elsewhere');
	expect(counting(EMPTY_PROGRAMME, idea('w1'), idea('w9'))).toBe('unknown-idea');
	expect(counting(EMPTY_PROGRAMME, idea('w9'), null)).toBe('unknown-idea');
});

test('it is decided on the records of both days', () => {
	const asked = { type: 'CountIdeaWith', idea: idea('w2') } as const;
	expect(sessionIdsOf({ ...asked, other: idea('w1') })).toEqual(['w2', 'w1']);
	expect(sessionIdsOf({ ...asked, other: null })).toEqual(['w2']);
});
