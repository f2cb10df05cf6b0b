import { describe, expect, test } from 'vitest';
import { anOpenWorksession, participationId } from '../../../../tests/kit/worksession.ts';
import type { ActionFacts, ActionSource } from './action.ts';
import { NEW_IDEA } from './ideas.ts';
import type { DecisionFacts } from './decision.ts';
import type { Command } from '../commands.ts';
import { ACTIONS_MAX, DECISIONS_MAX, DISSENTS_PER_DECISION_MAX, OUTCOME_TEXT_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import type { Rejection } from '../rejections.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { AUDIENCES } from '../vocabulary.ts';

function decide(changes: Partial<DecisionFacts> = {}): Command {
	const decision = { text: 'We maken de toets', reason: 'Elf vragen erom', dissents: [], ideaId: null };
	return { type: 'AddDecision', decision: { ...decision, ...changes } };
}

function plan(changes: Partial<ActionFacts> = {}): Command {
	const action = {
		text: 'Toets rondsturen',
		ownerId: null,
		ownerName: 'CBS',
		dueOn: '2026-10-01',
		source: null
	};
	return { type: 'AddAction', action: { ...action, ...changes } };
}

describe('a decision', () => {
	test('[E1] keeps its reason and every dissent, without empty lines, and stands in the record', () => {
		const day = anOpenWorksession();
		day.act('facilitator', decide({ text: ' Ja ', dissents: ['Te juridisch ', ' '] }));
		expect(day.state.decisions).toMatchObject([{ text: 'Ja', dissents: ['Te juridisch'], at: day.now }]);
		expect(intakeRecord(day.state).decisions).toMatchObject([{ order: 1, reason: 'Elf vragen erom' }]);
	});

	test('[E1] says something within its bounds, about an idea that is there', () => {
		const day = anOpenWorksession();
		const tooLong = 'r'.repeat(OUTCOME_TEXT_LENGTH_MAX + 1);
		const tooMany = Array.from({ length: DISSENTS_PER_DECISION_MAX + 1 }, () => 'nee');
		expect(day.attempt('facilitator', decide({ text: ' ' }))).toEqual(reject('text-empty'));
		expect(day.attempt('facilitator', decide({ reason: tooLong }))).toEqual(reject('text-too-long'));
		expect(day.attempt('facilitator', decide({ reason: tooLong.slice(1) }))).toMatchObject({ ok: true });
		expect(day.attempt('facilitator', decide({ dissents: tooMany }))).toEqual(reject('items-too-many'));
		expect(day.attempt('facilitator', decide({ ideaId: 'nowhere' }))).toEqual(reject('unknown-idea'));
	});

	test('[E6] that was changed says when, to everybody and in the record, and not when nothing changed', () => {
		const day = anOpenWorksession();
		day.act('facilitator', decide());
		const [added] = day.state.decisions;
		const { id: decisionId = '', text = '', reason = '', dissents = [], ideaId = null } = added ?? {};
		const change = (facts: Partial<DecisionFacts>): Command => ({
			type: 'ChangeDecision',
			decisionId,
			decision: { text, reason, dissents, ideaId, ...facts }
		});
		expect(day.attempt('facilitator', change({}))).toEqual(accept([]));
		expect(intakeRecord(day.state).decisions[0]?.changedAt).toBeNull();
		day.later(60_000).act('facilitator', change({ text: 'We maken de toets samen' }));
		for (const audience of AUDIENCES)
			expect(day.shared(audience).decisions[0]).toMatchObject({ at: added?.at, changedAt: day.now });
		expect(intakeRecord(day.state).decisions[0]?.changedAt).toBe(new Date(day.now).toISOString());
		expect(JSON.stringify(day.events)).toContain('"We maken de toets"');
	});

	test('[E7] without a reason is a loose end, and so is an action of nobody or for no day', () => {
		const day = anOpenWorksession();
		day.act('facilitator', decide());
		day.act('facilitator', decide({ reason: ' ' }));
		day.act('facilitator', plan());
		day.act('facilitator', plan({ ownerName: '' }));
		day.act('facilitator', plan({ dueOn: null }));
		const { decisions, actions, looseEnds } = intakeRecord(day.state);
		expect(looseEnds).toMatchObject({
			decisionsWithoutReason: [decisions[1]?.id],
			actionsWithoutOwner: [actions[1]?.id],
			actionsWithoutDate: [actions[2]?.id]
		});
	});

	test('[E3] is removed once; one hundred fill a worksession', () => {
		const day = anOpenWorksession();
		for (let count = 0; count < DECISIONS_MAX; count += 1) day.act('facilitator', decide());
		expect(day.attempt('facilitator', decide())).toEqual(reject('outcomes-full'));
		const remove: Command = { type: 'RemoveDecision', decisionId: day.state.decisions[0]?.id ?? '' };
		day.act('facilitator', remove);
		expect(day.attempt('facilitator', remove)).toEqual(reject('unknown-decision'));
		expect(day.attempt('facilitator', decide())).toMatchObject({ ok: true });
	});
});

describe('an action', () => {
	test('[E2] has an owner who takes part or is named, and a date that exists', () => {
		const day = anOpenWorksession();
		expect(day.attempt('facilitator', plan({ dueOn: '2026-02-30' }))).toEqual(reject('date-invalid'));
		expect(day.attempt('facilitator', plan({ ownerId: 'nobody' }))).toEqual(reject('unknown-person'));
		expect(day.attempt('facilitator', plan({ text: '' }))).toEqual(reject('text-empty'));
		expect(day.attempt('facilitator', plan({ dueOn: null, ownerName: '' }))).toMatchObject({ ok: true });
	});

	test('[E3] is changed; the same again is no event; two hundred fill a worksession', () => {
		const day = anOpenWorksession();
		for (let count = 0; count < ACTIONS_MAX; count += 1) day.act('facilitator', plan());
		expect(day.attempt('facilitator', plan())).toEqual(reject('outcomes-full'));
		const actionId = day.state.actions[0]?.id ?? '';
		const action = { text: 'Anders', ownerId: null, ownerName: '', dueOn: null, source: null };
		day.act('facilitator', { type: 'ChangeAction', actionId, action });
		expect(day.attempt('facilitator', { type: 'ChangeAction', actionId, action })).toEqual(accept([]));
		expect(day.state.actions[0]).toEqual({ id: actionId, ...action });
	});

	test('[E8] follows from a decision, an idea or cards about a need or a bottleneck, that the room can see', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [one, two] = [day.card('anna', 'een'), day.card('bram', 'twee')];
		const roundId = day.round('bottlenecks').id;
		day.act('facilitator', decide());
		const idea = { ...NEW_IDEA, title: 'Toets' };
		day.act('facilitator', { type: 'AddIdea', idea, tableId: null, from: [] });
		const sources: readonly ActionSource[] = [
			{ kind: 'decision', id: day.state.decisions[0]?.id ?? '' },
			{ kind: 'idea', id: day.state.ideas[0]?.id ?? '' },
			{ kind: 'cards', roundId, cardIds: [one, two].sort() }
		];
		for (const source of sources) day.act('facilitator', plan({ source }));
		for (const audience of AUDIENCES)
			expect(day.shared(audience).actions.map(({ source }) => source)).toEqual(sources);
		expect(intakeRecord(day.state).actions).toMatchObject([
			{ decision: day.state.decisions[0]?.id, idea: null, cards: [] },
			{ decision: null, idea: day.state.ideas[0]?.id, cards: [] },
			{ decision: null, idea: null, cards: [one, two].sort() }
		]);
		const strength = day.at('strengths', 'sharing').card('anna', 'goed');
		const hidden = day.at('needs', 'writing').card('anna', 'geheim');
		const cardsOf = (of: string, ...cardIds: readonly string[]) =>
			plan({ source: { kind: 'cards', roundId: of, cardIds } });
		const refused: readonly (readonly [Command, Rejection])[] = [
			[plan({ source: { kind: 'decision', id: 'nowhere' } }), 'unknown-decision'],
			[plan({ source: { kind: 'idea', id: 'nowhere' } }), 'unknown-idea'],
			[cardsOf('nowhere', one), 'unknown-round'],
			[cardsOf(day.round('strengths').id, strength), 'wrong-round-kind'],
			[cardsOf(day.round('needs').id, hidden), 'unknown-card'],
			[cardsOf(roundId), 'unknown-card'],
			[cardsOf(roundId, ...Array.from({ length: 501 }, (_, n) => `c${n}`)), 'items-too-many']
		];
		for (const [command, rejection] of refused)
			expect(day.attempt('facilitator', command)).toEqual(reject(rejection));
	});

	test('[E8] stays when what it followed from is no more, and when cards are stacked', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [one, two] = [day.card('anna', 'een'), day.card('bram', 'twee')];
		const roundId = day.round('bottlenecks').id;
		day.act('facilitator', decide());
		const decisionId = day.state.decisions[0]?.id ?? '';
		const cards = { kind: 'cards', roundId, cardIds: [one, two].sort() } as const;
		day.act('facilitator', plan({ source: { kind: 'decision', id: decisionId } }));
		day.act('facilitator', plan({ source: cards }));
		day.cluster('Stapel', one, two);
		expect(day.state.actions[1]?.source).toEqual(cards);
		day.act('anna', { type: 'WithdrawCard', roundId, cardId: one });
		day.act('facilitator', { type: 'RemoveDecision', decisionId });
		expect(day.state.actions.map(({ source }) => source)).toEqual([null, { ...cards, cardIds: [two] }]);
		day.act('bram', { type: 'WithdrawCard', roundId, cardId: two });
		expect(day.state.actions.map(({ source }) => source)).toEqual([null, null]);
	});

	test('[E5] tells the room and the record for whom its owner comes, and only the facilitator who that is', () => {
		const day = anOpenWorksession();
		const ownerId = participationId('anna');
		day.act('facilitator', plan({ ownerId, ownerName: '' }));
		for (const audience of ['participant', 'screen'] as const) {
			expect(day.shared(audience).actions[0]?.origin?.municipalities).toEqual(['GM0014']);
			expect(JSON.stringify(day.shared(audience))).not.toContain(ownerId);
		}
		expect(day.shared('facilitator').actions[0]?.ownerId).toBe(ownerId);
		expect(recordJson(intakeRecord(day.state))).not.toContain(ownerId);
		expect(intakeRecord(day.state).actions[0]?.municipalities).toEqual(['GM0014']);
	});

	test('[E5] stays with whoever remains of two who are one', () => {
		const day = anOpenWorksession();
		day.act('facilitator', plan({ ownerId: participationId('anna') }));
		const [fromId, intoId] = [participationId('anna'), participationId('bram')];
		day.act('facilitator', { type: 'MergePeople', fromId, intoId });
		expect(day.state.actions[0]?.ownerId).toBe(intoId);
	});
});
