const ID_BYTES = 12;

/** A random id of 96 bits. Not `crypto.randomUUID`: a hall joins over plain http, where browsers do not offer it. */
export function randomId(bytes = ID_BYTES): string {
	const values = crypto.getRandomValues(new Uint8Array(bytes));
	return btoa(String.fromCharCode(...values))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}
