import { SvelteMap } from 'svelte/reactivity';
import type { ReadBackAnswer } from '#lib/domain/card/card.ts';

type Verdict = ReadBackAnswer['verdict'];

/** A text that somebody brought in, with what is said of it. */
export interface Piece {
	readonly cardId: string;
	readonly text: string;
	readonly answer: ReadBackAnswer | null;
}

/** Keeps an answer on the server; gives why not, or null. */
export type KeepAnswer<P extends Piece> = (piece: P, answer: ReadBackAnswer | null) => Promise<string | null>;

/** What is said of pieces: shown at once, kept one after the other. */
export class PieceAnswers<P extends Piece> {
	/** Why the last answer was not kept; null while all were. */
	fault: string | null = $state(null);
	readonly #keep: KeepAnswer<P>;
	/** Said on this page: what was said before came with the pieces. */
	readonly #said = new SvelteMap<string, ReadBackAnswer | null>();
	/** What stands in the field of a piece that is being corrected. */
	readonly #typed = new SvelteMap<string, string>();
	#underWay = $state(0);
	#last: Promise<void> = Promise.resolve();

	constructor(keep: KeepAnswer<P>) {
		this.#keep = keep;
	}

	get isSaving(): boolean {
		return this.#underWay > 0;
	}

	/** The way that is chosen for a piece; also while nothing was typed yet to correct it. */
	verdictOf(piece: P): Verdict | null {
		return this.#typed.has(piece.cardId) ? 'corrected' : (this.answerOf(piece)?.verdict ?? null);
	}

	answerOf(piece: P): ReadBackAnswer | null {
		const said = this.#said.get(piece.cardId);
		return said === undefined ? piece.answer : said;
	}

	textOf(piece: P): string {
		return this.#typed.get(piece.cardId) ?? (this.answerOf(piece)?.text || piece.text);
	}

	/** Resolves when everything that was said is kept, or was refused. */
	settled(): Promise<void> {
		return this.#last;
	}

	choose(piece: P, verdict: Verdict): void {
		if (verdict === this.verdictOf(piece)) return;
		if (verdict === 'corrected') {
			this.#typed.set(piece.cardId, this.textOf(piece));
			if (this.answerOf(piece)) this.#say(piece, null);
			return;
		}
		this.#typed.delete(piece.cardId);
		this.#say(piece, { verdict, text: '' });
	}

	takeBack(piece: P): void {
		this.#typed.delete(piece.cardId);
		if (this.answerOf(piece)) this.#say(piece, null);
	}

	type(piece: P, text: string): void {
		this.#typed.set(piece.cardId, text);
	}

	/** What stands in the field is kept, when it says something else than the piece. */
	keepTyped(piece: P): void {
		const text = this.#typed.get(piece.cardId)?.trim() ?? '';
		const answer = this.answerOf(piece);
		if (text === '' || text === (answer?.text || piece.text.trim())) return;
		this.#say(piece, { verdict: 'corrected', text });
	}

	#say(piece: P, answer: ReadBackAnswer | null): void {
		const before = this.answerOf(piece);
		this.#said.set(piece.cardId, answer);
		this.#underWay += 1;
		this.#last = this.#last.then(async () => {
			this.fault = await this.#keep(piece, answer);
			this.#underWay -= 1;
			if (this.fault !== null && this.#said.get(piece.cardId) === answer)
				this.#said.set(piece.cardId, before);
		});
	}
}
