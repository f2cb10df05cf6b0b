import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownViewOf, play, worlds } from '../../../../tests/kit/histories/index.ts';
import { participationId } from '../../../../tests/kit/worksession.ts';
import type { EventOf } from '../events.ts';
import { answerCount } from './rating-sums.ts';
import { answerKey } from './rating-answers.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { sharedView, type SharedView } from '../visibility/shared-view.ts';
import { CRITERIA } from '../vocabulary.ts';
import type { AnswerSheets, Rating } from './rating.ts';

/** What holds of ratings on random days; see `tests/kit/law.ts`. */
const DAYS = { numRuns: 240, seed: 20_260_915 };
/** Looking back ends a rating, so these days do not begin with it. */
const RATING_DAYS = worlds.map((world) => ({ ...world, isWrappingUp: false }));
const WHO = ['anna', 'bram', 'carla', 'driss'];

test('[F4] an answer tells nothing before closing but how many are done, to nobody who does not share its sheet', () => {
	let met = 0;
	const check = fc.property(RATING_DAYS, (world) => {
		play(world, ({ before, after, outcome, people }) => {
			const given = outcome.ok ? outcome.value.find((event) => event.type === 'RatingGiven') : undefined;
			if (!given) return;
			met += 1;
			for (const audience of ['participant', 'screen'] as const)
				expect(withoutDone(sharedView(after, people, audience))).toEqual(
					withoutDone(sharedView(before, people, audience))
				);
			expect(recordJson(intakeRecord(after))).toBe(recordJson(intakeRecord(before)));
			for (const who of WHO.filter((one) => !isSharer(one, given)))
				expect(ownViewOf(after, people, who)).toEqual(ownViewOf(before, people, who));

			function isSharer(who: string, { participationId: giver, voices }: EventOf<'RatingGiven'>): boolean {
				const person = after.participations[participationId(who)];
				const isOfOne = person?.municipalities.some((code) => voices.includes(code)) === true;
				const isPartner = voices.some((voice) => voice.startsWith('organisation:'));
				return participationId(who) === giver || isOfOne || (isPartner && person?.organisation !== '');
			}
		});
	});
	fc.assert(check, DAYS);
	expect(met).toBeGreaterThan(50);
});

test('[F5] every answer counts once, on one sheet, and of nobody whose it cannot be', () => {
	let counted = 0;
	const check = fc.property(RATING_DAYS, (world) => {
		play(world, ({ after, people }) => {
			const views = new Map(sharedView(after, people, 'screen').ratings.map((view) => [view.id, view]));
			for (const rating of after.ratings) {
				const lying = answersOf(rating);
				expect(new Set(lying).size, 'one answer of a voice').toBe(lying.length);
				const results = views.get(rating.id)?.results ?? null;
				expect(results === null).toBe(rating.closedAt === null);
				if (results === null) continue;
				const told = Object.values(results).flatMap(({ counts, others }) => [counts, others]);
				expect(told.reduce((sum, counts) => sum + answerCount({ counts }), 0)).toBe(lying.length);
				counted += lying.length;
			}
		});
	});
	fc.assert(check, DAYS);
	expect(counted).toBeGreaterThan(100);
});

/** Each as voice and question, and of whom where the voice is one's own. */
function answersOf({ sheets, ideaIds, kind }: Rating): readonly string[] {
	const known = new Set(ideaIds.flatMap((id) => CRITERIA[kind].map((criterion) => answerKey(id, criterion))));
	return Object.entries<AnswerSheets[string]>(sheets).flatMap(([id, given]) =>
		Object.entries(given).flatMap(([voice, sheet]) =>
			Object.keys(sheet).map((key) => {
				expect(known).toContain(key);
				return `${voice === 'own' ? id : voice} ${key}`;
			})
		)
	);
}

function withoutDone(view: SharedView): unknown {
	return { ...view, ratings: view.ratings.map((rating) => ({ ...rating, done: 0 })) };
}
