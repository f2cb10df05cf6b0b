import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	intakeRecord,
	RECORD_SCHEMA_VERSION,
	recordJson,
	type IntakeRecord
} from '#lib/domain/record/record.ts';
import { play, worlds } from '../../../tests/kit/histories/index.ts';
import { aCard, aRecord } from '../../../tests/kit/record.ts';
import { anyText } from '../../../tests/kit/texts.ts';
import { parseRecord } from './parse-record.ts';
import { recordJsonSchemaText } from './record-json-schema.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

/** A record in which whatever people wrote is any text at all. */
function recordOf([title, place, step, cluster, prompt, ...texts]: readonly string[]): IntakeRecord {
	const record = aRecord();
	return {
		...record,
		session: { ...record.session, title: title ?? '', place: place ?? '' },
		steps: [{ id: 's1', order: 1, name: step ?? '', table: null, ...NO_DETAILS }],
		clusters: record.clusters.map((known) => ({ ...known, title: cluster ?? '' })),
		rounds: record.rounds.map((known) => ({ ...known, prompt: prompt ?? '' })),
		cards: texts.map((text, index) => aCard({ id: `c${index}`, text }))
	};
}

describe('a record read back from its file', () => {
	test('[R1] it is the same record and gives the same bytes, whatever people wrote', () => {
		const texts = fc.array(anyText(), { minLength: 5, maxLength: 12 });
		fc.assert(
			fc.property(texts.map(recordOf), (record) => {
				const bytes = Buffer.from(recordJson(record), 'utf8');
				const parsed = parseRecord(bytes.toString('utf8'));
				if (!parsed.ok) throw new Error(`${parsed.problem.path}: ${parsed.problem.message}`);
				expect(parsed.record).toEqual(record);
				expect(Buffer.from(recordJson(parsed.record), 'utf8').equals(bytes)).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	test('[R1] so it is of any day that the rules allow', () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const json = recordJson(intakeRecord(play(world, () => undefined).state));
				const parsed = parseRecord(json);
				if (!parsed.ok) throw new Error(`${parsed.problem.path}: ${parsed.problem.message}`);
				expect(recordJson(parsed.record)).toBe(json);
			}),
			{ numRuns: 100 }
		);
	});

	test('of a file from before records named their code book it says so, and reads it as made with the first', () => {
		const record = aRecord();
		expect(parseRecord(recordJson(record))).toMatchObject({ ok: true, tellsCodeBook: true });
		const { codeBookVersion: _, ...session } = record.session;
		const older = parseRecord(JSON.stringify({ ...record, session }));
		expect(older).toEqual({ ok: true, record, tellsCodeBook: false });
	});

	test('a text of half a surrogate pair survives the file', () => {
		const record = aRecord({ cards: [aCard({ text: '\ud83d = \u0000\u2028' })] });
		const parsed = parseRecord(Buffer.from(recordJson(record), 'utf8').toString('utf8'));
		expect(parsed.ok && parsed.record.cards[0]?.text).toBe('\ud83d = \u0000\u2028');
	});

	test('what is no record is refused with the place of the first problem', () => {
		const record = aRecord();
		expect(parseRecord('{')).toMatchObject({ ok: false, problem: { path: '' } });
		expect(parseRecord('null')).toMatchObject({ ok: false });
		expect(parseRecord(JSON.stringify({ ...record, schemaVersion: '2.0' }))).toMatchObject({
			problem: { path: 'schemaVersion' }
		});
		expect(
			parseRecord(JSON.stringify({ ...record, cards: [{ ...aCard(), author: 'Fatma' }] }))
		).toMatchObject({
			problem: { path: 'cards.0.author' }
		});
		const polluted = recordJson(record).replace('{', '{"__proto__":{"isAdmin":true},');
		expect(parseRecord(polluted)).toMatchObject({ ok: false, problem: { path: '__proto__' } });
	});
});

test('the published JSON Schema is the one the code holds (else: node src/lib/cli/generate-schema.ts)', () => {
	const file = new URL(`../../../static/schema/intakeverslag-${RECORD_SCHEMA_VERSION}.json`, import.meta.url);
	expect(readFileSync(file, 'utf8')).toBe(recordJsonSchemaText());
});
