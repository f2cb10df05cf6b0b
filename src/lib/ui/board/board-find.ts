import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { originText } from '#lib/i18n/names.ts';
import { holdsWords } from '../primitives/holds-words.ts';
import { boardItems, type BoardItem } from './board-columns.ts';

/** What is looked for on a board. */
export interface Wanted {
	/** Words, whatever their case and accents. */
	readonly text: string;
	/** Name of a municipality, or of whom a partner comes from; empty for everybody's. */
	readonly from: string;
	/** Only what is on the parking lot. */
	readonly isParked: boolean;
}

/** Where nothing is looked for. */
export const ALL_WANTED: Wanted = { text: '', from: '', isParked: false };

export function isSearch({ text, from, isParked }: Wanted): boolean {
	return text.trim() !== '' || from !== '' || isParked;
}

/** Whether a card, the title of a stack or any card in it is what is looked for; with the ids of the cards that are parked. */
export function isWanted(
	{ ref, title, cards }: BoardItem,
	{ text, from, isParked }: Wanted,
	parked: ReadonlySet<string>
): boolean {
	const isStack = ref.kind === 'cluster';
	const here = cards.filter(
		(card) => (from === '' || placesOf(card).includes(from)) && (!isParked || parked.has(card.id))
	);
	if (here.length === 0) return from === '' && !isParked && holdsWords(title, text);
	return (isStack && holdsWords(title, text)) || here.some((card) => holdsWords(card.text, text));
}

/** The round with what is looked for alone; a stack that is found stays whole. */
export function roundFound<T extends Pick<RoundView, 'cards' | 'clusters'>>(
	round: T,
	wanted: Wanted,
	parked: ReadonlySet<string>
): T {
	if (!isSearch(wanted)) return round;
	const found = boardItems(round).filter((item) => isWanted(item, wanted, parked));
	const cards = found.flatMap((item) => item.cards.map((card) => [card.id, card] as const));
	const stacks = found.filter(({ ref }) => ref.kind === 'cluster').map(({ ref }) => ref.id);
	const clusters = Object.entries(round.clusters).filter(([id]) => stacks.includes(id));
	return { ...round, cards: Object.fromEntries(cards), clusters: Object.fromEntries(clusters) };
}

/** Where the cards that the room may know of come from, in the order of the alphabet. */
export function placesOn(items: readonly BoardItem[]): readonly string[] {
	const codes = new Set<string>();
	const guests = new Set<string>();
	for (const { cards } of items)
		for (const { author } of cards) {
			for (const code of author?.municipalities ?? []) codes.add(code);
			if (author?.municipalities.length === 0) for (const place of placesOf({ author })) guests.add(place);
		}
	return [...[...codes].map(municipalityText), ...guests].sort((a, b) => a.localeCompare(b, 'nl'));
}

function placesOf({ author }: Pick<CardView, 'author'>): readonly string[] {
	if (!author) return [];
	if (author.municipalities.length === 0) return author.organisation === '' ? [] : [originText(author)];
	return author.municipalities.map(municipalityText);
}

function municipalityText(code: string): string {
	return originText({ municipalities: [code], organisation: '' });
}
