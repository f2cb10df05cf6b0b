import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	participationId,
	roundId,
	type Story,
	type Who
} from '../../../../tests/kit/worksession.ts';
import type { Command } from '../commands.ts';
import { NEW_IDEA } from './ideas.ts';
import { RATING_IDEAS_MAX, RATING_REASON_LENGTH_MAX, RATINGS_MAX } from '../limits.ts';
import { answerKey } from './rating-answers.ts';
import { intakeRecord } from '../record/record.ts';
import type { RatingView } from '../visibility/rating-view.ts';
import { CRITERIA, type AuthorVisibility, type Criterion, type RatingKind } from '../vocabulary.ts';

/** Anna comes for Groningen, Bram for Amsterdam and Utrecht, Carla for Utrecht, Pia for an organisation; two ideas. */
function aDay(authorVisibility: AuthorVisibility = 'municipality'): Story {
	const day = anOpenWorksession({ authorVisibility }).join('carla', 'GM0344');
	day.act('pia', {
		type: 'Join',
		role: 'partner',
		organisation: 'CBS',
		municipalities: [],
		functionName: '',
		noticeVersion: '2026-09'
	});
	for (const title of ['Een toets', 'Een overleg'])
		day.act('facilitator', {
			type: 'AddIdea',
			idea: { ...NEW_IDEA, title },
			tableId: null,
			from: []
		});
	return day;
}

function ideaAt(day: Story, place: number): string {
	return day.state.ideas[place]?.id ?? '';
}

function start(day: Story, kind: RatingKind, criteria: readonly Criterion[] | null = null): Command {
	return { type: 'StartRating', kind, ideaIds: day.state.ideas.map(({ id }) => id), criteria };
}

/** A day on which the room rates. */
function rating(kind: RatingKind, day = aDay()): Story {
	day.act('facilitator', start(day, kind));
	return day;
}

function give(
	day: Story,
	criterion: Criterion,
	score: number | null,
	reason = ''
): Extract<Command, { type: 'GiveRating' }> {
	const answer = score === null ? null : { score, reason };
	const ratingId = day.state.ratings.at(-1)?.id ?? '';
	return { type: 'GiveRating', ratingId, ideaId: ideaAt(day, 0), criterion, answer };
}

function close(day: Story): Command {
	return { type: 'CloseRating', ratingId: day.state.ratings.at(-1)?.id ?? '' };
}

function shown(day: Story): RatingView | undefined {
	return day.shared('screen').ratings.at(-1);
}

function countsOf(day: Story, criterion: Criterion) {
	return shown(day)?.results?.[answerKey(ideaAt(day, 0), criterion)];
}

function answerAll(day: Story, who: Who, score: number): void {
	const { kind, ideaIds } = day.state.ratings.at(-1) ?? { kind: 'worth', ideaIds: [] };
	for (const ideaId of ideaIds)
		for (const criterion of CRITERIA[kind]) day.act(who, { ...give(day, criterion, score), ideaId });
}

const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `idea-${index}`);

