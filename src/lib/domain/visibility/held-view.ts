import { type Holder, heldItems } from '../board/holding.ts';
import type { ItemRef } from '../board/item.ts';
import type { Actor } from '../commands.ts';
import { rolesOf } from '../permissions.ts';
import type { AuthorVisibility } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';
import type { People } from './people.ts';

/** What somebody else has picked up from the board. */
export interface HeldView {
	readonly roundId: string;
	readonly items: readonly ItemRef[];
	readonly isByFacilitator: boolean;
	/** Null where the reader may not know. */
	readonly name: string | null;
}

/**
 * What others hold, for one of those who arrange; nothing for anybody else. Facilitators know each other and everybody in the room. Hosts
 * know of each other what the room may know of writers, and of facilitators that they are it.
 */
export function heldView(
	state: Worksession,
	people: People,
	holders: readonly Holder[],
	reader: Actor
): readonly HeldView[] {
	const arranges = rolesOf(state, reader).some((role) => role === 'facilitator' || role === 'host');
	if (!arranges) return [];
	return holders.flatMap((holder) => {
		const items = heldItems(state, holder).map(({ kind, id }): ItemRef => ({ kind, id }));
		const { roundId } = holder.hold;
		const isByFacilitator = holder.actor.role === 'facilitator';
		const name = holderName(holder, reader, state.authorVisibility, people);
		return items.length === 0 ? [] : [{ roundId, items, isByFacilitator, name }];
	});
}

function holderName(
	{ actor, facilitatorName }: Holder,
	reader: Actor,
	visibility: AuthorVisibility,
	people: People
): string | null {
	if (actor.role === 'facilitator') return reader.role === 'facilitator' ? facilitatorName : null;
	if (actor.role === 'municipality') return null;
	const isTold = reader.role === 'facilitator' || visibility === 'open';
	return isTold ? (people.names.get(actor.participationId) ?? null) : null;
}
