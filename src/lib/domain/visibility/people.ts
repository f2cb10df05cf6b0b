/** Display names beside the log: participation id → name. `epoch` grows when a known name changes or is erased. */
export interface People {
	readonly names: ReadonlyMap<string, string>;
	readonly epoch: number;
}

/** Hands in no name, so none can come out. */
export const NOBODY: People = { names: new Map(), epoch: -1 };
