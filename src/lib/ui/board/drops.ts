import type { ItemRef } from '#lib/domain/board/item.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { own } from '#lib/domain/keyed.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';

/** Where on a board something may be let go: over a card or stack, or over a column; no step is the place of what lies at none. */
export type DropPlace =
	| { readonly kind: 'piece'; readonly item: ItemRef }
	| { readonly kind: 'step'; readonly stepId: string | null };

/** What letting go there asks for. */
export type Drop =
	/** All of it becomes one new stack, that still needs a title. */
	| { readonly kind: 'stack'; readonly items: readonly ItemRef[] }
	/** Cards join the one stack there is among them. */
	| { readonly kind: 'add'; readonly clusterId: string; readonly cardIds: readonly string[] }
	/** It goes to a step, or to none. A card that lies in a stack comes out of it first. */
	| {
			readonly kind: 'put';
			readonly items: readonly ItemRef[];
			readonly takeOut: readonly string[];
			readonly stepId: string | null;
	  };

type Pieces = Pick<RoundView, 'cards' | 'clusters'>;

/** What comes of letting these pieces go there; null when nothing would change. It groups or it moves to a step: it never orders. */
export function dropAt(round: Pieces, held: readonly ItemRef[], place: DropPlace): Drop | null {
	return place.kind === 'piece' ? onPiece(round, held, place.item) : atStep(round, held, place.stepId);
}

function onPiece(round: Pieces, held: readonly ItemRef[], over: ItemRef): Drop | null {
	const target = asStack(round, over);
	if (isAmong(held, target) || isAmong(held, over)) return null;
	const items = [...held, target];
	const [cluster, another] = items.filter(({ kind }) => kind === 'cluster');
	if (!cluster || another) return { kind: 'stack', items };
	const cardIds = items
		.filter(({ kind, id }) => kind === 'card' && own(round.cards, id)?.clusterId !== cluster.id)
		.map(({ id }) => id);
	return cardIds.length === 0 ? null : { kind: 'add', clusterId: cluster.id, cardIds };
}

function atStep(round: Pieces, held: readonly ItemRef[], stepId: string | null): Drop | null {
	// A card goes along with its stack when that is held too.
	const free = held.filter((item) => item.kind === 'cluster' || !isAmong(held, asStack(round, item), item));
	const items = free.filter((item) => stepOf(round, asStack(round, item)) !== stepId);
	if (items.length === 0) return null;
	const takeOut = items
		.filter((item) => item.kind === 'card' && asStack(round, item).kind === 'cluster')
		.map(({ id }) => id);
	return { kind: 'put', items, takeOut, stepId };
}

/** A card in a stack stands for that stack. */
function asStack(round: Pieces, item: ItemRef): ItemRef {
	const clusterId = item.kind === 'card' ? own(round.cards, item.id)?.clusterId : null;
	return clusterId ? { kind: 'cluster', id: clusterId } : item;
}

function isAmong(items: readonly ItemRef[], item: ItemRef, except?: ItemRef): boolean {
	return items.some((one) => one !== except && itemKey(one) === itemKey(item));
}

function stepOf({ cards, clusters }: Pieces, { kind, id }: ItemRef): string | null {
	return own<{ readonly stepId: string | null }>(kind === 'card' ? cards : clusters, id)?.stepId ?? null;
}
