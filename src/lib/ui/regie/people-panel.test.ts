import { describe, expect, test } from 'vitest';
import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import { likelyDoubles } from './likely-doubles.ts';
import { municipalityRows, observerHeads, partnerRows } from './municipality-rows.ts';
import { foundPeople } from './people-search.ts';
import { withoutCard } from './without-card.ts';

const AMSTERDAM = 'GM0363';
const GRONINGEN = 'GM0014';

let joined = 0;

function aPerson(name: string, over: Partial<ParticipationView> = {}): ParticipationView {
	joined += 1;
	return {
		id: `person-${joined}`,
		name,
		role: 'follower',
		organisation: '',
		tableId: null,
		municipalities: [GRONINGEN],
		functionName: '',
		joinedAt: joined,
		cardsInRound: 0,
		handRaisedAt: null,
		hasGreeted: false,
		isWithoutDevice: false,
		isReady: false,
		...over
	};
}

const partner = (name: string, organisation: string, over: Partial<ParticipationView> = {}) =>
	aPerson(name, { role: 'partner', municipalities: [], organisation, ...over });
const observer = (name: string, over: Partial<ParticipationView> = {}) =>
	aPerson(name, { role: 'observer', ...over });

describe('people by place', () => {
	const anna = aPerson('Anna', { cardsInRound: 2 });
	const carla = partner('Carla', 'RIEC', { cardsInRound: 1 });
	const dirk = partner('Dirk', 'CBS', { cardsInRound: 3 });
	const elif = partner('Elif', 'CBS');
	const frits = observer('Frits', { municipalities: [AMSTERDAM] });
	const people = [anna, carla, dirk, elif, frits];

	test('stands with its municipality only when it takes part for one', () => {
		expect(municipalityRows(people, [])).toEqual([
			{ code: GRONINGEN, name: 'Groningen', heads: [false], cards: 2 }
		]);
	});

	test('stands with its organisation as a partner, in the order of names', () => {
		expect(partnerRows(people, [elif.id])).toEqual([
			{ organisation: 'CBS', heads: [true, false], cards: 3 },
			{ organisation: 'RIEC', heads: [false], cards: 1 }
		]);
	});

	test('is a head apart when it watches only', () => {
		expect(observerHeads(people, [frits.id])).toEqual([true]);
		expect(observerHeads([anna], [])).toEqual([]);
	});
});

describe('who has not written yet', () => {
	const inStage = (stage: Stage) => ({ stage }) as RoundView;
	const anna = aPerson('Anna', { municipalities: [GRONINGEN, AMSTERDAM] });
	const bram = aPerson('Bram', { municipalities: [AMSTERDAM], cardsInRound: 1 });
	const carla = partner('Carla', 'CBS');
	const frits = observer('Frits');

	test('is told by place while the round is written, without whoever watches', () => {
		expect(withoutCard([anna, bram, carla, frits], inStage('writing'))).toEqual([
			{ place: 'CBS', people: [carla] },
			{ place: 'Groningen en Amsterdam', people: [anna] }
		]);
	});

	test('is nobody once all have', () => {
		expect(withoutCard([bram, frits], inStage('writing'))).toEqual([]);
	});

	test('is not told in another stage, between rounds, and where cards are not counted per person', () => {
		expect(withoutCard([anna], inStage('sharing'))).toBeNull();
		expect(withoutCard([anna], null)).toBeNull();
		expect(withoutCard([aPerson('Anna', { cardsInRound: null })], inStage('writing'))).toBeNull();
	});
});

describe('a likely double', () => {
	const doublesOf = (...people: ParticipationView[]) =>
		likelyDoubles(people).map(({ first, again }) => [first.name, again.name]);

	test('has the same name from the same municipality, however it is written', () => {
		const [els, again] = [aPerson('Els Bakker'), aPerson('els  bákker', { municipalities: [GRONINGEN] })];
		expect(likelyDoubles([again, els])).toEqual([{ first: els, again }]);
	});

	test('may have joined for more municipalities the second time', () => {
		const again = aPerson('Els', { municipalities: [AMSTERDAM, GRONINGEN] });
		expect(doublesOf(aPerson('Els'), again)).toEqual([['Els', 'Els']]);
	});

	test('is of one organisation where there is no municipality', () => {
		expect(doublesOf(partner('Kees', 'CBS'), partner('Kees', 'cbs'))).toEqual([['Kees', 'Kees']]);
		expect(doublesOf(partner('Kees', 'CBS'), partner('Kees', 'VNG'))).toEqual([]);
	});

	test('is told once for each time somebody came in again', () => {
		expect(doublesOf(aPerson('Els'), aPerson('Els'), aPerson('Els'))).toHaveLength(2);
	});

	test('is nobody of another municipality, with another name, or with a name of signs only', () => {
		expect(doublesOf(aPerson('Els'), aPerson('Els', { municipalities: [AMSTERDAM] }))).toEqual([]);
		expect(doublesOf(aPerson('Els'), aPerson('Elsa'))).toEqual([]);
		expect(doublesOf(aPerson('?'), aPerson('!'))).toEqual([]);
	});
});

describe('a search in people', () => {
	const anna = aPerson('Anna de Wit', { functionName: 'Jurist' });
	const kees = partner('Kees', 'CBS');

	test.each([
		['wit', [anna]],
		['GRONINGEN', [anna]],
		['jurist', [anna]],
		['cbs', [kees]],
		['', [anna, kees]],
		['niemand', []]
	])('for "%s" looks at names, places and functions', (words, found) => {
		expect(foundPeople([kees, anna], words)).toEqual(found);
	});
});
