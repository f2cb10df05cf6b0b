import type { ItemRef } from '../board/item.ts';
import type { Parked, ParkedFacts } from './parked.ts';
import { cardIdsOf, isVisibleItem } from '../board/items.ts';
import { own } from '../keyed.ts';
import { CARD_TEXT_LENGTH_MAX, ITEMS_PER_COMMAND_MAX, PARKED_MAX, lengthOf } from '../limits.ts';
import { type Outcome, accept, reject } from '../outcome.ts';
import { ownerFault, tidiedOwner } from '../people/owners.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/**
 * The parking lot: what the room comes back to later, with an owner. Cards stay where they lie; what is parked knows them and not the
 * stack they lay in, so that no stacking, taking apart or undoing of it ever loses one.
 */

export const parkingDeciders: Deciders<'Park' | 'ChangeParked' | 'Unpark'> = {
	Park(state, { roundId, items, parked, tableId }, { actor, newId }) {
		if (tableId !== null && !state.tables.some((table) => table.id === tableId))
			return reject('unknown-table');
		if (state.parked.length >= PARKED_MAX) return reject('outcomes-full');
		const tidy: ParkedFacts = { text: parked.text.trim(), ...tidiedOwner(parked) };
		if (lengthOf(tidy.text) > CARD_TEXT_LENGTH_MAX) return reject('text-too-long');
		const fault = ownerFault(state, tidy, actor);
		if (fault) return reject(fault);
		const cards = cardsOf(state, roundId, items);
		if (!cards.ok) return cards;
		const cardIds = cards.value;
		if (cardIds.length === 0 && tidy.text === '') return reject('text-empty');
		const round = cardIds.length === 0 ? null : roundId;
		return accept([{ type: 'Parked', parkedId: newId(), roundId: round, cardIds, parked: tidy, tableId }]);
	},

	ChangeParked(state, { parkedId, owner }, { actor }) {
		const known = state.parked.find(({ id }) => id === parkedId);
		if (!known) return reject('unknown-parked');
		const tidy = tidiedOwner(owner);
		// A host does not learn who the owner was: neither by naming them nor from an answer that nothing changed.
		const knownId = actor.role === 'facilitator' ? known.ownerId : null;
		const fault = ownerFault(state, tidy, actor, knownId);
		return fault ? reject(fault) : accept([{ type: 'ParkedChanged', parkedId, owner: tidy }]);
	},

	Unpark(state, { parkedId }) {
		if (!state.parked.some(({ id }) => id === parkedId)) return reject('unknown-parked');
		return accept([{ type: 'Unparked', parkedId }]);
	}
};

export const parkingEvolvers: Evolvers<'Parked' | 'ParkedChanged' | 'Unparked'> = {
	Parked: (state, { parkedId, roundId, cardIds, parked, tableId }) => ({
		...state,
		parked: [...state.parked, { id: parkedId, roundId, cardIds, tableId, ...parked }]
	}),
	ParkedChanged: (state, { parkedId, owner }) => ({
		...state,
		parked: state.parked.map((known) => (known.id === parkedId ? { ...known, ...owner } : known))
	}),
	Unparked: (state, { parkedId }) => ({
		...state,
		parked: state.parked.filter(({ id }) => id !== parkedId)
	})
};

/** In the order of their random ids: the order in which cards were posted would tell who wrote them. */
function cardsOf(
	state: Worksession,
	roundId: string | null,
	items: readonly ItemRef[]
): Outcome<readonly string[]> {
	if (items.length === 0) return accept([]);
	const round = roundId === null ? undefined : own(state.rounds, roundId);
	if (!round) return reject('unknown-round');
	if (items.length > ITEMS_PER_COMMAND_MAX || !items.every((item) => isVisibleItem(round, item)))
		return reject('unknown-item');
	const ids = new Set(items.flatMap((item) => cardIdsOf(round, item)));
	return accept([...ids].sort());
}

/** A card that is no more leaves the parking lot; words of its own stay there, and so do the other cards. */
export function withoutParkedCard(parked: readonly Parked[], cardId: string): readonly Parked[] {
	if (!parked.some(({ cardIds }) => cardIds.includes(cardId))) return parked;
	return parked.flatMap((one) => {
		const cardIds = one.cardIds.filter((id) => id !== cardId);
		if (cardIds.length > 0) return [{ ...one, cardIds }];
		return one.text === '' ? [] : [{ ...one, cardIds, roundId: null }];
	});
}
