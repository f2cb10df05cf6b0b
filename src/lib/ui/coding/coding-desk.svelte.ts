import { createContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { askProgramme, type ProgrammeResult } from '#lib/client/programme-acts.ts';
import type { CodeBook } from '#lib/domain/programme/code-book.ts';
import { codingNow, type CodingHint, type CodingPiece } from '#lib/domain/programme/coding-queue.ts';
import { isSameCoding } from '#lib/domain/programme/codings.ts';
import type { Coding, ProgrammeRejection } from '#lib/domain/programme/programme-acts.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import type { Category } from '#lib/domain/vocabulary.ts';

/** Further back nobody remembers what they chose. */
const ACTS_MAX = 100;

export interface CodingData {
	readonly sessionId: string;
	readonly pieces: readonly CodingPiece[];
	readonly hints: Readonly<Record<string, CodingHint>>;
	readonly codeBook: CodeBook;
}

interface Act {
	readonly key: string;
	readonly before: Coding | null;
}

/** Saying what stacks and cards are about, one after the other. What is chosen shows at once and is saved in the order in which it was chosen. */
export class CodingDesk {
	readonly #data: () => CodingData;
	readonly #onRefused: (rejection: ProgrammeRejection) => void;
	readonly #ask: typeof askProgramme;
	/** Chosen on this page; null is back to what the room chose. */
	readonly #chosen = new SvelteMap<string, Coding | null>();
	/** Stacks whose cards stand in the queue too. */
	readonly #opened = new SvelteSet<string>();
	/** What the server has not confirmed, the oldest first; of each piece only the last. */
	#unsaved = $state.raw<readonly string[]>([]);
	#isSaving = $state(false);
	#acts = $state.raw<readonly Act[]>([]);
	#key = $state('');
	isDoubtOnly = $state(false);

	constructor(
		data: () => CodingData,
		onRefused: (rejection: ProgrammeRejection) => void,
		ask: typeof askProgramme = askProgramme
	) {
		this.#data = data;
		this.#onRefused = onRefused;
		this.#ask = ask;
		for (const piece of data().pieces)
			if (piece.inStack !== null && piece.assigned) this.#opened.add(piece.inStack);
		const open = this.queue.find((piece) => this.codingOf(piece).category === null) ?? this.queue[0];
		this.#key = open ? itemKey(open.item) : '';
	}

	get codeBook(): CodeBook {
		return this.#data().codeBook;
	}

	/** What is to be walked through. */
	get queue(): readonly CodingPiece[] {
		const shown = this.#data().pieces.filter(({ inStack }) => inStack === null || this.#opened.has(inStack));
		if (!this.isDoubtOnly) return shown;
		return shown.filter((piece) => this.codingOf(piece).isDoubtful || itemKey(piece.item) === this.#key);
	}

	get now(): CodingPiece | null {
		return this.#data().pieces.find(({ item }) => itemKey(item) === this.#key) ?? null;
	}

	get next(): CodingPiece | null {
		return this.#beside(1);
	}

	get previous(): CodingPiece | null {
		return this.#beside(-1);
	}

	get hint(): CodingHint | null {
		return this.#data().hints[this.#key] ?? null;
	}

	get state(): 'saved' | 'saving' | 'unsaved' {
		if (this.#isSaving) return 'saving';
		return this.#unsaved.length > 0 ? 'unsaved' : 'saved';
	}

	get canUndo(): boolean {
		return this.#acts.length > 0;
	}

	isOpened(piece: CodingPiece): boolean {
		return this.#opened.has(itemKey(piece.item));
	}

	isNow(piece: CodingPiece): boolean {
		return itemKey(piece.item) === this.#key;
	}

	/** As it counts now, with what was chosen here. */
	codingOf(piece: CodingPiece): Coding {
		return codingNow({ ...piece, assigned: this.assignedTo(piece) });
	}

	/** What somebody assigned; null where what the room chose counts. */
	assignedTo({ item, assigned }: CodingPiece): Coding | null {
		const chosen = this.#chosen.get(itemKey(item));
		return chosen === undefined ? assigned : chosen;
	}

	/** How often a category is the first one, among what is in the queue. */
	timesChosen(category: Category): number {
		return this.queue.filter((piece) => this.codingOf(piece).category === category).length;
	}

	goTo(piece: CodingPiece | null): void {
		if (piece) this.#key = itemKey(piece.item);
	}

	toggleOpened(): void {
		const { now } = this;
		if (now?.item.kind === 'cluster') {
			if (!this.#opened.delete(this.#key)) this.#opened.add(this.#key);
		} else if (now?.inStack) {
			this.#opened.delete(now.inStack);
			this.#key = now.inStack;
		}
	}

	/** Changes what the piece in view is about. */
	change(changes: Partial<Coding>): void {
		const { now } = this;
		if (now) this.#assign(now, { ...this.codingOf(now), ...changes });
	}

	/** The first category; the same once more is none. Gives whether it is chosen now. */
	chooseFirst(category: Category): boolean {
		const { now } = this;
		if (!now) return false;
		const { category: before, also } = this.codingOf(now);
		const isChosen = before !== category;
		this.change({
			category: isChosen ? category : null,
			also: also.filter((other) => other !== category)
		});
		return isChosen;
	}

	/** A category beside the first one; the same once more is none. Gives whether it is chosen now. */
	chooseAlso(category: Category): boolean {
		const { now } = this;
		if (!now) return false;
		const { category: first, also } = this.codingOf(now);
		if (category === first) return false;
		const isChosen = !also.includes(category);
		this.change({ also: isChosen ? [...also, category] : also.filter((other) => other !== category) });
		return isChosen;
	}

	backToRoom(): void {
		if (this.now) this.#assign(this.now, null);
	}

	/** Takes the last choice on this page back, and goes there. */
	undo(): boolean {
		const act = this.#acts.at(-1);
		if (!act) return false;
		this.#acts = this.#acts.slice(0, -1);
		this.#key = act.key;
		this.#choose(act.key, act.before);
		return true;
	}

	/** Tries again what was not saved. */
	async save(): Promise<void> {
		if (this.#isSaving) return;
		this.#isSaving = true;
		for (let key = this.#unsaved[0]; key !== undefined; key = this.#unsaved[0]) {
			const sent = this.#chosen.get(key) ?? null;
			const result = await this.#send(key, sent);
			if (result.type === 'failed') break;
			if (result.type === 'refused') {
				this.#chosen.delete(key);
				this.#onRefused(result.rejection);
			}
			const isSaved = result.type === 'refused' || isSameCoding(this.#chosen.get(key) ?? null, sent);
			if (isSaved) this.#unsaved = this.#unsaved.filter((other) => other !== key);
		}
		this.#isSaving = false;
	}

	#send(key: string, coding: Coding | null): Promise<ProgrammeResult> {
		const piece = this.#data().pieces.find(({ item }) => itemKey(item) === key);
		if (!piece) return Promise.resolve({ type: 'refused', rejection: 'unknown-item' });
		const { sessionId } = this.#data();
		return this.#ask({ type: 'AssignCoding', sessionId, item: piece.item, coding });
	}

	#assign(piece: CodingPiece, coding: Coding | null): void {
		const before = this.assignedTo(piece);
		if (isSameCoding(before, coding)) return;
		const key = itemKey(piece.item);
		this.#acts = [...this.#acts.slice(1 - ACTS_MAX), { key, before }];
		this.#choose(key, coding);
	}

	#choose(key: string, coding: Coding | null): void {
		this.#chosen.set(key, coding);
		this.#unsaved = [...this.#unsaved.filter((other) => other !== key), key];
		void this.save();
	}

	#beside(way: 1 | -1): CodingPiece | null {
		const index = this.queue.findIndex(({ item }) => itemKey(item) === this.#key);
		return this.queue[index + way] ?? null;
	}
}

export const [getCodingDesk, setCodingDesk] = createContext<CodingDesk>();
