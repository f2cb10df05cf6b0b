import type { ItemRef, RoundItem } from '../board/item.ts';
import type { IdeaFacts, ProductIdea } from './idea.ts';
import { dealFault, isSameDeal, tidiedDeal } from './data-deal.ts';
import { withoutSource } from './action-source.ts';
import { isVisibleItem, itemKey } from '../board/items.ts';
import { own } from '../keyed.ts';
import {
	IDEA_NATIONAL_PART_LENGTH_MAX,
	IDEA_OWN_PART_LENGTH_MAX,
	IDEA_SUMMARY_LENGTH_MAX,
	IDEAS_MAX,
	ITEMS_PER_IDEA_MAX,
	TITLE_LENGTH_MAX,
	lengthOf
} from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { titleFault } from '../day/preparation.ts';
import { withoutRatedIdea } from './ratings.ts';
import type { Rejection } from '../rejections.ts';
import type { RoundKind } from '../vocabulary.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/** Product ideas: what could be made so that all municipalities get what some of them need, and what it would ask of them. */

type IdeaCommand = 'AddIdea' | 'ChangeIdea' | 'RemoveIdea';
type IdeaEvent = 'IdeaAdded' | 'IdeaChanged' | 'IdeaTied' | 'IdeaRemoved';

/** What a form for a new idea starts with. */
export const NEW_IDEA: IdeaFacts = {
	title: '',
	form: 'instrument',
	summary: '',
	ownPart: '',
	nationalPart: '',
	privacyCheck: null,
	deal: null,
	needs: [],
	examples: []
};

export const ideaDeciders: Deciders<IdeaCommand> = {
	AddIdea(state, { idea, tableId, from }, { newId }) {
		if (tableId !== null && !state.tables.some((table) => table.id === tableId))
			return reject('unknown-table');
		if (state.ideas.length >= IDEAS_MAX) return reject('ideas-full');
		const tidy = tidied(idea);
		const fault = ideaFault(state, tidy) ?? itemsFault(state, from, 'ideas');
		if (fault) return reject(fault);
		return accept([{ type: 'IdeaAdded', ideaId: newId(), idea: tidy, tableId, from: distinct(from) }]);
	},

	ChangeIdea(state, { ideaId, idea }) {
		const known = state.ideas.find(({ id }) => id === ideaId);
		if (!known) return reject('unknown-idea');
		const tidy = tidied(idea);
		const fault = ideaFault(state, tidy);
		if (fault) return reject(fault);
		return accept(isSameIdea(known, tidy) ? [] : [{ type: 'IdeaChanged', ideaId, idea: tidy }]);
	},

	RemoveIdea(state, { ideaId }) {
		if (!state.ideas.some(({ id }) => id === ideaId)) return reject('unknown-idea');
		return accept([{ type: 'IdeaRemoved', ideaId }]);
	}
};

export const ideaEvolvers: Evolvers<IdeaEvent> = {
	IdeaAdded: (state, { ideaId, idea, tableId, from }) => ({
		...state,
		ideas: [...state.ideas, { id: ideaId, tableId, from, interests: {}, ...NEW_IDEA, ...idea }]
	}),
	IdeaChanged: (state, { ideaId, idea }) => ({
		...state,
		ideas: state.ideas.map((known) => (known.id === ideaId ? { ...known, ...idea } : known))
	}),
	IdeaTied: (state, { ideaId, needs, from }) => ({
		...state,
		ideas: state.ideas.map((known) => (known.id === ideaId ? { ...known, needs, from } : known))
	}),
	IdeaRemoved: (state, { ideaId }) => ({
		...state,
		...withoutRatedIdea(state, ideaId),
		ideas: state.ideas.filter(({ id }) => id !== ideaId),
		decisions: state.decisions.map((decision) =>
			decision.ideaId === ideaId ? { ...decision, ideaId: null } : decision
		),
		actions: withoutSource(state.actions, { kind: 'idea', id: ideaId })
	})
};

function ideaFault(state: Worksession, idea: IdeaFacts): Rejection | null {
	const isTooLong =
		lengthOf(idea.summary) > IDEA_SUMMARY_LENGTH_MAX ||
		lengthOf(idea.ownPart) > IDEA_OWN_PART_LENGTH_MAX ||
		lengthOf(idea.nationalPart) > IDEA_NATIONAL_PART_LENGTH_MAX;
	return (
		titleFault(idea.title, TITLE_LENGTH_MAX) ??
		(isTooLong ? 'text-too-long' : null) ??
		(idea.deal && dealFault(idea.deal)) ??
		itemsFault(state, idea.needs, 'needs') ??
		(areExamples(state, idea.examples) ? null : 'unknown-example')
	);
}

function areExamples({ examples }: Worksession, ids: readonly string[]): boolean {
	return ids.every((id) => examples.some((example) => example.id === id));
}

/** Why an idea cannot rest on this; null when it can. `isThere` tells which items there are. */
export function tiedFault(
	state: Worksession,
	{ needs, from }: Pick<ProductIdea, 'needs' | 'from'>,
	isThere: IsThere
): Rejection | null {
	return itemsFault(state, needs, 'needs', isThere) ?? itemsFault(state, from, 'ideas', isThere);
}

type IsThere = (item: ItemRef, round: Round) => boolean;

/** An idea rests on what the room can see, in rounds of one kind. */
function itemsFault(
	state: Worksession,
	items: readonly RoundItem[],
	kind: RoundKind,
	isThere: IsThere = (item, round) => isVisibleItem(round, item)
): Rejection | null {
	if (items.length > ITEMS_PER_IDEA_MAX) return 'items-too-many';
	for (const { roundId, item } of items) {
		const round = own(state.rounds, roundId);
		if (!round) return 'unknown-round';
		if (round.kind !== kind) return 'wrong-round-kind';
		if (!isThere(item, round)) return 'unknown-item';
	}
	return null;
}

/** Without the space around texts, and each need and example once; only a data deal has a deal. */
function tidied({ title, form, summary, ownPart, nationalPart, ...idea }: IdeaFacts): IdeaFacts {
	return {
		title,
		form,
		summary: summary.trim(),
		ownPart: ownPart.trim(),
		nationalPart: nationalPart.trim(),
		privacyCheck: idea.privacyCheck,
		deal: form === 'datadeal' && idea.deal ? tidiedDeal(idea.deal) : null,
		needs: distinct(idea.needs),
		examples: [...new Set(idea.examples)]
	};
}

function distinct(items: readonly RoundItem[]): readonly RoundItem[] {
	return [...new Map(items.map((one) => [itemKey(one.item), one])).values()];
}

function isSameIdea(one: IdeaFacts, other: IdeaFacts): boolean {
	return (
		one.title === other.title &&
		one.form === other.form &&
		one.summary === other.summary &&
		one.ownPart === other.ownPart &&
		one.nationalPart === other.nationalPart &&
		one.privacyCheck === other.privacyCheck &&
		isSameDeal(one.deal, other.deal) &&
		keysOf(one.needs) === keysOf(other.needs) &&
		one.examples.join() === other.examples.join()
	);
}

function keysOf(items: readonly RoundItem[]): string {
	return items.map(({ item }) => itemKey(item)).join();
}
