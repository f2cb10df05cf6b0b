import type { Action } from '../choose/action.ts';
import type { Decision } from '../choose/decision.ts';
import type { Parked } from '../day/parked.ts';
import type { OwnerFacts } from '../people/owner.ts';
import { ownerOrigin } from '../visibility/owner-view.ts';
import type { Worksession } from '../worksession.ts';
import { moment, timestamp } from './record-moment.ts';

export interface RecordDecision {
	readonly id: string;
	readonly order: number;
	/** RFC 3339 in UTC: when it was first taken down. */
	readonly at: string;
	/** When it was last changed; null while it says what it said at first. */
	readonly changedAt: string | null;
	readonly text: string;
	readonly reason: string;
	readonly dissents: readonly string[];
	/** Id of the product idea that it is about. */
	readonly idea: string | null;
}

export interface RecordOwner {
	/** For whom the owner comes, when they took part; null when they did not. */
	readonly municipalities: readonly string[] | null;
	readonly organisation: string | null;
	/** The owner in words, as it was written down; may be empty. */
	readonly owner: string;
}

export interface RecordAction extends RecordOwner {
	readonly id: string;
	readonly order: number;
	readonly text: string;
	readonly dueOn: string | null;
	/** What it follows from, at most one of these: id of a decision, id of a product idea, ids of cards of one round. */
	readonly decision: string | null;
	readonly idea: string | null;
	readonly cards: readonly string[];
}

/** What was put on the parking lot and not taken off it. */
export interface RecordParked extends RecordOwner {
	readonly id: string;
	readonly order: number;
	/** Ids of its cards, all of one round; empty for a thought. */
	readonly cards: readonly string[];
	/** The thought, or a remark on the cards; may be empty where there are cards. */
	readonly text: string;
	readonly table: string | null;
}

export function recordDecision(decision: Decision, index: number): RecordDecision {
	const { id, at, changedAt, text, reason, dissents, ideaId } = decision;
	const when = { at: moment(at), changedAt: timestamp(changedAt) };
	return { id, order: index + 1, ...when, text, reason, dissents, idea: ideaId };
}

export function recordAction(action: Action, index: number, state: Worksession): RecordAction {
	const { id, text, dueOn, source } = action;
	return { id, order: index + 1, text, ...recordOwner(action, state), dueOn, ...recordSource(source) };
}

function recordSource(source: Action['source']): Pick<RecordAction, 'decision' | 'idea' | 'cards'> {
	return {
		decision: source?.kind === 'decision' ? source.id : null,
		idea: source?.kind === 'idea' ? source.id : null,
		cards: source?.kind === 'cards' ? source.cardIds : []
	};
}

export function recordParked(parked: Parked, index: number, state: Worksession): RecordParked {
	const { id, cardIds, text, tableId } = parked;
	return { id, order: index + 1, cards: cardIds, text, ...recordOwner(parked, state), table: tableId };
}

function recordOwner(of: OwnerFacts, state: Worksession): RecordOwner {
	const { municipalities, organisation } = ownerOrigin(of, state) ?? {
		municipalities: null,
		organisation: null
	};
	return { municipalities, organisation, owner: of.ownerName };
}
