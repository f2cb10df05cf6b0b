/** Less than this is a press and no drag, in px. */
const DRAG_PX_MIN = 4;
/** So near to the edge of the window the page scrolls along, by this much per move, in px. */
const EDGE_PX = 56;
const SCROLL_PX = 14;

interface Drag {
	/** Called once, when the pointer has really moved. */
	onstart: () => void;
	/** With the height of the pointer in the window. */
	onmove: (y: number) => void;
	/** Not after a press without a drag. `isDropped` is false when it was given up. */
	onend: (isDropped: boolean) => void;
}

/**
 * Follows the pointer that went down on a grip, mouse or finger, until it lets go. It listens on the window: rows change places under
 * the pointer, and an element that is moved in the page loses a pointer that it had captured.
 */
export function followPointer({ pointerId, clientY }: PointerEvent, { onstart, onmove, onend }: Drag): void {
	const listening = new AbortController();
	let isDragging = false;

	const isMine = (event: PointerEvent) => event.pointerId === pointerId;
	const end = (isDropped: boolean) => {
		listening.abort();
		if (isDragging) onend(isDropped);
	};
	const move = (event: PointerEvent) => {
		if (!isMine(event)) return;
		if (!isDragging && Math.abs(event.clientY - clientY) < DRAG_PX_MIN) return;
		if (!isDragging) onstart();
		isDragging = true;
		scrollAlong(event.clientY);
		onmove(event.clientY);
	};

	const { signal } = listening;
	window.addEventListener('pointermove', move, { signal });
	window.addEventListener('pointerup', (event) => isMine(event) && end(true), { signal });
	window.addEventListener('pointercancel', (event) => isMine(event) && end(false), { signal });
	window.addEventListener('keydown', (event) => event.key === 'Escape' && end(false), { signal });
}

function scrollAlong(y: number): void {
	if (y < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
	else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
}
