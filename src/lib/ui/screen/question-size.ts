const LONG = 34;
const VERY_LONG = 64;

/** How large a heading of the hall screen may be, by its length. */
export function questionSize(text: string): 'short' | 'long' | 'very-long' {
	if (text.length > VERY_LONG) return 'very-long';
	return text.length > LONG ? 'long' : 'short';
}
