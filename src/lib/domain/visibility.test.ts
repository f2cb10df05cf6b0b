import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	participationId,
	proofWith,
	roundId,
	type Story
} from '../../../tests/kit/worksession.ts';
import { attendanceOf } from './visibility/attendance.ts';
import { ownView } from './visibility/own-view.ts';
import type { RoundView } from './visibility/round-view.ts';
import { sharedView } from './visibility/shared-view.ts';
import { AUDIENCES, AUTHOR_VISIBILITIES, STAGES, type Audience } from './vocabulary.ts';

const ROUND = roundId('bottlenecks');
const post = { type: 'PostCard', roundId: ROUND, text: 'tekst', stepId: null } as const;

function roundFor(day: Story, audience: Audience): RoundView {
	const round = day.shared(audience).rounds[ROUND];
	if (!round) throw new Error('The round is in every view');
	return round;
}

describe('what the room may not read yet', () => {
	test('[V1] of a card that is being written the others know the count, and nothing else', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const cardId = day.card('anna', 'kanarie');
		for (const audience of AUDIENCES) {
			expect(roundFor(day, audience)).toMatchObject({ cardCount: 1, cards: {} });
			expect(JSON.stringify(day.shared(audience))).not.toMatch(new RegExp(`kanarie|${cardId}`));
		}
		expect(JSON.stringify(day.own('bram'))).not.toMatch(new RegExp(`kanarie|${cardId}`));
		expect(day.own('anna')?.cards[cardId]).toMatchObject({ text: 'kanarie', roundId: ROUND });
	});

	test.each(STAGES)('[V1] in stage %s a card is in the view exactly when the room has seen it', (stage) => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const cardId = day.card('anna', 'tekst');
		day.at('bottlenecks', stage);
		const isSeen = stage !== 'waiting' && stage !== 'writing';
		expect(Object.keys(roundFor(day, 'screen').cards)).toEqual(isSeen ? [cardId] : []);
	});

	test('[V1] after a step back the room keeps what it saw and does not get what is new', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const seen = day.card('anna', 'gezien');
		day.at('bottlenecks', 'writing').card('anna', 'nieuw');
		expect(roundFor(day, 'participant')).toMatchObject({ cardCount: 2 });
		expect(Object.keys(roundFor(day, 'participant').cards)).toEqual([seen]);
	});
});

describe('who wrote it', () => {
	test.each([
		['open', { name: 'Naam van bram', municipalities: ['GM0363', 'GM0344'], organisation: '' }],
		['municipality', { name: null, municipalities: ['GM0363', 'GM0344'], organisation: '' }],
		['anonymous-in-room', null],
		['fully-anonymous', null]
	] as const)('[V5] %s tells no more than it says, to every audience alike', (authorVisibility, author) => {
		const day = anOpenWorksession({ authorVisibility }).at('bottlenecks', 'sharing');
		const cardId = day.card('bram', 'tekst');
		for (const audience of AUDIENCES) expect(roundFor(day, audience).cards[cardId]?.author).toEqual(author);
	});

	test('[V5] a stricter visibility takes the authors away from cards that are there', () => {
		const day = anOpenWorksession({ authorVisibility: 'open' }).at('bottlenecks', 'sharing');
		const cardId = day.card('bram', 'tekst');
		expect(roundFor(day, 'screen').cards[cardId]?.author?.name).toBe('Naam van bram');
		day.act('facilitator', { type: 'ChangeAuthorVisibility', authorVisibility: 'anonymous-in-room' });
		expect(roundFor(day, 'screen').cards[cardId]?.author).toBeNull();
	});

	test('[V5] a visibility that this version does not know tells nothing', () => {
		const day = anOpenWorksession({ authorVisibility: 'open' }).at('bottlenecks', 'sharing');
		const cardId = day.card('bram', 'tekst');
		day.state = { ...day.state, authorVisibility: JSON.parse('"public"') as 'open' };
		expect(roundFor(day, 'screen').cards[cardId]?.author ?? null).toBeNull();
	});

	test('[V5] a name that is erased is gone from what was shown before', () => {
		const day = anOpenWorksession({ authorVisibility: 'open' }).at('bottlenecks', 'sharing');
		day.card('bram', 'tekst');
		day.shared('screen');
		const erased = sharedView(day.state, { names: new Map(), epoch: 1 }, 'screen');
		expect(JSON.stringify(erased)).not.toContain('Naam van bram');
	});

	test.each(AUTHOR_VISIBILITIES)(
		'[V6] with visibility %s the facilitator counts cards per person only where authors are known',
		(authorVisibility) => {
			const day = anOpenWorksession({ authorVisibility }).at('bottlenecks', 'writing');
			day.card('bram', 'tekst');
			const people = day.shared('facilitator').facilitator?.participations ?? {};
			const isKnown = authorVisibility === 'open' || authorVisibility === 'municipality';
			expect(people[participationId('bram')]?.cardsInRound).toBe(isKnown ? 1 : null);
			expect(people[participationId('anna')]?.cardsInRound).toBe(isKnown ? 0 : null);
		}
	);
});

