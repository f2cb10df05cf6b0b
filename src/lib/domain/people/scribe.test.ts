import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	aRoundWithSettings,
	participationId,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { ItemRef } from '../board/item.ts';
import type { Command, CommandOf } from '../commands.ts';
import { allCards } from '../card/card-table.ts';
import { intakeRecord } from '../record/record.ts';
import { reject } from '../outcome.ts';
import {
	AUDIENCES,
	AUTHOR_VISIBILITIES,
	type AuthorVisibility,
	type ReadBackVerdict
} from '../vocabulary.ts';

const KIND = 'bottlenecks';
const ROUND = roundId(KIND);

function anElse(particulars: Partial<CommandOf<'AddPerson'>> = {}): Command {
	return {
		type: 'AddPerson',
		name: 'Els',
		role: 'follower',
		organisation: '',
		municipalities: ['GM0344'],
		functionName: '',
		...particulars
	};
}

/** A day on which Els takes part without a device. */
function aDay(authorVisibility: AuthorVisibility = 'municipality'): {
	readonly day: Story;
	readonly els: string;
} {
	const day = anOpenWorksession({ authorVisibility });
	const [added] = day.act('facilitator', anElse());
	return { day: day.at(KIND, 'writing'), els: added?.type === 'PersonAdded' ? added.participationId : '' };
}

function postFor(id: string, text = 'Van Els'): CommandOf<'PostCardFor'> {
	return { type: 'PostCardFor', participationId: id, roundId: ROUND, text, stepId: null };
}

function dotFor(id: string, item: ItemRef): Command {
	return { type: 'PlaceDotFor', participationId: id, roundId: ROUND, item };
}

