import type { Actor } from '../commands.ts';
import type { OwnerFacts } from './owner.ts';
import { own } from '../keyed.ts';
import { NAME_LENGTH_MAX, lengthOf } from '../limits.ts';
import type { Rejection } from '../rejections.ts';
import type { Worksession } from '../worksession.ts';

/** Whose something is to do: somebody who takes part, or anybody named in words. Actions and what is parked have one. */

/** Whoever took something on and was sent away may stay with it. A participant knows nobody else, so they name themselves or use words. */
export function ownerFault(
	{ participations }: Worksession,
	{ ownerId, ownerName }: OwnerFacts,
	actor: Actor,
	knownOwnerId: string | null = null
): Rejection | null {
	if (lengthOf(ownerName) > NAME_LENGTH_MAX) return 'text-too-long';
	if (ownerId === null || ownerId === knownOwnerId) return null;
	const isOther = actor.role === 'participant' && actor.participationId !== ownerId;
	return isOther || !own(participations, ownerId) ? 'unknown-person' : null;
}

export function tidiedOwner({ ownerId, ownerName }: OwnerFacts): OwnerFacts {
	return { ownerId, ownerName: ownerName.trim() };
}

export function isSameOwner(one: OwnerFacts, other: OwnerFacts): boolean {
	return one.ownerId === other.ownerId && one.ownerName === other.ownerName;
}

/** What one person had to do, in the hands of another. Keeps its reference when that was nothing. */
export function handedOver<T extends OwnerFacts>(
	things: readonly T[],
	fromId: string,
	intoId: string
): readonly T[] {
	if (!things.some(({ ownerId }) => ownerId === fromId)) return things;
	return things.map((thing) => (thing.ownerId === fromId ? { ...thing, ownerId: intoId } : thing));
}
