import { isVisibleItem } from '../board/items.ts';
import type { NeedLink } from '../board/item.ts';
import type { ShownRating } from '../choose/rating.ts';
import type { Facts } from '../day/facts.ts';
import type { Message, Spotlight } from '../people/attention.ts';
import { mapValues, own } from '../keyed.ts';
import { remembering } from '../remembering.ts';
import type { Audience, AuthorVisibility, Doors } from '../vocabulary.ts';
import type { ProcessStep } from '../board/step.ts';
import type { Decision } from '../choose/decision.ts';
import type { ProductIdea } from '../choose/idea.ts';
import type { AgendaItem, ItemTimes } from '../day/agenda-item.ts';
import type { PracticeExample } from '../day/example.ts';
import type { Timer } from '../day/timer.ts';
import type { Table } from '../people/table.ts';
import type { Worksession } from '../worksession.ts';
import { ratingsBroughtIn } from './brought-in-view.ts';
import { type FacilitatorView, facilitatorView } from './facilitator-view.ts';
import { ideasView } from './idea-view.ts';
import { type ActionView, type ParkedView, actionViews, decisionsView, parkedViews } from './outcome-view.ts';
import { ownedView } from './owner-view.ts';
import type { People } from './people.ts';
import { type RatingView, ratingsView } from './rating-view.ts';
import { type RoundView, readableRound, roundView } from './round-view.ts';
import { type WrapUpView, wrapUpCounts } from './wrap-up-view.ts';

/**
 * This folder is THE ONLY WAY OUT. Whatever a browser, page, export or log line learns of a worksession comes from `sharedView` or
 * `ownView` (and the record asks `cardView`); the architecture test names the few functions of this folder that others may call.
 *
 * Everything is built field by field, never by spread: a new field of the state reaches nobody until somebody writes it here.
 * What the room has not seen yet (`isShared` is false) is left out whole, also its id. Records are filled in order of random
 * ids, so that order does not betray who wrote what when. Parts that did not change keep their reference, so that a patch costs what changed.
 */

export interface TableView {
	readonly id: string;
	readonly name: string;
	readonly exampleId: string | null;
}

/** One object for everyone in an audience. */
export interface SharedView {
	readonly id: string;
	readonly isTrial: boolean;
	readonly facts: Facts;
	readonly authorVisibility: AuthorVisibility;
	readonly doors: Doors;
	readonly agenda: readonly AgendaItem[];
	readonly currentItemId: string | null;
	readonly timer: Timer;
	readonly rounds: Readonly<Record<string, RoundView>>;
	readonly steps: readonly ProcessStep[];
	readonly examples: readonly PracticeExample[];
	readonly tables: readonly TableView[];
	readonly isLobbyLocked: boolean;
	readonly links: Readonly<Record<string, NeedLink>>;
	readonly ideas: readonly ProductIdea[];
	readonly decisions: readonly Decision[];
	readonly actions: readonly ActionView[];
	readonly parked: readonly ParkedView[];
	/** Oldest first; at most the last one is open. */
	readonly ratings: readonly RatingView[];
	/** What the room rates or whose results it looks at; null is the agenda item. */
	readonly shownRating: ShownRating | null;
	/** While everybody looks back at what they wrote; null at other times. */
	readonly wrapUp: WrapUpView | null;
	/** Harmless first cards of the lobby, sorted by text; they stay out of the record. */
	readonly greetings: readonly string[];
	readonly itemTimes: Readonly<Record<string, ItemTimes>>;
	/** From the first item on, as planned when that began; null before. */
	readonly plannedMinutes: number | null;
	/** What everyone looks at; only what the room can see. */
	readonly spotlight: Spotlight | null;
	readonly message: Message | null;
	readonly isFrozen: boolean;
	readonly facilitator: FacilitatorView | null;
}

export function sharedView(state: Worksession, people: People, audience: Audience): SharedView {
	return {
		id: state.id,
		isTrial: state.isTrial,
		facts: state.facts,
		authorVisibility: state.authorVisibility,
		doors: state.doors,
		agenda: state.agenda,
		currentItemId: state.currentItemId,
		timer: state.timer,
		rounds: mapValues(state.rounds, (round) => {
			const view = roundView(round, state, people);
			return audience === 'facilitator' ? view : readableRound(view);
		}),
		steps: state.steps,
		examples: state.examples,
		tables: tablesView(state.tables),
		isLobbyLocked: state.isLobbyLocked,
		links: linksView(state.links, state.rounds),
		ideas: ideasView(state.ideas),
		decisions: decisionsView(state.decisions),
		actions: ownedView(actionViews, state.actions, state, audience),
		parked: ownedView(parkedViews, state.parked, state, audience),
		ratings: state.broughtIn ? ratingsBroughtIn(state.broughtIn.totals) : ratingsView(state.ratings),
		shownRating: state.shownRating,
		wrapUp: state.wrapUp && wrapUpCounts(state.rounds, state.wrapUp, state.roti),
		greetings: greetingsView(state.participations),
		itemTimes: state.itemTimes,
		plannedMinutes: state.plannedMinutes,
		spotlight: spotlightView(state),
		message: state.message,
		isFrozen: state.isFrozen,
		facilitator: audience === 'facilitator' ? facilitatorView(state, people) : null
	};
}

/** A spotlight on what the room cannot see any more lights nothing. */
function spotlightView(state: Worksession): Spotlight | null {
	const { spotlight } = state;
	const round = spotlight && own(state.rounds, spotlight.roundId);
	return round && isVisibleItem(round, spotlight.item) ? spotlight : null;
}

/** Links whose two ends the room can see. */
const linksView = remembering(
	(links: Worksession['links'], rounds: Worksession['rounds']): SharedView['links'] => {
		const isVisible = (roundId: string, item: NeedLink['need']) => {
			const round = own(rounds, roundId);
			return round !== undefined && isVisibleItem(round, item);
		};
		const entries = Object.entries(links).filter(
			([, link]) => isVisible(link.roundId, link.need) && isVisible(link.bottleneckRoundId, link.bottleneck)
		);
		return entries.length === Object.keys(links).length ? links : Object.fromEntries(entries);
	},
	(_, rounds) => [rounds]
);

const greetingsView = remembering((participations: Worksession['participations']): readonly string[] =>
	Object.values(participations)
		.map((participation) => participation.greeting)
		.filter((greeting) => greeting !== null)
		.sort()
);

/** Tables as everyone knows them; who leads one is a matter of the facilitator and the host. */
const tablesView = remembering((tables: readonly Table[]): readonly TableView[] =>
	tables.map(({ id, name, exampleId }) => ({ id, name, exampleId }))
);
