import type { KeyedStorage } from '#lib/client/outbox.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { TableView } from '#lib/domain/visibility/shared-view.ts';
import {
	isOfTables,
	isSameFilter,
	tableTabs,
	type TableFilter,
	type TableTab
} from '../board/board-tables.ts';

interface Looked {
	readonly round: RoundView | null;
	readonly tables: readonly TableView[];
}

/** Which table's board this facilitator looks at. Kept on this device, per worksession; it changes nothing for others. */
export class ChosenTable {
	readonly #name: string;
	readonly #look: () => Looked;
	#storage: KeyedStorage | null = null;
	#wanted: TableFilter = $state.raw('all');
	/** What there is to choose from; nothing in a round without tables. */
	readonly tabs: readonly TableTab[] = $derived.by(() => {
		const { round, tables } = this.#look();
		return round && isOfTables(round, tables) ? tableTabs(round, tables) : [];
	});
	/** What the board shows now: everybody's where the chosen table is not there. */
	readonly filter: TableFilter = $derived(
		this.tabs.some((tab) => isSameFilter(tab.filter, this.#wanted)) ? this.#wanted : 'all'
	);

	/** `look` is read live. */
	constructor(worksessionId: string, look: () => Looked) {
		this.#name = `waaier_regie_table_${worksessionId}`;
		this.#look = look;
	}

	/** Reads what was chosen before on this device. */
	load(storage: KeyedStorage | null): void {
		this.#storage = storage;
		const kept = storage?.getItem(this.#name);
		if (kept) this.#wanted = kept === 'none' ? { tableId: null } : { tableId: kept };
	}

	/** The table whose process a new step becomes part of; null for the process that the whole room shares. */
	get tableId(): string | null {
		return this.filter === 'all' ? null : this.filter.tableId;
	}

	choose(filter: TableFilter): void {
		this.#wanted = filter;
		const kept = filter === 'all' ? '' : (filter.tableId ?? 'none');
		try {
			this.#storage?.setItem(this.#name, kept);
		} catch {
			// A full storage only means that the board of the whole room stands here after a reload.
		}
	}
}
