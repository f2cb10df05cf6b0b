import type { SharedView } from '#lib/domain/visibility.ts';
import { roundName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import { boardItems, type BoardItem } from '../board/board-columns.ts';
import { roundNumber } from './agenda-rows.ts';

/** The open bottlenecks of one round, to which a need can be linked. */
export interface LinkGroup {
	readonly roundId: string;
	/** Name of the round, with its number in the day. */
	readonly title: string;
	readonly items: readonly BoardItem[];
}

/** A day can ask for bottlenecks twice. Rounds in the order of the day; one with nothing open is left out. */
export function linkGroups({ agenda, rounds }: Pick<SharedView, 'agenda' | 'rounds'>): readonly LinkGroup[] {
	return agenda.flatMap(({ id }) => {
		const round = rounds[id];
		const items = round?.kind === 'bottlenecks' ? boardItems(round) : [];
		if (!round || items.length === 0) return [];
		const words = { number: roundNumber(agenda, id), name: roundName(round.kind) };
		return [{ roundId: id, title: m.common_round_numbered(words), items }];
	});
}
