import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { RatingAnswer } from '#lib/domain/choose/rating.ts';
import type { CommandOf } from '#lib/domain/commands.ts';
import { answerKey, answerKeys } from '#lib/domain/choose/rating-answers.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RatingView } from '#lib/domain/visibility/rating-view.ts';
import type { Criterion } from '#lib/domain/vocabulary.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import type { Toasts } from '../primitives/toasts.svelte.ts';

/** What I answer in a rating. An answer is kept on this device until the server has it, and shown at once. */
export class OwnAnswers {
	readonly #client: WorksessionClient;
	readonly #rating: () => RatingView;
	/** Said on this page and not yet seen in the own view. */
	readonly #said = new SvelteMap<string, RatingAnswer | null>();

	/** Call while a component starts: refused answers are told and taken back as long as it lives. */
	constructor(client: WorksessionClient, rating: () => RatingView, toasts: Toasts) {
		this.#client = client;
		this.#rating = rating;
		$effect(() => this.#takeBackRefused(toasts));
		$effect(() => {
			for (const [key, answer] of this.#said) if (isSame(this.#saved(key), answer)) this.#said.delete(key);
		});
	}

	/** What I said, or what somebody said who answers for the same municipality. */
	answerTo(ideaId: string, criterion: Criterion): RatingAnswer | null {
		const key = answerKey(ideaId, criterion);
		const said = this.#said.get(key);
		if (said !== undefined) return said;
		const waiting = this.#waiting(key).at(-1);
		return waiting ? waiting.command.answer : this.#saved(key);
	}

	/** How many questions about this idea are answered. */
	countOn(ideaId: string): number {
		return this.#rating().criteria.filter((criterion) => this.answerTo(ideaId, criterion) !== null).length;
	}

	get isDone(): boolean {
		const { ideaIds, criteria } = this.#rating();
		return ideaIds.every((ideaId) => this.countOn(ideaId) === criteria.length);
	}

	/** Whether everything that was said here is on the server's disk. */
	get isSaved(): boolean {
		return answerKeys(this.#rating()).every((key) => this.#waiting(key).length === 0);
	}

	give(ideaId: string, criterion: Criterion, answer: RatingAnswer | null): void {
		if (isSame(this.answerTo(ideaId, criterion), answer)) return;
		const key = answerKey(ideaId, criterion);
		for (const { commandId } of this.#waiting(key)) this.#client.discard(commandId);
		this.#said.set(key, answer);
		this.#client.keep({ type: 'GiveRating', ratingId: this.#rating().id, ideaId, criterion, answer });
	}

	#saved(key: string): RatingAnswer | null {
		return savedAnswer(this.#client.own, this.#rating().id, key);
	}

	#waiting(key: string): readonly { commandId: string; command: CommandOf<'GiveRating'> }[] {
		return this.#client.pending.flatMap(({ commandId, command }) =>
			command.type === 'GiveRating' &&
			command.ratingId === this.#rating().id &&
			answerKey(command.ideaId, command.criterion) === key
				? [{ commandId, command }]
				: []
		);
	}

	#takeBackRefused(toasts: Toasts): void {
		for (const { commandId, command, rejection } of this.#client.pending) {
			if (command.type !== 'GiveRating' || rejection === null) continue;
			untrack(() => {
				this.#said.delete(answerKey(command.ideaId, command.criterion));
				this.#client.discard(commandId);
				toasts.show({ text: rejectionText(rejection), icon: 'warn' });
			});
		}
	}
}

/** On the first of my sheets that says something: they all do, unless somebody else answered for one municipality alone. */
function savedAnswer(
	own: Pick<OwnView, 'sheets'> | null,
	ratingId: string,
	key: string
): RatingAnswer | null {
	const sheets = Object.values(own?.sheets[ratingId] ?? {});
	return sheets.map((sheet) => sheet[key]).find((answer) => answer !== undefined) ?? null;
}

function isSame(one: RatingAnswer | null, other: RatingAnswer | null): boolean {
	if (!one || !other) return one === other;
	return one.score === other.score && one.reason === other.reason;
}