describe('somebody without a device', () => {
	test('[Y1] is added by the facilitator with a name, for a municipality or a partner, also while the lobby is locked', () => {
		const { day, els } = aDay();
		expect(day.state.participations[els]).toMatchObject({
			isWithoutDevice: true,
			municipalities: ['GM0344']
		});
		expect(day.attempt('facilitator', anElse({ name: ' ' }))).toEqual(reject('name-empty'));
		expect(day.attempt('facilitator', anElse({ name: 'n'.repeat(81) }))).toEqual(reject('name-too-long'));
		expect(day.attempt('facilitator', anElse({ role: 'observer' }))).toEqual(reject('not-allowed'));
		expect(day.attempt('facilitator', anElse({ role: 'partner' }))).toEqual(reject('organisation-missing'));
		expect(day.attempt('anna', anElse())).toEqual(reject('not-allowed'));
		day.act('facilitator', { type: 'SetLobbyLocked', isLocked: true });
		expect(day.attempt('facilitator', anElse())).toMatchObject({ ok: true });
	});

	test('[Y1] has no name in the log', () => {
		expect(JSON.stringify(aDay().day.events)).not.toContain('"Els"');
	});

	test('[Y2] gets cards that the facilitator writes, hidden like all others until the round is shared', () => {
		const { day, els } = aDay();
		day.act('facilitator', postFor(els));
		const [card] = allCards(day.round(KIND).cards);
		expect(card).toMatchObject({
			author: { kind: 'participation', participationId: els },
			municipalities: ['GM0344'],
			isWrittenFor: true,
			isShared: false
		});
		for (const audience of ['participant', 'screen'] as const)
			expect(JSON.stringify(day.shared(audience))).not.toContain('Van Els');
		expect(day.attempt('facilitator', postFor(els, ' '))).toEqual(reject('text-empty'));
	});

	test('[Y2] gets cards without origin, which nobody finds back as theirs', () => {
		const { day, els } = aDay();
		const isWithoutOrigin = true;
		day.act('facilitator', { ...postFor(els), isWithoutOrigin });
		expect(allCards(day.round(KIND).cards)).toMatchObject([{ isWithoutOrigin, isWrittenFor: true }]);
		for (const audience of AUDIENCES) expect(JSON.stringify(day.shared(audience))).not.toContain('Van Els');
		day.at(KIND, 'sharing');
		const [card] = Object.values(day.shared('facilitator').rounds[ROUND]?.cards ?? {});
		expect(card).toMatchObject({ author: null, isWrittenFor: false });
	});

	test.each(AUTHOR_VISIBILITIES)(
		'[Y6] has cards that the facilitator sees, changes and withdraws where authors are told, and nowhere else: %s',
		(authorVisibility) => {
			const { day, els } = aDay(authorVisibility);
			day.act('facilitator', postFor(els));
			const [card] = allCards(day.round(KIND).cards);
			const asked = { participationId: els, roundId: ROUND, cardId: card?.id ?? '' };
			const edit: Command = { type: 'EditCardFor', ...asked, text: 'Van Els, beter', stepId: null };
			const withdraw: Command = { type: 'WithdrawCardFor', ...asked };
			const known = Object.values(day.shared('facilitator').facilitator?.writtenFor ?? {});
			if (authorVisibility !== 'open' && authorVisibility !== 'municipality') {
				expect(known).toEqual([]);
				for (const command of [edit, withdraw])
					expect(day.attempt('facilitator', command)).toEqual(reject('unknown-card'));
				return;
			}
			expect(known).toMatchObject([{ id: card?.id, participationId: els, text: 'Van Els' }]);
			const anna = { ...edit, participationId: participationId('anna') };
			expect(day.attempt('facilitator', anna)).toEqual(reject('has-device'));
			expect(day.attempt('anna', edit)).toEqual(reject('not-allowed'));
			day.act('facilitator', edit);
			expect(day.cards(KIND)[card?.id ?? '']).toMatchObject({ text: 'Van Els, beter', editedAt: day.now });
			day.act('facilitator', withdraw);
			expect(allCards(day.round(KIND).cards)).toEqual([]);
		}
	);

	test('[Y7] looks back at what was written for them with the facilitator: card by card, in the log as said for them', () => {
		const { day, els } = aDay();
		day.act('facilitator', postFor(els));
		const [card] = allCards(day.round(KIND).cards);
		const ofAnna = day.card('anna', 'Van Anna');
		const asked = { type: 'ReadBackFor', participationId: els, roundId: ROUND } as const;
		const say = (cardId: string, verdict: ReadBackVerdict, text = '') =>
			({ ...asked, cardId, answer: { verdict, text } }) as const;
		const cardId = card?.id ?? '';
		expect(day.attempt('facilitator', say(cardId, 'right'))).toEqual(reject('not-wrapping-up'));
		day.act('facilitator', { type: 'StartWrapUp' });
		expect(day.attempt('facilitator', say(ofAnna, 'right'))).toEqual(reject('unknown-card'));
		expect(day.attempt('anna', say(cardId, 'right'))).toEqual(reject('not-allowed'));
		const [said] = day.act('facilitator', say(cardId, 'corrected', 'Zo bedoelde Els het'));
		expect(said).toMatchObject({ type: 'CardReadBack', isSaidFor: true });
		expect(day.shared('facilitator').facilitator?.writtenFor[cardId]?.readBack?.verdict).toBe('corrected');
		expect(day.shared('screen').wrapUp).toMatchObject({ cards: 2, readBack: 1 });
		day.act('facilitator', { type: 'CloseWorksession' });
		const told = intakeRecord(day.state).cards.map(({ text, readBack }) => [text, readBack]);
		expect(told.sort()).toEqual([
			['Van Anna', null],
			['Zo bedoelde Els het', 'verbeterd']
		]);
	});

	test('[Y7] is not looked back for where nothing tells whose a card is', () => {
		const { day, els } = aDay('anonymous-in-room');
		day.act('facilitator', postFor(els));
		const [card] = allCards(day.round(KIND).cards);
		day.act('facilitator', { type: 'StartWrapUp' });
		const answer = { verdict: 'right', text: '' } as const;
		const asked = { participationId: els, roundId: ROUND, cardId: card?.id ?? '', answer };
		expect(day.attempt('facilitator', { type: 'ReadBackFor', ...asked })).toEqual(reject('unknown-card'));
	});

	test('[Y8] gives the day a mark through the facilitator, who sees it until the day closes and nobody else does', () => {
		const { day, els } = aDay();
		const give = (participationId: string, score = 4) =>
			({ type: 'GiveRotiFor', participationId, answer: { score, reason: 'Goede gesprekken' } }) as const;
		expect(day.attempt('facilitator', give(els))).toEqual(reject('not-wrapping-up'));
		day.act('facilitator', { type: 'StartWrapUp' });
		expect(day.attempt('facilitator', give(els, 6))).toEqual(reject('score-out-of-range'));
		expect(day.attempt('facilitator', give(participationId('anna')))).toEqual(reject('has-device'));
		expect(day.attempt('anna', give(els))).toEqual(reject('not-allowed'));
		day.act('facilitator', give(els));
		day.act('anna', { type: 'GiveRoti', answer: { score: 2, reason: 'Te lang' } });
		const told = () => day.shared('facilitator').facilitator?.scribedRoti;
		expect(told()).toMatchObject({ [els]: { score: 4, reason: 'Goede gesprekken' } });
		expect(JSON.stringify(day.shared('facilitator'))).not.toContain('Te lang');
		expect(JSON.stringify([day.shared('participant'), day.own('anna')])).not.toContain('Goede gesprekken');
		expect(day.shared('screen').wrapUp).toMatchObject({ roti: 2 });
		day.act('facilitator', { type: 'GiveRotiFor', participationId: els, answer: null });
		expect(told()).toEqual({});
		day.act('facilitator', give(els));
		day.act('facilitator', { type: 'CloseWorksession' });
		expect(told()).toEqual({});
		const { scores } = intakeRecord(day.state).roti ?? {};
		expect(scores?.filter(({ count }) => count > 0)).toEqual([
			{ score: 2, count: 1 },
			{ score: 4, count: 1 }
		]);
	});

	test('[Y2] nobody is written for who has a device, or is not there', () => {
		const { day } = aDay();
		expect(day.attempt('facilitator', postFor(participationId('anna')))).toEqual(reject('has-device'));
		expect(day.attempt('facilitator', postFor('nobody'))).toEqual(reject('unknown-person'));
	});

	test.each(AUTHOR_VISIBILITIES)(
		'[Y3] that it was written for them is told where authors are told, and is as anonymous as every card elsewhere: %s',
		(authorVisibility) => {
			const { day, els } = aDay(authorVisibility);
			day.act('facilitator', postFor(els));
			day.at(KIND, 'sharing');
			const [card] = Object.values(day.shared('participant').rounds[ROUND]?.cards ?? {});
			const [inRecord] = intakeRecord(day.state).cards;
			const isTold = authorVisibility === 'open' || authorVisibility === 'municipality';
			expect(card?.isWrittenFor).toBe(isTold);
			expect(inRecord?.writtenBy).toBe(isTold ? 'gespreksleider' : null);
			if (authorVisibility !== 'fully-anonymous') return;
			const posted = day.events.find((event) => event.type === 'CardPosted');
			expect(JSON.stringify(posted)).not.toContain(els);
			expect(posted).toMatchObject({ isWrittenFor: false, municipalities: [] });
		}
	);

	test.each(['person', 'municipality'] as const)('[Y4] gives dots within the budget of a %s', (budgetPer) => {
		const { day, els } = aDay();
		const settings = aRoundWithSettings({ dotBudget: 2, dotsPerItemMax: 2, budgetPer });
		day.act('facilitator', { type: 'ChangeRound', roundId: ROUND, settings });
		const item = { kind: 'card', id: day.card('anna', 'een') } as const;
		day.at(KIND, 'voting');
		day.act('facilitator', dotFor(els, item));
		expect(day.shared('facilitator').facilitator?.scribed[ROUND]?.[els]).toBeDefined();
		expect(JSON.stringify(day.shared('participant'))).not.toContain(els);
		day.act('facilitator', dotFor(els, item));
		expect(day.attempt('facilitator', dotFor(els, item))).toEqual(reject('budget-spent'));
		day.act('facilitator', { type: 'TakeDotFor', participationId: els, roundId: ROUND, item });
		expect(day.attempt('facilitator', dotFor(els, item))).toMatchObject({ ok: true });
		expect(day.attempt('facilitator', dotFor(participationId('anna'), item))).toEqual(reject('has-device'));
	});

	test('[Y5] comes in on a device later: the cards are theirs then, and nobody writes for them any more', () => {
		const { day, els } = aDay('open');
		day.act('facilitator', postFor(els));
		day.act('facilitator', { type: 'MergePeople', fromId: els, intoId: participationId('bram') });
		expect(Object.values(day.own('bram')?.cards ?? {}).map(({ text }) => text)).toEqual(['Van Els']);
		expect(day.attempt('facilitator', postFor(participationId('bram')))).toEqual(reject('has-device'));
		const { day: other, els: into } = aDay('open');
		other.act('facilitator', { type: 'MergePeople', fromId: participationId('bram'), intoId: into });
		expect(other.attempt('facilitator', postFor(into))).toEqual(reject('has-device'));
	});
});
