import { expect, test } from 'vitest';
import { fourDays } from '../../../../tests/kit/programme.ts';
import { JUDGEMENT_REASON_LENGTH_MAX } from '../limits.ts';
import { ideaKey } from './placements.ts';
import type { ProgrammeCommandOf } from './programme-acts.ts';
import { decideProgramme, EMPTY_PROGRAMME, evolveProgramme, type Programme } from './programme.ts';

const IDEA = { sessionId: 'w1', ideaId: 'i1' };
const context = { now: 9, day: '2026-03-01', newId: () => 'id', records: fourDays() };

function placing(over: Partial<ProgrammeCommandOf<'PlaceIdea'>> = {}): ProgrammeCommandOf<'PlaceIdea'> {
	return { type: 'PlaceIdea', idea: IDEA, place: 'short', reason: '', ...over };
}

function after(programme: Programme, command: ProgrammeCommandOf<'PlaceIdea'>): Programme {
	const decided = decideProgramme(programme, command, context);
	if (!decided.ok) throw new Error(decided.rejection);
	return decided.value.reduce((p, event) => evolveProgramme(p, { event, at: 9, by: 'noor' }), programme);
}

function fault(over: Partial<ProgrammeCommandOf<'PlaceIdea'>>, records = fourDays()): string {
	const decided = decideProgramme(EMPTY_PROGRAMME, placing(over), { ...context, records });
	return decided.ok ? 'done' : decided.rejection;
}

test('[KZ1] an idea goes to the short list and is chosen or not, by somebody, with what was said before kept', () => {
	const short = after(EMPTY_PROGRAMME, placing());
	const not = after(short, placing({ place: 'dismissed', reason: ' Nergens in gebruik ' }));
	const again = after(not, placing({ place: 'chosen', reason: 'Nu wel' }));
	const by = { at: 9, by: 'noor' };
	expect(again.placements[ideaKey(IDEA)]).toEqual({
		place: 'chosen',
		reason: 'Nu wel',
		...by,
		earlier: [
			{ place: 'short', reason: '', ...by },
			{ place: 'dismissed', reason: 'Nergens in gebruik', ...by }
		]
	});
});

test('[KZ2] a choice and why not have a reason, which fits; either list needs none', () => {
	expect(fault({ place: 'chosen', reason: ' ' })).toBe('reason-empty');
	expect(fault({ place: 'dismissed' })).toBe('reason-empty');
	expect(fault({ place: 'short' })).toBe('done');
	expect(fault({ place: 'chosen', reason: 'x'.repeat(JUDGEMENT_REASON_LENGTH_MAX) })).toBe('done');
	expect(fault({ place: 'chosen', reason: 'x'.repeat(JUDGEMENT_REASON_LENGTH_MAX + 1) })).toBe(
		'reason-too-long'
	);
});

test('[KZ3] the same once more is no act, nor is the long list from the start', () => {
	const short = after(EMPTY_PROGRAMME, placing());
	expect(after(short, placing())).toBe(short);
	expect(after(EMPTY_PROGRAMME, placing({ place: 'long' }))).toBe(EMPTY_PROGRAMME);
});

test('[KZ4] only ideas of sessions one may read', () => {
	expect(fault({ idea: { ...IDEA, sessionId: 'w9' } })).toBe('unknown-session');
	expect(fault({ idea: { ...IDEA, ideaId: 'i9' } })).toBe('unknown-idea');
	expect(fault({}, fourDays().slice(1))).toBe('unknown-session');
});
