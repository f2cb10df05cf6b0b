import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	aWorksession,
	MINUTE,
	roundId,
	type Preparation,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { ParticipationRole } from '../vocabulary.ts';
import { intakeRecord, recordJson } from './record.ts';

/** A bottleneck in a cluster, two needs of which one is linked, dots on both rounds. */
function aDay(preparation: Preparation = {}): { day: Story; ids: Readonly<Record<string, string>> } {
	const day = anOpenWorksession({ steps: ['Signaal'], ...preparation }).at('bottlenecks', 'sharing');
	const [one, two, three] = [
		day.card('anna', 'Geen grondslag', 'step-1'),
		day.card('bram', 'Niemand durft'),
		day.card('bram', 'Te duur')
	];
	const cluster = day.cluster('Juridisch', one, two);
	day.at('bottlenecks', 'voting');
	const bottleneckRoundId = roundId('bottlenecks');
	const bottleneck = { kind: 'cluster', id: cluster } as const;
	for (const who of ['anna', 'bram'])
		day.act(who, { type: 'PlaceDot', roundId: bottleneckRoundId, item: bottleneck });
	day.at('needs', 'sharing');
	const [need, loose] = [day.card('anna', 'Handreiking'), day.card('anna', 'Meer mensen')];
	const link = {
		roundId: roundId('needs'),
		need: { kind: 'card', id: need },
		bottleneckRoundId,
		bottleneck
	} as const;
	day.act('facilitator', { type: 'LinkNeed', ...link });
	return { day, ids: { one, two, three, cluster, need, loose } };
}

