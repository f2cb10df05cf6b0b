import { tick } from 'svelte';
import { optionsIn } from './board-keys.ts';

interface Options {
	board: () => HTMLElement | undefined;
	/** Reads everything whose change may take a focused piece away. */
	watch: () => unknown;
	/** The key of the piece that had focus last. */
	last: () => string | null;
	/** Whether a piece with this key is still there after the change. */
	isThere: (key: string) => boolean;
	/** The key under which a piece is found after the change. */
	keyNow: (key: string) => string;
}

interface Place {
	readonly key: string | null;
	readonly list: HTMLElement | null;
	readonly index: number;
}

/**
 * Keeps focus on the board when what had it goes away: on the same piece where it is now, else on the next one in its list, else on
 * the first piece of the board. Call while a component is set up.
 */
export function keepFocus(options: Options): void {
	$effect.pre(() => {
		options.watch();
		const board = options.board();
		const active = document.activeElement;
		if (!board || !(active instanceof HTMLElement) || active === board || !board.contains(active)) return;
		const place = placeOf(active, options);
		void tick().then(() => refocus(board, place, options.keyNow));
	});
}

/** The place in the list is asked for only of a piece that goes: among 500 that takes time, at every change. */
function placeOf(active: HTMLElement, { last, isThere }: Options): Place {
	const option = active.closest<HTMLElement>('[data-piece]');
	const list = option?.closest<HTMLElement>('[role=listbox]') ?? null;
	const key = option?.dataset.piece ?? last();
	const isGone = key !== null && !isThere(key);
	return { key, list, index: option && list && isGone ? optionsIn(list).indexOf(option) : 0 };
}

function refocus(board: HTMLElement, place: Place, keyNow: Options['keyNow']): void {
	if (document.activeElement !== document.body) return;
	const key = place.key === null ? null : CSS.escape(keyNow(place.key));
	const same = key === null ? null : board.querySelector<HTMLElement>(`[data-piece="${key}"]`);
	const beside = place.list?.isConnected ? optionsIn(place.list) : [];
	const next = same ?? beside[Math.min(place.index, beside.length - 1)];
	(next ?? board.querySelector<HTMLElement>('[data-piece][tabindex="0"]') ?? board).focus();
}
