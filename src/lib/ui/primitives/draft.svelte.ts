import type { Command } from '#lib/domain/commands.ts';
import { isSame } from '#lib/domain/day/changed-over.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { Timers } from './timers.ts';

/** Long enough to finish a word, short enough that nobody waits for it. */
const SAVE_DELAY_MS = 600;

/** `refused`: a rule says no, and `rejection` which. `failed`: it did not arrive; it is tried again. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'refused' | 'failed';

/** Something on this page that is kept by the server, and how far that is. */
export interface Savable<R = Rejection> {
	readonly state: SaveState;
	readonly rejection: R | null;
	/** Saves now whatever is not saved yet. Never rejects; the state tells how it went. */
	save(): Promise<void>;
}

/** What came of a command. */
export type SaveAnswer<R = Rejection> =
	| { readonly ok: true }
	| { readonly ok: false; readonly rejection: R }
	| { readonly ok: false; readonly fault: string };

/** Where a draft is saved. */
export interface SavePort<C = Command, R = Rejection> {
	act(command: C): Promise<SaveAnswer<R>>;
	wouldRefuse(command: C): R | null;
}

export interface DraftSource<T, C = Command, R = Rejection> {
	/** What the server holds, as the browser knows it. */
	readonly current: () => T;
	/** What saves it; `changed` is what was changed here, and `over` what the fields showed before that. */
	readonly command: (value: T, changed: Partial<T>, over: T) => C;
	/** Why a field that clashes is not saved before somebody chose; absent where the last one wins. */
	readonly clash?: R;
}

/**
 * One set of fields that is saved as you go. The latest value wins and one command is under way at a time. Only fields that were
 * changed here cover what the server holds, so that two facilitators who change different fields do not undo each other.
 */
export class Draft<T extends object, C = Command, R = Rejection> implements Savable<R> {
	state: SaveState = $state('saved');
	rejection: R | null = $state(null);
	/** Changed here and not sent, or sent and not taken. */
	#changed: Partial<T> = $state.raw({});
	#underWay: Partial<T> = $state.raw({});
	/** What each field that was changed here showed when that began. */
	#over: Partial<T> = $state.raw({});
	/** On disk at the server, while the view still shows what was before. */
	#stored: Partial<T> = $state.raw({});
	#storedOver = '';
	#stopDelay: (() => void) | null = null;
	#saving: Promise<void> | null = null;
	readonly #source: DraftSource<T, C, R>;
	readonly #port: SavePort<C, R>;
	readonly #timers: Timers;

	constructor(source: DraftSource<T, C, R>, port: SavePort<C, R>, timers: Timers) {
		this.#source = source;
		this.#port = port;
		this.#timers = timers;
	}

	/** What the fields show. */
	get value(): T {
		return { ...this.#source.current(), ...this.#stored, ...this.#underWay, ...this.#changed };
	}

	/** What the server holds, as the browser knows it. */
	get kept(): T {
		return this.#source.current();
	}

	/** Fields that were changed here and, since that began, by somebody else into something else. */
	get clashes(): readonly (keyof T)[] {
		const now = { ...this.#source.current(), ...this.#stored, ...this.#underWay };
		return keysOf(this.#changed).filter(
			(field) => !isSame(now[field], this.#over[field]) && !isSame(now[field], this.#changed[field])
		);
	}

	/** Of a field that clashes: what was filled in here takes the place of what somebody else did, or gives way to it. */
	async choose(field: keyof T, whose: 'mine' | 'theirs'): Promise<void> {
		// What is under way may come back refused, and then is what one chooses about.
		while (this.#saving) await this.#saving;
		if (!this.clashes.includes(field)) return;
		const { [field]: mine, ...changed } = this.#changed as T;
		const { [field]: _, ...over } = this.#over as T;
		this.#changed = changed as Partial<T>;
		this.#over = over as Partial<T>;
		if (whose === 'mine') this.change({ [field]: mine } as unknown as Partial<T>);
		else this.state = 'unsaved';
		this.rejection = null;
		await this.save();
	}

	/** Changes fields; they are saved once nothing was typed for a moment. */
	change(part: Partial<T>): void {
		const begun = keysOf(part).filter((field) => !(field in this.#changed));
		this.#over = { ...this.#over, ...pick(this.value, begun) };
		this.#changed = { ...this.#changed, ...part };
		this.state = 'unsaved';
		this.rejection = null;
		this.#stopDelay?.();
		this.#stopDelay = this.#timers.after(SAVE_DELAY_MS, () => void this.save());
	}

	save(): Promise<void> {
		this.#stopDelay?.();
		this.#stopDelay = null;
		this.#saving ??= this.#saveAll().finally(() => {
			this.#saving = null;
		});
		return this.#saving;
	}

	/** To be called when the view has changed: what the view shows by now no longer has to be covered. */
	settle(): void {
		const isSeen = isFilled(this.#stored) && JSON.stringify(this.#source.current()) !== this.#storedOver;
		if (isSeen) this.#stored = {};
	}

	async #saveAll(): Promise<void> {
		while (isFilled(this.#changed) && this.#stopDelay === null) {
			const { clash } = this.#source;
			if (clash !== undefined && this.clashes.length > 0) {
				this.#stop('refused', clash);
				return;
			}
			const isTaken = await this.#saveOnce(
				this.#source.command(this.value, this.#changed, { ...this.value, ...this.#over })
			);
			if (!isTaken) return;
		}
		this.state = isFilled(this.#changed) ? 'unsaved' : 'saved';
	}

	async #saveOnce(command: C): Promise<boolean> {
		const rejection = this.#port.wouldRefuse(command);
		if (rejection) return this.#stop('refused', rejection);
		const before = JSON.stringify(this.#source.current());
		this.#underWay = this.#changed;
		this.#changed = {};
		const over = this.#over;
		this.#over = {};
		this.state = 'saving';
		const answer = await this.#port.act(command);
		const sent = this.#underWay;
		this.#underWay = {};
		if (answer.ok) {
			this.#stored = { ...this.#stored, ...sent };
			this.#storedOver = before;
			return true;
		}
		this.#changed = { ...sent, ...this.#changed };
		this.#over = { ...this.#over, ...over };
		return 'rejection' in answer ? this.#stop('refused', answer.rejection) : this.#stop('failed', null);
	}

	#stop(state: SaveState, rejection: R | null): false {
		this.state = state;
		this.rejection = rejection;
		return false;
	}
}

function isFilled(part: object): boolean {
	return Object.keys(part).length > 0;
}

function keysOf<T extends object>(part: Partial<T>): readonly (keyof T)[] {
	return Object.keys(part) as (keyof T)[];
}

function pick<T extends object>(from: T, fields: readonly (keyof T)[]): Partial<T> {
	return Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<T>;
}
