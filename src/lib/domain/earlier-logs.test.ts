import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseRecord } from '#lib/export/parse-record.ts';
import { replay } from '../../../tests/kit/worksession.ts';
import type { WorksessionEvent } from './events.ts';
import { worksessionFrom } from './record/record-brought-in.ts';
import { intakeRecord, recordJson, type IntakeRecord } from './record/record.ts';
import { NOBODY } from './visibility/people.ts';
import { sharedView } from './visibility/shared-view.ts';
import { AUDIENCES } from './vocabulary.ts';

/** Days as a Waaier of that date wrote them, event by event, each followed by its record as that Waaier drew it. */
const WRITTEN = ['2026-11-24'] as const;

interface WrittenDay {
	readonly events: readonly WorksessionEvent[];
	readonly record: IntakeRecord;
}

function daysOf(date: string): readonly WrittenDay[] {
	const file = fileURLToPath(new URL(`../../../tests/kit/logs/${date}.jsonl`, import.meta.url));
	const days: WrittenDay[] = [];
	let events: WorksessionEvent[] = [];
	for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
		const written = JSON.parse(line) as WorksessionEvent | { readonly record: IntakeRecord };
		if ('type' in written) events.push(written);
		else {
			days.push({ events, record: written.record });
			events = [];
		}
	}
	return days;
}

describe.each(WRITTEN)('[R21] days that were written on %s', (date) => {
	const days = daysOf(date);

	test('hold nearly every kind of event', () => {
		const kinds = new Set(days.flatMap(({ events }) => events.map(({ type }) => type)));
		expect(kinds.size).toBeGreaterThan(70);
	});

	test('say what they said, to everybody', () => {
		for (const { events, record } of days) {
			const state = replay(events);
			expect(intakeRecord(state)).toMatchObject(record);
			for (const audience of AUDIENCES) {
				const view = sharedView(state, NOBODY, audience);
				expect(JSON.parse(JSON.stringify(view))).toEqual(view);
			}
		}
	});

	test('have records that can be read, and lose nothing by it', () => {
		for (const { record } of days) {
			const parsed = parseRecord(recordJson(record));
			expect(parsed.ok ? parsed.record : parsed.problem).toMatchObject(record);
		}
	});

	test('come in as a file when they were closed', () => {
		const closed = days.filter(({ record }) => record.session.status !== 'concept');
		expect(closed.length).toBeGreaterThan(2);
		for (const { record } of closed) {
			const parsed = parseRecord(recordJson(record));
			if (!parsed.ok) throw new Error(parsed.problem.message);
			const from = { sha256: 'f'.repeat(64), at: 0, accountId: 'account-1' };
			expect(worksessionFrom(parsed.record, from).ok).toBe(true);
		}
	});
});
