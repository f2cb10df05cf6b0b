import type { Category, Nature, NeedType, ProcessPhase } from '../vocabulary.ts';

/** A thing on the board that can be pinned, linked or voted on: a loose card or a whole cluster. */
export interface ItemRef {
	readonly kind: 'card' | 'cluster';
	readonly id: string;
}

/** What a card or cluster is about; null is not chosen. */
export interface ItemCodes {
	readonly category: Category | null;
	/** Categories beside the first, in the order of the code book; never the first itself. */
	readonly also: readonly Category[];
	readonly phase: ProcessPhase | null;
	readonly nature: Nature | null;
	readonly needType: NeedType | null;
}

/** A card or cluster and the round it lies in. */
export interface RoundItem {
	readonly roundId: string;
	readonly item: ItemRef;
}

/** A need and the bottleneck it solves. */
export interface NeedLink {
	readonly roundId: string;
	readonly need: ItemRef;
	readonly bottleneckRoundId: string;
	readonly bottleneck: ItemRef;
}

export interface Cluster {
	readonly id: string;
	readonly title: string;
	readonly stepId: string | null;
}
