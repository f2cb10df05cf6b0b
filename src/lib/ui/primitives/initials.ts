/** First letters of the first and the last word that starts with a capital: "Marieke de Boer" gives "MB". */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/u).filter(Boolean);
	const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
	const chosen = capitals.length > 0 ? capitals : words;
	const ends = chosen.length > 1 ? [chosen[0], chosen.at(-1)] : chosen;
	return ends.map((word) => firstCharacter(word ?? '').toLocaleUpperCase('nl')).join('');
}

/** A whole character, also where it takes two units, as an emoji does. */
function firstCharacter(word: string): string {
	return [...word][0] ?? '';
}