describe('[F1] what the room rates', () => {
	test('one rating is open at a time, of ideas that are there', () => {
		const day = aDay();
		const of = (ideaIds: readonly string[]) =>
			day.attempt('facilitator', { type: 'StartRating', kind: 'worth', ideaIds, criteria: null });
		expect(of([])).toEqual({ ok: false, rejection: 'no-idea-chosen' });
		expect(of(['nowhere'])).toEqual({ ok: false, rejection: 'unknown-idea' });
		expect(of(idsOf(RATING_IDEAS_MAX))).toEqual({ ok: false, rejection: 'unknown-idea' });
		expect(of(idsOf(RATING_IDEAS_MAX + 1))).toEqual({ ok: false, rejection: 'rated-ideas-too-many' });
		rating('worth', day);
		expect(day.attempt('facilitator', start(day, 'scaling'))).toEqual({
			ok: false,
			rejection: 'rating-open'
		});
	});

	test('at most so many on one day', () => {
		const day = aDay();
		for (let count = 0; count < RATINGS_MAX; count += 1) {
			rating('worth', day);
			day.act('facilitator', close(day));
		}
		expect(day.attempt('facilitator', start(day, 'worth'))).toEqual({ ok: false, rejection: 'ratings-full' });
	});

	test('questions of its own kind, all or some', () => {
		const day = aDay();
		expect(day.attempt('facilitator', start(day, 'scaling', ['waarde']))).toEqual({
			ok: false,
			rejection: 'criterion-not-asked'
		});
		day.act('facilitator', start(day, 'scaling', ['geld', 'bewijs', 'geld']));
		expect(day.state.ratings[0]?.criteria).toEqual(['bewijs', 'geld']);
		expect(day.attempt('anna', give(day, 'beter', 1))).toEqual({
			ok: false,
			rejection: 'criterion-not-asked'
		});
	});

	test.each([
		['worth', 'waarde', [1, 5], [0, 6, 1.5, Number.NaN]],
		['scaling', 'bewijs', [0, 2], [-1, 3, 0.5]]
	] as const)('scores of %s', (kind, criterion, within, outside) => {
		const day = rating(kind);
		for (const score of within) expect(day.attempt('anna', give(day, criterion, score)).ok).toBe(true);
		for (const score of outside)
			expect(day.attempt('anna', give(day, criterion, score))).toEqual({
				ok: false,
				rejection: 'score-out-of-range'
			});
	});
});

describe('[F2] an answer', () => {
	test('is changed, taken back, and given twice is given once', () => {
		const day = rating('worth');
		day.act('anna', give(day, 'waarde', 2));
		expect(day.attempt('anna', give(day, 'waarde', 2))).toEqual({ ok: true, value: [] });
		day.act('anna', give(day, 'waarde', 5));
		day.act('bram', give(day, 'waarde', 4));
		day.act('bram', give(day, 'waarde', null));
		expect(day.attempt('bram', give(day, 'waarde', null))).toEqual({ ok: true, value: [] });
		day.act('facilitator', close(day));
		expect(countsOf(day, 'waarde')).toEqual({
			counts: [0, 0, 0, 0, 1],
			others: [0, 0, 0, 0, 0],
			reasons: []
		});
		expect(day.attempt('anna', give(day, 'waarde', 1))).toEqual({ ok: false, rejection: 'rating-closed' });
	});

	test('has a reason on scaling up, within its length', () => {
		const day = rating('scaling');
		const withReason = (length: number) => give(day, 'geld', 0, 'r'.repeat(length));
		expect(day.attempt('anna', withReason(RATING_REASON_LENGTH_MAX)).ok).toBe(true);
		expect(day.attempt('anna', withReason(RATING_REASON_LENGTH_MAX + 1))).toEqual({
			ok: false,
			rejection: 'text-too-long'
		});
		day.act('facilitator', close(day));
		rating('worth', day);
		expect(day.attempt('anna', give(day, 'waarde', 3, 'daarom'))).toEqual({
			ok: false,
			rejection: 'reason-not-taken'
		});
	});

	test('has none in a fully anonymous worksession, where the log would know who wrote it', () => {
		const day = rating('scaling', aDay('fully-anonymous'));
		expect(day.attempt('anna', give(day, 'geld', 0, 'Te duur'))).toEqual({
			ok: false,
			rejection: 'reason-not-taken'
		});
		expect(day.attempt('anna', give(day, 'geld', 0)).ok).toBe(true);
	});
});

