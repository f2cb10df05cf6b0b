import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	MINUTE,
	participationId,
	proofWith,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import { NO_CARDS } from './card-table.ts';
import type { PutInCard } from './card.ts';
import type { Command, CommandOf } from '../commands.ts';
import type { EventOf } from '../events.ts';
import {
	CARDS_PER_ROUND_MAX,
	CARD_TEXT_LENGTH_MAX,
	ITEMS_PER_COMMAND_MAX,
	LATE_CARD_GRACE_MS
} from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { AUTHOR_VISIBILITIES, STAGES } from '../vocabulary.ts';

const ROUND = roundId('bottlenecks');

function post(text = 'Geen grondslag', stepId: string | null = null): CommandOf<'PostCard'> {
	return { type: 'PostCard', roundId: ROUND, text, stepId };
}

function writing(preparation: Parameters<typeof anOpenWorksession>[0] = {}): Story {
	return anOpenWorksession(preparation).at('bottlenecks', 'writing');
}

describe('posting a card', () => {
	test('[C2] it keeps its draft id and its writer’s municipalities, and is hidden while people write', () => {
		const day = writing();
		expect(day.attempt('bram', post(), { commandId: 'draft-of-bram', newId: () => 'card-1' })).toEqual(
			accept([
				{
					type: 'CardPosted',
					roundId: ROUND,
					cardId: 'card-1',
					draftId: 'draft-of-bram',
					text: 'Geen grondslag',
					stepId: null,
					author: { kind: 'participation', participationId: participationId('bram') },
					municipalities: ['GM0363', 'GM0344'],
					organisation: '',
					isWithoutOrigin: false,
					tableId: null,
					isShared: false,
					isLate: false,
					isWrittenFor: false,
					at: day.now
				}
			])
		);
	});

	test('[C3] it says something', () => {
		expect(writing().attempt('anna', post(' \n\t'))).toEqual(reject('text-empty'));
	});

	test.each(['a', 'é', '🌊'])('[C3] it holds 280 times %s and not once more', (character) => {
		const day = writing();
		expect(day.attempt('anna', post(character.repeat(CARD_TEXT_LENGTH_MAX)))).toMatchObject({ ok: true });
		expect(day.attempt('anna', post(character.repeat(CARD_TEXT_LENGTH_MAX + 1)))).toEqual(
			reject('text-too-long')
		);
	});

	test('[C4] its step exists', () => {
		const day = writing({ steps: ['Signaal'] });
		expect(day.attempt('anna', post('tekst', 'step-1'))).toMatchObject({ ok: true });
		expect(day.attempt('anna', post('tekst', 'step-2'))).toEqual(reject('unknown-step'));
		expect(day.attempt('anna', post('tekst', '__proto__'))).toEqual(reject('unknown-step'));
	});

	test.each(['sharing', 'arranging', 'voting', 'closed'] as const)(
		'[C5] during %s it is there for all at once',
		(stage) => {
			const day = writing().at('bottlenecks', stage);
			const id = day.card('anna', 'Nagekomen');
			expect(day.cards('bottlenecks')[id]).toMatchObject({
				isShared: true,
				isLate: stage !== 'sharing'
			});
		}
	);

	test('[C5] a quarter of an hour after closing it is too late', () => {
		const day = writing().at('bottlenecks', 'closed').later(LATE_CARD_GRACE_MS);
		expect(day.attempt('anna', post())).toMatchObject({ ok: true });
		expect(day.later(1).attempt('anna', post())).toEqual(reject('round-too-late'));
	});

	test('[C5] a round that opens again takes cards as before', () => {
		const day = writing()
			.at('bottlenecks', 'closed')
			.later(LATE_CARD_GRACE_MS + 1)
			.at('bottlenecks', 'voting');
		expect(day.attempt('anna', post())).toMatchObject({ ok: true });
	});

	test('[C6] two thousand fill a round', () => {
		const day = writing();
		for (let n = 1; n < CARDS_PER_ROUND_MAX; n += 1) day.card('anna', `Kaart ${n}`);
		expect(day.attempt('anna', post())).toMatchObject({ ok: true });
		day.card('anna', 'De laatste');
		expect(day.attempt('anna', post())).toEqual(reject('round-full'));
	});
});

