/**
 * What can be read from ten metres on a picture of 1920 × 1080 pixels that is two metres wide. Runs in the page. Each answer is a list of
 * the texts that fail, empty when all is well.
 */

/** Type in pixels for what is to be read. */
const READ_PX_MIN = 44;
/** Type in pixels for what supports it, which is muted or stands outside the scene. */
const SUPPORTING_PX_MIN = 36;
/** Parts of a pixel that a browser rounds off, and an accent or a tail that leaves a tight line. */
const SLACK_PX = 6;
/** Part of the height of a line that its font keeps free above and below the letters. */
const FONT_ROOM = 0.2;

interface Piece {
	readonly text: string;
	readonly element: HTMLElement;
	readonly boxes: readonly DOMRect[];
}

/** Texts in letters that are too small. */
export function smallTexts(hall: HTMLElement): readonly string[] {
	const muted = resolved(hall, '--waaier-color-text-muted');
	return pieces(hall).flatMap(({ text, element }) => {
		const { color, fontSize } = getComputedStyle(element);
		const isRead = element.closest('.scene, .banner') !== null && color !== muted;
		// A sign above the spotlight says what it is; the card is what is read.
		const least = isRead && !element.closest('.sign') ? READ_PX_MIN : SUPPORTING_PX_MIN;
		return Number.parseFloat(fontSize) >= least - 0.01 ? [] : [`${text} (${fontSize})`];
	});
}

/** Texts that stick out of the picture, of their place in it, or of a page that cuts them off. Three dots at the end are meant. */
export function cutTexts(hall: HTMLElement): readonly string[] {
	return pieces(hall).flatMap(({ text, element, boxes }) => {
		const frames = framesAround(element, hall).map((frame) => frame.getBoundingClientRect());
		const isIn = boxes.every((box) => frames.every((frame) => holds(frame, box)));
		return isIn ? [] : [text];
	});
}

/** Pairs of texts that lie over each other. */
export function coveredTexts(hall: HTMLElement): readonly string[] {
	const all = pieces(hall);
	return all.flatMap((one, index) =>
		all
			.slice(index + 1)
			.filter((other) => one.boxes.some((box) => other.boxes.some((over) => overlap(box, over))))
			.map((other) => `${one.text} × ${other.text}`)
	);
}

export function fontSizeOf(hall: HTMLElement, selector: string): number {
	const element = hall.querySelector(selector);
	return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0;
}

/** Every text that is seen. */
function pieces(hall: HTMLElement): readonly Piece[] {
	const walker = document.createTreeWalker(hall, NodeFilter.SHOW_TEXT);
	const found: Piece[] = [];
	while (walker.nextNode()) {
		const element = walker.currentNode.parentElement;
		const text = walker.currentNode.textContent?.trim() ?? '';
		if (!element || text === '' || element.closest('.vh')) continue;
		const range = document.createRange();
		range.selectNodeContents(walker.currentNode);
		found.push({ text, element, boxes: [...range.getClientRects()].map((box) => seenOf(box, element)) });
	}
	return found;
}

/** The letters of a line without the room that its font keeps above and below, as far as three dots leave them. */
function seenOf(line: DOMRect, element: HTMLElement): DOMRect {
	const inset = line.height * FONT_ROOM;
	const letters = new DOMRect(line.x, line.y + inset, line.width, line.height - 2 * inset);
	const short = shortening(element)?.getBoundingClientRect();
	return short ? meet(letters, short) : letters;
}

/** What shortens a text with three dots where it is too long, if anything does. */
function shortening(element: HTMLElement): HTMLElement | null {
	for (let at: HTMLElement | null = element; at; at = at.parentElement) {
		const { textOverflow, webkitLineClamp } = getComputedStyle(at);
		if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return at;
	}
	return null;
}

function meet(a: DOMRect, b: DOMRect): DOMRect {
	const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
	const [right, bottom] = [Math.min(a.right, b.right), Math.min(a.bottom, b.bottom)];
	return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** The hall, the place in it, and what hides what runs over. */
function framesAround(element: HTMLElement, hall: HTMLElement): readonly HTMLElement[] {
	const frames = [hall];
	for (let at: HTMLElement | null = element; at && at !== hall; at = at.parentElement) {
		if (getComputedStyle(at).overflow === 'hidden' || at.matches('main, aside')) frames.push(at);
	}
	return frames;
}

function holds(frame: DOMRect, box: DOMRect): boolean {
	const isAcross = box.left >= frame.left - SLACK_PX && box.right <= frame.right + SLACK_PX;
	const isDown = box.top >= frame.top - SLACK_PX && box.bottom <= frame.bottom + SLACK_PX;
	return box.height === 0 || (isAcross && isDown);
}

function overlap(a: DOMRect, b: DOMRect): boolean {
	const { width, height } = meet(a, b);
	return width > SLACK_PX && height > SLACK_PX;
}

function resolved(hall: HTMLElement, token: string): string {
	const probe = hall.appendChild(document.createElement('i'));
	probe.style.color = `var(${token})`;
	const { color } = getComputedStyle(probe);
	probe.remove();
	return color;
}
