import { createContext, tick } from 'svelte';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { ClusterView } from '#lib/domain/visibility/round-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { answerText } from '#lib/i18n/rejections.ts';
import { ActHistory } from '../board/act-history.svelte.ts';
import { Selection } from '../board/selection.svelte.ts';
import { stepThrough, type Direction } from '../board/step-through.ts';
import type { IdeaStart } from '../idea/idea-start.ts';
import type { Announcer } from '../primitives/announcer.svelte.ts';
import type { Toasts } from '../primitives/toasts.svelte.ts';
import type { HostChoice } from './host-choice.ts';

/** What a host is asked before something is done. What it is about stays as it was when it was asked. */
export type HostQuestion =
	| { readonly kind: 'make-stack'; readonly choice: HostChoice }
	| { readonly kind: 'rename-stack'; readonly roundId: string; readonly cluster: ClusterView }
	| { readonly kind: 'add-step'; readonly choice: HostChoice; readonly tableId: string }
	| { readonly kind: 'rename-step'; readonly step: ProcessStep }
	| { readonly kind: 'describe-step'; readonly step: ProcessStep }
	| { readonly kind: 'classify'; readonly choice: HostChoice }
	/** Nothing chosen opens the list. */
	| { readonly kind: 'parking'; readonly choice: HostChoice; readonly tableId: string }
	/** The new idea to begin with; null opens the list. */
	| { readonly kind: 'ideas'; readonly start: IdeaStart | null; readonly tableId: string }
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
	readonly #client: WorksessionClient;
	readonly #announcer: Announcer;
	readonly #toasts: Toasts;
	#isStepping = false;

	constructor(client: WorksessionClient, announcer: Announcer, toasts: Toasts) {
		this.#client = client;
		this.#announcer = announcer;
		this.#toasts = toasts;
	}

	/** Does it at once; a refusal is said, and keeps the choice. */
	async perform(commands: readonly Command[], done: string): Promise<void> {
		for (const command of commands) {
			if (!(await this.#try(command))) return;
		}
		this.settle(done);
	}

	/** Takes one's last act back, or does it again. */
	async step(direction: Direction): Promise<void> {
		if (this.#isStepping) return;
		this.#isStepping = true;
		const port = {
			history: this.history,
			shared: this.#client.shared,
			perform: (command: Command) => this.#try(command),
			say: (text: string) => this.settle(text)
		};
		await stepThrough(port, direction);
		this.#isStepping = false;
	}

	/** For a question: why not, or null when it is done. */
	async ask(command: Command, done: string): Promise<string | null> {
		const refused = await this.send(command);
		if (refused === null) this.settle(done);
		return refused;
	}

	/** Why not, or null when it is on disk; keeps the choice. */
	async send(command: Command): Promise<string | null> {
		const isDone = this.history.expect(this.#client, command);
		const answer = await this.#client.act(command);
		if (!answer.ok) return answerText(answer);
		isDone();
		return null;
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
		if (document.activeElement === document.body) this.board?.focus();
	}
}

export const [getHostActs, setHostActs] = createContext<HostActs>();
