import type { ItemCodes, ItemRef } from './item.ts';
import type { StepDetails } from './step.ts';

/** What happened on the board. */
export type BoardEvent =
	| {
			readonly type: 'StepAdded';
			readonly stepId: string;
			readonly title: string;
			readonly tableId: string | null;
			readonly roundId: string | null;
			readonly cardIds: readonly string[];
	  }
	| { readonly type: 'StepRenamed'; readonly stepId: string; readonly title: string }
	| { readonly type: 'StepDescribed'; readonly stepId: string; readonly details: StepDetails }
	| { readonly type: 'StepMoved'; readonly stepId: string; readonly toIndex: number }
	| { readonly type: 'StepRemoved'; readonly stepId: string }
	| {
			readonly type: 'ItemsPinned';
			readonly roundId: string;
			readonly items: readonly ItemRef[];
			readonly stepId: string | null;
	  }
	| {
			readonly type: 'ClusterMade';
			readonly roundId: string;
			readonly clusterId: string;
			readonly title: string;
			readonly cardIds: readonly string[];
			readonly stepId: string | null;
	  }
	| {
			readonly type: 'ClusterRenamed';
			readonly roundId: string;
			readonly clusterId: string;
			readonly title: string;
	  }
	| {
			readonly type: 'CardsClustered';
			readonly roundId: string;
			readonly clusterId: string;
			readonly cardIds: readonly string[];
	  }
	| { readonly type: 'CardsTakenOut'; readonly roundId: string; readonly cardIds: readonly string[] }
	| { readonly type: 'ClusterTakenApart'; readonly roundId: string; readonly clusterId: string }
	| {
			readonly type: 'ItemsClassified';
			readonly roundId: string;
			readonly items: readonly ItemRef[];
			readonly codes: Partial<ItemCodes>;
	  }
	| {
			readonly type: 'NeedLinked';
			readonly roundId: string;
			readonly need: ItemRef;
			readonly bottleneckRoundId: string;
			readonly bottleneck: ItemRef;
	  }
	| {
			readonly type: 'NeedUnlinked';
			readonly roundId: string;
			readonly need: ItemRef;
			readonly bottleneckRoundId: string;
			readonly bottleneck: ItemRef;
	  };