describe('who sees what', () => {
	test('[V7] people and notes are for the facilitator alone', () => {
		const day = anOpenWorksession();
		expect(day.shared('facilitator').facilitator).toMatchObject({
			notes: { [ROUND]: 'Vraag door naar de grondslag.' },
			participations: {
				[participationId('anna')]: { name: 'Naam van anna', functionName: 'beleidsadviseur' }
			}
		});
		for (const audience of ['participant', 'screen'] as const) {
			expect(day.shared(audience).facilitator).toBeNull();
			expect(JSON.stringify(day.shared(audience))).not.toMatch(/Vraag door|Naam van|beleidsadviseur|person-/);
		}
	});

	test('[V7] the room knows how many there are, and from where', () => {
		const { state } = anOpenWorksession().join('carla', 'GM0014');
		expect(attendanceOf(state)).toEqual({
			people: 3,
			observers: 0,
			municipalities: { GM0014: 2, GM0344: 1, GM0363: 1 },
			partners: {},
			tables: {}
		});
	});

	test('[V7] greetings come sorted by text, so that their order tells of nobody', () => {
		const day = anOpenWorksession();
		day.act('anna', { type: 'Greet', text: 'Zon' });
		day.act('bram', { type: 'Greet', text: 'Aap' });
		expect(day.shared('screen').greetings).toEqual(['Aap', 'Zon']);
	});

	test('[V8] cards come in an order that follows from their random ids, whoever posted first', () => {
		const [forward, backward] = [false, true].map((isBackward) => {
			const day = anOpenWorksession().at('bottlenecks', 'sharing');
			const ids = Array.from({ length: 300 }, (_, n) => `card-${(n * 7919) % 300}`);
			for (const id of isBackward ? ids.toReversed() : ids)
				day.act('anna', post, { newId: () => id, commandId: `draft of ${id}` });
			return Object.keys(roundFor(day, 'participant').cards);
		});
		expect(forward).toHaveLength(300);
		expect(forward).toEqual(backward);
	});

	test('[V9] what did not change keeps its reference, for every audience', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const cardId = day.card('anna', 'een');
		const before = day.shared('participant');
		day.card('anna', 'twee');
		const after = day.shared('participant');
		expect(after.rounds[ROUND]?.cards[cardId]).toBe(before.rounds[ROUND]?.cards[cardId]);
		expect(after.rounds[roundId('needs')]).toBe(before.rounds[roundId('needs')]);
		expect(day.shared('screen').rounds[ROUND]).toBe(after.rounds[ROUND]);
	});
});

describe('the own view', () => {
	test('[V10] holds one’s own cards of every round and one’s own dots, and nobody else’s', () => {
		const day = anOpenWorksession().at('process', 'writing');
		const first = day.card('anna', 'een');
		const second = day.at('bottlenecks', 'sharing').card('anna', 'twee');
		const other = day.card('bram', 'drie');
		day.at('bottlenecks', 'voting');
		const item = { kind: 'card', id: other } as const;
		day.act('anna', { type: 'PlaceDot', roundId: ROUND, item });
		expect(day.own('anna')).toMatchObject({
			name: 'Naam van anna',
			dots: { [ROUND]: { [`card:${other}`]: 1 } }
		});
		expect(Object.keys(day.own('anna')?.cards ?? {}).sort()).toEqual([first, second].sort());
		expect(day.own('bram')?.dots).toEqual({});
	});

	test('[V10] shows one’s own cards oldest first', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const posted = Array.from({ length: 20 }, (_, n) => day.later(1).card('anna', `kaart ${n}`));
		expect(Object.keys(day.own('anna')?.cards ?? {})).toEqual(posted);
	});

	test('[V10] makes one proof for a fully anonymous card, however often somebody looks', () => {
		const day = anOpenWorksession({ authorVisibility: 'fully-anonymous' }).at('bottlenecks', 'writing');
		for (let n = 0; n < 200; n += 1) day.card('anna', `kaart ${n}`);
		const asked = new Map<string, number>();
		const proofOf = (draftId: string) => {
			asked.set(draftId, (asked.get(draftId) ?? 0) + 1);
			return proofWith('key of anna')(draftId);
		};
		const look = () => ownView(day.state, day.people, participationId('anna'), proofOf);
		expect(Object.keys(look()?.cards ?? {})).toHaveLength(200);
		look();
		expect(new Set(asked.values())).toEqual(new Set([1]));
		day.card('anna', 'nog een');
		expect(Object.keys(look()?.cards ?? {})).toHaveLength(201);
	});

	test('[V10] is not mixed up between two people without a key', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const [ofAnna, ofBram] = [day.card('anna', 'een'), day.card('bram', 'twee')];
		const keyless = proofWith(null);
		const cardsOf = (who: string) =>
			Object.keys(ownView(day.state, day.people, participationId(who), keyless)?.cards ?? {});
		expect([cardsOf('anna'), cardsOf('bram'), cardsOf('anna')]).toEqual([[ofAnna], [ofBram], [ofAnna]]);
	});

	test('[V10] is nothing for whoever has not joined', () => {
		expect(anOpenWorksession().own('carla')).toBeNull();
	});

	test('[V10] finds fully anonymous cards by the key alone', () => {
		const day = anOpenWorksession({ authorVisibility: 'fully-anonymous' }).at('bottlenecks', 'writing');
		const cardId = day.card('anna', 'tekst');
		expect(Object.keys(day.own('anna')?.cards ?? {})).toEqual([cardId]);
		expect(ownView(day.state, day.people, participationId('anna'), proofWith(null))?.cards).toEqual({});
		expect(
			ownView(day.state, day.people, participationId('anna'), proofWith('andere sleutel'))?.cards
		).toEqual({});
	});
});
