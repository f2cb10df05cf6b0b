/** Length of a session code without its dash. */
const CODE_LENGTH = 8;
const HALF = 4;

/**
 * What somebody typed or pasted as a session code, as bare capitals and digits: case, spaces and dashes do not count.
 * Of a pasted link only the last part is looked at. May be shorter or longer than a code.
 */
export function bareCode(typed: string): string {
	const path = typed.trim().split(/[?#]/, 1)[0] ?? '';
	const last = path.split('/').filter(Boolean).at(-1) ?? '';
	return last.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The code as people see it, "KTRW-482M". A code that is not complete yet gets its dash as soon as it needs one. */
export function shownCode(bare: string): string {
	return bare.length > HALF ? `${bare.slice(0, HALF)}-${bare.slice(HALF)}` : bare;
}

/** How many characters are missing (above zero) or too many (below zero). */
export function missingCharacters(typed: string): number {
	return CODE_LENGTH - bareCode(typed).length;
}
