import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { anOpenWorksession, roundId } from './worksession.ts';

const ROUND = roundId('bottlenecks');

/** A closed round: its cards are named after how many of Anna, Bram and Carla gave them a dot. */
export function aVotedRound(...dots: readonly number[]): RoundView {
	const day = anOpenWorksession({ settings: { dotBudget: 20 } })
		.join('carla')
		.at('bottlenecks', 'sharing');
	const cards = dots.map((count, index) => ({ count, id: day.card('anna', `${index}: ${count}`) }));
	day.at('bottlenecks', 'voting');
	for (const { count, id } of cards)
		for (const who of ['anna', 'bram', 'carla'].slice(0, count))
			day.act(who, { type: 'PlaceDot', roundId: ROUND, item: { kind: 'card', id } });
	const round = day.at('bottlenecks', 'closed').shared('facilitator').rounds[ROUND];
	if (!round) throw new Error('The round is in the view');
	return round;
}
