/**
 * Keeps a text from becoming a formula when a spreadsheet opens it. A text that would begin as one (= + - @, also in full width or
 * behind spaces or invisible characters; or a tab or line end at the start) gets an apostrophe in front. The same is done behind every
 * semicolon, tab and line end inside the text: a spreadsheet set to another separator than the comma starts a new cell there.
 *
 * It can be undone exactly, because an apostrophe is only ever added in front of such a beginning, also where one stood there already.
 */

const BLANK = String.raw`[[\p{Zs}\p{Cc}\p{Cf}]--[\t\r\n]]`;
const SIGN = String.raw`[=+\-@＝＋－＠−]`;
const PLACE = String.raw`(?<=^|[;\t\r\n])`;
const GUARDED = String.raw`'*${BLANK}*${SIGN}`;
const AT_START = String.raw`'*[\t\r\n]`;

const unguarded = new RegExp(`${PLACE}(?=${GUARDED})|^(?=${AT_START})`, 'gv');
const guard = new RegExp(`${PLACE}'(?=${GUARDED})|^'(?=${AT_START})`, 'gv');

export function guardFormula(text: string): string {
	return text.replace(unguarded, "'");
}

/** The text as it was before `guardFormula`. */
export function unguardFormula(text: string): string {
	return text.replace(guard, '');
}
