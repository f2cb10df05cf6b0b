import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { ReadBackAnswer } from '#lib/domain/card/card.ts';
import type { OwnCardView } from '#lib/domain/visibility/own-cards.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import type { Toasts } from '../primitives/toasts.svelte.ts';

type Verdict = ReadBackAnswer['verdict'];

/** What I say of my cards at the end of the day. It is kept on this device until the server has it, and shown at once. */
export class OwnReadBack {
	readonly #client: WorksessionClient;
	/** Said on this page and not yet seen in the own view. */
	readonly #said = new SvelteMap<string, ReadBackAnswer | null>();
	/** What stands in the field of a card that is being corrected: what is saved meanwhile wipes nothing. */
	readonly #typed = new SvelteMap<string, string>();

	/** Call while a component starts: what is refused is told and taken back as long as it lives. */
	constructor(client: WorksessionClient, toasts: Toasts) {
		this.#client = client;
		$effect(() => this.#takeBackRefused(toasts));
		$effect(() => {
			for (const [id, answer] of this.#said)
				if (isSame(this.#client.own?.cards[id]?.readBack ?? null, answer)) this.#said.delete(id);
		});
	}

	/** The way that is chosen for a card; also while nothing was typed yet to correct it. */
	verdictOf(card: OwnCardView): Verdict | null {
		return this.#typed.has(card.id) ? 'corrected' : (this.#answerOf(card)?.verdict ?? null);
	}

	/** What stands in the field of a card that is corrected. */
	textOf(card: OwnCardView): string {
		return this.#typed.get(card.id) ?? (this.#answerOf(card)?.text || card.text);
	}

	/** Whether the correction that the field shows is on the server's disk. */
	isKept(card: OwnCardView): boolean {
		return card.readBack?.verdict === 'corrected' && card.readBack.text === this.textOf(card).trim();
	}

	choose(card: OwnCardView, verdict: Verdict): void {
		if (verdict === this.verdictOf(card)) return;
		if (verdict === 'corrected') {
			this.#typed.set(card.id, this.textOf(card));
			if (this.#answerOf(card)) this.#say(card, null);
			return;
		}
		this.#typed.delete(card.id);
		this.#say(card, { verdict, text: '' });
	}

	takeBack(card: OwnCardView): void {
		this.#typed.delete(card.id);
		if (this.#answerOf(card)) this.#say(card, null);
	}

	type(card: OwnCardView, text: string): void {
		this.#typed.set(card.id, text);
	}

	/** What stands in the field goes to the server, when it says something else than the card. */
	keepTyped(card: OwnCardView): void {
		const text = this.#typed.get(card.id)?.trim() ?? '';
		if (text === '' || (text === card.text.trim() && !this.#answerOf(card))) return;
		this.#say(card, { verdict: 'corrected', text });
	}

	#answerOf(card: OwnCardView): ReadBackAnswer | null {
		const said = this.#said.get(card.id);
		if (said !== undefined) return said;
		const waiting = this.#waiting(card.id).at(-1);
		return waiting ? waiting.answer : card.readBack;
	}

	#say(card: OwnCardView, answer: ReadBackAnswer | null): void {
		if (isSame(this.#answerOf(card), answer)) return;
		for (const { commandId } of this.#waiting(card.id)) this.#client.discard(commandId);
		this.#said.set(card.id, answer);
		this.#client.keep({ type: 'ReadBack', roundId: card.roundId, cardId: card.id, answer });
	}

	#waiting(cardId: string): readonly { commandId: string; answer: ReadBackAnswer | null }[] {
		return this.#client.pending.flatMap(({ commandId, command }) =>
			command.type === 'ReadBack' && command.cardId === cardId ? [{ commandId, answer: command.answer }] : []
		);
	}

	#takeBackRefused(toasts: Toasts): void {
		for (const { commandId, command, rejection } of this.#client.pending) {
			if (command.type !== 'ReadBack' || rejection === null) continue;
			untrack(() => {
				this.#said.delete(command.cardId);
				this.#client.discard(commandId);
				toasts.show({ text: rejectionText(rejection), icon: 'warn' });
			});
		}
	}
}

function isSame(one: ReadBackAnswer | null, other: ReadBackAnswer | null): boolean {
	return one?.verdict === other?.verdict && one?.text === other?.text;
}
