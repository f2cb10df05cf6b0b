import { describe, expect, test } from 'vitest';
import { aRecord } from '../../../../tests/kit/record.ts';
import { compare, evidenceOf } from '../compare/comparison.ts';
import type { ProgrammeCommand } from './programme-acts.ts';
import { withLater } from './coded-record.ts';
import { codingOf, NO_CODING, withCodings } from './codings.ts';
import { decideProgramme, EMPTY_PROGRAMME, evolveProgramme, type Programme } from './programme.ts';

const record = aRecord();
const [card] = record.cards.filter(({ round }) => round === 'r3');
const item = { kind: 'card', id: card?.id ?? '' } as const;
const CODING = { ...NO_CODING, category: 'juridisch-privacy', nature: 'mag' } as const;

function after(programme: Programme, command: ProgrammeCommand): Programme | string {
	const context = {
		now: 9,
		day: '2026-03-01',
		newId: () => `t${programme.codeBook.version}`,
		records: [record]
	};
	const decided = decideProgramme(programme, command, context);
	if (!decided.ok) return decided.rejection;
	return decided.value.reduce((p, event) => evolveProgramme(p, { event, at: 9, by: 'noor' }), programme);
}

function done(programme: Programme, command: ProgrammeCommand): Programme {
	const result = after(programme, command);
	if (typeof result === 'string') throw new Error(result);
	return result;
}

const assign = (coding: Extract<ProgrammeCommand, { type: 'AssignCoding' }>['coding']) =>
	({ type: 'AssignCoding', sessionId: record.session.id, item, coding }) as const;

describe('assigning', () => {
	test('[CB1] counts before what the room said, with who and when, and leaves the record as it was', () => {
		const before = structuredClone(record);
		const programme = done(EMPTY_PROGRAMME, assign(CODING));
		expect(codingOf(programme.codings, record.session.id, item)).toEqual({
			...CODING,
			at: 9,
			by: 'noor',
			bookVersion: 1
		});
		const counted = withCodings(record, programme.codings);
		expect(counted.classifications.filter(({ item: key }) => key === `card:${item.id}`)).toEqual([
			{
				item: `card:${item.id}`,
				category: 'juridisch-privacy',
				also: [],
				phase: null,
				nature: 'mag',
				needType: null
			}
		]);
		expect(record).toEqual(before);
		const row = compare([counted], '2026-01-01').rows.bottlenecks.find(
			({ category }) => category === 'juridisch-privacy'
		);
		expect(row?.cells[0]?.cards).toBeGreaterThan(0);
	});

	test('[CB2] taken back, what the room said counts again', () => {
		const programme = done(done(EMPTY_PROGRAMME, assign(CODING)), assign(null));
		expect(withCodings(record, programme.codings).classifications).toEqual(record.classifications);
	});

	test('[CB3] the same once more is no act; a second category is named once and is not the first', () => {
		const programme = done(EMPTY_PROGRAMME, assign(CODING));
		expect(after(programme, assign(CODING))).toBe(programme);
		const also = ['techniek-koppelingen', 'juridisch-privacy', 'financiering', 'financiering'] as const;
		const more = done(programme, assign({ ...CODING, also }));
		expect(codingOf(more.codings, record.session.id, item)?.also).toEqual([
			'techniek-koppelingen',
			'financiering'
		]);
	});

	test('[CB3] a comparison counts a card under each of its categories, and once in all', () => {
		const also = ['financiering', 'techniek-koppelingen'] as const;
		const { codings } = done(EMPTY_PROGRAMME, assign({ ...CODING, also }));
		const day = '2026-01-01';
		const once = compare([withCodings(record, done(EMPTY_PROGRAMME, assign(CODING)).codings)], day);
		const more = compare([withCodings(record, codings)], day);
		const cardsOf = (comparison: typeof more, wanted: string) =>
			comparison.rows.bottlenecks.find(({ category }) => category === wanted)?.cells[0]?.cards ?? 0;
		for (const category of also) expect(cardsOf(more, category)).toBe(cardsOf(once, category) + 1);
		expect(cardsOf(more, CODING.category)).toBe(cardsOf(once, CODING.category));
		expect([more.cards, more.municipalities, more.columns]).toEqual([
			once.cards,
			once.municipalities,
			once.columns
		]);
		const place = { kind: 'bottlenecks', category: 'financiering', theme: record.session.theme } as const;
		const group = more.columns[0]?.group ?? 'mixed';
		const { cards } = evidenceOf([withCodings(record, codings)], day, { ...place, group });
		expect(cards.map(({ id }) => id)).toContain(item.id);
	});

	test('[CB1] beside the codes of the day stands what was assigned since, with own terms by name', () => {
		const term = { under: 'juridisch-privacy', label: 'DPIA ontbreekt', definition: '' } as const;
		const book = done(EMPTY_PROGRAMME, { type: 'AddTerm', term });
		const terms = book.codeBook.terms.map(({ id }) => id);
		const programme = done(book, assign({ ...CODING, also: ['financiering'], terms }));
		const coded = withLater(record, programme);
		expect(coded.classifications).toEqual(record.classifications);
		expect(coded.later).toEqual({
			[`card:${item.id}`]: {
				...CODING,
				also: ['financiering'],
				terms: ['DPIA ontbreekt'],
				at: 9,
				bookVersion: 2
			}
		});
		expect(withLater(record, EMPTY_PROGRAMME)).toBe(record);
	});

	test('[CB4] what is not there and what a round does not ask is refused', () => {
		expect(after(EMPTY_PROGRAMME, { ...assign(CODING), sessionId: 'w9' })).toBe('unknown-session');
		expect(after(EMPTY_PROGRAMME, { ...assign(CODING), item: { kind: 'cluster', id: item.id } })).toBe(
			'unknown-item'
		);
		expect(after(EMPTY_PROGRAMME, assign({ ...CODING, needType: 'kennis' }))).toBe('code-not-asked');
		expect(after(EMPTY_PROGRAMME, assign({ ...CODING, terms: ['t9'] }))).toBe('unknown-term');
	});
});

