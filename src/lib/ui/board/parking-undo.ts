import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Command, CommandOf } from '#lib/domain/commands.ts';
import type { ParkedView } from '#lib/domain/visibility/outcome-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';

/** Asks what takes an act on the parking lot back now; null when there is nothing left to take back. */
export type Undo = () => Command | null;

/** To be asked before the act. What was parked has an id of the server: it is the one that came since, with the same in it. */
export function undoOfPark(
	client: Pick<WorksessionClient, 'foresee' | 'shared'>,
	park: CommandOf<'Park'>
): Undo {
	const known = new Set(client.shared.parked.map(({ id }) => id));
	const made = client.foresee(park)?.after.parked.at(-1);
	return () => {
		const parked = made && client.shared.parked.find((one) => !known.has(one.id) && isSame(one, made));
		return parked ? { type: 'Unpark', parkedId: parked.id } : null;
	};
}

/** Parks it once more. Null for whoever does not learn who its owner is: it would come back without. */
export function undoOfUnpark({ origin, roundId, cardIds, tableId, ...parked }: ParkedView): Undo | null {
	const { text, ownerId, ownerName } = parked;
	if (origin !== null && ownerId === null) return null;
	const items = cardIds.map((id) => ({ kind: 'card', id }) as const);
	return () => ({ type: 'Park', roundId, items, parked: { text, ownerId, ownerName }, tableId });
}

type Facts = Pick<SharedView['parked'][number], 'tableId' | 'text' | 'cardIds'>;

function isSame(one: Facts, other: Facts): boolean {
	return (
		one.tableId === other.tableId && one.text === other.text && one.cardIds.join() === other.cardIds.join()
	);
}
