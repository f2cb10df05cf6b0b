import type { CommandOf, CommandType } from '#lib/domain/commands.ts';
import type { Picks } from './picks.ts';

/** Fill in the particulars of commands. */
export type Choosers<T extends CommandType = CommandType> = {
	readonly [K in T]: (picks: Picks) => Omit<CommandOf<K>, 'type'>;
};
