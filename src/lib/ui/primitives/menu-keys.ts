/**
 * Where a key moves to in a menu of which item `current` has focus: arrows go round, Home and End go to the
 * ends, a letter goes to the next label that starts with it. Undefined when the key means nothing here.
 */
export function nextInMenu(key: string, current: number, labels: readonly string[]): number | undefined {
	const count = labels.length;
	if (count === 0) return undefined;
	if (key === 'ArrowDown') return (current + 1) % count;
	if (key === 'ArrowUp') return (current - 1 + count) % count;
	if (key === 'Home') return 0;
	if (key === 'End') return count - 1;
	return key.length === 1 ? nextWithLetter(key, current, labels) : undefined;
}

function nextWithLetter(letter: string, current: number, labels: readonly string[]): number | undefined {
	const wanted = letter.toLocaleLowerCase();
	for (let ahead = 1; ahead <= labels.length; ahead += 1) {
		const index = (current + ahead) % labels.length;
		if (labels[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
	}
	return undefined;
}