describe('a fully anonymous card', () => {
	test('[C7] carries a proof instead of an author, and no municipality', () => {
		const day = writing({ authorVisibility: 'fully-anonymous' });
		const outcome = day.attempt('anna', post(), { commandId: 'draft-1', proofOf: proofWith('sleutel') });
		expect(outcome).toMatchObject({
			ok: true,
			value: [{ author: { kind: 'unknown', proof: 'proof of sleutel for draft-1' }, municipalities: [] }]
		});
	});

	test('[C7] needs a key, so that its writer can still withdraw it', () => {
		const day = writing({ authorVisibility: 'fully-anonymous' });
		expect(day.attempt('anna', post(), { proofOf: proofWith(null) })).toEqual(reject('author-key-missing'));
	});

	test('[C7] belongs to the key, whoever holds it', () => {
		const day = writing({ authorVisibility: 'fully-anonymous' });
		const withdraw = { type: 'WithdrawCard', roundId: ROUND, cardId: day.card('anna', 'tekst') } as const;
		expect(day.attempt('anna', withdraw)).toMatchObject({ ok: true });
		expect(day.attempt('anna', withdraw, { proofOf: proofWith(null) })).toEqual(reject('unknown-card'));
		expect(day.attempt('bram', withdraw)).toEqual(reject('unknown-card'));
	});
});

describe('editing and withdrawing', () => {
	test('[C1] someone else’s card is as good as unknown', () => {
		const day = writing();
		const cardId = day.card('anna', 'Van Anna');
		const edit = { type: 'EditCard', roundId: ROUND, cardId, text: 'Van Bram', stepId: null } as const;
		expect(day.attempt('bram', edit)).toEqual(reject('unknown-card'));
		expect(day.attempt('bram', { type: 'WithdrawCard', roundId: ROUND, cardId })).toEqual(
			reject('unknown-card')
		);
		expect(day.attempt('bram', { ...edit, cardId: 'nowhere' })).toEqual(reject('unknown-card'));
		expect(day.attempt('facilitator', edit)).toEqual(reject('not-allowed'));
	});

	test('[C8] an edit changes text and step, and the time of it', () => {
		const day = writing({ steps: ['Signaal'] });
		const cardId = day.card('anna', 'Eerst');
		day
			.later(MINUTE)
			.act('anna', { type: 'EditCard', roundId: ROUND, cardId, text: 'Dan', stepId: 'step-1' });
		const card = day.cards('bottlenecks')[cardId];
		expect(card).toMatchObject({ text: 'Dan', stepId: 'step-1', at: day.now - MINUTE, editedAt: day.now });
	});

	test('[C8] an edit that changes nothing is no event, and one that breaks a rule is refused', () => {
		const day = writing();
		const edit = {
			type: 'EditCard',
			roundId: ROUND,
			cardId: day.card('anna', 'Tekst'),
			stepId: null
		} as const;
		expect(day.attempt('anna', { ...edit, text: 'Tekst' })).toEqual(accept([]));
		expect(day.attempt('anna', { ...edit, text: '' })).toEqual(reject('text-empty'));
		expect(day.attempt('anna', { ...edit, text: 'Tekst', stepId: 'nowhere' })).toEqual(
			reject('unknown-step')
		);
	});

	test('[C8] a card belongs to its round', () => {
		const day = writing();
		const withdraw = { type: 'WithdrawCard', cardId: day.card('anna', 'Tekst') } as const;
		expect(day.attempt('anna', { ...withdraw, roundId: '__proto__' })).toEqual(reject('unknown-round'));
		day.at('needs', 'writing');
		expect(day.attempt('anna', { ...withdraw, roundId: roundId('needs') })).toEqual(reject('unknown-card'));
	});

	test('[C9] a withdrawn card takes along its dots and links, and the cluster it leaves empty', () => {
		const day = writing();
		const cards = [day.card('anna', 'Een'), day.card('bram', 'Twee')] as const;
		const clusterId = day.at('bottlenecks', 'sharing').cluster('Stapel', ...cards);
		const item = { kind: 'cluster', id: clusterId } as const;
		day.at('bottlenecks', 'voting').act('anna', { type: 'PlaceDot', roundId: ROUND, item });
		day.at('bottlenecks', 'arranging');
		day.act('anna', { type: 'WithdrawCard', roundId: ROUND, cardId: cards[0] });
		expect(day.round('bottlenecks')).toMatchObject({
			cardCount: 1,
			clusters: { [clusterId]: { title: 'Stapel' } }
		});
		day.act('bram', { type: 'WithdrawCard', roundId: ROUND, cardId: cards[1] });
		expect(day.round('bottlenecks')).toMatchObject({
			cardCount: 0,
			cardCounts: { [participationId('anna')]: 0, [participationId('bram')]: 0 },
			cards: NO_CARDS,
			clusters: {},
			ballots: { [participationId('anna')]: { own: {} } }
		});
	});
});

