import type { IconName } from '../primitives/icon-names.ts';

/** One way to judge a piece of text. */
export interface PieceChoice<T extends string> {
	readonly value: T;
	readonly label: string;
	readonly icon: IconName;
}
