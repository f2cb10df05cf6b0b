import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anOpenWorksession, MINUTE, type Story } from '../../../../tests/kit/worksession.ts';
import { neighbour } from './agenda.ts';
import { allCards } from '../card/card-table.ts';
import type { Command } from '../commands.ts';
import { own } from '../keyed.ts';
import type { Worksession } from '../worksession.ts';

/** A day on which something of everything was made, with a round that is still being written. */
function aFullDay(): Story {
	const day = anOpenWorksession({ steps: ['Signaal', 'Actie'] }).at('bottlenecks', 'writing');
	const one = day.card('anna', 'Te weinig tijd', 'step-1');
	const two = day.card('bram', 'Te weinig mensen');
	const loose = day.card('anna', 'Geen grondslag', 'step-2');
	const bottleneckRoundId = day.currentRoundId;
	day.at('bottlenecks', 'arranging');
	const clusterId = day.cluster('Krap', one, two);
	day.at('bottlenecks', 'voting');
	const placed = { type: 'PlaceDot', roundId: bottleneckRoundId } as const;
	day.act('anna', { ...placed, item: { kind: 'cluster', id: clusterId } });
	day.act('bram', { ...placed, item: { kind: 'card', id: loose } });
	day.at('needs', 'writing');
	const need = day.card('bram', 'Een jurist');
	day.at('needs', 'arranging');
	day.act('facilitator', {
		type: 'LinkNeed',
		roundId: day.currentRoundId,
		need: { kind: 'card', id: need },
		bottleneckRoundId,
		bottleneck: { kind: 'cluster', id: clusterId }
	});
	day.at('strengths', 'writing').card('anna', 'Korte lijnen');
	return day;
}

/** Everything that people made, without what the room may see of it already. */
function madeIn({ rounds, steps, links, examples, tables, participations }: Worksession): unknown {
	const ofRounds = Object.values(rounds).map(({ id, cardCount, cards, clusters, ballots }) => {
		const kept = allCards(cards).map((card) => ({ ...card, isShared: null }));
		return { id, cardCount, clusters, ballots, cards: kept };
	});
	return { rounds: ofRounds, steps, links, examples, tables, participations };
}

function seenIn({ rounds }: Worksession): readonly string[] {
	const cards = Object.values(rounds).flatMap((round) => allCards(round.cards));
	return cards.filter((card) => card.isShared).map((card) => card.id);
}

/** One step of a walk: to an item of the day, or a stage on or back where the group is. */
function stepFor({ agenda, currentItemId, rounds }: Worksession, roll: number): Command {
	const round = currentItemId === null ? undefined : own(rounds, currentItemId);
	const stage = round && roll % 3 !== 0 ? neighbour(round, roll % 3 === 1 ? 1 : -1) : null;
	if (round && stage) return { type: 'MoveStage', roundId: round.id, stage };
	return { type: 'StartItem', itemId: agenda[roll % agenda.length]?.id ?? '' };
}

test('[A8] whichever way a group walks through its day, back and forth, it loses nothing, and nothing seen is hidden again', () => {
	const kinds = new Set<string>();
	fc.assert(
		fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 }), (rolls) => {
			const day = aFullDay();
			const made = madeIn(day.state);
			for (const roll of rolls) {
				const seen = seenIn(day.state);
				const command = stepFor(day.state, roll);
				kinds.add(command.type === 'MoveStage' ? command.stage : command.type);
				day.later(MINUTE).act('facilitator', command);
				expect(madeIn(day.state)).toEqual(made);
				expect(seenIn(day.state)).toEqual(expect.arrayContaining([...seen]));
			}
		}),
		{ numRuns: 120, seed: 20_261_123 }
	);
	expect([...kinds].sort()).toEqual(
		['StartItem', 'arranging', 'closed', 'sharing', 'voting', 'waiting', 'writing'].sort()
	);
});
