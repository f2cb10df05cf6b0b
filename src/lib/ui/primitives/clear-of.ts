/** Space between what has focus and the bar below it, in px. */
const GAP = 12;

/** Bars that are fixed to the foot of the window now, above one another, with their heights in px. */
const heights = new Map<HTMLElement, number>();

/**
 * For a bar that is fixed to the foot of a small window: what gets focus is scrolled clear of it. Without this the browser calls a card
 * in view that lies behind the bar.
 */
export function clearOf(bar: HTMLElement): () => void {
	const observer = new ResizeObserver(() => {
		heights.set(bar, getComputedStyle(bar).position === 'fixed' ? bar.offsetHeight : 0);
		tell();
	});
	observer.observe(bar);
	return () => {
		observer.disconnect();
		heights.delete(bar);
		tell();
	};
}

function tell(): void {
	const sum = heights.values().reduce((total, height) => total + height, 0);
	document.documentElement.style.scrollPaddingBottom = sum > 0 ? `${sum + GAP}px` : '';
}
