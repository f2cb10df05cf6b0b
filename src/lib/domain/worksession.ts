import type { NeedLink } from './board/item.ts';
import type { ProcessStep } from './board/step.ts';
import type { Redaction } from './card/card.ts';
import type { Action } from './choose/action.ts';
import type { Decision } from './choose/decision.ts';
import type { ProductIdea } from './choose/idea.ts';
import type { KeptAnswer, Rating, ShownRating } from './choose/rating.ts';
import type { AgendaItem, ItemTimes } from './day/agenda-item.ts';
import type { PracticeExample } from './day/example.ts';
import type { Facts } from './day/facts.ts';
import type { Parked } from './day/parked.ts';
import type { Round } from './day/round.ts';
import type { Timer } from './day/timer.ts';
import type { Message, Spotlight } from './people/attention.ts';
import type { Participation } from './people/participation.ts';
import type { Table } from './people/table.ts';
import type { BroughtIn } from './record/brought-in.ts';
import type { RecordVersion } from './record/record-status.ts';
import type { Validated, Validation } from './record/validation.ts';
import type { AuthorVisibility, Doors } from './vocabulary.ts';

/** One facilitated day. Plain data with structural sharing: what did not change keeps its reference. */
export interface Worksession {
	readonly id: string;
	readonly isTrial: boolean;
	readonly facts: Facts;
	readonly authorVisibility: AuthorVisibility;
	/** The issue of the closed lists from which its codes are chosen, see `core-codes.ts`. */
	readonly codeBookVersion: number;
	readonly doors: Doors;
	readonly openedAt: number | null;
	readonly closedAt: number | null;
	readonly agenda: readonly AgendaItem[];
	/** The agenda item the group is at; null is the lobby. */
	readonly currentItemId: string | null;
	readonly timer: Timer;
	readonly rounds: Readonly<Record<string, Round>>;
	/** In the order of the process, of all tables through one another. */
	readonly steps: readonly ProcessStep[];
	readonly examples: readonly PracticeExample[];
	readonly tables: readonly Table[];
	readonly participations: Readonly<Record<string, Participation>>;
	/** Whom the facilitator sent away, and may let in again. */
	readonly removed: Readonly<Record<string, Participation>>;
	/** While true nobody new comes in. */
	readonly isLobbyLocked: boolean;
	readonly links: Readonly<Record<string, NeedLink>>;
	/** In the order in which they were added. */
	readonly ideas: readonly ProductIdea[];
	/** Both in the order in which they were added. */
	readonly decisions: readonly Decision[];
	readonly actions: readonly Action[];
	/** In the order in which it was parked. */
	readonly parked: readonly Parked[];
	/** Oldest first; at most the last one is open. */
	readonly ratings: readonly Rating[];
	/** What the room rates or whose results it looks at; null is the agenda item. */
	readonly shownRating: ShownRating | null;
	/** While everybody looks back at what they wrote: since when, and whether the hall shows decisions and actions. Null before, and once the group went on. */
	readonly wrapUp: { readonly startedAt: number; readonly isShowingOutcomes: boolean } | null;
	/** What the day was worth: participation id → answer. */
	readonly roti: Readonly<Record<string, KeptAnswer>>;
	/** Oldest first; empty until the worksession closes. */
	readonly recordVersions: readonly RecordVersion[];
	/** By code of a municipality; empty again whenever the record is put to them anew. */
	readonly validations: Readonly<Record<string, Validation>>;
	/** Oldest first. */
	readonly validated: readonly Validated[];
	/** Of what else than cards the text was taken away: `idea:…` → when last and why. */
	readonly redactions: Readonly<Record<string, Redaction>>;
	/** When each agenda item began and ended, as it really went. */
	readonly itemTimes: Readonly<Record<string, ItemTimes>>;
	/** How long the day was to take from its first item on, as planned when that began; null before. Later plans are held against it. */
	readonly plannedMinutes: number | null;
	readonly spotlight: Spotlight | null;
	readonly message: Message | null;
	/** While true participants look and listen; what they write waits on their devices. */
	readonly isFrozen: boolean;
	/** What came with the file of its record; null for a day that was held here. */
	readonly broughtIn: BroughtIn | null;
}

/**
 * The shape of `Worksession`. Raise it whenever a field is added, removed or means something else: a kept state of another format is
 * not read, and the log is replayed from its first event instead.
 */
export const STATE_FORMAT = 32;

/** A worksession of which nothing is known yet; `WorksessionPrepared` is the first event of every log. */
export function initialState(id: string): Worksession {
	return {
		id,
		isTrial: false,
		facts: {
			title: '',
			theme: 'ondermijning',
			group: 'frontrunner',
			date: null,
			startsAt: '09:30',
			place: ''
		},
		authorVisibility: 'municipality',
		codeBookVersion: 1,
		doors: 'prepared',
		openedAt: null,
		closedAt: null,
		agenda: [],
		currentItemId: null,
		timer: { kind: 'off' },
		rounds: {},
		steps: [],
		examples: [],
		tables: [],
		participations: {},
		removed: {},
		isLobbyLocked: false,
		links: {},
		ideas: [],
		decisions: [],
		actions: [],
		parked: [],
		ratings: [],
		shownRating: null,
		wrapUp: null,
		roti: {},
		recordVersions: [],
		validations: {},
		validated: [],
		redactions: {},
		itemTimes: {},
		plannedMinutes: null,
		spotlight: null,
		message: null,
		isFrozen: false,
		broughtIn: null
	};
}
