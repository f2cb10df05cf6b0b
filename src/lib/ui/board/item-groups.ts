import { roundNumber } from '#lib/domain/day/agenda.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import { roundName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import { boardItems, type BoardItem } from './board-columns.ts';

/** What the room can see of one round, to choose from. */
export interface ItemGroup {
	readonly roundId: string;
	/** Name of the round, with its number in the day. */
	readonly title: string;
	readonly items: readonly BoardItem[];
}

/** A day can ask the same twice. Rounds of a kind in the order of the day; one with nothing open is left out. */
export function itemGroups(
	{ agenda, rounds }: Pick<SharedView, 'agenda' | 'rounds'>,
	kind: RoundKind
): readonly ItemGroup[] {
	return agenda.flatMap(({ id }) => {
		const round = rounds[id];
		const items = round?.kind === kind ? boardItems(round) : [];
		if (!round || items.length === 0) return [];
		const words = { number: roundNumber(agenda, id), name: roundName(round.kind) };
		return [{ roundId: id, title: m.common_round_numbered(words), items }];
	});
}
