import type { ItemRef } from '#lib/domain/board/item.ts';
import { pick, roundAt } from './choices.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';
import type { Simulation } from './simulation.ts';

/** How often somebody picks a piece up, or puts it down. */
export const HOLDING_WEIGHTS = { pickUp: 4, putDown: 2 } as const;

type Perform = (simulation: Simulation, browser: SimulatedBrowser, choice: number) => void;

export const HOLDING_ACTS: Readonly<Record<keyof typeof HOLDING_WEIGHTS, Perform>> = {
	/** A stack or a card that this page sees; a facilitator's as often as all others' together, for most others may not. */
	pickUp: (simulation, browser, choice) => {
		const who = choice % 2 === 0 ? simulation.facilitator(choice) : browser;
		const round = roundAt(who, choice);
		if (!round) return;
		const ids = { cluster: Object.keys(round.clusters), card: cardIdsOf(who, round.id) };
		const kind = choice % 3 === 0 ? 'cluster' : 'card';
		const id = pick(ids[kind], choice);
		const items: readonly ItemRef[] = id === undefined ? [] : [{ kind, id }];
		if (items.length > 0) who.hold({ roundId: round.id, items });
	},
	putDown: (simulation, browser, choice) =>
		(choice % 2 === 0 ? simulation.facilitator(choice) : browser).hold(null)
};

/** One's own that nobody else sees yet are no pieces of the board; a page that says it holds one is not believed. */
function cardIdsOf({ sync: { shared, own } }: SimulatedBrowser, roundId: string): readonly string[] {
	const mine = Object.values(own?.cards ?? {}).filter((card) => card.roundId === roundId);
	return [...mine.map(({ id }) => id), ...Object.keys(shared.rounds[roundId]?.cards ?? {})];
}
