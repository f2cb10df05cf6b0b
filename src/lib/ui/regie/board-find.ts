import type { CardView } from '#lib/domain/visibility.ts';
import { originText } from '#lib/i18n/names.ts';
import { holdsWords } from '../primitives/holds-words.ts';
import type { BoardItem } from '../board/board-columns.ts';

/** What is looked for on a board. */
export interface Wanted {
	/** Words, whatever their case and accents. */
	readonly text: string;
	/** Name of a municipality, or of whom a partner comes from; empty for everybody's. */
	readonly from: string;
}

/** Whether a card, the title of a stack or any card in it is what is looked for. */
export function isWanted({ ref, title, cards }: BoardItem, { text, from }: Wanted): boolean {
	const isStack = ref.kind === 'cluster';
	const here = cards.filter((card) => from === '' || placesOf(card).includes(from));
	if (here.length === 0) return from === '' && holdsWords(title, text);
	return (isStack && holdsWords(title, text)) || here.some((card) => holdsWords(card.text, text));
}

/** Where the cards that the room may know of come from, in the order of the alphabet. */
export function placesOn(items: readonly BoardItem[]): readonly string[] {
	const places = items.flatMap(({ cards }) => cards.flatMap(placesOf));
	return [...new Set(places)].sort((a, b) => a.localeCompare(b, 'nl'));
}

function placesOf({ author }: CardView): readonly string[] {
	if (!author) return [];
	if (author.municipalities.length === 0) return author.organisation === '' ? [] : [originText(author)];
	return author.municipalities.map((code) => originText({ municipalities: [code], organisation: '' }));
}
