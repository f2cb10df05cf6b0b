import { expect, test } from 'vitest';
import { fourDays } from '../../../tests/kit/programme.ts';
import type { Doors } from '#lib/domain/vocabulary.ts';
import { recordJson } from '#lib/domain/record/record.ts';
import { hashOf } from './access/tokens.ts';
import { FixedRecords } from './fixed-records.ts';
import { initialState } from '#lib/domain/worksession.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import type { FixedRecord, WorksessionRow } from './store/store.ts';

function aRow(id: string, doors: Doors, isTrial = false): WorksessionRow {
	const summary = { ...summaryOf(initialState(id)), doors };
	return { id, code: 'ABCD2345', isTrial, createdAt: 0, version: 1, takeOverGeneration: 0, summary };
}

function aFixedRecord(title: string): FixedRecord {
	const [known] = fourDays();
	if (!known) throw new Error('There are four days');
	const json = recordJson({ ...known, session: { ...known.session, title } });
	return { version: 1, json, sha256: hashOf(json), fixedAt: 0, redactedAt: null };
}

test('closed worksessions count, in their order; trials, what is open and what was never fixed do not', async () => {
	const fixed = new Map(['a', 'b', 'proef', 'open'].map((id) => [id, aFixedRecord(`Dag ${id}`)]));
	const records = new FixedRecords({ fixedRecord: (id) => Promise.resolve(fixed.get(id) ?? null) });
	const rows = [
		aRow('b', 'closed'),
		aRow('open', 'open'),
		aRow('proef', 'closed', true),
		aRow('nergens', 'closed'),
		aRow('a', 'closed')
	];
	const found = await records.of(rows);
	expect(found.map(({ session }) => session.title)).toEqual(['Dag b', 'Dag a']);
});

test('a record is read once while its log stays the same, and again when a text was taken away', async () => {
	let fixed = aFixedRecord('Eerst');
	let reads = 0;
	const records = new FixedRecords({
		fixedRecord: () => {
			reads += 1;
			return Promise.resolve(fixed);
		}
	});
	const row = aRow('a', 'closed');
	const [first] = await records.of([row]);
	expect((await records.of([row]))[0]).toBe(first);
	expect(reads).toBe(1);
	fixed = aFixedRecord('Later');
	expect((await records.of([{ ...row, version: 2 }]))[0]?.session.title).toBe('Later');
});
