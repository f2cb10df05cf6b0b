import type { RecordCard, RecordCluster } from '#lib/domain/record/record-cards.ts';
import type { RoleCode } from '#lib/domain/record/record-codes.ts';
import type { RecordIdea } from '#lib/domain/record/record-ideas.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import type { Category } from '#lib/domain/vocabulary.ts';
import { aCard, aRecord } from './record.ts';

/** Rounds of `aRecord`, by what was asked. */
const ROUNDS = { strengths: 'r2', bottlenecks: 'r3', needs: 'r4' } as const;

interface ToldCard {
	readonly id: string;
	readonly in: keyof typeof ROUNDS;
	/** Null in an anonymous worksession. */
	readonly from: readonly string[] | null;
	readonly about: Category | null;
	readonly dots?: number;
	readonly stack?: string;
}

interface ToldSession {
	readonly theme: IntakeRecord['session']['theme'];
	readonly group: IntakeRecord['session']['group'];
	readonly people: number;
	/** Codes of that day, with how many people each. */
	readonly municipalities: Readonly<Record<string, number>>;
	/** As what they came to a day for both groups; of the others nobody said it, or they came as both. */
	readonly roles?: Readonly<Record<string, RoleCode>>;
	readonly cards: readonly ToldCard[];
	/** By their id, with what they are about and their dots. */
	readonly stacks?: Readonly<Record<string, { readonly about: Category; readonly dots: number }>>;
}

/**
 * Four days in 2020 of which everything is known: two themes for two groups, municipalities that come to more than one, one person for
 * five, two that are one since, one that was divided since, and a day without authors.
 */
export function fourDays(): readonly IntakeRecord[] {
	return [
		told('w1', {
			theme: 'ondermijning',
			group: 'koploper',
			people: 4,
			municipalities: { GM0014: 2, GM0003: 1, GM0193: 1 },
			stacks: { k1: { about: 'juridisch-privacy', dots: 4 } },
			cards: [
				{ id: 'a1', in: 'bottlenecks', from: ['GM0014'], about: 'juridisch-privacy', dots: 2 },
				{ id: 'a2', in: 'bottlenecks', from: ['GM0003'], about: null, stack: 'k1' },
				{ id: 'a3', in: 'bottlenecks', from: ['GM0014'], about: null, stack: 'k1' },
				{ id: 'a4', in: 'bottlenecks', from: ['GM0193'], about: null },
				{ id: 'a5', in: 'strengths', from: ['GM0014'], about: 'capaciteit-kennis', dots: 3 }
			]
		}),
		told('w2', {
			theme: 'ondermijning',
			group: 'volger',
			people: 3,
			municipalities: { GM0034: 1, GM0050: 1, GM0037: 1, GM0047: 1, GM0193: 1, GM0003: 1, GM0010: 1 },
			cards: [
				{
					id: 'b1',
					in: 'bottlenecks',
					from: ['GM0034', 'GM0050', 'GM0037', 'GM0047', 'GM0193'],
					about: 'capaciteit-kennis',
					dots: 3
				},
				{ id: 'b2', in: 'bottlenecks', from: ['GM0010'], about: 'juridisch-privacy' },
				{ id: 'b3', in: 'bottlenecks', from: ['GM0003'], about: 'juridisch-privacy' },
				{ id: 'b4', in: 'needs', from: ['GM0010'], about: 'capaciteit-kennis', dots: 1 }
			]
		}),
		told('w3', {
			theme: 'armoede-schulden',
			group: 'koploper',
			people: 2,
			municipalities: { GM0014: 2 },
			stacks: { k2: { about: 'financiering', dots: 5 } },
			cards: [
				{ id: 'c1', in: 'bottlenecks', from: null, about: null, stack: 'k2' },
				{ id: 'c2', in: 'bottlenecks', from: null, about: null, stack: 'k2' }
			]
		}),
		told('w4', {
			theme: 'armoede-schulden',
			group: 'volger',
			people: 2,
			municipalities: { GM0193: 1, GM0788: 1 },
			cards: [
				{ id: 'd1', in: 'bottlenecks', from: ['GM0193'], about: 'ethiek-vertrouwen', dots: 1 },
				{ id: 'd2', in: 'bottlenecks', from: ['GM0788'], about: 'ethiek-vertrouwen', dots: 1 }
			]
		})
	];
}

