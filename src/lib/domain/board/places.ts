import type { ItemCodes, ItemRef, NeedLink, RoundItem } from './item.ts';
import type { StepDetails } from './step.ts';

/** Where one card lies. */
export interface CardPlace {
	readonly cardId: string;
	readonly stepId: string | null;
	readonly clusterId: string | null;
}

/** A cluster as it stands, with its cards told apart. */
export interface ClusterPlace {
	readonly id: string;
	readonly title: string;
	readonly stepId: string | null;
}

/** What an item is about; null when nothing was filled in. */
interface CodesPlace {
	readonly item: ItemRef;
	readonly codes: ItemCodes | null;
}

/** What a product idea rests on. */
export interface IdeaPlace {
	readonly ideaId: string;
	readonly needs: readonly RoundItem[];
	readonly from: readonly RoundItem[];
}

/** How a part of one round's board is arranged. */
export interface Arrangement {
	readonly cards: readonly CardPlace[];
	readonly clusters: readonly ClusterPlace[];
	readonly links: readonly NeedLink[];
	readonly codes: readonly CodesPlace[];
	readonly ideas: readonly IdeaPlace[];
}

/** A step of the process, as it stands in the process of its table. */
export interface StepPlace {
	readonly id: string;
	readonly title: string;
	readonly tableId: string | null;
	readonly details: StepDetails;
	/** From 0, among the steps of the same process. */
	readonly index: number;
}

/** At which step a card or cluster lies. */
export interface PinPlace {
	readonly roundId: string;
	readonly item: ItemRef;
	readonly stepId: string | null;
}

/** Some steps of the process, and what lies at them. */
export interface ProcessPart {
	readonly steps: readonly StepPlace[];
	readonly pins: readonly PinPlace[];
}
