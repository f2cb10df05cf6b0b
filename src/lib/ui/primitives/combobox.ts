/** One thing to choose, as the search of a combobox returns it. */
export interface ComboboxOption {
	/** What is kept and posted. */
	readonly value: string;
	readonly label: string;
	/** Shown small behind the label, such as another name under which it was found. */
	readonly meta?: string;
	/** The part of the label that was typed: start and end (exclusive), underlined in the list. */
	readonly mark?: readonly [start: number, end: number];
	/** What was typed is the name of this option in full, so leaving the field chooses it. */
	readonly exact?: boolean;
}

/** Every text of a combobox that its caller has to provide, on screen or read aloud. */
export interface ComboboxWords {
	/** Names the list of options. */
	readonly list: string;
	/** Names the list of what was chosen. */
	readonly chosen: string;
	/** Names the button that opens and closes the list. */
	readonly toggle: string;
	/** Under the list, and read aloud after each change: how many options there are. */
	readonly count: (count: number) => string;
	/** Instead of the count when nothing fits what was typed. */
	readonly none: string;
	/** Instead of the count when as many as allowed were chosen; needed only beside a maximum above one. */
	readonly full?: (max: number) => string;
	/** Names the button that takes a choice away. */
	readonly remove: (label: string) => string;
	/** Read aloud after choosing. */
	readonly added: (label: string) => string;
	/** Read aloud after taking a choice away. */
	readonly removed: (label: string) => string;
}

/** What the keyboard changes in the list. */
export interface ListState {
	readonly open: boolean;
	/** Index of the option that Enter would choose; -1 when none. */
	readonly active: number;
	/** The arrow keys are in use: Home and End then belong to the list and not to the text. */
	readonly steering: boolean;
}

export const CLOSED_LIST: ListState = { open: false, active: -1, steering: false };

/** The list after typing: open, its first option ready for Enter, unless the text was emptied. */
export function listAfterTyping(text: string): ListState {
	return { open: true, active: text.trim() === '' ? -1 : 0, steering: false };
}

function steerTo(active: number): ListState {
	return { open: true, active, steering: true };
}

/**
 * The list after a key, by the WAI-ARIA combobox pattern: arrows open it and go round, Home and End go
 * to its ends while arrows are in use, Escape closes it. Undefined for a key that is not for the list.
 */
export function listAfterKey(
	key: string,
	{ open, active, steering }: ListState,
	count: number
): ListState | undefined {
	if (key === 'ArrowDown') return steerTo(open && active < count - 1 ? active + 1 : Math.min(0, count - 1));
	if (key === 'ArrowUp') return steerTo(open && active > 0 ? active - 1 : count - 1);
	if (key === 'Home' && open && steering) return steerTo(Math.min(0, count - 1));
	if (key === 'End' && open && steering) return steerTo(count - 1);
	if (key === 'Escape' && open) return CLOSED_LIST;
	return undefined;
}

/** Splits a label into what stands before, in and after the marked part. */
export function splitLabel({ label, mark: [start, end] = [0, 0] }: ComboboxOption): [string, string, string] {
	return [label.slice(0, start), label.slice(start, end), label.slice(end)];
}

/**
 * What is chosen after picking `value`: picked again, it is taken away; a maximum of one is replaced;
 * above that nothing is added beyond the maximum, and the same array comes back.
 */
export function pick(chosen: string[], value: string, max: number): string[] {
	if (chosen.includes(value)) return chosen.filter((other) => other !== value);
	if (max === 1) return [value];
	return chosen.length < max ? [...chosen, value] : chosen;
}

/** The value that leaving the field chooses: the one option named in full by the text, if not chosen yet. */
export function impliedValue(
	options: readonly ComboboxOption[],
	chosen: readonly string[]
): string | undefined {
	const exact = options.filter((option) => option.exact);
	const value = exact.length === 1 ? exact[0]?.value : undefined;
	return value === undefined || chosen.includes(value) ? undefined : value;
}
