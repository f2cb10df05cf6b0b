/** Less than this is a press and no drag, in px. */
const DRAG_PX_MIN = 4;
/** A finger that waits to take something up may tremble by so much, in px; more is a scroll. */
const FINGER_PX_MAX = 8;
/** So near to the edge of what scrolls it scrolls along, by this much per frame, in px. */
const EDGE_PX = 48;
const SCROLL_PX = 10;

export interface Point {
	readonly x: number;
	readonly y: number;
}

interface Drag {
	/** Called once, when the pointer has really moved, or a finger has rested long enough. */
	onstart: () => void;
	/** With the place of the pointer in the window; again when the page scrolled under it. */
	onmove: (point: Point) => void;
	/** Not after a press without a drag. `isDropped` is false when it was given up. */
	onend: (isDropped: boolean) => void;
	/** How long a finger rests before it drags, in ms; a finger that moves sooner scrolls. Without it a finger drags like a mouse. */
	fingerMs?: number;
}

/**
 * Follows the pointer that went down, mouse or finger, until it lets go or Escape is pressed; the answer gives it up. It listens on the
 * window: things change places under the pointer, and an element that is moved in the page loses a pointer that it had captured.
 */
export function followPointer(down: PointerEvent, drag: Drag): () => void {
	const { pointerId, pointerType } = down;
	const start = pointOf(down);
	const waits = pointerType === 'touch' && drag.fingerMs !== undefined;
	const listening = new AbortController();
	let isDragging = false;
	let point = start;

	const isMine = (event: PointerEvent) => event.pointerId === pointerId;
	const begin = () => {
		isDragging = true;
		drag.onstart();
		drag.onmove(point);
	};
	const timer = waits ? setTimeout(begin, drag.fingerMs) : undefined;
	const stopScrolling = scrollAlong(
		() => (isDragging ? point : null),
		() => drag.onmove(point)
	);
	const end = (isDropped: boolean) => {
		if (listening.signal.aborted) return;
		listening.abort();
		clearTimeout(timer);
		stopScrolling();
		if (!isDragging) return;
		if (distance(start, point) >= DRAG_PX_MIN) swallowClick();
		drag.onend(isDropped);
	};
	const move = (event: PointerEvent) => {
		if (!isMine(event)) return;
		point = pointOf(event);
		if (isDragging) drag.onmove(point);
		else if (!waits && distance(start, point) >= DRAG_PX_MIN) begin();
		else if (waits && distance(start, point) > FINGER_PX_MAX) end(false);
	};

	const { signal } = listening;
	window.addEventListener('pointermove', move, { signal });
	window.addEventListener('pointerup', (event) => isMine(event) && end(true), { signal });
	window.addEventListener('pointercancel', (event) => isMine(event) && end(false), { signal });
	window.addEventListener('blur', () => end(false), { signal });
	// Before the keys of the page: Escape gives up the drag and nothing else.
	window.addEventListener('keydown', (event) => isDragging && escaped(event) && end(false), {
		signal,
		capture: true
	});
	return () => end(false);
}

function pointOf({ clientX, clientY }: PointerEvent): Point {
	return { x: clientX, y: clientY };
}

function distance(a: Point, b: Point): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}

function escaped(event: KeyboardEvent): boolean {
	if (event.key !== 'Escape') return false;
	event.stopPropagation();
	return true;
}

/** Letting go over what was taken up counts as a click for the browser, and must not press it. */
function swallowClick(): void {
	const listening = new AbortController();
	window.addEventListener('click', (event) => event.stopPropagation(), {
		capture: true,
		signal: listening.signal
	});
	setTimeout(() => listening.abort());
}

/** Scrolls what lies under the point while that is near an edge, every frame; the answer stops it. */
function scrollAlong(pointNow: () => Point | null, scrolled: () => void): () => void {
	let frame = requestAnimationFrame(function look() {
		frame = requestAnimationFrame(look);
		const point = pointNow();
		if (point && hasScrolled(scrollerAt(point), point)) scrolled();
	});
	return () => cancelAnimationFrame(frame);
}

function hasScrolled(scroller: Element, { x, y }: Point): boolean {
	const { left, top, right, bottom } = scroller.getBoundingClientRect();
	const { scrollLeft, scrollTop } = scroller;
	scroller.scrollBy({
		left: SCROLL_PX * push(x, Math.max(left, 0), Math.min(right, window.innerWidth)),
		top: SCROLL_PX * push(y, Math.max(top, 0), Math.min(bottom, window.innerHeight)),
		behavior: 'instant'
	});
	return scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop;
}

function push(at: number, from: number, to: number): -1 | 0 | 1 {
	if (at < from + EDGE_PX) return -1;
	return at > to - EDGE_PX ? 1 : 0;
}

function scrollerAt({ x, y }: Point): Element {
	let element = document.elementFromPoint(x, y);
	while (element && element !== document.body && !canScroll(element)) element = element.parentElement;
	if (element && element !== document.body) return element;
	return document.scrollingElement ?? document.documentElement;
}

function canScroll(element: Element): boolean {
	const { overflowX, overflowY } = getComputedStyle(element);
	const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
	return (
		(scrolls(overflowY) && element.scrollHeight > element.clientHeight) ||
		(scrolls(overflowX) && element.scrollWidth > element.clientWidth)
	);
}
