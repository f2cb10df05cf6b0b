import { itemKey, itemOfCard } from '../board/items.ts';
import type { Round } from '../day/round.ts';
import { own } from '../keyed.ts';
import type { RoundKind } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';
import { visibleCards } from './record-cards.ts';
import { recordLinks } from './record-links.ts';
import { type RecordParked, recordParked } from './record-outcomes.ts';

/** What nobody tied up: item keys of a need that solves no bottleneck and a bottleneck that no need solves, ids of an idea for no need, a decision without a reason, and an action that is nobody's or for no day, and what is parked. Shown, so that it is not lost. */
export interface RecordLooseEnds {
	readonly needsWithoutBottleneck: readonly string[];
	readonly bottlenecksWithoutNeed: readonly string[];
	readonly ideasWithoutNeed: readonly string[];
	readonly decisionsWithoutReason: readonly string[];
	readonly actionsWithoutOwner: readonly string[];
	readonly actionsWithoutDate: readonly string[];
	/** In the order in which it was parked. */
	readonly parked: readonly RecordParked[];
}

export function looseEnds(rounds: readonly Round[], state: Worksession): RecordLooseEnds {
	const links = recordLinks(state);
	const needs = new Set(links.map((link) => link.need));
	const bottlenecks = new Set(links.map((link) => link.bottleneck));
	return {
		needsWithoutBottleneck: itemKeysOf(rounds, 'needs', state).filter((key) => !needs.has(key)),
		bottlenecksWithoutNeed: itemKeysOf(rounds, 'bottlenecks', state).filter((key) => !bottlenecks.has(key)),
		ideasWithoutNeed: idsOf(state.ideas, ({ needs: served }) => served.length === 0),
		decisionsWithoutReason: idsOf(state.decisions, ({ reason }) => reason === ''),
		actionsWithoutOwner: idsOf(
			state.actions,
			({ ownerId, ownerName }) => ownerId === null && ownerName === ''
		),
		actionsWithoutDate: idsOf(state.actions, ({ dueOn }) => dueOn === null),
		parked: state.parked.map((parked, index) => recordParked(parked, index, state))
	};
}

/** Whether something in the record is not tied up yet. */
export function hasLooseEnds(state: Worksession): boolean {
	const rounds = state.agenda.flatMap(({ id }) => own(state.rounds, id) ?? []);
	return Object.values(looseEnds(rounds, state)).some((ends: readonly unknown[]) => ends.length > 0);
}

function idsOf<T extends { readonly id: string }>(
	pieces: readonly T[],
	isLoose: (piece: T) => boolean
): readonly string[] {
	return pieces.filter(isLoose).map(({ id }) => id);
}

/** A loose card that its municipality withdrew ties up nothing any more. */
function itemKeysOf(rounds: readonly Round[], kind: RoundKind, state: Worksession): readonly string[] {
	const cards = rounds
		.filter((round) => round.kind === kind)
		.flatMap((round) => visibleCards(round, state))
		.filter(({ redaction, clusterId }) => clusterId !== null || redaction?.by !== 'municipality');
	return [...new Set(cards.map((card) => itemKey(itemOfCard(card))))].sort();
}
