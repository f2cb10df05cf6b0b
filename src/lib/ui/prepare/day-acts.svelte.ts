import { AGENDA_ITEMS_MAX } from '#lib/domain/limits.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import { answerText, rejectionText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import type { Toasts } from '../primitives/toasts.svelte.ts';
import type { Desk, DeskPort } from './desk.svelte.ts';

const BREAK_MINUTES = 15;

interface Parts {
	readonly port: DeskPort;
	readonly desk: Desk;
	readonly toasts: Toasts;
	readonly nameOf: (itemId: string) => string;
}

/** What can be done with the items of a day beside moving them. */
export class DayActs {
	/** Why the last thing was not done. */
	trouble: string | null = $state(null);
	/** The items there were when something was asked that adds one; null once that is seen. */
	#before: readonly string[] | null = null;
	readonly #parts: Parts;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** Why nothing can be added; undefined when it can. */
	get full(): string | undefined {
		const isFull = this.#parts.port.shared.agenda.length >= AGENDA_ITEMS_MAX;
		return isFull ? rejectionText('agenda-full') : undefined;
	}

	/** At the end of the day. */
	addRound(kind: RoundKind): Promise<boolean> {
		return this.#add({ type: 'AddRound', kind, settings: null, toIndex: this.#count });
	}

	/** At the end of the day. */
	addBreak(): Promise<boolean> {
		const title = m.prepare_break_new();
		return this.#add({ type: 'AddBreak', title, minutes: BREAK_MINUTES, toIndex: this.#count });
	}

	/** A copy of an item, after it, as its fields are now. */
	async duplicate(itemId: string): Promise<boolean> {
		await this.#parts.desk.saveFields();
		return this.#add({ type: 'DuplicateItem', itemId });
	}

	/** Takes an item out of the day, with a way back. */
	async remove(itemId: string): Promise<boolean> {
		const { port, toasts, nameOf } = this.#parts;
		const text = m.prepare_item_removed({ name: nameOf(itemId) });
		const back = this.#commandBack(itemId);
		if (!back || !(await this.perform({ type: 'RemoveItem', itemId }))) return false;
		const run = () => void this.#add({ ...back, toIndex: Math.min(back.toIndex, port.shared.agenda.length) });
		toasts.show({ text, action: { label: m.prepare_undo(), run } });
		return true;
	}

	/** Does something and says why not. */
	async perform(command: Command): Promise<boolean> {
		const answer = await this.#parts.port.act(command);
		this.trouble = answer.ok ? null : answerText(answer);
		return answer.ok;
	}

	/** The item that came of what was asked here, once the view shows it; null when there is none to tell of. */
	takeAdded(): string | null {
		const before = this.#before;
		// Read even when nothing is awaited: whoever watches this must be told of the next day that is shown.
		const { agenda } = this.#parts.port.shared;
		const added = before && agenda.find(({ id }) => !before.includes(id));
		if (!added) return null;
		this.#before = null;
		return added.id;
	}

	get #count(): number {
		return this.#parts.port.shared.agenda.length;
	}

	async #add(command: Command): Promise<boolean> {
		this.#before = this.#parts.port.shared.agenda.map(({ id }) => id);
		const isDone = await this.perform(command);
		if (!isDone) this.#before = null;
		return isDone;
	}

	/** What brings an item back as its fields are now, at the place it has now. */
	#commandBack(itemId: string): Extract<Command, { type: 'AddRound' | 'AddBreak' }> | null {
		const { port, desk } = this.#parts;
		const { agenda, rounds } = port.shared;
		const toIndex = agenda.findIndex(({ id }) => id === itemId);
		const kind = rounds[itemId]?.kind;
		if (toIndex < 0) return null;
		if (!kind) return { type: 'AddBreak', ...desk.break(itemId).value, toIndex };
		return { type: 'AddRound', kind, settings: desk.round(itemId).value, toIndex };
	}
}
