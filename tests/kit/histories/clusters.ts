import type { Choosers } from './choosers.ts';

export const clusterChoosers: Choosers<
	'MakeCluster' | 'RenameCluster' | 'AddToCluster' | 'RemoveFromCluster' | 'TakeApart'
> = {
	MakeCluster: (picks) => {
		const round = picks.roundId();
		return { roundId: round, title: picks.title(), items: picks.items(round) };
	},
	RenameCluster: (picks) => ({ ...picks.cluster(), title: picks.title() }),
	AddToCluster: (picks) => {
		const cluster = picks.cluster();
		return { ...cluster, cardIds: picks.cardIds(cluster.roundId) };
	},
	RemoveFromCluster: (picks) => {
		const round = picks.roundId();
		return { roundId: round, cardIds: picks.cardIds(round) };
	},
	TakeApart: (picks) => picks.cluster()
};
