/** Where an arrow, Home or End leads from an option of the board; null when the key is none of these or there is nothing there. */
export function optionFor(key: string, from: HTMLElement, board: HTMLElement): HTMLElement | null {
	const list = from.closest<HTMLElement>('[role=listbox]');
	if (!list) return null;
	const options = optionsIn(list);
	const index = options.indexOf(from);
	const isGrid = list.dataset.flow === 'grid';
	switch (key) {
		case 'ArrowDown':
			return options[index + 1] ?? null;
		case 'ArrowUp':
			return options[index - 1] ?? null;
		case 'Home':
			return options[0] ?? null;
		case 'End':
			return options.at(-1) ?? null;
		case 'ArrowRight':
			return isGrid ? (options[index + 1] ?? null) : optionBeside(list, index, 1, board);
		case 'ArrowLeft':
			return isGrid ? (options[index - 1] ?? null) : optionBeside(list, index, -1, board);
		default:
			return null;
	}
}

/** Those in view: what is not looked for is hidden. */
export function optionsIn(list: HTMLElement): HTMLElement[] {
	return [...list.querySelectorAll<HTMLElement>('[role=option]:not([hidden])')];
}

/** The option at the same height in the next list; its last one when that list is shorter. */
function optionBeside(
	list: HTMLElement,
	index: number,
	step: 1 | -1,
	board: HTMLElement
): HTMLElement | null {
	const lists = [...board.querySelectorAll<HTMLElement>('[role=listbox]:not([hidden])')];
	const beside = lists[lists.indexOf(list) + step];
	if (!beside) return null;
	const options = optionsIn(beside);
	return options[Math.min(index, options.length - 1)] ?? null;
}
