import { describe } from 'vitest';
import { ownViewOf, play } from '../../../../tests/kit/histories/index.ts';
import { law, mustEqual, playNoting } from '../../../../tests/kit/law.ts';
import { decide } from '../decide.ts';
import type { WorksessionEvent } from '../events.ts';
import type { Outcome } from '../outcome.ts';
import { stateFromView } from '../prediction.ts';
import { sharedView } from '../visibility/shared-view.ts';

describe('[V2] a browser predicts what the server will answer', () => {
	law('[V2] decide on the view equals decide on the state, whoever asks', (world, seen) => {
		const { everybody } = play({ ...world, choices: [] }, () => undefined);
		playNoting(world, seen, ({ before, command, peopleBefore: people, contextOf }) => {
			for (const who of everybody) {
				const audience = who === 'facilitator' ? 'facilitator' : 'participant';
				const view = stateFromView(sharedView(before, people, audience), ownViewOf(before, people, who));
				const predicted = decide(view, command, contextOf(who));
				mustEqual(comparable(predicted), comparable(decide(before, command, contextOf(who))), `as ${who}`);
			}
		});
	});
});

/** The cards of an event are a set: a view keeps them in another order than the log. */
function comparable(outcome: Outcome<readonly WorksessionEvent[]>): unknown {
	if (!outcome.ok) return outcome;
	return outcome.value.map((event) =>
		'cardIds' in event ? { ...event, cardIds: [...event.cardIds].sort() } : event
	);
}
