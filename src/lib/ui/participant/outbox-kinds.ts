import type { CommandType } from '#lib/domain/commands.ts';

/** What waits on this device and is no card; what is refused of it is told where it was said. */
const ANSWERS: ReadonlySet<CommandType> = new Set(['GiveRating', 'ReadBack', 'GiveRoti']);

/** Whether somebody's card, or a change of it, is on its way. */
export function isOfCard({ command }: { readonly command: { readonly type: CommandType } }): boolean {
	return !ANSWERS.has(command.type);
}