describe('the intake record', () => {
	test('[R3] speaks the codes of the programme', () => {
		const { day } = aDay();
		const { schemaVersion, session, rounds } = intakeRecord(day.state);
		expect(schemaVersion).toBe('1.0');
		expect(session).toMatchObject({
			theme: 'ondermijning',
			group: 'koploper',
			anonymity: 'gemeente',
			isTrial: false,
			municipalityListDate: '2026-09-15',
			codeBookVersion: 1
		});
		expect(rounds.map(({ type, order }) => [order, type])).toEqual([
			[1, 'proces'],
			[2, 'ging-goed'],
			[3, 'knelpunten'],
			[4, 'behoeften']
		]);
	});

	test('[R4] is a concept until the worksession closes', () => {
		const { day } = aDay();
		expect(intakeRecord(day.state).session).toMatchObject({ status: 'concept', endAt: null });
		day.later(MINUTE).act('facilitator', { type: 'CloseWorksession' });
		expect(intakeRecord(day.state).session).toMatchObject({
			status: 'gesloten',
			startAt: '2026-09-15T07:15:00.000Z',
			endAt: '2026-09-15T07:16:00.000Z'
		});
	});

	test('[R5] gives dots to clusters and loose cards of closed rounds only', () => {
		const { day, ids } = aDay();
		const { cards, clusters } = intakeRecord(day.state);
		expect(clusters.map(({ id, dots }) => [id, dots])).toEqual([
			[ids['cluster'], { dots: 2, people: 2, municipalities: 3 }]
		]);
		const dots = Object.fromEntries(cards.map((card) => [card.id, card.dots]));
		expect(dots).toEqual({
			[ids['one'] ?? '']: null,
			[ids['two'] ?? '']: null,
			[ids['three'] ?? '']: { dots: 0, people: 0, municipalities: 0 },
			[ids['need'] ?? '']: null,
			[ids['loose'] ?? '']: null
		});
	});

	test('[R6] names what nobody tied up', () => {
		const { day, ids } = aDay();
		const { links, looseEnds } = intakeRecord(day.state);
		expect(links).toEqual([{ need: `card:${ids['need']}`, bottleneck: `cluster:${ids['cluster']}` }]);
		expect(looseEnds).toEqual({
			needsWithoutBottleneck: [`card:${ids['loose']}`],
			bottlenecksWithoutNeed: [`card:${ids['three']}`],
			ideasWithoutNeed: [],
			decisionsWithoutReason: [],
			actionsWithoutOwner: [],
			actionsWithoutDate: [],
			parked: []
		});
	});

	test('[R7] counts people and municipalities, and whoever came without one', () => {
		const day = anOpenWorksession().join('carla');
		expect(intakeRecord(day.state).participation).toEqual({
			people: 3,
			observers: 0,
			roles: { koploper: 0, volger: 3, partner: 0 },
			partners: [],
			peopleWithoutMunicipality: 1,
			municipalities: [
				{ code: 'GM0014', name: 'Groningen', people: 1, role: 'volger' },
				{ code: 'GM0344', name: 'Utrecht', people: 1, role: 'volger' },
				{ code: 'GM0363', name: 'Amsterdam', people: 1, role: 'volger' }
			]
		});
	});

	test('[R20] a municipality took part as what all of its people did, and as neither when some came as the one and some as the other', () => {
		const day = anOpenWorksession();
		const joinAs = (who: string, role: ParticipationRole, municipalities: readonly string[]) => {
			const facts = { organisation: 'CBS', municipalities, functionName: '', noticeVersion: '2026-09' };
			day.act(who, { type: 'Join', role, ...facts });
		};
		joinAs('carla', 'frontrunner', ['GM0193', 'GM0363']);
		joinAs('dirk', 'frontrunner', ['GM0193']);
		joinAs('els', 'partner', ['GM0193', 'GM0034']);
		const { municipalities } = intakeRecord(day.state).participation;
		expect(Object.fromEntries(municipalities.map(({ code, role }) => [code, role]))).toEqual({
			GM0014: 'volger',
			GM0034: null,
			GM0193: 'koploper',
			GM0344: 'volger',
			GM0363: null
		});
	});

	test('[R7] tells the municipalities of cards and clusters, distinct and sorted', () => {
		const { day } = aDay();
		const { clusters, rounds } = intakeRecord(day.state);
		expect(clusters[0]?.municipalities).toEqual(['GM0014', 'GM0344', 'GM0363']);
		expect(rounds.map((round) => round.municipalities)).toEqual([0, 0, 3, 1]);
	});

	test.each(['anonymous-in-room', 'fully-anonymous'] as const)(
		'[R8] of a worksession that is %s it tells no origin of any card',
		(authorVisibility) => {
			const { cards, clusters, rounds } = intakeRecord(aDay({ authorVisibility }).day.state);
			const origins = [...cards, ...clusters, ...rounds].map((piece) => piece.municipalities);
			expect(new Set(origins)).toEqual(new Set([null]));
		}
	);

	test.each(['open', 'municipality'] as const)(
		'[R9] it holds no name of a person, %s or not',
		(authorVisibility) => {
			const { day } = aDay({ authorVisibility });
			day.act('anna', { type: 'Greet', text: 'Goedemorgen' });
			expect(recordJson(intakeRecord(day.state))).not.toMatch(
				/Naam van|person-|beleidsadviseur|Goedemorgen|draft-/
			);
		}
	);

	test('[R10] leaves out what is still hidden', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		day.card('anna', 'nog verborgen');
		const record = intakeRecord(day.state);
		expect(record.cards).toEqual([]);
		expect(record.rounds.map(({ cards }) => cards)).toEqual([0, 0, 0, 0]);
	});

	test('[R12] lists cards in the order of their random ids', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const posted = Array.from({ length: 30 }, (_, n) => day.card('anna', `kaart ${n}`));
		const listed = intakeRecord(day.state).cards.map((card) => card.id);
		expect(listed).toEqual([...posted].sort());
		expect(listed).not.toEqual(posted);
	});

	test('[R11] exists before anything happened, and ends with a line end', () => {
		const json = recordJson(intakeRecord(aWorksession().state));
		expect(json.endsWith('}\n')).toBe(true);
		expect(JSON.parse(json)).toMatchObject({ cards: [], session: { startAt: null, status: 'concept' } });
	});
});
