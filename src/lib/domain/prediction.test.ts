import { describe, expect, test } from 'vitest';
import {
	actorFor,
	anOpenWorksession,
	proofWith,
	roundId,
	shuffledIds,
	type Story,
	type Who
} from '../../../tests/kit/worksession.ts';
import type { Command } from './commands.ts';
import { CARDS_PER_ROUND_MAX, CLUSTERS_PER_ROUND_MAX, LINKS_MAX } from './limits.ts';
import { linkKey } from './board/items.ts';
import { actorOf, stateFromView } from './prediction.ts';
import { reject, type Outcome } from './outcome.ts';
import { decide } from './decide.ts';
import type { Worksession } from './worksession.ts';

const ROUND = roundId('bottlenecks');

/** What the browser of this person says that the server will answer. */
function predict(day: Story, who: Who, command: Command): Outcome<unknown> {
	const isFacilitator = who === 'facilitator';
	const own = isFacilitator ? null : day.own(who);
	const view = stateFromView(day.shared(isFacilitator ? 'facilitator' : 'participant'), own);
	return decide(view, command, {
		actor: actorFor(who),
		now: day.now,
		commandId: 'draft-1',
		newId: shuffledIds(),
		proofOf: proofWith(`key of ${who}`)
	});
}

function withRounds(day: Story, change: Partial<Worksession['rounds'][string]>): Story {
	day.state = {
		...day.state,
		rounds: { ...day.state.rounds, [ROUND]: { ...day.round('bottlenecks'), ...change } }
	};
	return day;
}

describe('a browser that predicts', () => {
	test('[V2] knows that an own hidden card can be withdrawn and someone else’s cannot', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const withdraw: Command = { type: 'WithdrawCard', roundId: ROUND, cardId: day.card('anna', 'tekst') };
		expect(predict(day, 'anna', withdraw)).toMatchObject({ ok: true });
		expect(predict(day, 'bram', withdraw)).toEqual(reject('unknown-card'));
	});

	test('[V2] knows its own budget', () => {
		const day = anOpenWorksession().at('bottlenecks', 'voting');
		const item = { kind: 'card', id: day.card('anna', 'een') } as const;
		const place: Command = { type: 'PlaceDot', roundId: ROUND, item };
		day.act('anna', place);
		day.act('anna', place);
		expect(predict(day, 'anna', place)).toEqual(reject('item-full'));
		expect(predict(day, 'bram', place)).toMatchObject({ ok: true });
	});

	test('[V2] knows that hidden cards make the visibility only stricter', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		day.card('anna', 'tekst');
		const looser: Command = { type: 'ChangeAuthorVisibility', authorVisibility: 'open' };
		expect(predict(day, 'facilitator', looser)).toEqual(reject('visibility-looser'));
	});

	test('[V2] knows when a round, its clusters or the links are full', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [one, two] = [day.card('anna', 'een'), day.card('anna', 'twee')];
		const post: Command = { type: 'PostCard', roundId: ROUND, text: 'tekst', stepId: null };
		withRounds(day, { cardCount: CARDS_PER_ROUND_MAX });
		expect(predict(day, 'anna', post)).toEqual(reject('round-full'));

		const many = Array.from({ length: CLUSTERS_PER_ROUND_MAX }, (_, n) => ({
			id: `c${n}`,
			title: 't',
			stepId: null
		}));
		withRounds(day, { clusters: Object.fromEntries(many.map((cluster) => [cluster.id, cluster])) });
		const items = [one, two].map((id) => ({ kind: 'card', id }) as const);
		const make: Command = { type: 'MakeCluster', roundId: ROUND, title: 'Stapel', items };
		expect(predict(day, 'facilitator', make)).toEqual(reject('clusters-full'));

		const rounds = { roundId: roundId('needs'), bottleneckRoundId: ROUND };
		const bottleneck = { kind: 'card', id: one } as const;
		const need = { kind: 'card', id: day.at('needs', 'sharing').card('bram', 'behoefte') } as const;
		const links = Array.from({ length: LINKS_MAX }, (_, n) => ({
			...rounds,
			need,
			bottleneck: { kind: 'cluster', id: `c${n % CLUSTERS_PER_ROUND_MAX}` } as const
		}));
		const entries = links.map((link, n) => [`${linkKey(link)} ${n}`, link] as const);
		day.state = { ...day.state, links: Object.fromEntries(entries) };
		expect(predict(day, 'facilitator', { type: 'LinkNeed', ...rounds, need, bottleneck })).toEqual(
			reject('links-full')
		);
	});

	test('[V2] acts as the participant of its own view, and else as facilitator', () => {
		expect(actorOf(anOpenWorksession().own('anna'))).toEqual(actorFor('anna'));
		expect(actorOf(null).role).toBe('facilitator');
	});
});
