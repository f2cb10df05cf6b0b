import { SvelteMap } from 'svelte/reactivity';
import { isOpenForAll } from '#lib/domain/day/agenda.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import {
	isOfTables,
	isSameFilter,
	tableTabs,
	type TableFilter,
	type TableTab
} from '../board/board-tables.ts';

interface Seen {
	readonly round: RoundView;
	readonly shared: Pick<SharedView, 'tables'>;
	readonly own: Pick<OwnView, 'tableId'> | null;
}

/**
 * Of which table a reader sees the cards. A round begins with the reader's own table where it is held at tables, and its result with all
 * of them: what the room decided may lie at another one. From then on only the reader changes it, also when they are seated elsewhere.
 */
export class ReaderTable {
	readonly #seen: () => Seen;
	readonly #chosen = new SvelteMap<string, TableFilter>();
	/** Where each round, and each result, began for this reader. */
	readonly #begin: Record<string, TableFilter> = {};
	/** What can be chosen, the reader's own table first; nothing where there is no choice. */
	readonly tabs: readonly TableTab[] = $derived.by(() => this.#tabsNow());
	readonly filter: TableFilter = $derived.by(() => this.#filterNow());

	/** What is seen is read live. Call while a component starts. */
	constructor(seen: () => Seen) {
		this.#seen = seen;
	}

	choose(filter: TableFilter): void {
		this.#chosen.set(this.#place(), filter);
	}

	#place(): string {
		const { round } = this.#seen();
		return round.stage === 'closed' ? `result of ${round.id}` : round.id;
	}

	#tabsNow(): readonly TableTab[] {
		const { round, shared, own } = this.#seen();
		if (!isOpenForAll(round.stage) || !isOfTables(round, shared.tables)) return [];
		const tabs = tableTabs(round, shared.tables);
		const isOwn = (tab: TableTab) => tab.table !== null && tab.table.id === own?.tableId;
		return [...tabs.filter(isOwn), ...tabs.filter((tab) => !isOwn(tab))];
	}

	#filterNow(): TableFilter {
		if (this.tabs.length === 0) return 'all';
		const { round, own } = this.#seen();
		const place = this.#place();
		const seat = round.settings.isAtTables && round.stage !== 'closed' ? own?.tableId : null;
		const begin = this.#begin[place] ?? (seat ? { tableId: seat } : 'all');
		this.#begin[place] = begin;
		const wanted = this.#chosen.get(place) ?? begin;
		return this.tabs.some((tab) => isSameFilter(tab.filter, wanted)) ? wanted : 'all';
	}
}