describe('what the log can never hold', () => {
	const posted: EventOf<'CardPosted'> = {
		type: 'CardPosted',
		roundId: ROUND,
		cardId: 'card-1',
		draftId: 'draft-1',
		text: 'tekst',
		stepId: null,
		author: { kind: 'unknown', proof: 'p' },
		municipalities: [],
		organisation: '',
		isWithoutOrigin: false,
		tableId: null,
		isShared: false,
		isLate: false,
		isWrittenFor: false,
		at: 0
	};

	test('[C10] a card twice, a round that is not there, or a change of a card that is not there, stops the room', () => {
		const day = writing().record([posted]);
		expect(() => day.record([posted])).toThrow('Broken promise');
		expect(() => day.record([{ ...posted, cardId: 'card-2', roundId: 'nowhere' }])).toThrow('Broken promise');
		const gone = { roundId: ROUND, cardId: 'nowhere', at: 0 };
		expect(() => day.record([{ type: 'CardWithdrawn', ...gone }])).toThrow('Broken promise');
		const edited = { type: 'CardEdited', ...gone, text: '', stepId: null, isWithoutOrigin: false } as const;
		expect(() => day.record([edited])).toThrow('Broken promise');
	});

	test('[C10] an own card may be edited while it can still be changed in the room', () => {
		const changeable = STAGES.filter((stage) => {
			const day = writing();
			const cardId = day.card('anna', 'Tekst');
			day.at('bottlenecks', stage);
			return day.attempt('anna', { type: 'WithdrawCard', roundId: ROUND, cardId }).ok;
		});
		expect(changeable).toEqual(['writing', 'sharing', 'arranging']);
	});
});

