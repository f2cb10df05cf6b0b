import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANGES_OTHERS_OWN, changesOthersOwn } from '#lib/server/viewers.ts';
import { ownViewOf, play, worlds } from '../kit/histories/index.ts';
import { holdsUntilMet } from '../kit/law.ts';
import { participationId } from '../kit/worksession.ts';

/** Some hundreds of days take a few seconds on two idle cores; this is how long a busy machine may take. */
const TIMEOUT_MS = 60_000;

/** It takes a reason for one of too few marks, which only a day of its own has; see `redaction.test.ts`. */
const TOO_RARE = 'GoneRedacted';

test(
	'every event that changes the own view of somebody else makes the room look at everyone',
	{ timeout: TIMEOUT_MS },
	() => {
		const met = new Set<string>();
		const check = fc.property(worlds, (world) => {
			const { everybody } = play({ ...world, choices: [] }, () => undefined);
			play(world, ({ before, after, outcome, who, people }) => {
				if (!outcome.ok || before === after) return;
				const others = everybody.filter(
					(other) => other !== who && before.participations[participationId(other)]
				);
				const isChanged = others.some(
					(other) => !isDeepStrictEqual(ownViewOf(before, people, other), ownViewOf(after, people, other))
				);
				if (!isChanged) return;
				const reasons = outcome.value.filter(changesOthersOwn);
				for (const { type } of reasons) met.add(type);
				if (reasons.length === 0) throw new Error(outcome.value.map(({ type }) => type).join(', '));
			});
		});
		const wanted = [...CHANGES_OTHERS_OWN, 'DotPlaced', 'DotTaken'].filter((type) => type !== TOO_RARE);
		const unmet = () => wanted.filter((type) => !met.has(type));
		holdsUntilMet(check, 600, () => unmet().length === 0);
		expect(unmet()).toEqual([]);
	}
);
