import { describe, expect, test } from 'vitest';
import { anOpenWorksession, participationId, roundId, type Story } from '../../../tests/kit/worksession.ts';
import { reject } from './outcome.ts';
import { intakeRecord } from './record/record.ts';
import { AUDIENCES, type AuthorVisibility } from './vocabulary.ts';

const ROUND = roundId('bottlenecks');
const post = { type: 'PostCard', roundId: ROUND, text: 'Liever niet', stepId: null } as const;

function withoutOrigin(day: Story, who: string): string {
	const [posted] = day.act(who, { ...post, isWithoutOrigin: true });
	if (posted?.type !== 'CardPosted') throw new Error('A posted card gives one event');
	return posted.cardId;
}

function edit(cardId: string, isWithoutOrigin?: boolean) {
	return { ...post, type: 'EditCard', cardId, isWithoutOrigin } as const;
}

function authorsOf(day: Story, cardId: string) {
	return AUDIENCES.map((audience) => day.shared(audience).rounds[ROUND]?.cards[cardId]?.author);
}

describe('a card without origin', () => {
	test.each<AuthorVisibility>(['open', 'municipality'])(
		'[C14] tells nobody of its author in a worksession that is %s, and the record neither',
		(authorVisibility) => {
			const day = anOpenWorksession({ authorVisibility }).at('bottlenecks', 'sharing');
			const cardId = withoutOrigin(day, 'anna');
			expect(authorsOf(day, cardId)).toEqual([null, null, null]);
			const record = intakeRecord(day.state);
			expect(record.cards).toMatchObject([{ id: cardId, municipalities: null, organisation: null }]);
			expect(record.rounds.find(({ id }) => id === ROUND)?.municipalities).toBe(0);
			expect(day.own('anna')?.cards[cardId]).toMatchObject({ isWithoutOrigin: true });
		}
	);

	test('[C14] can be made of one that the room saw already', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const cardId = day.card('anna', post.text);
		expect(authorsOf(day, cardId)).not.toContain(null);
		day.act('anna', edit(cardId, true));
		expect(authorsOf(day, cardId)).toEqual([null, null, null]);
	});

	test('[C15] stays so once the room saw it; until then its writer may think again', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const cardId = withoutOrigin(day, 'anna');
		day.act('anna', edit(cardId, false));
		expect(day.own('anna')?.cards[cardId]?.isWithoutOrigin).toBe(false);
		day.act('anna', edit(cardId, true));
		day.at('bottlenecks', 'sharing');
		expect(day.attempt('anna', edit(cardId, false))).toEqual(reject('origin-stays-off'));
		expect(day.attempt('anna', edit(cardId))).toEqual({ ok: true, value: [] });
	});

	test('[C16] counts as nobody’s card, also after an edit and after two people became one', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const counts = () => day.round('bottlenecks').cardCounts;
		const cardId = withoutOrigin(day, 'anna');
		expect(counts()).toEqual({});
		day.act('anna', edit(cardId, false));
		expect(counts()).toEqual({ [participationId('anna')]: 1 });
		day.act('anna', edit(cardId, true));
		day.act('facilitator', {
			type: 'MergePeople',
			fromId: participationId('anna'),
			intoId: participationId('bram')
		});
		expect(counts()).toEqual({ [participationId('bram')]: 0 });
		expect(day.own('bram')?.cards[cardId]).toBeDefined();
	});

	test('[C16] stays when its writer is sent away with their cards, so that nobody sees which one goes', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const told = day.card('anna', 'Met gemeente');
		const untold = withoutOrigin(day, 'anna');
		day.act('facilitator', {
			type: 'RemovePerson',
			participationId: participationId('anna'),
			withCards: true
		});
		const cards = Object.keys(day.shared('screen').rounds[ROUND]?.cards ?? {});
		expect([cards.includes(told), cards.includes(untold)]).toEqual([false, true]);
	});
});
