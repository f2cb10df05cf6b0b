import {
	cellOf,
	comparedCards,
	countedCards,
	tookPart,
	type ComparedCard,
	type ComparedCategory,
	type ComparedCell,
	type ComparedKind,
	type EvidenceCard
} from './compared-cards.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import type { IntakeRecord } from '../record/record.ts';
import { CATEGORIES, type Theme } from '../vocabulary.ts';

/** A few worksessions beside each other on one question: what was said in each about the same category, stack by stack. */

/** A worksession that is chosen. */
export interface SideSession {
	readonly id: string;
	readonly title: string;
	readonly date: string | null;
	readonly theme: Theme;
	/** Codes of who took part, on the chosen day: what its counts are "of". */
	readonly municipalities: readonly MunicipalityCode[];
}

/** A stack, or a card that lies loose. */
export interface SideItem {
	/** Item key with its worksession. */
	readonly key: string;
	/** Of the stack; the text of a loose card. */
	readonly title: string;
	readonly isStack: boolean;
	readonly cell: ComparedCell;
	readonly cards: readonly EvidenceCard[];
}

/** What one worksession said about one category. */
interface SideCell {
	readonly sessionId: string;
	readonly cell: ComparedCell;
	/** What most municipalities named first. */
	readonly items: readonly SideItem[];
}

export interface SideRow {
	readonly category: ComparedCategory;
	/** One per worksession, in their order. */
	readonly cells: readonly SideCell[];
}

export interface SideBySide {
	readonly sessions: readonly SideSession[];
	/** Of the categories that somebody named. */
	readonly rows: readonly SideRow[];
}

export interface SideQuestion {
	readonly kind: ComparedKind;
	/** Which category; 'every' is all of them. */
	readonly category: ComparedCategory | 'every';
	/** On which municipalities are counted, 'YYYY-MM-DD'. */
	readonly day: string;
}

/** Puts these records beside each other, in their order. */
export function sideBySide(
	records: readonly IntakeRecord[],
	{ kind, category: asked, day }: SideQuestion
): SideBySide {
	const said = records.map((record) => ({
		sessionId: record.session.id,
		perCategory: Map.groupBy(
			countedCards(comparedCards(record, day)).filter((piece) => piece.kind === kind),
			({ category }) => category
		)
	}));
	const categories = [...CATEGORIES, null].filter((category) => asked === 'every' || category === asked);
	return {
		sessions: records.map((record) => sideSession(record, day)),
		rows: categories
			.filter((category) => asked !== 'every' || said.some(({ perCategory }) => perCategory.has(category)))
			.map((category) => ({
				category,
				cells: said.map(({ sessionId, perCategory }) => sideCell(sessionId, perCategory.get(category) ?? []))
			}))
	};
}

function sideSession(record: IntakeRecord, day: string): SideSession {
	const { id, title, date, theme } = record.session;
	return { id, title, date, theme, municipalities: tookPart(record, day) };
}

function sideCell(sessionId: string, pieces: readonly ComparedCard[]): SideCell {
	const items = [...Map.groupBy(pieces, ({ item }) => item)].flatMap(([key, of]) => sideItem(key, of) ?? []);
	return { sessionId, cell: cellOf(pieces), items: items.sort(byReach) };
}

function sideItem(key: string, pieces: readonly ComparedCard[]): SideItem | null {
	const cards = pieces.map(({ evidence }) => evidence);
	const [first] = cards;
	if (!first) return null;
	const isStack = first.stack !== null;
	return { key, title: first.stack ?? first.text, isStack, cell: cellOf(pieces), cards };
}

function byReach(one: SideItem, other: SideItem): number {
	return (
		other.cell.municipalities.length - one.cell.municipalities.length ||
		other.cell.cards - one.cell.cards ||
		other.cell.dots - one.cell.dots ||
		(one.key < other.key ? -1 : 1)
	);
}
