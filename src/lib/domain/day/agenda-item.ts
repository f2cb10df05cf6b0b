import type { WorkingStage } from '../vocabulary.ts';

/** Other minutes for a stage of a round; a break has no stage. */
export interface PlannedMinutes {
	readonly itemId: string;
	readonly stage: WorkingStage | null;
	readonly minutes: number;
}

export type AgendaItem =
	| { readonly kind: 'round'; readonly id: string }
	| { readonly kind: 'break'; readonly id: string; readonly title: string; readonly minutes: number };

export interface ItemTimes {
	/** When the group first came to it. */
	readonly startedAt: number;
	/** When the group last came to it. */
	readonly lastStartedAt: number;
	/** Null while the group is at it. */
	readonly endedAt: number | null;
	/** How long the visits that have ended took together. */
	readonly tookMs: number;
}
