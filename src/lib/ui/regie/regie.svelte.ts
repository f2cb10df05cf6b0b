import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import { own } from '#lib/domain/keyed.ts';
import type { ItemRef } from '#lib/domain/board/item.ts';
import type { TextRef } from '#lib/domain/card/card.ts';
import type { Command, CommandType } from '#lib/domain/commands.ts';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';
import type { ClusterView, RoundView } from '#lib/domain/visibility/round-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { answerText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import { boardItems, type BoardItem } from '../board/board-columns.ts';
import { itemsAt, stepsAt } from '../board/board-tables.ts';
import { heldWords } from '../board/held-words.ts';
import { parkedCards } from '../board/parked.ts';
import { StillBoard } from '../board/still-board.svelte.ts';
import type { Hand } from '../board/hand.svelte.ts';
import type { IdeaStart } from '../idea/idea-start.ts';
import type { Announcer } from '../primitives/announcer.svelte.ts';
import type { Toasts } from '../primitives/toasts.svelte.ts';
import { ActHistory, type Undoing } from '../board/act-history.svelte.ts';
import { ActsUnderWay, isOnBoard } from '../board/acts-under-way.svelte.ts';
import { ChosenTable } from './chosen-table.svelte.ts';
import { ALL_WANTED, isSearch, isWanted, type Wanted } from '../board/board-find.ts';
import { handOf } from './drag-acts.ts';
import { MoveMode } from '../board/move-mode.svelte.ts';
import { currentRound } from './next-action.ts';
import { Selection } from '../board/selection.svelte.ts';
import { watchOthers } from '../board/watch-others.svelte.ts';

/** What the facilitator is asked in a dialog. */
export type RegieQuestion =
	| { readonly kind: 'make-stack'; readonly items: readonly ItemRef[] }
	| { readonly kind: 'rename-stack'; readonly cluster: ClusterView }
	| { readonly kind: 'step-from-cards'; readonly cards: readonly CardView[] }
	| { readonly kind: 'rename-step'; readonly step: ProcessStep }
	| { readonly kind: 'describe-step'; readonly step: ProcessStep }
	| { readonly kind: 'redact'; readonly roundId: string; readonly card: CardView }
	| {
			readonly kind: 'redact-text';
			readonly target: TextRef;
			readonly text: string;
			/** What is shown again afterwards. */
			readonly back: RegieQuestion | null;
	  }
	/** What somebody said of themselves. */
	| { readonly kind: 'redact-person'; readonly person: Pick<ParticipationView, 'id' | 'name'> }
	| { readonly kind: 'redact-gone'; readonly back: RegieQuestion | null }
	| { readonly kind: 'remove-step'; readonly step: ProcessStep; readonly count: number }
	| { readonly kind: 'classify' }
	| { readonly kind: 'link' }
	| { readonly kind: 'vote-again'; readonly round: RoundView }
	/** The new idea to begin with; null opens the list. */
	| { readonly kind: 'ideas'; readonly start: IdeaStart | null }
	| { readonly kind: 'outcomes' }
	| { readonly kind: 'ratings' }
	/** What is to be parked; nothing opens the list. */
	| { readonly kind: 'parking'; readonly items: readonly ItemRef[] }
	| { readonly kind: 'tables' }
	/** Whether to undo what somebody else did last. */
	| { readonly kind: 'undo-theirs'; readonly command: Undoing }
	| { readonly kind: 'message' }
	| { readonly kind: 'close-worksession' }
	| { readonly kind: 'hand-over' }
	| { readonly kind: 'keys' };

/** Pressing a timer button four times is four acts; pressing anything else twice is one. */
const REPEATABLE: readonly CommandType[] = ['AdjustTimer'];

/** What was taken away for good must not come back by undoing. */
const REDACTING: readonly CommandType[] = ['RedactCard', 'RedactText', 'RedactGone'];

