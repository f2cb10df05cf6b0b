import { createContext, tick } from 'svelte';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { ClusterView } from '#lib/domain/visibility/round-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { answerText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import { ActHistory, type Undoing } from '../board/act-history.svelte.ts';
import { ActsUnderWay } from '../board/acts-under-way.svelte.ts';
import { stepNumber } from '../board/board-tables.ts';
import { Selection } from '../board/selection.svelte.ts';
import { stepThrough, undoTheirs, type Direction } from '../board/step-through.ts';
import type { IdeaStart } from '../idea/idea-start.ts';
import type { Announcer } from '../primitives/announcer.svelte.ts';
import type { Toasts } from '../primitives/toasts.svelte.ts';
import { hostCommands, type HostChoice } from './host-choice.ts';

/** What a host is asked before something is done. What it is about stays as it was when it was asked. */
export type HostQuestion =
	| { readonly kind: 'make-stack'; readonly choice: HostChoice }
	| { readonly kind: 'rename-stack'; readonly roundId: string; readonly cluster: ClusterView }
	| { readonly kind: 'add-step'; readonly choice: HostChoice; readonly tableId: string }
	| { readonly kind: 'rename-step'; readonly step: ProcessStep }
	| { readonly kind: 'describe-step'; readonly step: ProcessStep }
	| { readonly kind: 'classify'; readonly choice: HostChoice }
	| { readonly kind: 'link'; readonly choice: HostChoice }
	/** Nothing chosen opens the list. */
	| { readonly kind: 'parking'; readonly choice: HostChoice; readonly tableId: string }
	/** The new idea to begin with; null opens the list. */
	| { readonly kind: 'ideas'; readonly start: IdeaStart | null; readonly tableId: string }
	/** Whether to undo what somebody else did last. */
	| { readonly kind: 'undo-theirs'; readonly command: Undoing }
	| { readonly kind: 'remove-step'; readonly step: ProcessStep; readonly count: number };

/**
 * What a host does on the board of their table. It lives as long as the room: when somebody else becomes host while a title is being
 * typed, the question stays open with its text, and says why it can no longer be saved.
 */
export class HostActs {
	readonly selection = new Selection();
	readonly history = new ActHistory();
	question: HostQuestion | null = $state.raw(null);
	/** The board, to go on from when what had focus is gone. */
	board: HTMLElement | undefined;
	/** Key of the piece whose tick had focus last. */
	lastFocused: string | null = null;
	readonly #client: WorksessionClient;
	readonly #announcer: Announcer;
	readonly #toasts: Toasts;
	readonly #underWay = new ActsUnderWay();
	#isStepping = false;

	constructor(client: WorksessionClient, announcer: Announcer, toasts: Toasts) {
		this.#client = client;
		this.#announcer = announcer;
		this.#toasts = toasts;
	}

	/** Whether something of one's own is on its way that the board will show. */
	get isActing(): boolean {
		return this.#underWay.areOnBoard || this.#client.pending.length > 0;
	}

	/** Does it at once; a refusal is said, and keeps the choice. */
	async perform(commands: readonly Command[], done: string): Promise<void> {
		for (const command of commands) {
			if (!(await this.#try(command))) return;
		}
		this.settle(done);
	}

	/** Puts what is chosen at one of these steps, or at none with null. */
	pin(choice: HostChoice, steps: readonly ProcessStep[], step: ProcessStep | null): Promise<void> {
		const done = step
			? m.room_host_say_pinned({ number: stepNumber(steps, step) })
			: m.room_host_say_unpinned();
		return this.perform([hostCommands.pin(choice, step?.id ?? null)], done);
	}

	/** Takes one's last act back, or does it again. */
	async step(direction: Direction): Promise<void> {
		if (this.#isStepping) return;
		this.#isStepping = true;
		const port = {
			history: this.history,
			shared: this.#client.shared,
			perform: (command: Command) => this.#try(command),
			askTheirs: (command: Undoing) => (this.question = { kind: 'undo-theirs', command }),
			say: (text: string) => this.settle(text)
		};
		await stepThrough(port, direction);
		this.#isStepping = false;
	}

	/** Undoes what somebody else did last; the answer is why not, or null. */
	undoOther(command: Undoing): Promise<string | null> {
		const port = { history: this.history, say: (text: string) => this.settle(text) };
		return undoTheirs(port, () => this.send(command));
	}

	/** For a question: why not, or null when it is done. */
	async ask(command: Command, done: string): Promise<string | null> {
		const refused = await this.send(command);
		if (refused === null) this.settle(done);
		return refused;
	}

	/** Why not, or null when it is on disk; keeps the choice. */
	send(command: Command): Promise<string | null> {
		return this.#underWay.until(command.type, async () => {
			const isDone = this.history.expect(this.#client, command);
			const answer = await this.#client.act(command);
			if (!answer.ok) return answerText(answer);
			isDone();
			return null;
		});
	}

	say(text: string): void {
		this.#announcer.polite(text, 'host');
	}

	refuse(text: string): void {
		this.#toasts.show({ text, icon: 'warn' });
	}

	async #try(command: Command): Promise<boolean> {
		const refused = await this.send(command);
		if (refused !== null) this.refuse(refused);
		return refused === null;
	}

	close(): void {
		this.question = null;
		void this.#refocus();
	}

	clear(): void {
		this.selection.clear();
		void this.#refocus();
	}

	/** It is done: says so, and lets go of the choice. */
	settle(done: string): void {
		this.selection.clear();
		this.say(done);
		void this.#refocus();
	}

	async #refocus(): Promise<void> {
		await tick();
		if (document.activeElement === document.body) this.#lastTick()?.focus();
		if (document.activeElement === document.body) this.board?.focus();
	}

	/** That of the piece that was chosen or moved last, where it is now. */
	#lastTick(): HTMLElement | null | undefined {
		const key = CSS.escape(this.lastFocused ?? '');
		return this.board?.querySelector<HTMLElement>(`[data-pick="${key}"] input`);
	}
}

export const [getHostActs, setHostActs] = createContext<HostActs>();
