import { expect, test } from 'vitest';
import { canariesIn, examplesOf } from '../../../../tests/kit/type-examples.ts';
import type { WorksessionEvent } from '../events.ts';
import { redactedLog } from './redacted-log.ts';

/** The last part of the places of texts that are nobody's words: ids of ours, dates and times, codes of municipalities. */
const NO_WORDS: readonly string[] = [
	...[
		'actionId',
		'bottleneckRoundId',
		'cardId',
		'cardIds[]',
		'clusterId',
		'decisionId',
		'dossierId',
		'draftId',
		'examples[]'
	],
	...[
		'exampleId',
		'fromId',
		'hostId',
		'id',
		'ideaId',
		'ideaIds[]',
		'intoId',
		'itemId',
		'messageId',
		'ownerId'
	],
	...['parkedId', 'participationId', 'proof', 'ratingId', 'reasonId', 'roundId', 'seats{key}', 'seats{}'],
	...['stepId', 'tableId', 'noticeVersion', 'date', 'dueOn', 'evaluateOn', 'startsAt'],
	...['municipalities[]', 'municipality'],
	// Of a record that was brought in: ids, moments and item keys, which `record-fault.ts` lets in as such only.
	...['accountId', 'sha256', 'at', 'closedAt', 'municipalityListDate', 'idea', 'item', 'votedOn[]'],
	...['dots{key}', 'dots{}{key}', 'names{key}', 'names{}', 'owners{key}', 'tables{key}', 'votes{key}']
];
/** Codes of municipalities, or bare names of organisations: these go as those do, see `taken-organisations.test.ts`. */
const PURSES: readonly string[] = ['purse', 'voices[]'];

test('[X10] no event has a field that can hold words of people and that no redaction reaches', () => {
	const examples = examplesOf('src/lib/domain/events.ts', 'WorksessionEvent');
	const left = examples.flatMap(({ type, value }) => {
		const log = [value, { type: 'GoneRedacted', redaction: {} }] as unknown as readonly WorksessionEvent[];
		const { changed } = redactedLog(log, { texts: new Map(), kept: new Set() });
		return canariesIn(changed.get(0) ?? value).map((path) => `${type}.${path}`);
	});
	const places = new Set(left.map((path) => path.split('.').at(-1) ?? ''));
	expect([...places].sort()).toEqual([...NO_WORDS, ...PURSES].sort());
});
