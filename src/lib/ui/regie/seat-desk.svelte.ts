import { SvelteSet } from 'svelte/reactivity';
import type { Command } from '#lib/domain/commands.ts';
import type { TableFacts } from '#lib/domain/people/table.ts';
import { m } from '#lib/i18n/words.ts';
import type { Regie } from './regie.svelte.ts';
import { newTableName, seating, seatsBack, type SeatedTable, type Seating } from './table-seats.ts';

/** What was done last, and how it is undone, if it can be. */
interface Done {
	readonly text: string;
	readonly undo: (() => Promise<string | null>) | null;
}

/** Seating people at tables: who is chosen, what was done last, and the way back from it. */
export class SeatDesk {
	readonly #regie: Regie;
	readonly #chosen = new SvelteSet<string>();
	readonly seating: Seating = $derived.by(() => seating(this.#regie.client.shared));
	done: Done | null = $state.raw(null);
	/** Why the last act was refused. */
	refused: string | null = $state.raw(null);

	constructor(regie: Regie) {
		this.#regie = regie;
	}

	/** Ids of the chosen people who are still there. */
	get chosen(): readonly string[] {
		const { unseated, tables } = this.seating;
		const people = [...unseated, ...tables.flatMap((table) => table.people)];
		return people.map(({ id }) => id).filter((id) => this.#chosen.has(id));
	}

	isChosen(id: string): boolean {
		return this.#chosen.has(id);
	}

	toggle(id: string): void {
		if (!this.#chosen.delete(id)) this.#chosen.add(id);
	}

	async seatChosen(tableId: string | null): Promise<void> {
		const participationIds = this.chosen;
		const count = participationIds.length;
		const table = this.#regie.client.shared.tables.find((known) => known.id === tableId);
		const text = table ? m.regie_seated({ count, table: table.name }) : m.regie_seated_nowhere({ count });
		const isDone = await this.#move({ type: 'SeatPeople', participationIds, tableId }, text);
		if (isDone) this.#chosen.clear();
	}

	async spread(whom: 'everybody' | 'unseated'): Promise<void> {
		const count = this.seating.tables.length;
		const text = whom === 'everybody' ? m.regie_spread_done({ count }) : m.regie_spread_rest_done();
		await this.#move({ type: 'SpreadPeople', whom }, text);
	}

	async rotate(): Promise<void> {
		await this.#move({ type: 'RotateTables' }, m.regie_rotate_done());
	}

	async setHost({ table, people }: SeatedTable, participationId: string | null): Promise<void> {
		const name = people.find(({ id }) => id === participationId)?.name;
		const words = { table: table.name };
		const text = name === undefined ? m.regie_host_gone(words) : m.regie_host_done({ ...words, name });
		await this.#act({ type: 'SetHost', tableId: table.id, participationId }, { text, undo: null });
	}

	async add(): Promise<void> {
		const { tables } = this.#regie.client.shared;
		const name = newTableName(tables, (number) => m.regie_table_numbered({ number }));
		const text = m.regie_table_added({ table: name });
		await this.#act({ type: 'AddTable', table: { name, exampleId: null } }, { text, undo: null });
	}

	/** The answer is why not, or null. */
	change(tableId: string, table: TableFacts): Promise<string | null> {
		return this.#regie.ask({ type: 'ChangeTable', tableId, table });
	}

	/** The answer is why not, or null. */
	async remove({ table }: SeatedTable): Promise<string | null> {
		const refused = await this.#regie.ask({ type: 'RemoveTable', tableId: table.id });
		if (refused === null) this.done = { text: m.regie_table_removed({ table: table.name }), undo: null };
		return refused;
	}

	async undo(): Promise<void> {
		const undo = this.done?.undo;
		if (!undo) return;
		this.refused = await undo();
		this.done = this.refused === null ? { text: m.regie_seats_back_done(), undo: null } : null;
	}

	/** Carries out what changes seats; everybody can be put back where they sat before it. */
	async #move(command: Command, text: string): Promise<boolean> {
		const before = this.seating;
		return this.#act(command, { text, undo: () => this.#putBack(before) });
	}

	async #putBack(before: Seating): Promise<string | null> {
		for (const command of seatsBack(before, this.seating)) {
			const refused = await this.#regie.ask(command);
			if (refused !== null) return refused;
		}
		return null;
	}

	/** A second press while the first is under way is no second act. */
	async #act(command: Command, done: Done): Promise<boolean> {
		if (this.#regie.isUnderWay(command.type)) return false;
		this.refused = await this.#regie.ask(command);
		this.done = this.refused === null ? done : null;
		return this.refused === null;
	}
}
