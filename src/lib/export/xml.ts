/** What XML 1.0 cannot hold, not even escaped: most control characters, halves of surrogate pairs, and two that are no characters. */
const UNWRITABLE = /[[\p{Cc}--[\t\n\r\u007f-\u009f]]\ufffe\uffff]|\p{Cs}/gv;

/**
 * A text as far as documents can hold it: what XML has no place for becomes "�", and every line end one of the same kind. Files for
 * programs (JSON, CSV) keep the text as it was written.
 */
export function writableText(text: string): string {
	return text.replace(UNWRITABLE, '\ufffd').replace(/\r\n?/g, '\n');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A writable text between tags or in an attribute with double quotes. */
export function xmlText(text: string): string {
	return writableText(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
