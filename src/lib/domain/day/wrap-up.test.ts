import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownViewOf, play, worlds } from '../../../../tests/kit/histories/index.ts';
import {
	anOpenWorksession,
	MINUTE,
	participationId,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { ReadBackAnswer } from '../card/card.ts';
import { NEW_IDEA } from '../choose/ideas.ts';
import { ROTI_REASON_LENGTH_MAX } from '../limits.ts';
import { redactedLog } from '../card/redacted-log.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { sharedView, type SharedView } from '../visibility/shared-view.ts';
import { evolve } from '../evolve.ts';
import { AUDIENCES, AUTHOR_VISIBILITIES } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';

const BOTTLENECKS = roundId('bottlenecks');

function aDayToReadBack(): { day: Story; card: string } {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	const card = day.card('anna', 'Informatie ligt overal.');
	day.card('bram', 'Niemand heeft tijd.');
	day.at('bottlenecks', 'voting');
	day.act('bram', { type: 'PlaceDot', roundId: BOTTLENECKS, item: { kind: 'card', id: card } });
	day.act('facilitator', { type: 'StartWrapUp' });
	return { day, card };
}

function closed(state: Worksession): Worksession {
	return evolve(state, { type: 'WorksessionClosed', at: 0 });
}

function say(cardId: string, verdict: ReadBackAnswer['verdict'], text = '') {
	return { type: 'ReadBack', roundId: BOTTLENECKS, cardId, answer: { verdict, text } } as const;
}

describe('[BB1] looking back', () => {
	test('[BB1] it closes what still runs, and going on ends it without losing what was said', () => {
		const { day, card } = aDayToReadBack();
		expect(day.round('bottlenecks').stage).toBe('closed');
		day.act('anna', say(card, 'right'));
		day.act('facilitator', { type: 'StartItem', itemId: BOTTLENECKS });
		expect(day.shared('participant').wrapUp).toBeNull();
		expect(day.attempt('anna', say(card, 'away'))).toEqual({ ok: false, rejection: 'not-wrapping-up' });
		day.act('facilitator', { type: 'StartWrapUp' });
		expect(day.own('anna')?.cards[card]?.readBack).toEqual({ verdict: 'right', text: '' });
	});

	test('[BB2] only its writer says something of a card; others learn how many were looked at', () => {
		const { day, card } = aDayToReadBack();
		expect(day.attempt('bram', say(card, 'away'))).toEqual({ ok: false, rejection: 'unknown-card' });
		day.act('anna', say(card, 'corrected', 'Niemand mag alles zien.'));
		expect(day.shared('facilitator').wrapUp).toMatchObject({ cards: 2, readBack: 1 });
		expect(JSON.stringify(day.shared('facilitator'))).not.toContain('Niemand mag alles zien.');
	});

	test('[BB3] until the day closes a card says what it said; then it says what it was corrected to', () => {
		const { day, card } = aDayToReadBack();
		day.act('anna', say(card, 'corrected', ' Niemand mag alles zien. '));
		expect(day.cards('bottlenecks')[card]?.text).toBe('Informatie ligt overal.');
		day.act('facilitator', { type: 'CloseWorksession' });
		const texts = intakeRecord(day.state).cards.map(({ text }) => text);
		expect(texts).toContain('Niemand mag alles zien.');
		expect(texts).not.toContain('Informatie ligt overal.');
	});

	test('[BB3] what had to go goes with its dots when the day closes, and not when that was taken back', () => {
		const { day, card } = aDayToReadBack();
		day.act('anna', say(card, 'away'));
		day.act('anna', { type: 'ReadBack', roundId: BOTTLENECKS, cardId: card, answer: null });
		expect(day.own('anna')?.cards[card]?.readBack).toBeNull();
		day.act('anna', say(card, 'away'));
		day.act('facilitator', { type: 'CloseWorksession' });
		const { cards, rounds } = intakeRecord(day.state);
		expect(cards.map(({ id }) => id)).not.toContain(card);
		expect(rounds.flatMap(({ votes }) => votes.flatMap(({ results }) => results))).toEqual([]);
	});

	test('[BB3] a correction says something and fits, and not on a card whose text is gone', () => {
		const { day, card } = aDayToReadBack();
		expect(day.attempt('anna', say(card, 'corrected', '  '))).toMatchObject({ rejection: 'text-empty' });
		expect(day.attempt('anna', say(card, 'corrected', 'x'.repeat(281)))).toMatchObject({
			rejection: 'text-too-long'
		});
		day.act('anna', { type: 'RedactCard', roundId: BOTTLENECKS, cardId: card, reason: '' });
		expect(day.attempt('anna', say(card, 'corrected', 'anders'))).toMatchObject({
			rejection: 'card-redacted'
		});
	});

	test('[X1] a text that is taken away is gone from what it was corrected to as well', () => {
		const { day, card } = aDayToReadBack();
		day.act('anna', say(card, 'corrected', 'Bel Jan op 0612345678'));
		day.act('anna', { type: 'RedactCard', roundId: BOTTLENECKS, cardId: card, reason: '' });
		const redaction = { by: 'writer', reason: '', at: 0 } as const;
		const { changed } = redactedLog(day.events, { texts: new Map([[card, redaction]]), kept: null });
		const left = day.events.map((event, index) => changed.get(index) ?? event);
		expect(JSON.stringify(left)).not.toContain('0612345678');
		expect(JSON.stringify(day.state)).not.toContain('0612345678');
	});
});

describe('[BB7] the clock of looking back', () => {
	test('[BB7] it begins with ten minutes, is moved like any other, and ends with looking back', () => {
		const { day } = aDayToReadBack();
		const { timer } = day.shared('participant');
		expect(timer).toMatchObject({ kind: 'running', lengthMs: 10 * MINUTE });
		day.act('facilitator', { type: 'AdjustTimer', deltaMs: MINUTE });
		expect(day.shared('screen').timer).toMatchObject({ kind: 'running', lengthMs: 11 * MINUTE });
		const idea = { ...NEW_IDEA, title: 'Een model' };
		day.act('facilitator', { type: 'AddIdea', idea, tableId: null, from: [] });
		const ideaIds = day.state.ideas.map(({ id }) => id);
		day.act('facilitator', { type: 'StartRating', kind: 'worth', ideaIds, criteria: null });
		expect(day.shared('screen')).toMatchObject({ wrapUp: null, timer: { kind: 'off' } });
	});
});

test('[BB9] while everybody looks back the hall shows who is going to do what, for as long as the facilitator wants', () => {
	const { day } = aDayToReadBack();
	const show = (isShown: boolean) => ({ type: 'ShowOutcomes', isShown }) as const;
	day.act('facilitator', show(true));
	for (const audience of AUDIENCES) expect(day.shared(audience).wrapUp?.isShowingOutcomes).toBe(true);
	expect(day.attempt('anna', show(false))).toEqual({ ok: false, rejection: 'not-allowed' });
	day.act('facilitator', show(false));
	expect(day.shared('screen').wrapUp?.isShowingOutcomes).toBe(false);
	day.act('facilitator', { type: 'StartItem', itemId: BOTTLENECKS });
	expect(day.attempt('facilitator', show(true))).toEqual({ ok: false, rejection: 'not-wrapping-up' });
});

describe('[BB8] what the record tells of looking back', () => {
	test.each(AUTHOR_VISIBILITIES)(
		'[BB8] once the day is closed, per card what was said of it, and nothing of who said it: %s',
		(authorVisibility) => {
			const day = anOpenWorksession({ authorVisibility }).at('bottlenecks', 'sharing');
			const [right, corrected] = [day.card('anna', 'een'), day.card('anna', 'twee')];
			day.card('bram', 'drie');
			day.act('facilitator', { type: 'StartWrapUp' });
			day.act('anna', say(right, 'right'));
			day.act('anna', say(corrected, 'corrected', 'twee, maar dan goed'));
			expect(intakeRecord(day.state).cards.every(({ readBack }) => readBack === null)).toBe(true);
			day.act('facilitator', { type: 'CloseWorksession' });
			const { cards } = intakeRecord(day.state);
			expect(cards.map(({ text, readBack }) => [text, readBack]).sort()).toEqual([
				['drie', null],
				['een', 'bevestigd'],
				['twee, maar dan goed', 'verbeterd']
			]);
			expect(JSON.stringify(cards)).not.toContain(participationId('anna'));
		}
	);
});

describe('[BB4] what the day was worth', () => {
	const mark = (score: number, reason = '') => ({ type: 'GiveRoti', answer: { score, reason } }) as const;

	test('[BB4] everybody gives one mark from 1 to 5, changes it and takes it back while the room looks back', () => {
		const { day } = aDayToReadBack();
		for (const score of [0, 6, 2.5])
			expect(day.attempt('anna', mark(score))).toMatchObject({ rejection: 'score-out-of-range' });
		expect(day.attempt('anna', mark(4, 'r'.repeat(ROTI_REASON_LENGTH_MAX + 1)))).toMatchObject({
			rejection: 'text-too-long'
		});
		day.act('anna', mark(2));
		day.act('anna', mark(4, ' Goed gesprek. '));
		expect(day.own('anna')?.roti).toMatchObject({ score: 4, reason: 'Goed gesprek.' });
		expect(day.shared('screen').wrapUp?.roti).toBe(1);
		day.act('anna', { type: 'GiveRoti', answer: null });
		expect(day.shared('screen').wrapUp?.roti).toBe(0);
	});

	test('[BB5] figures come out when the day closes, as counts; reasons from five answers on, without scores or names', () => {
		const { day } = aDayToReadBack();
		const others = ['carla', 'driss', 'els'];
		for (const who of others) day.join(who, 'GM0014');
		for (const who of ['anna', 'bram', 'carla', 'driss']) day.act(who, mark(4, `reden van ${who}`));
		expect(intakeRecord(day.state).roti).toBeNull();
		const four = intakeRecord(closed(day.state)).roti;
		expect(four?.reasons).toEqual([]);
		expect(four?.scores.at(3)).toEqual({ score: 4, count: 4 });
		day.act('els', mark(1));
		day.act('facilitator', { type: 'CloseWorksession' });
		expect(intakeRecord(day.state).roti?.reasons.map(({ reason }) => reason)).toEqual(
			['anna', 'bram', 'carla', 'driss'].map((who) => `reden van ${who}`)
		);
	});

	test('[BB5] a fully anonymous worksession takes a mark and no reason, whose author it would know', () => {
		const day = anOpenWorksession({ authorVisibility: 'fully-anonymous' });
		day.act('facilitator', { type: 'StartWrapUp' });
		expect(day.attempt('anna', mark(4, 'omdat'))).toMatchObject({ rejection: 'reason-not-taken' });
		expect(day.attempt('anna', mark(4)).ok).toBe(true);
	});

	test('[BB5] a mark goes with whoever is sent away, and follows whoever two people turn out to be', () => {
		const { day } = aDayToReadBack();
		day.act('anna', mark(4));
		day.act('bram', mark(2));
		const [fromId, intoId] = [participationId('anna'), participationId('bram')];
		const merged = evolve(day.state, { type: 'PeopleMerged', fromId, intoId });
		expect(merged.roti).toMatchObject({ [intoId]: { score: 2, reason: '' } });
		day.act('facilitator', { type: 'RemovePerson', participationId: fromId, withCards: false });
		expect(Object.keys(day.state.roti)).toEqual([intoId]);
	});
});

const ROOM = AUDIENCES.filter((audience) => audience !== 'facilitator');

/** Days that begin while everybody looks back. */
const LOOKING_BACK = worlds.map((world) => ({ ...world, isWrappingUp: true }));

test('[BB6] whatever somebody says while looking back, nobody else sees more than how many did', () => {
	let met = 0;
	const check = fc.property(LOOKING_BACK, (world) => {
		play(world, ({ before, after, who, outcome, people }) => {
			const isSaid =
				outcome.ok && outcome.value.some(({ type }) => type === 'CardReadBack' || type === 'RotiGiven');
			if (!isSaid) return;
			met += 1;
			// Who says it for somebody without a device knows what they said.
			const others = who === 'facilitator' ? ROOM : AUDIENCES;
			for (const audience of others)
				expect(withoutCounts(sharedView(after, people, audience))).toEqual(
					withoutCounts(sharedView(before, people, audience))
				);
			expect(recordJson(intakeRecord(after))).toBe(recordJson(intakeRecord(before)));
			for (const other of ['anna', 'bram', 'carla', 'driss'].filter((one) => one !== who))
				expect(ownViewOf(after, people, other)).toEqual(ownViewOf(before, people, other));
		});
	});
	fc.assert(check, { numRuns: 180, seed: 20_261_123 });
	expect(met).toBeGreaterThan(50);
});

function withoutCounts(view: SharedView): unknown {
	const { startedAt, isShowingOutcomes } = view.wrapUp ?? {};
	return { ...view, wrapUp: { startedAt, isShowingOutcomes } };
}