describe('[F3] one sheet per municipality', () => {
	test('whoever comes for several answers for all, the last one counts, and others are counted apart', () => {
		const day = rating('scaling');
		day.act('bram', give(day, 'bewijs', 2, 'Gezien in Zwolle'));
		day.act('carla', give(day, 'bewijs', 0, 'Nog niet gezien'));
		day.act('pia', give(day, 'bewijs', 1));
		expect(day.own('bram')?.sheets).toMatchObject({
			[day.state.ratings[0]?.id ?? '']: {
				GM0363: { [answerKey(ideaAt(day, 0), 'bewijs')]: { score: 2, reason: 'Gezien in Zwolle' } },
				GM0344: { [answerKey(ideaAt(day, 0), 'bewijs')]: { score: 0, reason: 'Nog niet gezien' } }
			}
		});
		expect(day.own('anna')?.sheets).toEqual({});
		day.act('facilitator', close(day));
		expect(countsOf(day, 'bewijs')).toMatchObject({
			counts: [1, 0, 1],
			others: [0, 1, 0],
			reasons: [
				{ score: 0, reason: 'Nog niet gezien' },
				{ score: 2, reason: 'Gezien in Zwolle' }
			]
		});
	});

	test('one reason of somebody for two municipalities is one reason', () => {
		const day = rating('scaling');
		day.act('bram', give(day, 'geld', 1, 'Samen wel'));
		day.act('facilitator', close(day));
		expect(countsOf(day, 'geld')?.counts).toEqual([0, 2, 0]);
		expect(countsOf(day, 'geld')?.reasons).toMatchObject([{ score: 1, reason: 'Samen wel' }]);
	});

	test('the facilitator answers for somebody without a device', () => {
		const day = rating('scaling');
		const els = { role: 'follower', organisation: '', municipalities: ['GM0193'], functionName: '' } as const;
		day.act('facilitator', { type: 'AddPerson', name: 'Els', ...els });
		const person = Object.values(day.state.participations).find((one) => one.isWithoutDevice);
		const forThem = {
			...give(day, 'geld', 2),
			type: 'GiveRatingFor',
			participationId: person?.id ?? ''
		} as const;
		day.act('facilitator', forThem);
		expect(day.attempt('facilitator', { ...forThem, participationId: participationId('anna') })).toEqual({
			ok: false,
			rejection: 'has-device'
		});
		expect(day.shared('facilitator').facilitator?.scribedSheets).toMatchObject({
			[person?.id ?? '']: { GM0193: { [answerKey(ideaAt(day, 0), 'geld')]: { score: 2, reason: '' } } }
		});
		day.act('facilitator', close(day));
		expect(countsOf(day, 'geld')?.counts).toEqual([0, 0, 1]);
	});
});

describe('[F4] before it closes', () => {
	test('the room learns how many are done, and nothing of what they said', () => {
		const day = rating('worth');
		answerAll(day, 'anna', 4);
		day.act('bram', give(day, 'waarde', 1));
		expect(shown(day)).toMatchObject({ done: 1, results: null });
		expect(intakeRecord(day.state).ratings).toEqual([]);
	});

	test('municipalities are done when theirs is, whoever filled it in; others do not count among them', () => {
		const day = rating('scaling');
		for (const who of ['bram', 'pia']) answerAll(day, who, 1);
		expect(shown(day)?.done).toBe(2);
	});
});

describe('[F5] after it closed', () => {
	test('answers stand beside how many could answer then, whoever goes later', () => {
		const day = rating('scaling');
		for (const who of ['anna', 'bram']) answerAll(day, who, 2);
		day.act('facilitator', close(day));
		day.act('facilitator', {
			type: 'RemovePerson',
			participationId: participationId('anna'),
			withCards: false
		});
		expect(shown(day)).toMatchObject({ askedOf: { people: 4, municipalities: 3 } });
		expect(countsOf(day, 'gedeeld')?.counts).toEqual([0, 0, 3]);
	});
});

