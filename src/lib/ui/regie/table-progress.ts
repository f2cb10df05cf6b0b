import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView, TableView } from '#lib/domain/visibility/shared-view.ts';
import { isShownAt } from '../board/board-tables.ts';
import { seating } from './table-seats.ts';

export interface TableProgressRow {
	readonly table: TableView;
	readonly people: number;
	/** Of these people; null where cards are not counted per person. */
	readonly withoutCard: number | null;
	/** Cards that the room can see. How many hidden ones a table wrote is known to nobody. */
	readonly cards: number;
}

/** How far each table is with a round that is held at tables; nothing for any other. */
export function tableProgress(
	shared: Pick<SharedView, 'tables' | 'facilitator'>,
	round: RoundView | null
): readonly TableProgressRow[] {
	if (!round?.settings.isAtTables) return [];
	const cards = Object.values(round.cards);
	return seating(shared).tables.map(({ table, people }) => {
		const counts = people.map((person) => person.cardsInRound);
		return {
			table,
			people: people.length,
			withoutCard: counts.includes(null) ? null : counts.filter((count) => count === 0).length,
			cards: cards.filter((card) => isShownAt(card, { tableId: table.id })).length
		};
	});
}
