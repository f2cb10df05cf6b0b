import { tick } from 'svelte';
import type { ItemRef } from '#lib/domain/board/item.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { own } from '#lib/domain/keyed.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { followPointer, type Point } from '../primitives/pointer-drag.ts';
import { dropAt, type Drop, type DropPlace } from './drops.ts';
import { keysOf, type KeySet } from './key-sets.ts';
import type { Selection } from './selection.svelte.ts';

/** A finger that rests so long on a card takes it up, in ms; one that moves sooner scrolls the page. */
const FINGER_MS = 200;

/** What a hand needs of the board it reaches over. */
export interface HandPort {
	/** The round as it is now; null where nothing may be moved. */
	readonly round: () => RoundView | null;
	/** What is chosen goes along with a chosen piece. */
	readonly selection: Selection;
	/** What would come of it in words, and whether that may be; null where it can not even be tried. */
	readonly wordsFor: (drop: Drop) => { readonly text: string; readonly isRefused: boolean } | null;
	/** It was let go there; also where it was refused, so that this is said. */
	readonly drop: (landing: Landing) => void;
	/** When something is taken up: from now on nothing should move under the hand. */
	readonly onlift: () => void;
	/** When the hand is empty again. */
	readonly onempty: () => void;
	/** When what was held is no more, or may not be moved any more. */
	readonly onlost: () => void;
}

/** Where it would land if it were let go now. */
export interface Landing {
	readonly key: string;
	readonly drop: Drop;
	readonly text: string;
	readonly isRefused: boolean;
}

/**
 * Cards and stacks that are dragged over a board with a mouse or a finger. Pieces carry `data-piece` with their item key, columns
 * `data-drop-step` with the id of their step, empty for none. Call while a component starts.
 */
export class Hand {
	readonly #port: HandPort;
	#held: readonly ItemRef[] = $state.raw([]);
	#place: DropPlace | null = $state.raw(null);
	#letGo: (() => void) | null = null;
	/** Where the pointer is in the window. */
	point: Point = $state.raw({ x: 0, y: 0 });
	isFinger = $state.raw(false);

	readonly #present: readonly ItemRef[] = $derived.by(() => this.#stillThere());
	/** Item keys of what is held. */
	readonly keys: KeySet = $derived.by(() => keysOf(this.#present));
	readonly landing: Landing | null = $derived.by(() => this.#landing());

	constructor(port: HandPort) {
		this.#port = port;
		$effect(() => {
			if (this.#held.length > 0 && this.#present.length === 0) this.#lose();
		});
		$effect(() => () => this.#letGo?.());
	}

	get isFull(): boolean {
		return this.#held.length > 0;
	}

	/** What is held, without what went meanwhile. */
	get items(): readonly ItemRef[] {
		return this.#present;
	}

	/** The pointer went down on a piece; it is taken up when it is dragged. */
	reach(event: PointerEvent, item: ItemRef): void {
		if (event.button !== 0 || !event.isPrimary || this.isFull || !this.#port.round()) return;
		if (event.target instanceof Element && event.target.closest('button, input, summary, a')) return;
		this.#letGo = followPointer(event, {
			fingerMs: FINGER_MS,
			onstart: () => this.#lift(item, event.pointerType === 'touch'),
			onmove: (point) => this.#moveTo(point),
			onend: (isDropped) => this.#end(isDropped)
		});
	}

	/** For the element that holds the board: a finger that holds something moves that, and not the page, nor does it open a menu. */
	readonly area = (element: HTMLElement): (() => void) => {
		const listening = new AbortController();
		const keep = (event: Event) => {
			if (this.isFull && event.cancelable) event.preventDefault();
		};
		// There from the start: a browser does not heed one that comes while the finger is down.
		element.addEventListener('touchmove', keep, { passive: false, signal: listening.signal });
		element.addEventListener('contextmenu', keep, { signal: listening.signal });
		return () => listening.abort();
	};

	#lift(item: ItemRef, isFinger: boolean): void {
		const { selection } = this.#port;
		const chosen = selection.has(itemKey(item)) ? this.#chosen() : [];
		this.#held = chosen.length > 0 ? chosen : [item];
		this.isFinger = isFinger;
		this.#port.onlift();
	}

	#chosen(): readonly ItemRef[] {
		const { round, selection } = this.#port;
		const { cards = {}, clusters = {} } = round() ?? {};
		const items: ItemRef[] = [
			...Object.keys(clusters).map((id) => ({ kind: 'cluster', id }) as const),
			...Object.keys(cards).map((id) => ({ kind: 'card', id }) as const)
		];
		return items.filter((item) => selection.has(itemKey(item)));
	}

	#moveTo(point: Point): void {
		this.point = point;
		this.#place = placeAt(point);
	}

	#end(isDropped: boolean): void {
		const landing = isDropped ? this.landing : null;
		this.#empty();
		if (landing) this.#port.drop(landing);
	}

	#empty(): void {
		this.#letGo = null;
		if (!this.isFull) return;
		this.#held = [];
		this.#place = null;
		this.#port.onempty();
	}

	#lose(): void {
		this.#letGo?.();
		this.#empty();
		void tick().then(() => this.#port.onlost());
	}

	#stillThere(): readonly ItemRef[] {
		const { cards = {}, clusters = {} } = this.#port.round() ?? {};
		return this.#held.filter(({ kind, id }) => own<object>(kind === 'card' ? cards : clusters, id));
	}

	#landing(): Landing | null {
		const round = this.#port.round();
		const place = this.#place;
		if (!round || !place || this.#present.length === 0) return null;
		const drop = dropAt(round, this.#present, place);
		const words = drop && this.#port.wordsFor(drop);
		return words && { key: placeKey(place), drop, ...words };
	}
}

/** Names a place in the page, as `landing.key` does. */
export function placeKey(place: DropPlace): string {
	return place.kind === 'piece' ? itemKey(place.item) : `step:${place.stepId ?? ''}`;
}

/** What lies under the point; a card or stack before the column it lies in. */
function placeAt({ x, y }: Point): DropPlace | null {
	const element = document.elementFromPoint(x, y);
	const piece = element?.closest<HTMLElement>('[data-piece]')?.dataset['piece'];
	const [kind, id] = piece?.split(':') ?? [];
	if ((kind === 'card' || kind === 'cluster') && id !== undefined)
		return { kind: 'piece', item: { kind, id } };
	const stepId = element?.closest<HTMLElement>('[data-drop-step]')?.dataset['dropStep'];
	return stepId === undefined ? null : { kind: 'step', stepId: stepId === '' ? null : stepId };
}
