import type { CardShelf } from '../card/card-table.ts';
import { budgetsSpent } from '../choose/ballots.ts';
import type { Cluster, ItemCodes } from '../board/item.ts';
import type { DotRules, EarlierVote } from '../choose/ballot.ts';
import type { Round, RoundSettings } from '../day/round.ts';
import { mapValues } from '../keyed.ts';
import { remembering } from '../remembering.ts';
import type { AuthorVisibility, RoundKind, Stage } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';
import { votesBroughtIn } from './brought-in-view.ts';
import { type CardView, cardView, unreadable } from './card-view.ts';
import type { People } from './people.ts';
import { closedResults, type ItemResult, voteResults } from './vote-results.ts';

export interface ClusterView {
	readonly id: string;
	readonly title: string;
	readonly stepId: string | null;
}

/** A vote after which the round voted again. */
export interface EarlierVoteView {
	readonly rules: DotRules;
	readonly closedAt: number;
	readonly votedOn: readonly string[] | null;
	/** Totals per item key. */
	readonly results: Readonly<Record<string, ItemResult>>;
}

interface RoundSettingsView extends DotRules {
	readonly question: string;
	readonly helpText: string;
	readonly minutes: RoundSettings['minutes'];
	readonly isAtTables: boolean;
}

export interface RoundView {
	readonly id: string;
	readonly kind: RoundKind;
	readonly settings: RoundSettingsView;
	readonly stage: Stage;
	readonly closedAt: number | null;
	/** All cards, also those nobody else may read yet. */
	readonly cardCount: number;
	readonly cards: Readonly<Record<string, CardView>>;
	readonly clusters: Readonly<Record<string, ClusterView>>;
	/** What was classified, by item key; only what the room can see ever is. */
	readonly codes: Readonly<Record<string, ItemCodes>>;
	/** Of how many people, or of how many municipalities where budgets are theirs, all dots are placed. */
	readonly votersDone: number;
	/** People who said to be ready in the present stage. */
	readonly readyCount: number;
	/** Keys of the items that may get dots in this vote; null is all of them. */
	readonly votedOn: readonly string[] | null;
	/** Totals per item key, only once the round is closed; null before. */
	readonly results: Readonly<Record<string, ItemResult>> | null;
	/** What was voted before this vote, oldest first. */
	readonly earlierVotes: readonly EarlierVoteView[];
}

export type VotesView = Pick<RoundView, 'votedOn' | 'earlierVotes'>;

export const roundView = remembering(
	(round: Round, state: Worksession, people: People): RoundView => ({
		id: round.id,
		kind: round.kind,
		settings: settingsView(round.settings),
		stage: round.stage,
		closedAt: round.closedAt,
		cardCount: round.cardCount,
		cards: cardsView(round, state.authorVisibility, people),
		clusters: mapValues(round.clusters, (cluster) => clusterView(cluster)),
		codes: mapValues(round.codes, (codes) => codesView(codes)),
		votersDone: budgetsSpent(round),
		readyCount: Object.keys(round.ready).length,
		votedOn: votesView(round, state).votedOn,
		results: closedResults(round, state),
		earlierVotes: votesView(round, state).earlierVotes
	}),
	(round, state, people) => [
		state.authorVisibility,
		people.epoch,
		// Results count the municipalities of whoever gave the dots.
		round.stage === 'closed' || round.earlierVotes.length > 0 ? state.participations : null
	]
);

/** The present vote and those before it: as they were held here, or as the file told that they were. */
const votesView = remembering(
	(round: Round, state: Worksession): VotesView =>
		votesBroughtIn(round, state) ?? {
			votedOn: round.votedOn,
			earlierVotes: round.earlierVotes.map((vote) => earlierVoteView(vote, state))
		},
	(_, state) => [state.participations, state.broughtIn]
);

/** The same for a room that may not read what is hidden; the view itself where nothing is. */
export const readableRound = remembering((view: RoundView): RoundView => {
	const hidden = Object.values(view.cards).filter((card) => card.isHidden);
	if (hidden.length === 0) return view;
	return { ...view, cards: { ...view.cards, ...hiddenViews(hidden) } };
});

function hiddenViews(hidden: readonly CardView[]): RoundView['cards'] {
	return Object.fromEntries(hidden.map((card) => [card.id, hiddenView(card)]));
}

const hiddenView = remembering(unreadable);

const earlierVoteView = remembering(
	(vote: EarlierVote, state: Worksession): EarlierVoteView => ({
		rules: rulesView(vote.rules),
		closedAt: vote.closedAt,
		votedOn: vote.votedOn,
		results: voteResults(vote.ballots, state)
	}),
	(_, state) => [state.participations]
);

function rulesView({ dotBudget, budgetPer, dotsPerItemMax }: DotRules): DotRules {
	return { dotBudget, budgetPer, dotsPerItemMax };
}

const settingsView = remembering((settings: RoundSettings): RoundSettingsView => ({
	question: settings.question,
	helpText: settings.helpText,
	minutes: settings.minutes,
	isAtTables: settings.isAtTables,
	dotBudget: settings.dotBudget,
	budgetPer: settings.budgetPer,
	dotsPerItemMax: settings.dotsPerItemMax
}));

/** In an order of random ids: the order in which cards were posted would tell who wrote them to whoever looked around. */
function cardsView(round: Round, visibility: AuthorVisibility, people: People): RoundView['cards'] {
	const views: Record<string, CardView> = {};
	for (const shelf of round.cards)
		for (const view of shelfView(shelf, visibility, people)) views[view.id] = view;
	return views;
}

const shelfView = remembering(
	(shelf: CardShelf, visibility: AuthorVisibility, people: People): readonly CardView[] =>
		Object.values(shelf)
			.flatMap((card) => cardView(card, visibility, people) ?? [])
			.sort((a, b) => (a.id < b.id ? -1 : 1)),
	(_, visibility, people) => [visibility, people.epoch]
);

const clusterView = remembering((cluster: Cluster): ClusterView => ({
	id: cluster.id,
	title: cluster.title,
	stepId: cluster.stepId
}));

const codesView = remembering(({ category, also, phase, nature, needType }: ItemCodes): ItemCodes => ({
	category,
	also,
	phase,
	nature,
	needType
}));
