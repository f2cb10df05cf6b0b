import type { ItemCodes, ItemRef } from './item.ts';
import type { Arrangement, ProcessPart } from './places.ts';
import type { StepDetails } from './step.ts';

/** What is asked of the board: steps, clusters, codes and links. */
export type BoardCommand =
	| {
			readonly type: 'AddStep';
			readonly title: string;
			/** The table whose process this is a step of; null is the process that the whole room shares. */
			readonly tableId: string | null;
			readonly roundId: string | null;
			readonly cardIds: readonly string[];
	  }
	| { readonly type: 'RenameStep'; readonly stepId: string; readonly title: string }
	| { readonly type: 'DescribeStep'; readonly stepId: string; readonly details: StepDetails }
	| { readonly type: 'MoveStep'; readonly stepId: string; readonly toIndex: number }
	| { readonly type: 'RemoveStep'; readonly stepId: string }
	| {
			readonly type: 'PinItems';
			readonly roundId: string;
			readonly items: readonly ItemRef[];
			readonly stepId: string | null;
	  }
	| {
			readonly type: 'MakeCluster';
			readonly roundId: string;
			readonly title: string;
			readonly items: readonly ItemRef[];
	  }
	| {
			readonly type: 'RenameCluster';
			readonly roundId: string;
			readonly clusterId: string;
			readonly title: string;
	  }
	| {
			readonly type: 'AddToCluster';
			readonly roundId: string;
			readonly clusterId: string;
			readonly cardIds: readonly string[];
	  }
	| { readonly type: 'RemoveFromCluster'; readonly roundId: string; readonly cardIds: readonly string[] }
	| { readonly type: 'TakeApart'; readonly roundId: string; readonly clusterId: string }
	| {
			readonly type: 'Rearrange';
			readonly roundId: string;
			/** How this part must be arranged now; else somebody else has changed it since. */
			readonly from: Arrangement;
			readonly to: Arrangement;
	  }
	| { readonly type: 'RearrangeSteps'; readonly from: ProcessPart; readonly to: ProcessPart }
	| {
			readonly type: 'ClassifyItems';
			readonly roundId: string;
			readonly items: readonly ItemRef[];
			/** What is left out stays as it is. */
			readonly codes: Partial<ItemCodes>;
	  }
	| {
			readonly type: 'LinkNeed';
			readonly roundId: string;
			readonly need: ItemRef;
			readonly bottleneckRoundId: string;
			readonly bottleneck: ItemRef;
	  }
	| {
			readonly type: 'UnlinkNeed';
			readonly roundId: string;
			readonly need: ItemRef;
			readonly bottleneckRoundId: string;
			readonly bottleneck: ItemRef;
	  };
