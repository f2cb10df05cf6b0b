import type { OwnerFacts } from '../people/owner.ts';
import { own } from '../keyed.ts';
import { ownerBroughtIn } from '../record/brought-in.ts';
import { remembering } from '../remembering.ts';
import type { Audience } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';

export interface OwnerOrigin {
	readonly municipalities: readonly string[];
	readonly organisation: string;
}

/** Whose something is to do, as an audience may know it. */
export interface OwnerView extends OwnerFacts {
	/** Null for everybody but facilitators. */
	readonly ownerId: string | null;
	/** For whom the owner comes, when they take part. */
	readonly origin: OwnerOrigin | null;
}

/**
 * What has owners, for an audience. Whoever takes something on says so aloud: the room learns for whom they come, and only facilitators who
 * they are.
 */
export function ownedView<T extends OwnerFacts, V>(
	views: { readonly told: OwnedViews<T, V>; readonly untold: OwnedViews<T, V> },
	things: readonly T[],
	state: Worksession,
	audience: Audience
): readonly V[] {
	return (audience === 'facilitator' ? views.told : views.untold)(things, state);
}

type OwnedViews<T, V> = (things: readonly T[], state: Worksession) => readonly V[];

/** Views of things with an owner, who is told or not; each list is remembered by itself. */
export function ownedViews<T extends OwnerFacts, V>(
	view: (thing: T, owner: OwnerView) => V
): { readonly told: OwnedViews<T, V>; readonly untold: OwnedViews<T, V> } {
	const listed = (isTold: boolean) =>
		remembering(
			(things: readonly T[], state: Worksession) =>
				things.map((thing) => view(thing, ownerView(thing, state, isTold))),
			(_, { participations, removed }) => [participations, removed]
		);
	return { told: listed(true), untold: listed(false) };
}

function ownerView(of: OwnerFacts, state: Worksession, isTold: boolean): OwnerView {
	return { ownerId: isTold ? of.ownerId : null, ownerName: of.ownerName, origin: ownerOrigin(of, state) };
}

/** For whom an owner comes; null when the owner takes no part or is not known. */
export function ownerOrigin({ ownerId }: OwnerFacts, state: Worksession): OwnerOrigin | null {
	if (ownerId === null) return null;
	const owner = own(state.participations, ownerId) ?? own(state.removed, ownerId);
	if (!owner) return ownerBroughtIn(state, ownerId);
	return { municipalities: owner.municipalities, organisation: owner.organisation };
}