describe('[F6] rating again', () => {
	test('keeps what was said before, also in the record', () => {
		const day = rating('worth');
		answerAll(day, 'anna', 1);
		day.act('facilitator', close(day));
		day.act('facilitator', { type: 'StartRating', kind: 'worth', ideaIds: [ideaAt(day, 1)], criteria: null });
		answerAll(day, 'bram', 5);
		day.act('facilitator', close(day));
		const { ratings } = intakeRecord(day.state);
		expect(ratings.map(({ order, results }) => [order, results.map(({ mean }) => mean)])).toEqual([
			[1, [1, 1, 1, 1]],
			[2, [5, 5]]
		]);
	});

	test('a rating that nobody answered is not in the record', () => {
		const day = rating('worth');
		day.act('facilitator', close(day));
		expect(intakeRecord(day.state).ratings).toEqual([]);
	});
});

describe('[F7] what the room looks at', () => {
	test('is what it rates, then the results, until the day goes on', () => {
		const day = rating('worth', aDay().at('strengths', 'writing'));
		const ratingId = day.state.ratings[0]?.id ?? '';
		const look = (shownRating: unknown) => expect(day.shared('screen').shownRating).toEqual(shownRating);
		look({ ratingId, ideaId: null });
		expect(day.attempt('facilitator', { type: 'ShowRating', shown: null })).toEqual({
			ok: false,
			rejection: 'rating-open'
		});
		day.act('facilitator', close(day));
		look({ ratingId, ideaId: null });
		day.act('facilitator', { type: 'ShowRating', shown: { ratingId, ideaId: ideaAt(day, 1) } });
		look({ ratingId, ideaId: ideaAt(day, 1) });
		day.act('facilitator', { type: 'StartItem', itemId: roundId('needs') });
		look(null);
	});

	test.each<Command>([{ type: 'StartItem', itemId: roundId('needs') }, { type: 'CloseWorksession' }])(
		'$type closes what is open',
		(command) => {
			const day = rating('worth', aDay().at('strengths', 'writing'));
			day.act('facilitator', command);
			expect(day.state.ratings[0]?.closedAt).toBe(day.now);
		}
	);
});

describe('[F9] who and what goes', () => {
	test('answers go with whoever is sent away while it is open', () => {
		const day = rating('worth');
		answerAll(day, 'anna', 1);
		answerAll(day, 'bram', 5);
		const anna = participationId('anna');
		day.act('facilitator', { type: 'RemovePerson', participationId: anna, withCards: false });
		day.act('facilitator', close(day));
		expect(countsOf(day, 'waarde')?.counts).toEqual([0, 0, 0, 0, 1]);
	});

	test('answers follow whoever two people turn out to be, who keeps their own', () => {
		const merge = (day: Story) =>
			day.act('facilitator', {
				type: 'MergePeople',
				fromId: participationId('carla'),
				intoId: participationId('bram')
			});
		const brought = rating('scaling');
		answerAll(brought, 'carla', 0);
		merge(brought);
		brought.act('facilitator', close(brought));
		expect(countsOf(brought, 'bewijs')?.counts).toEqual([1, 0, 0]);
		const kept = rating('worth');
		answerAll(kept, 'carla', 1);
		kept.act('bram', give(kept, 'waarde', 5));
		merge(kept);
		kept.act('facilitator', close(kept));
		expect(countsOf(kept, 'waarde')?.counts).toEqual([0, 0, 0, 0, 1]);
		expect(countsOf(kept, 'moeite')?.counts).toEqual([0, 0, 0, 0, 0]);
	});

	test('an idea takes along what was said of it, and a rating of nothing else', () => {
		const day = rating('worth');
		answerAll(day, 'anna', 3);
		const first = ideaAt(day, 0);
		day.act('facilitator', { type: 'RemoveIdea', ideaId: first });
		expect(shown(day)).toMatchObject({ ideaIds: [ideaAt(day, 0)], done: 1 });
		expect(JSON.stringify(day.own('anna')?.sheets)).not.toContain(first);
		day.act('facilitator', { type: 'RemoveIdea', ideaId: ideaAt(day, 0) });
		expect(day.shared('screen')).toMatchObject({ ratings: [], shownRating: null });
	});
});
