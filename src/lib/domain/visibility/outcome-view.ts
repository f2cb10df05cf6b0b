import { remembering } from '../remembering.ts';
import type { Action } from '../choose/action.ts';
import type { Decision } from '../choose/decision.ts';
import type { Parked } from '../day/parked.ts';
import type { Worksession } from '../worksession.ts';
import { type OwnerView, ownedViews } from './owner-view.ts';

export interface ActionView extends Action, OwnerView {}

export interface ParkedView extends Parked, OwnerView {}

export const decisionsView = remembering((decisions: Worksession['decisions']): readonly Decision[] =>
	decisions.map(({ id, at, changedAt, text, reason, dissents, ideaId }) => ({
		id,
		at,
		changedAt,
		text,
		reason,
		dissents,
		ideaId
	}))
);

export const actionViews = ownedViews(({ id, text, dueOn, source }: Action, owner): ActionView => ({
	id,
	text,
	...owner,
	dueOn,
	source
}));

/** Parked is only what the room has seen: that is a rule of `parking.ts`, and what was seen stays seen. */
export const parkedViews = ownedViews(
	({ id, roundId, cardIds, tableId, text }: Parked, owner): ParkedView => ({
		id,
		roundId,
		cardIds,
		tableId,
		text,
		...owner
	})
);
