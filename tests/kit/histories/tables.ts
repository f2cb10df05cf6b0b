import type { CommandOf } from '#lib/domain/commands.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const tableChoosers: Choosers<
	| 'AddTable'
	| 'ChangeTable'
	| 'RemoveTable'
	| 'SeatPeople'
	| 'TakeSeat'
	| 'SpreadPeople'
	| 'RotateTables'
	| 'SetHost'
> = {
	AddTable: (picks) => ({ table: table(picks) }),
	ChangeTable: (picks) => ({ tableId: picks.tableId() ?? 'nowhere', table: table(picks) }),
	RemoveTable: (picks) => ({ tableId: picks.tableId() ?? 'nowhere' }),
	SeatPeople: (picks) => ({
		participationIds: Array.from({ length: 1 + picks.dice.below(3) }, () => picks.personId()),
		tableId: picks.tableId()
	}),
	TakeSeat: (picks) => ({ tableId: picks.tableId() }),
	SpreadPeople: (picks) => ({ whom: picks.dice.pick(['everybody', 'unseated']) }),
	RotateTables: () => ({}),
	SetHost: (picks) => {
		const tableId = picks.tableId() ?? 'nowhere';
		const seated = Object.values(picks.state.participations).filter((one) => one.tableId === tableId);
		const host = picks.dice.pickOr(
			seated.map(({ id }) => id),
			picks.personId()
		);
		return { tableId, participationId: picks.dice.chance(0.15) ? null : host };
	}
};

function table(picks: Picks): CommandOf<'AddTable'>['table'] {
	const name = picks.dice.chance(0.1) ? 'n'.repeat(41) : `Tafel ${picks.index}`;
	return { name, exampleId: picks.dice.chance(0.5) ? null : picks.exampleId() };
}