/** A day for both groups, of which a stack, two municipalities that are one since, one that came as both and a card without origin are known. */
export function aMixedDay(): IntakeRecord {
	return told('w5', {
		theme: 'ondermijning',
		group: 'gemengd',
		people: 6,
		municipalities: { GM0003: 1, GM0010: 1, GM0014: 1, GM0034: 1, GM0193: 2 },
		roles: { GM0003: 'koploper', GM0010: 'volger', GM0014: 'koploper', GM0034: 'volger' },
		stacks: { k5: { about: 'capaciteit-kennis', dots: 2 } },
		cards: [
			{ id: 'e1', in: 'strengths', from: ['GM0014'], about: 'capaciteit-kennis' },
			{ id: 'e2', in: 'strengths', from: ['GM0034'], about: 'capaciteit-kennis' },
			{ id: 'e3', in: 'bottlenecks', from: ['GM0014'], about: null, stack: 'k5' },
			{ id: 'e4', in: 'bottlenecks', from: ['GM0034'], about: null, stack: 'k5' },
			{ id: 'e5', in: 'bottlenecks', from: ['GM0193'], about: 'capaciteit-kennis' },
			{ id: 'e6', in: 'needs', from: ['GM0010'], about: 'ethiek-vertrouwen' },
			{ id: 'e7', in: 'strengths', from: ['GM0003'], about: 'ethiek-vertrouwen' },
			{ id: 'e8', in: 'bottlenecks', from: null, about: 'ethiek-vertrouwen' }
		]
	});
}

/** The same days with three ideas: for a need that solves a stack of bottlenecks, for one that solves the card of a person for five, and for none. */
export function fourDaysWithIdeas(): readonly IntakeRecord[] {
	const [w1, w2, w3, w4] = fourDays();
	if (!w1 || !w2 || !w3 || !w4) throw new Error('There are four days');
	return [
		{
			...w1,
			cards: [...w1.cards, aCard({ id: 'a9', round: 'r4', text: 'Kaart a9', municipalities: ['GM0193'] })],
			links: [{ need: 'card:a9', bottleneck: 'cluster:k1' }],
			ideas: [anIdea({ id: 'i1', title: 'Toets', needs: ['card:a9'] })]
		},
		{
			...w2,
			links: [{ need: 'card:b4', bottleneck: 'card:b1' }],
			ideas: [anIdea({ id: 'i1', title: 'Leerkring', form: 'werkwijze', needs: ['card:b4'] })],
			ratings: []
		},
		{ ...w3, links: [], ideas: [] },
		{ ...w4, links: [], ideas: [anIdea({ id: 'i2', title: 'Los', form: 'datadeal' })], ratings: [] }
	];
}

/** The first idea of `aRecord`, for no need unless told. */
export function anIdea(changes: Partial<RecordIdea>): RecordIdea {
	const [known] = aRecord().ideas;
	if (!known) throw new Error('aRecord has ideas');
	return { ...known, needs: [], ...changes };
}

function told(
	id: string,
	{ theme, group, people, municipalities, roles = {}, cards, stacks = {} }: ToldSession
): IntakeRecord {
	const known = aRecord();
	return {
		...known,
		session: { ...known.session, id, title: `Dag ${id}`, theme, group, isTrial: false },
		participation: {
			...known.participation,
			people,
			municipalities: Object.entries(municipalities).map(([code, count]) => ({
				code,
				name: code,
				people: count,
				role: group === 'gemengd' ? (roles[code] ?? null) : group
			}))
		},
		cards: cards.map(cardOf),
		clusters: Object.entries(stacks).map(([stack, { dots }]) => stackOf(stack, dots, cards)),
		classifications: [
			...cards.flatMap((card) => (card.about ? [aboutOf(`card:${card.id}`, card.about)] : [])),
			...Object.entries(stacks).map(([stack, { about }]) => aboutOf(`cluster:${stack}`, about))
		]
	};
}

function cardOf({ id, in: kind, from, stack, dots }: ToldCard): RecordCard {
	return aCard({
		id,
		round: ROUNDS[kind],
		text: `Kaart ${id}`,
		municipalities: from,
		cluster: stack ?? null,
		dots: stack === undefined ? dotsOf(dots ?? 0) : null
	});
}

function stackOf(id: string, dots: number, cards: readonly ToldCard[]): RecordCluster {
	const inside = cards.filter(({ stack }) => stack === id);
	return {
		id,
		round: ROUNDS[inside[0]?.in ?? 'bottlenecks'],
		title: `Stapel ${id}`,
		step: null,
		cards: inside.map((card) => card.id),
		tables: [],
		municipalities: inside.some(({ from }) => from === null)
			? null
			: inside.flatMap(({ from }) => from ?? []),
		dots: dotsOf(dots)
	};
}

function dotsOf(dots: number) {
	return { dots, municipalities: dots, people: dots };
}

function aboutOf(item: string, category: Category): IntakeRecord['classifications'][number] {
	const [known] = aRecord().classifications;
	if (!known) throw new Error('aRecord classifies something');
	return { ...known, item, category, nature: null, needType: null, phase: null };
}