/** What the parts of the regie page share: the worksession, what is chosen, what is asked, what is under way. */
export class Regie {
	readonly client: WorksessionClient;
	readonly toasts: Toasts;
	readonly #announcer: Announcer;
	readonly selection = new Selection();
	readonly history = new ActHistory();
	/** While what is chosen is carried to another step. */
	readonly moving = new MoveMode();
	/** The board as this facilitator sees it, who may let it stand still. */
	readonly board = new StillBoard(() => this.#live());
	/** The same, that stands still besides while something on it is dragged. */
	readonly shown = new StillBoard(() => this.board.drawn);
	/** What is dragged over the board. */
	readonly hand: Hand;
	/** The table whose part of the board is shown. */
	readonly table: ChosenTable;
	/** What is looked for on the board. */
	wanted: Wanted = $state.raw(ALL_WANTED);
	/** With whom the pieces of this board are that others have picked up, by item key. */
	readonly away: ReadonlyMap<string, string> = $derived.by(() =>
		heldWords(this.client.held, this.round, (id) => this.openStacks.has(id))
	);
	/** Ids of the cards of this board that are on the parking lot. */
	readonly parked: ReadonlySet<string> = $derived.by(() =>
		parkedCards(this.client.shared, this.round?.id ?? '')
	);
	/** The cards and stacks of this board. */
	readonly allItems: readonly BoardItem[] = $derived.by(() => {
		const { round } = this.shown;
		return round ? itemsAt(boardItems(round), this.table.filter) : [];
	});
	/** Those that the board shows: what is not found is out of view, and nothing is done to it unseen. */
	readonly items: readonly BoardItem[] = $derived(
		this.isFinding ? this.allItems.filter((item) => isWanted(item, this.wanted, this.parked)) : this.allItems
	);
	/** The steps that the board shows, in their order. */
	readonly steps: readonly ProcessStep[] = $derived.by(() =>
		stepsAt(this.shown.steps, this.client.shared.tables, this.table.filter)
	);
	readonly selectedCards: readonly CardView[] = $derived.by(() => {
		const { keys } = this.selection;
		const cards = keys.size > 0 ? Object.values(this.shown.round?.cards ?? {}) : [];
		return cards.filter(({ id }) => keys.has(`card:${id}`));
	});
	/** Ids of the stacks whose cards are shown. */
	readonly openStacks = new SvelteSet<string>();
	question: RegieQuestion | null = $state.raw(null);
	/** Key of the piece that had focus last. */
	lastFocused: string | null = null;
	readonly #underWay = new ActsUnderWay();

	constructor(client: WorksessionClient, toasts: Toasts, announcer: Announcer) {
		this.client = client;
		this.table = new ChosenTable(client.shared.id, () => ({
			round: this.board.round,
			tables: client.shared.tables
		}));
		this.toasts = toasts;
		this.hand = handOf(this);
		this.#announcer = announcer;
		watchOthers({
			client,
			history: this.history,
			roundId: () => this.round?.id,
			isActing: () => this.#underWay.areOnBoard
		});
	}

	get round(): RoundView | null {
		return currentRound(this.client.shared);
	}

	get isFinding(): boolean {
		return isSearch(this.wanted);
	}

	get selectedClusters(): readonly ClusterView[] {
		const clusters = Object.values(this.shown.round?.clusters ?? {});
		return clusters.filter((cluster) => this.selection.has(`cluster:${cluster.id}`));
	}

	isUnderWay(type: CommandType): boolean {
		return this.#underWay.has(type);
	}

	/** Asks the server; the answer is null when it is on disk, else the sentence that says why not. */
	ask(command: Command): Promise<string | null> {
		return this.#underWay.until(command.type, async () => {
			const isDone = this.history.expect(this.client, command);
			const answer = await this.client.act(command);
			if (!answer.ok) return answerText(answer);
			isDone();
			if (REDACTING.includes(command.type)) this.history.forget();
			if (this.board.isStill && isOnBoard(command.type)) this.#letBoardRun();
			return null;
		});
	}

	/** The same with the refusal in a toast. A second press while the first is under way is no second act. */
	async perform(command: Command): Promise<boolean> {
		if (this.isUnderWay(command.type) && !REPEATABLE.includes(command.type)) return false;
		const refused = await this.ask(command);
		if (refused !== null) this.toasts.show({ text: refused, icon: 'warn' });
		return refused === null;
	}

	/** For who listens: what the board shows already to who looks. */
	say(text: string): void {
		this.#announcer.polite(text);
	}

	#live(): { readonly round: RoundView; readonly steps: readonly ProcessStep[] } | null {
		const { round } = this;
		return round && { round, steps: this.client.shared.steps };
	}

	#letBoardRun(): void {
		this.board.run();
		this.say(m.room_still_say_runs());
	}

	/** The key under which a piece is on the board now: a card that went into a stack is found as that stack. */
	keyNow(key: string): string {
		const id = key.startsWith('card:') ? key.slice('card:'.length) : null;
		const card = id === null ? undefined : own(this.board.round?.cards ?? {}, id);
		const stackId = card?.clusterId ?? null;
		return stackId === null || this.openStacks.has(stackId) ? key : `cluster:${stackId}`;
	}
}

export const [getRegie, setRegie] = createContext<Regie>();
