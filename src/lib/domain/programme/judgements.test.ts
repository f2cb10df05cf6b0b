import { expect, test } from 'vitest';
import { aMixedDay, fourDays } from '../../../../tests/kit/programme.ts';
import { JUDGEMENT_REASON_LENGTH_MAX } from '../limits.ts';
import { pairKey } from './judgements.ts';
import type { MatchPair, ProgrammeCommandOf, SessionItem } from './programme-acts.ts';
import { decideProgramme, EMPTY_PROGRAMME, evolveProgramme, type Programme } from './programme.ts';

const card = (sessionId: string, id: string) => ({ sessionId, item: { kind: 'card', id } }) as const;
const PAIR = { asked: card('w2', 'b1'), offered: card('w1', 'a5') };
const context = { now: 9, day: '2026-03-01', newId: () => 'id', records: fourDays() };

function judging(over: Partial<ProgrammeCommandOf<'JudgeMatch'>> = {}): ProgrammeCommandOf<'JudgeMatch'> {
	return { type: 'JudgeMatch', pair: PAIR, verdict: 'accepted', reason: '', ...over };
}

function after(programme: Programme, command: ProgrammeCommandOf<'JudgeMatch'>): Programme {
	const decided = decideProgramme(programme, command, context);
	if (!decided.ok) throw new Error(decided.rejection);
	return decided.value.reduce((p, event) => evolveProgramme(p, { event, at: 9, by: 'noor' }), programme);
}

function fault(over: Partial<ProgrammeCommandOf<'JudgeMatch'>>, records = fourDays()): string {
	const decided = decideProgramme(EMPTY_PROGRAMME, judging(over), { ...context, records });
	return decided.ok ? 'done' : decided.rejection;
}

test('[WH1] a pair is accepted or dismissed by somebody, at a moment, with a reason, and can be left open again', () => {
	const accepted = after(EMPTY_PROGRAMME, judging({ reason: ' Zelfde jurist ' }));
	const kept = { pair: PAIR, verdict: 'accepted', reason: 'Zelfde jurist', at: 9, by: 'noor' };
	expect(accepted.judgements).toEqual({ [pairKey(PAIR)]: kept });
	const dismissed = after(accepted, judging({ verdict: 'dismissed', reason: 'Ander systeem' }));
	expect(dismissed.judgements[pairKey(PAIR)]).toMatchObject({
		verdict: 'dismissed',
		reason: 'Ander systeem'
	});
	expect(after(dismissed, judging({ verdict: null })).judgements).toEqual({});
});

test('[WH2] the same once more is no act', () => {
	const accepted = after(EMPTY_PROGRAMME, judging());
	expect(after(accepted, judging())).toBe(accepted);
	expect(after(EMPTY_PROGRAMME, judging({ verdict: null }))).toBe(EMPTY_PROGRAMME);
});

test('[WH3] dismissing says why; a reason fits', () => {
	expect(fault({ verdict: 'dismissed', reason: ' ' })).toBe('reason-empty');
	expect(fault({ reason: 'x'.repeat(JUDGEMENT_REASON_LENGTH_MAX) })).toBe('done');
	expect(fault({ reason: 'x'.repeat(JUDGEMENT_REASON_LENGTH_MAX + 1) })).toBe('reason-too-long');
});

test('[WH4] a pair is what followers ask and frontrunners do well, in sessions one may read', () => {
	const pairs: readonly (readonly [MatchPair, string])[] = [
		[{ ...PAIR, asked: card('w9', 'b1') }, 'unknown-session'],
		[{ ...PAIR, offered: card('w1', 'weg') }, 'unknown-item'],
		[{ asked: PAIR.offered, offered: PAIR.asked }, 'not-a-pair'],
		[{ ...PAIR, offered: card('w1', 'a1') }, 'not-a-pair']
	];
	for (const [pair, rejection] of pairs) expect(fault({ pair })).toBe(rejection);
	expect(fault({}, fourDays().slice(1))).toBe('unknown-session');
});

test('[WH4] of a day for both groups a side is what somebody in that role said', () => {
	const of = (asked: SessionItem, offered: SessionItem) => fault({ pair: { asked, offered } }, [aMixedDay()]);
	const stack = { sessionId: 'w5', item: { kind: 'cluster', id: 'k5' } } as const;
	expect(of(stack, card('w5', 'e1'))).toBe('done');
	expect(of(stack, card('w5', 'e2'))).toBe('not-a-pair');
	expect(of(card('w5', 'e5'), card('w5', 'e1'))).toBe('not-a-pair');
});
