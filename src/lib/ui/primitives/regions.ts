/**
 * The parts of a page, between which F6 and Shift+F6 go: every element with `data-region`, in the order of the page. A part inside
 * another one is a stop of its own.
 */

/** What had focus in a part when F6 left it. */
const left = new WeakMap<HTMLElement, HTMLElement>();

const ENTRIES = [
	'[role=option][tabindex="0"]',
	'a[href], button, input, select, textarea, summary, [tabindex="0"]'
];

/** Goes to the next or previous part when the key asks for it; past the last comes the first. */
export function goToRegion(event: KeyboardEvent): void {
	if (event.key !== 'F6' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
	if (document.querySelector('dialog[open]')) return;
	const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
	const from = regionOf(document.activeElement);
	const index = from ? regions.indexOf(from) : -1;
	const step = event.shiftKey ? -1 : 1;
	const start = index < 0 && step < 0 ? 0 : index;
	const to = regions.at((start + step) % regions.length);
	if (!to) return;
	event.preventDefault();
	if (from && document.activeElement instanceof HTMLElement) left.set(from, document.activeElement);
	enter(to);
}

function regionOf(element: Element | null): HTMLElement | null {
	return element?.closest<HTMLElement>('[data-region]') ?? null;
}

/** Where focus was when it left, else the first piece of the board, else the first control, else the part itself. */
function enter(region: HTMLElement): void {
	const last = left.get(region);
	const target = last && isOwn(last, region) ? last : (firstIn(region) ?? region);
	if (target === region && !region.hasAttribute('tabindex')) region.tabIndex = -1;
	target.focus();
}

function firstIn(region: HTMLElement): HTMLElement | null {
	for (const entry of ENTRIES) {
		const found = [...region.querySelectorAll<HTMLElement>(entry)].find((one) => isOwn(one, region));
		if (found) return found;
	}
	return null;
}

/** In this part and in none inside it, and something that Tab would come to. */
function isOwn(element: HTMLElement, region: HTMLElement): boolean {
	if (!element.isConnected || regionOf(element) !== region || element.tabIndex < 0) return false;
	return isShown(element) && !element.matches(':disabled');
}

function isShown(element: HTMLElement): boolean {
	return element.checkVisibility({ visibilityProperty: true });
}
