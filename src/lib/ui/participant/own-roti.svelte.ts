import { untrack } from 'svelte';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { RatingAnswer } from '#lib/domain/choose/rating.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import type { RotiAnswering } from '../review/roti-answering.ts';
import type { Toasts } from '../primitives/toasts.svelte.ts';

/** What the day was worth to me: as I choose and type it, and as it was given, kept on this device until the server has it. */
export class OwnRoti implements RotiAnswering {
	/** Null while nothing is chosen. */
	score: number | null = $state(null);
	reason = $state('');
	readonly #client: WorksessionClient;
	/** Given on this page and not yet seen in the own view; undefined when there is nothing like that. */
	#said: RatingAnswer | null | undefined = $state.raw(undefined);

	/** Call while a component starts: what is refused is told and taken back as long as it lives. */
	constructor(client: WorksessionClient, toasts: Toasts) {
		this.#client = client;
		this.score = this.#given?.score ?? null;
		this.reason = this.#given?.reason ?? '';
		$effect(() => this.#takeBackRefused(toasts));
		$effect(() => {
			if (this.#said !== undefined && isSame(client.own?.roti ?? null, this.#said)) this.#said = undefined;
		});
	}

	get isGiven(): boolean {
		return this.#given !== null;
	}

	/** Whether what is chosen and typed is something else than what was given. */
	get isChanged(): boolean {
		const given = this.#given;
		return this.score !== null && (given?.score !== this.score || given.reason !== this.reason.trim());
	}

	get isSaved(): boolean {
		return this.#waiting.length === 0;
	}

	/** With the reason that was typed, where one is taken. */
	give(takesReason: boolean): void {
		if (this.score === null) return;
		this.#say({ score: this.score, reason: takesReason ? this.reason.trim() : '' });
	}

	takeBack(): void {
		this.score = null;
		this.reason = '';
		this.#say(null);
	}

	get #given(): RatingAnswer | null {
		if (this.#said !== undefined) return this.#said;
		const waiting = this.#waiting.at(-1);
		return waiting ? waiting.answer : (this.#client.own?.roti ?? null);
	}

	get #waiting(): readonly { commandId: string; answer: RatingAnswer | null }[] {
		return this.#client.pending.flatMap(({ commandId, command }) =>
			command.type === 'GiveRoti' ? [{ commandId, answer: command.answer }] : []
		);
	}

	#say(answer: RatingAnswer | null): void {
		for (const { commandId } of this.#waiting) this.#client.discard(commandId);
		this.#said = answer;
		this.#client.keep({ type: 'GiveRoti', answer });
	}

	#takeBackRefused(toasts: Toasts): void {
		for (const { commandId, command, rejection } of this.#client.pending) {
			if (command.type !== 'GiveRoti' || rejection === null) continue;
			untrack(() => {
				this.#said = undefined;
				this.#client.discard(commandId);
				toasts.show({ text: rejectionText(rejection), icon: 'warn' });
			});
		}
	}
}

function isSame(one: RatingAnswer | null, other: RatingAnswer | null): boolean {
	return one?.score === other?.score && one?.reason === other?.reason;
}