describe('the code book', () => {
	const term = {
		under: 'juridisch-privacy',
		label: ' Convenanten ',
		definition: 'Afspraken op papier.'
	} as const;
	const added = done(EMPTY_PROGRAMME, { type: 'AddTerm', term });

	test('[CB5] every change is a version, and a coding says which one it used', () => {
		expect(added.codeBook).toMatchObject({ version: 2, terms: [{ id: 't1', label: 'Convenanten' }] });
		const coded = done(added, assign({ ...CODING, terms: ['t1'] }));
		expect(codingOf(coded.codings, record.session.id, item)?.bookVersion).toBe(2);
	});

	test('[CB6] a term that ended is not assigned any more and stays to be read', () => {
		const other = done(added, { type: 'AddTerm', term: { ...term, label: 'Afspraken' } });
		const ended = done(other, { type: 'EndTerm', termId: 't1', replacedBy: 't2' });
		expect(ended.codeBook).toMatchObject({ version: 4, terms: [{ endedAt: 9, replacedBy: 't2' }, {}] });
		expect(after(ended, assign({ ...CODING, terms: ['t1'] }))).toBe('term-ended');
		expect(after(ended, { type: 'EndTerm', termId: 't1', replacedBy: null })).toBe(ended);
		expect(after(ended, { type: 'ChangeTerm', termId: 't1', term })).toBe('term-ended');
	});

	test.each([
		[{ ...term, label: '  ' }, 'term-empty'],
		[{ ...term, label: 'x'.repeat(101) }, 'term-too-long'],
		[{ ...term, definition: 'x'.repeat(351) }, 'term-too-long'],
		[{ ...term, label: 'CONVENANTEN' }, 'term-taken']
	])('[CB7] %j is refused: %s', (wanted, why) => {
		expect(after(added, { type: 'AddTerm', term: wanted })).toBe(why);
	});

	test('[CB8] a term changes and cannot be replaced by itself', () => {
		const changed = done(added, { type: 'ChangeTerm', termId: 't1', term: { ...term, definition: '' } });
		expect(changed.codeBook).toMatchObject({ version: 3, terms: [{ definition: '' }] });
		expect(after(changed, { type: 'EndTerm', termId: 't1', replacedBy: 't1' })).toBe('unknown-term');
	});
});