describe('a card put in beforehand', () => {
	const putIn = (...cards: readonly Partial<PutInCard>[]): Command => ({
		type: 'PutInCards',
		roundId: ROUND,
		cards: cards.map((card) => ({ text: 'Uit de enquête', municipalities: [], ...card }))
	});
	const takeOut = (...cardIds: readonly string[]): Command => ({
		type: 'TakeOutCards',
		roundId: ROUND,
		cardIds
	});
	const putInAt = (day: Story, ...cards: readonly Partial<PutInCard>[]): readonly string[] =>
		day
			.act('facilitator', putIn(...cards))
			.flatMap((event) => (event.type === 'CardPosted' ? [event.cardId] : []));

	test.each(AUTHOR_VISIBILITIES)(
		'[C11] is hidden until its round is shared, when cards are %s',
		(authorVisibility) => {
			const day = anOpenWorksession({ authorVisibility });
			const [id = ''] = putInAt(day, { text: 'Nog geheim', municipalities: ['GM0014'] });
			day.at('bottlenecks', 'writing');
			for (const audience of ['participant', 'screen'] as const) {
				const view = JSON.stringify(day.shared(audience));
				expect(view).not.toContain(id);
				expect(view).not.toContain('Nog geheim');
			}
			expect(day.shared('facilitator').facilitator?.putIn).toEqual({
				[id]: { id, roundId: ROUND, text: 'Nog geheim', municipalities: ['GM0014'], redaction: null }
			});
			day.at('bottlenecks', 'sharing');
			const isTold = authorVisibility === 'open' || authorVisibility === 'municipality';
			expect(day.shared('participant').rounds[ROUND]?.cards[id]).toMatchObject({
				isPutIn: true,
				tableId: null,
				author: isTold ? { name: null, municipalities: ['GM0014'], organisation: '' } : null
			});
			expect(day.shared('facilitator').facilitator?.putIn).toEqual({});
		}
	);

	test('[C12] comes with all the others or not at all', () => {
		const day = anOpenWorksession();
		const good = {};
		expect(day.attempt('facilitator', putIn())).toEqual(reject('text-empty'));
		expect(day.attempt('facilitator', putIn(good, { text: ' ' }))).toEqual(reject('text-empty'));
		const long = { text: 't'.repeat(CARD_TEXT_LENGTH_MAX + 1) };
		expect(day.attempt('facilitator', putIn(good, long))).toEqual(reject('text-too-long'));
		const unknown = { municipalities: ['GM9999'] };
		expect(day.attempt('facilitator', putIn(good, unknown))).toEqual(reject('unknown-municipality'));
		const many = { municipalities: Array.from({ length: 41 }, () => 'GM0014') };
		expect(day.attempt('facilitator', putIn(good, many))).toEqual(reject('municipalities-too-many'));
	});

	test('[C12] comes with at most 500 at once, and never more than a round holds', () => {
		const day = anOpenWorksession();
		const full = Array.from({ length: ITEMS_PER_COMMAND_MAX }, () => ({}));
		expect(day.attempt('facilitator', putIn(...full, {}))).toEqual(reject('round-full'));
		for (let held = 0; held < CARDS_PER_ROUND_MAX; held += ITEMS_PER_COMMAND_MAX)
			day.act('facilitator', putIn(...full));
		expect(day.round('bottlenecks').cardCount).toBe(CARDS_PER_ROUND_MAX);
		expect(day.attempt('facilitator', putIn({}))).toEqual(reject('round-full'));
	});

	test('[C13] goes out again until the room has seen it, and nobody else’s card does', () => {
		const day = anOpenWorksession();
		const [one = '', two = ''] = putInAt(day, {}, {});
		day.at('bottlenecks', 'writing');
		const written = day.card('anna', 'zelf geschreven');
		for (const wrong of [takeOut(), takeOut(one, written), takeOut('nowhere')])
			expect(day.attempt('facilitator', wrong)).toEqual(reject('unknown-card'));
		day.act('facilitator', takeOut(one, one));
		expect(Object.keys(day.cards('bottlenecks')).sort()).toEqual([two, written].sort());
		day.at('bottlenecks', 'sharing').at('bottlenecks', 'writing');
		expect(day.attempt('facilitator', takeOut(two))).toEqual(reject('unknown-card'));
	});

	test('[C13] belongs to nobody in the room', () => {
		const day = anOpenWorksession();
		const [cardId = ''] = putInAt(day, {});
		day.at('bottlenecks', 'sharing');
		const withdraw: Command = { type: 'WithdrawCard', roundId: ROUND, cardId };
		expect(day.attempt('anna', withdraw)).toEqual(reject('unknown-card'));
		expect(day.own('anna')?.cards).toEqual({});
		expect(day.round('bottlenecks').cardCounts).toEqual({});
	});
});
