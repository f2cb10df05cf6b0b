import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';
import { originText } from '#lib/i18n/names.ts';
import { holdsWords } from '../primitives/holds-words.ts';

/** From this many people on a list is searched rather than read. */
export const SEARCH_FROM = 9;

/** The people whose name, place or function holds these words, in the order of names. */
export function foundPeople(
	people: readonly ParticipationView[],
	words: string
): readonly ParticipationView[] {
	const isFound = (person: ParticipationView) =>
		holdsWords(`${person.name} ${originText(person)} ${person.functionName}`, words);
	return (words.trim() === '' ? [...people] : people.filter(isFound)).sort((a, b) =>
		a.name.localeCompare(b.name, 'nl')
	);
}
