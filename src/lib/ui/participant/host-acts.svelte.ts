import { createContext, tick } from 'svelte';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { ClusterView } from '#lib/domain/visibility.ts';
import type { ProcessStep } from '#lib/domain/worksession.ts';
import { answerText } from '#lib/i18n/rejections.ts';
import { Selection } from '../board/selection.svelte.ts';
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
	| { readonly kind: 'remove-step'; readonly step: ProcessStep; readonly count: number };

/**
 * What a host does on the board of their table. It lives as long as the room: when somebody else becomes host while a title is being
 * typed, the question stays open with its text, and says why it can no longer be saved.
 */
export class HostActs {
	readonly selection = new Selection();
	question: HostQuestion | null = $state.raw(null);
	/** The board, to go on from when what had focus is gone. */
	board: HTMLElement | undefined;
	readonly #client: WorksessionClient;
	readonly #announcer: Announcer;
	readonly #toasts: Toasts;

	constructor(client: WorksessionClient, announcer: Announcer, toasts: Toasts) {
		this.#client = client;
		this.#announcer = announcer;
		this.#toasts = toasts;
	}

	/** Does it at once; a refusal is said, and keeps the choice. */
	async perform(commands: readonly Command[], done: string): Promise<void> {
		for (const command of commands) {
			const answer = await this.#client.act(command);
			if (answer.ok) continue;
			this.#toasts.show({ text: answerText(answer), icon: 'warn' });
			return;
		}
		this.#settle(done);
	}

	/** For a question: why not, or null when it is done. */
	async ask(command: Command, done: string): Promise<string | null> {
		const answer = await this.#client.act(command);
		if (!answer.ok) return answerText(answer);
		this.#settle(done);
		return null;
	}

	close(): void {
		this.question = null;
		void this.#refocus();
	}

	clear(): void {
		this.selection.clear();
		void this.#refocus();
	}

	#settle(done: string): void {
		this.selection.clear();
		this.#announcer.polite(done, 'host');
		void this.#refocus();
	}

	async #refocus(): Promise<void> {
		await tick();
		if (document.activeElement === document.body) this.board?.focus();
	}
}

export const [getHostActs, setHostActs] = createContext<HostActs>();
