import { describe, expect, test } from 'vitest';
import { canariesIn, examplesOf } from '../../../../tests/kit/type-examples.ts';
import { REDACTED_TEXT } from '../card/redacted-text.ts';
import { REDACTION_REASON_LENGTH_MAX } from '../limits.ts';
import { redactedProgrammeLog } from './redacted-programme-log.ts';
import { DOSSIER_WORDS } from './redacted-words.ts';
import type { ProgrammeEvent, ProgrammeTextRef } from './programme-acts.ts';
import { decideProgramme, EMPTY_PROGRAMME, evolveProgramme, type Programme } from './programme.ts';

const SECRET = 'Mevrouw Kanarie';
const IDEA = { sessionId: 'w1', ideaId: 'i1' };
const PAIR = {
	asked: { sessionId: 'w2', item: { kind: 'card', id: 'a' } },
	offered: { sessionId: 'w1', item: { kind: 'card', id: 'b' } }
} as const;
const term = { under: 'anders', label: SECRET, definition: SECRET } as const;
const started: ProgrammeEvent = {
	type: 'DossierStarted',
	dossierId: 'd1',
	facts: { name: SECRET, theme: 'ondermijning', municipalities: ['GM0193'] }
};
const changed = (
	changes: Extract<ProgrammeEvent, { type: 'DossierChanged' }>['changes']
): ProgrammeEvent => ({
	type: 'DossierChanged',
	dossierId: 'd1',
	changes
});

/** Words of each kind with an earlier version, and how they are pointed at. */
const SAID: readonly (readonly [ProgrammeTextRef, readonly ProgrammeEvent[]])[] = [
	[{ kind: 'dossier', dossierId: 'd1', part: 'name' }, [started, changed({ name: `${SECRET}!` })]],
	[
		{ kind: 'dossier', dossierId: 'd1', part: 'contact' },
		[
			{ ...started, facts: { ...started.facts, name: 'Naam' } },
			changed({ contact: SECRET }),
			changed({ contact: '' })
		]
	],
	[
		{ kind: 'match', pair: PAIR },
		[
			{ type: 'MatchJudged', pair: PAIR, verdict: 'accepted', reason: SECRET },
			{ type: 'MatchJudged', pair: PAIR, verdict: 'dismissed', reason: `${SECRET}!` }
		]
	],
	[
		{ kind: 'placement', idea: IDEA },
		[
			{ type: 'IdeaPlaced', idea: IDEA, place: 'short', reason: SECRET },
			{ type: 'IdeaPlaced', idea: IDEA, place: 'chosen', reason: `${SECRET}!` }
		]
	],
	[
		{ kind: 'term', termId: 't1' },
		[
			{ type: 'TermAdded', termId: 't1', term },
			{ type: 'TermChanged', termId: 't1', term: { ...term, label: 'Leges' } }
		]
	],
	[{ kind: 'key', keyId: 'k1' }, [{ type: 'AccessKeyMade', keyId: 'k1', name: SECRET }]]
];

function replayed(events: readonly ProgrammeEvent[], at = 9): Programme {
	return events.reduce((p, event) => evolveProgramme(p, { event, at, by: 'noor' }), EMPTY_PROGRAMME);
}

function decided(programme: Programme, text: ProgrammeTextRef, reason = 'Een naam') {
	const context = { now: 9, day: '2026-03-01', newId: () => 'x', records: [] };
	return decideProgramme(programme, { type: 'RedactProgramme', text, reason }, context);
}

/** The log after one more act, as whoever keeps it rewrites it. */
function rewritten(events: readonly ProgrammeEvent[], text: ProgrammeTextRef, reason?: string) {
	const outcome = decided(replayed(events), text, reason);
	if (!outcome.ok) throw new Error(outcome.rejection);
	const left = redactedProgrammeLog(events, outcome.value);
	return [...events.map((event, position) => left.get(position) ?? event), ...outcome.value];
}

