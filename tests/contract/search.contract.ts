import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { askedWords, matches, wordsOf } from '#lib/domain/compare/search.ts';
import type { SearchQuery, Store } from '#lib/server/store/store.ts';
import { anAppend } from '../kit/appends.ts';
import { aClosedDay } from '../kit/closed-days.ts';
import { aCard, aRecord } from '../kit/record.ts';

const TEXTS = [
	'Niemand durft gegevens te delen',
	'Gegevens delen mag wél, zegt de jurist',
	"DPIA's kosten één maand; wie helpt?",
	'Geen geld. Geen tijd. Geen mensen.',
	'\u0000 \ud83d half \ude00 "quoted" OR NOT * (NEAR)',
	'👩‍👩‍👧‍👦 ﷽ İstanbul STRASSE ﬁets x² ½ ĳsje',
	'',
	'x'.repeat(280)
];

/** A closed day of which these are the cards, in this order; without stacks and ideas. */
function aDay(id: string, texts: readonly string[], isTrial = false): IntakeRecord {
	const known = aRecord();
	return {
		...known,
		session: { ...known.session, id, isTrial },
		clusters: [],
		ideas: [],
		cards: texts.map((text, index) => aCard({ id: `${id}-${index}`, text }))
	};
}

/** What every store finds, whichever database is behind it. `open` gives an empty one. */
export function searchContract(name: string, open: () => Promise<Store>): void {
	describe(`${name}, searching`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
		});
		afterEach(() => store.close());

		const found = async (question: string, over: Partial<SearchQuery> = {}) => {
			const words = askedWords(question);
			const query = { words, sessionIds: ['a', 'b'], rounds: null, limit: 100, ...over };
			const { total, hits } = await store.search(query);
			expect(hits.length).toBe(Math.min(total, query.limit));
			return hits.map(({ id }) => id);
		};

		test('[SE1] a text is found by the beginnings of its words, in any order, whatever capitals and accents', async () => {
			await store.append([aClosedDay(aDay('a', TEXTS))]);
			expect(await found('delen GEGEV')).toEqual(['a-0', 'a-1']);
			expect(await found('wel')).toEqual(['a-1']);
			expect(await found('dpia een')).toEqual(['a-2']);
			expect(await found('elen')).toEqual([]);
		});

		test('[SE2] whatever was written, the same is found as by reading every text', async () => {
			await store.append([aClosedDay(aDay('a', TEXTS))]);
			const words = [...new Set(TEXTS.flatMap((text) => wordsOf(text)))];
			for (const word of words) {
				const asked = [word.slice(0, 40)];
				const read = TEXTS.flatMap((text, index) => (matches(wordsOf(text), asked) ? [`a-${index}`] : []));
				expect(await found('', { words: asked }), word).toEqual(read);
			}
		});

		test('[SE3] worksessions come in the order in which they are asked, and no other is searched', async () => {
			await store.append(['a', 'b', 'c'].map((id) => aClosedDay(aDay(id, ['Geen geld', 'Wel geld']))));
			expect(await found('geld', { sessionIds: ['b', 'nergens', 'a'] })).toEqual([
				'b-0',
				'b-1',
				'a-0',
				'a-1'
			]);
			expect(await found('geld', { sessionIds: [] })).toEqual([]);
		});

		test('[SE4] past the limit it is only told how many there are', async () => {
			await store.append([
				aClosedDay(
					aDay(
						'a',
						Array.from({ length: 9 }, () => 'Geen geld')
					)
				)
			]);
			const { total, hits } = await store.search({
				words: ['geld'],
				sessionIds: ['a'],
				rounds: null,
				limit: 4
			});
			expect([total, hits.map(({ id }) => id)]).toEqual([9, ['a-0', 'a-1', 'a-2', 'a-3']]);
		});

		test('[SE5] stacks and ideas are found too, and a round can be asked for', async () => {
			const known = aRecord();
			await store.append([aClosedDay({ ...known, session: { ...known.session, id: 'a', isTrial: false } })]);
			expect(await found('toets')).toEqual(['c6', 'i1']);
			expect(await found('toets', { rounds: ['productideeen'] })).toEqual(['i1']);
			expect(await found('mag', { rounds: ['knelpunten'] })).toEqual(['k1']);
			expect(await found('mag', { rounds: ['behoeften', 'ging-goed'] })).toEqual([]);
		});

		test('[SE6] a trial session is never found, nor one that is gone', async () => {
			await store.append([aClosedDay(aDay('a', ['Geen geld'], true)), aClosedDay(aDay('b', ['Geen geld']))]);
			expect(await found('geld')).toEqual(['b-0']);
			await store.removeWorksession('b');
			expect(await found('geld')).toEqual([]);
		});

		test('[SE7] what was taken away after closing is not found any more, and the rest is', async () => {
			await store.append([aClosedDay(aDay('a', ['Vraag het Jansen', 'Jansen weet het']))]);
			const redaction = { by: 'facilitator', reason: 'Een naam', at: 2 } as const;
			const events = [{ type: 'CardRedacted', roundId: 'r3', cardId: 'a-0', redaction }] as const;
			await store.append([
				anAppend('a', 1, {
					commands: [{ commandId: 'gone', events }],
					taken: { texts: new Map([['a-0', redaction]]), kept: null }
				})
			]);
			expect(await found('jansen')).toEqual(['a-1']);
			expect(await found('vraag')).toEqual([]);
		});
	});
}
