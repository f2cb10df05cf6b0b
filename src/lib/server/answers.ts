import type { Answer } from '#lib/protocol/messages.ts';

/** Refusals are not stored, so the latest of them are remembered here; carried out commands the store knows for ever. */
const ANSWERS_MAX = 5000;

/** The latest answers of a room, so that a repeated command is answered like the first. */
export class Answers {
	readonly #known = new Map<string, Answer>();

	of(commandId: string): Answer | undefined {
		return this.#known.get(commandId);
	}

	remember(commandId: string, answer: Answer): void {
		this.#known.set(commandId, answer);
		if (this.#known.size <= ANSWERS_MAX) return;
		const oldest = this.#known.keys().next();
		if (!oldest.done) this.#known.delete(oldest.value);
	}
}