describe('taking away words that people left with the programme', () => {
	test.each(SAID)('[PX1] leaves nothing of %o in the log, also of earlier versions', (text, events) => {
		const log = rewritten(events, text);
		expect(JSON.stringify(events)).toContain('Kanarie');
		expect(JSON.stringify(log)).not.toContain('Kanarie');
		const [last] = log.slice(-1);
		expect(last && replayed([...events, last])).toEqual(replayed(log));
		expect(decided(replayed(log), text)).toEqual({ ok: true, value: [] });
	});

	test('[PX2] keeps when, by whom and why, and leaves everything else', () => {
		const [first] = SAID;
		const [text, events] = first ?? SAID[0] ?? [];
		if (!text || !events) throw new Error('There are words');
		const programme = replayed(rewritten([...events, changed({ summary: 'Blijft' })], text));
		expect(Object.values(programme.redactions)).toEqual([{ text, reason: 'Een naam', at: 9, by: 'noor' }]);
		expect(programme.dossiers['d1']?.facts).toMatchObject({ name: REDACTED_TEXT, summary: 'Blijft' });
	});

	test('[PX3] a reason that says too much gives way to another one', () => {
		const text = { kind: 'key', keyId: 'k1' } as const;
		const once = rewritten([{ type: 'AccessKeyMade', keyId: 'k1', name: 'Stuurgroep' }], text, SECRET);
		const twice = rewritten(once, text);
		expect(JSON.stringify(twice)).not.toContain('Kanarie');
		expect(Object.values(replayed(twice).redactions)).toMatchObject([{ reason: 'Een naam' }]);
	});

	test('[PX4] asks a reason that fits, and a dossier that is there', () => {
		const text = { kind: 'dossier', dossierId: 'd1', part: 'summary' } as const;
		const programme = replayed([started]);
		const long = 'r'.repeat(REDACTION_REASON_LENGTH_MAX + 1);
		expect(decided(programme, text, ' ')).toMatchObject({ rejection: 'reason-empty' });
		expect(decided(programme, text, long)).toMatchObject({ rejection: 'reason-too-long' });
		expect(decided(EMPTY_PROGRAMME, text)).toMatchObject({ rejection: 'unknown-dossier' });
	});
});

/** The last part of the places of texts that are nobody's words: ids of ours and codes of municipalities. A month is checked to be one. */
const NO_WORDS: readonly string[] = [
	...['dossierId', 'endMonth', 'id', 'ideaId', 'keyId', 'municipalities[]', 'replacedBy', 'sessionId'],
	...['startMonth', 'termId', 'terms[]']
];

test('[PX5] no event has a field that can hold words of people and that no redaction reaches', () => {
	const places = examplesOf('src/lib/domain/programme/programme-acts.ts', 'ProgrammeEvent').flatMap(
		({ value }) => {
			const event = value as unknown as ProgrammeEvent;
			const last = refsOf(event).map((text): ProgrammeEvent => ({
				type: 'ProgrammeRedacted',
				text,
				reason: ''
			}));
			return canariesIn(redactedProgrammeLog([event], last).get(0) ?? event);
		}
	);
	const ends = new Set(places.map((path) => path.split('.').at(-1) ?? ''));
	expect([...ends].sort()).toEqual([...NO_WORDS].sort());
});

/** Everything that could be pointed at in it. */
function refsOf(event: ProgrammeEvent): readonly ProgrammeTextRef[] {
	return [
		...('dossierId' in event
			? DOSSIER_WORDS.map((part) => ({ kind: 'dossier', dossierId: event.dossierId, part }) as const)
			: []),
		...('pair' in event ? [{ kind: 'match', pair: event.pair } as const] : []),
		...('idea' in event ? [{ kind: 'placement', idea: event.idea } as const] : []),
		...('termId' in event ? [{ kind: 'term', termId: event.termId } as const] : []),
		...('keyId' in event ? [{ kind: 'key', keyId: event.keyId } as const] : []),
		...('text' in event ? [event.text] : [])
	];
}
