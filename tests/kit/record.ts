import type { RecordCard } from '#lib/domain/record/record-cards.ts';
import type { RecordDots } from '#lib/domain/record/record-dots.ts';
import type { RecordRound } from '#lib/domain/record/record-rounds.ts';
import { RECORD_SCHEMA_VERSION, type IntakeRecord } from '#lib/domain/record/record.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

/** A record as a worksession of an afternoon leaves it: two closed rounds with a cluster each, linked, one card late. */
export function aRecord(changes: Partial<IntakeRecord> = {}): IntakeRecord {
	return {
		schemaVersion: RECORD_SCHEMA_VERSION,
		session: {
			id: 'w1',
			title: 'Opvallende adressen',
			theme: 'ondermijning',
			group: 'volger',
			date: '2026-03-12',
			place: 'Utrecht',
			startAt: '2026-03-12T08:30:00.000Z',
			endAt: '2026-03-12T14:27:00.000Z',
			anonymity: 'gemeente',
			status: 'gesloten',
			statusReason: '',
			isTrial: true,
			municipalityListDate: '2026-01-01',
			codeBookVersion: 1
		},
		participation: {
			people: 4,
			observers: 0,
			roles: { koploper: 0, volger: 3, partner: 1 },
			partners: [{ organisation: 'CBS', people: 1 }],
			peopleWithoutMunicipality: 1,
			municipalities: [
				{ code: 'XX0003', name: 'Graafhorst', people: 2, role: 'volger' },
				{ code: 'XX0007', name: 'Lindewaard', people: 1, role: 'volger' }
			]
		},
		examples: [
			{
				id: 'e1',
				name: 'Adressen in beeld',
				summary: 'Waar klopt iets niet?',
				municipalities: ['XX0007'],
				dossier: null
			}
		],
		tables: [{ id: 't1', order: 1, name: 'Tafel 1', example: 'e1', people: 4 }],
		rounds: [
			aRound({ id: 'r1', order: 1, type: 'proces', prompt: 'Hoe ging het?', cards: 1, municipalities: 1 }),
			aRound({
				id: 'r2',
				order: 2,
				type: 'ging-goed',
				prompt: 'Wat ging goed?',
				cards: 1,
				municipalities: 1
			}),
			aRound({
				id: 'r3',
				order: 3,
				type: 'knelpunten',
				prompt: 'Waar liep het vast?',
				cards: 3,
				municipalities: 2
			}),
			aRound({
				id: 'r4',
				order: 4,
				type: 'behoeften',
				prompt: 'Wat heb je nodig?',
				cards: 2,
				municipalities: 2
			})
		],
		steps: [
			{ id: 's1', order: 1, name: 'Signaal komt binnen', table: null, ...NO_DETAILS },
			{ id: 's2', order: 2, name: 'Gegevens opvragen', table: 't1', ...NO_DETAILS }
		],
		clusters: [
			{
				id: 'k1',
				round: 'r3',
				title: 'Mag dit wel?',
				step: 's2',
				cards: ['c3', 'c4'],
				tables: ['t1'],
				municipalities: ['XX0003', 'XX0007'],
				dots: someDots(5)
			}
		],
		cards: [
			aCard({ id: 'c1', round: 'r1', text: 'Signaal komt binnen', step: 's1' }),
			aCard({ id: 'c2', round: 'r2', text: 'De jurist zat aan tafel', step: 's2', dots: someDots(1) }),
			aCard({ id: 'c3', round: 'r3', text: 'Niemand durft te delen', cluster: 'k1', readBack: 'verbeterd' }),
			aCard({
				id: 'c4',
				round: 'r3',
				text: 'Doelbinding blijft lastig',
				cluster: 'k1',
				municipalities: ['XX0003']
			}),
			aCard({ id: 'c5', round: 'r3', text: 'Ieder een ander systeem', isLate: true, dots: someDots(0) }),
			aCard({ id: 'c6', round: 'r4', text: 'Een voorbeeld van een toets', dots: someDots(6) }),
			aCard({ id: 'c7', round: 'r4', text: 'Tijd', municipalities: ['XX0003'], dots: someDots(2) })
		],
		classifications: [
			{
				item: 'cluster:k1',
				category: 'juridisch-privacy',
				also: [],
				phase: null,
				nature: 'weet-niet',
				needType: null
			}
		],
		links: [{ need: 'card:c6', bottleneck: 'cluster:k1' }],
		ideas: [
			{
				id: 'i1',
				order: 1,
				title: 'Voorbeeld van een toets',
				form: 'instrument',
				summary: 'Een ingevuld formulier met uitleg.',
				ownPart: 'Een jurist, twee dagen',
				nationalPart: 'De toets zelf',
				privacyCheck: 'niet-nodig',
				deal: null,
				needs: ['card:c6'],
				examples: ['e1'],
				from: [],
				table: null,
				interests: { XX0001: 'zeker', XX0003: 'misschien' }
			},
			{
				id: 'i2',
				order: 2,
				title: 'Vast belmoment',
				form: 'werkwijze',
				summary: '',
				ownPart: '',
				nationalPart: '',
				privacyCheck: null,
				deal: null,
				needs: [],
				examples: [],
				from: [],
				table: 't1',
				interests: {}
			}
		],
		ratings: [
			{
				id: 'b1',
				order: 1,
				type: 'waarde-en-moeite',
				closedAt: '2026-03-12T13:40:00.000Z',
				people: 3,
				municipalities: 2,
				results: [
					{
						idea: 'i1',
						criterion: 'waarde',
						scores: [0, 0, 0, 1, 2].map((count, index) => ({ score: index + 1, count, others: 0 })),
						mean: 4.7,
						middleHalf: { from: 4.5, to: 5 },
						isSplit: false,
						reasons: []
					},
					{
						idea: 'i1',
						criterion: 'moeite',
						scores: [1, 0, 0, 0, 2].map((count, index) => ({ score: index + 1, count, others: 0 })),
						mean: 3.7,
						middleHalf: { from: 3, to: 5 },
						isSplit: true,
						reasons: []
					}
				]
			},
			{
				id: 'b2',
				order: 2,
				type: 'opschaling',
				closedAt: '2026-03-12T13:55:00.000Z',
				people: 3,
				municipalities: 2,
				results: [
					{
						idea: 'i1',
						criterion: 'overneembaar',
						scores: [
							{ score: 0, count: 1, others: 0 },
							{ score: 1, count: 0, others: 1 },
							{ score: 2, count: 1, others: 0 }
						],
						mean: 1,
						middleHalf: { from: 0, to: 2 },
						isSplit: true,
						reasons: [{ score: 0, reason: 'Wij hebben geen jurist.', reasonId: 'rd1' }]
					}
				]
			}
		],
		roti: {
			people: 4,
			scores: [1, 2, 3, 4, 5].map((score) => ({ score, count: score === 4 ? 2 : 0 })),
			reasons: []
		},
		decisions: [
			{
				id: 'd1',
				order: 1,
				at: '2026-03-12T14:00:00.000Z',
				changedAt: null,
				text: 'We maken eerst de toets',
				reason: 'Elf gemeenten vragen erom',
				dissents: ['Te juridisch'],
				idea: 'i1'
			}
		],
		validation: [],
		actions: [
			{
				id: 'a1',
				order: 1,
				text: 'Toets rondsturen',
				municipalities: ['XX0007'],
				organisation: '',
				owner: '',
				dueOn: '2026-04-02',
				decision: 'd1',
				idea: null,
				cards: []
			},
			{
				id: 'a2',
				order: 2,
				text: 'Datum prikken',
				municipalities: null,
				organisation: null,
				owner: 'CBS',
				dueOn: null,
				decision: null,
				idea: null,
				cards: ['c3', 'c4']
			}
		],
		redactions: [],
		looseEnds: {
			needsWithoutBottleneck: ['card:c7'],
			bottlenecksWithoutNeed: ['card:c5'],
			ideasWithoutNeed: ['i2'],
			decisionsWithoutReason: [],
			actionsWithoutOwner: [],
			actionsWithoutDate: ['a2'],
			parked: [
				{
					id: 'p1',
					order: 1,
					cards: ['c5'],
					text: 'Eerst met de leverancier praten',
					municipalities: ['XX0003'],
					organisation: '',
					owner: '',
					table: null
				}
			]
		},
		...changes
	};
}

export function aCard(changes: Partial<RecordCard> = {}): RecordCard {
	return {
		id: 'c1',
		round: 'r3',
		text: 'Signalen raken kwijt',
		municipalities: ['XX0007'],
		organisation: '',
		table: 't1',
		origin: 'live',
		writtenBy: 'schrijver',
		readBack: null,
		step: null,
		cluster: null,
		isLate: false,
		redaction: null,
		dots: null,
		...changes
	};
}

function aRound(round: Omit<RecordRound, 'isClosed' | 'votes'>): RecordRound {
	const { id, order, type, prompt, cards, municipalities } = round;
	return { id, order, type, prompt, isClosed: true, cards, municipalities, votes: [] };
}

function someDots(dots: number): RecordDots {
	return { dots, municipalities: Math.min(dots, 2), people: Math.min(dots, 3) };
}
