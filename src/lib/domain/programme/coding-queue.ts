import { COMPARED_KINDS, type ComparedKind } from '../compare/compared-cards.ts';
import type { ItemCodes, ItemRef } from '../board/item.ts';
import { itemKey, itemOfKey } from '../board/items.ts';
import type { RecordCard, RecordCluster } from '../record/record-cards.ts';
import { GROUP_CODES, ROUND_CODES } from '../record/record-codes.ts';
import type { IntakeRecord } from '../record/record.ts';
import { alikeIn } from '../card/similar-texts.ts';
import { GROUPS, type Category, type Group, type Theme } from '../vocabulary.ts';
import { codingOf, NO_CODING, type Codings } from './codings.ts';
import type { Coding } from './programme-acts.ts';

/** A stack or card of a closed worksession, to say what it is about. */
export interface CodingPiece {
	readonly item: ItemRef;
	readonly kind: ComparedKind;
	/** Title of the stack, or text of the card. */
	readonly title: string;
	/** The process step at which it lies. */
	readonly step: { readonly order: number; readonly name: string } | null;
	/** The cards in it; of a card itself. */
	readonly cards: readonly RecordCard[];
	/** Codes of distinct municipalities; null where nothing is told of them. */
	readonly municipalities: readonly string[] | null;
	readonly dots: number | null;
	/** Key of the stack in which the card lies; null for what stands by itself. */
	readonly inStack: string | null;
	/** What the room said; null when nothing. */
	readonly said: ItemCodes | null;
	/** What somebody said since; null where what the room said counts. */
	readonly assigned: Coding | null;
}

/** Everything to say something about, in the order of the questions: a stack, then the cards in it; then loose cards. */
export function codingQueue(record: IntakeRecord, codings: Codings): readonly CodingPiece[] {
	return COMPARED_KINDS.flatMap((kind) =>
		record.rounds
			.filter(({ type }) => type === ROUND_CODES[kind])
			.flatMap(({ id }) => piecesOf(record, codings, kind, id))
	);
}

function piecesOf(
	record: IntakeRecord,
	codings: Codings,
	kind: ComparedKind,
	roundId: string
): readonly CodingPiece[] {
	const cards = record.cards.filter(({ round }) => round === roundId);
	const stacks = record.clusters.filter(({ round }) => round === roundId);
	const piece = pieceIn(record, codings, kind);
	const ofCard = (card: RecordCard): CodingPiece =>
		piece({ kind: 'card', id: card.id }, card.text, card, [card]);
	const ofStack = (stack: RecordCluster): readonly CodingPiece[] => {
		const inside = cards.filter(({ cluster }) => cluster === stack.id);
		return [piece({ kind: 'cluster', id: stack.id }, stack.title, stack, inside), ...inside.map(ofCard)];
	};
	return [...stacks.flatMap(ofStack), ...cards.filter(({ cluster }) => cluster === null).map(ofCard)];
}

function pieceIn(record: IntakeRecord, codings: Codings, kind: ComparedKind) {
	const steps = new Map(record.steps.map(({ id, order, name }) => [id, { order, name }]));
	const said = new Map(record.classifications.map(({ item, ...codes }) => [item, codes]));
	return (
		item: ItemRef,
		title: string,
		{ step, municipalities, dots }: RecordCard | RecordCluster,
		cards: readonly RecordCard[]
	): CodingPiece => {
		const [only] = cards;
		const stackId = item.kind === 'card' ? (only?.cluster ?? null) : null;
		return {
			item,
			kind,
			title,
			step: (step !== null && steps.get(step)) || null,
			cards,
			municipalities,
			dots: dots?.dots ?? null,
			inStack: stackId === null ? null : itemKey({ kind: 'cluster', id: stackId }),
			said: said.get(itemKey(item)) ?? null,
			assigned: codingOf(codings, record.session.id, item)
		};
	};
}

/** As it counts now: what somebody assigned, else what the room said. */
export function codingNow({ assigned, said }: Pick<CodingPiece, 'assigned' | 'said'>): Coding {
	return assigned ?? { ...NO_CODING, ...said };
}

/** Something alike that has a category already. It says where it comes from and fills in nothing. */
export interface CodingHint {
	readonly title: string;
	readonly category: Category;
	readonly theme: Theme;
	readonly group: Group;
}

interface Known extends CodingHint {
	readonly id: string;
	readonly text: string;
}

/** For each piece, by its key, what looks most like it in these worksessions and has a category: computed here, and only a hint. */
export function codingHints(
	pieces: readonly CodingPiece[],
	records: readonly IntakeRecord[],
	codings: Codings
): Readonly<Record<string, CodingHint>> {
	const find = alikeIn(records.flatMap((record) => knownIn(record, codings)));
	const hints = pieces.flatMap(({ item, title }): readonly (readonly [string, CodingHint])[] => {
		const best = find(title).find(({ id }) => itemOfKey(id).id !== item.id);
		return best
			? [
					[
						itemKey(item),
						{ title: best.title, category: best.category, theme: best.theme, group: best.group }
					]
				]
			: [];
	});
	return Object.fromEntries(hints);
}

function knownIn(record: IntakeRecord, codings: Codings): readonly Known[] {
	const { theme } = record.session;
	const group = GROUPS.find((known) => GROUP_CODES[known] === record.session.group) ?? 'mixed';
	return codingQueue(record, codings).flatMap((piece) => {
		const { category } = codingNow(piece);
		if (!category) return [];
		return [{ id: itemKey(piece.item), text: piece.title, title: piece.title, category, theme, group }];
	});
}
