import type { Command } from '#lib/domain/commands.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { roundId } from '../kit/worksession.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';

/** One of a list; none when there is none. */
export function pick<T>(list: readonly T[], choice: number): T | undefined {
	return list[choice % Math.max(list.length, 1)];
}

/** The round that a browser thinks the group is at, or now and then another one. */
export function roundAt({ sync }: SimulatedBrowser, choice: number): RoundView | undefined {
	const { rounds, currentItemId } = sync.shared;
	const current = currentItemId === null ? undefined : rounds[currentItemId];
	return choice % 7 === 0 ? rounds[roundId('needs')] : current;
}

/** The first cards that a browser sees in a stack; none when there are none. */
export function makeCluster(browser: SimulatedBrowser, choice: number): Command | null {
	const round = roundAt(browser, choice);
	const [first, second] = Object.values(round?.cards ?? {}).slice(choice % 3);
	if (!round || !first || !second) return null;
	const items = [first, second].map(({ id }) => ({ kind: 'card', id }) as const);
	// The page proposes the text of the first card.
	const title = choice % 2 === 0 ? [...first.text].slice(0, 100).join('') : 'Stapel';
	return { type: 'MakeCluster', roundId: round.id, title, items };
}
