import type { RoundSettings } from './commands.ts';
import { type Keyed, own, without } from './keyed.ts';
import type { Ballot, Round } from './worksession.ts';

/**
 * The arithmetic of dots: everything that makes, moves or shrinks a ballot is here, so that no ballot is ever more than its budget.
 * Whether somebody may place a dot is decided in `votes.ts`.
 */

/** A person's dots in a round; nobody's ballot is missing, it is empty. */
export function ballotOf(round: Pick<Round, 'ballots'>, participationId: string): Ballot {
	return own(round.ballots, participationId) ?? {};
}

/** How many dots a ballot holds. */
export function dotsOn(ballot: Ballot): number {
	return Object.values(ballot).reduce((sum, dots) => sum + dots, 0);
}

/** A ballot with this many dots on an item; with none the item is off it. */
export function withDots(ballot: Ballot, itemKey: string, dots: number): Ballot {
	return dots === 0 ? without(ballot, itemKey) : { ...ballot, [itemKey]: dots };
}

/**
 * Dots on items that became part of another go along, up to the maximum per item; the rest goes back to its giver. Without a target
 * all of them go back.
 */
export function movedDots(
	ballot: Ballot,
	goneKeys: ReadonlySet<string>,
	targetKey: string | null,
	itemMax: number
): Ballot {
	const moved = Object.entries(ballot).filter(([key]) => goneKeys.has(key));
	if (moved.length === 0) return ballot;
	const kept = Object.fromEntries(Object.entries(ballot).filter(([key]) => !goneKeys.has(key)));
	if (targetKey === null) return kept;
	const dots = moved.reduce((sum, [, n]) => sum + n, own(kept, targetKey) ?? 0);
	return { ...kept, [targetKey]: Math.min(dots, itemMax) };
}

/** Ballots that a smaller budget makes too large are handed back whole, so that nobody keeps a dot they did not choose. */
export function withinBudget(
	round: Pick<Round, 'ballots' | 'settings'>,
	settings: RoundSettings
): Keyed<Ballot> {
	const isSmaller =
		settings.dotsPerPerson < round.settings.dotsPerPerson ||
		settings.dotsPerItemMax < round.settings.dotsPerItemMax;
	if (!isSmaller) return round.ballots;
	const fits = (ballot: Ballot) =>
		dotsOn(ballot) <= settings.dotsPerPerson &&
		Object.values(ballot).every((dots) => dots <= settings.dotsPerItemMax);
	return Object.fromEntries(Object.entries(round.ballots).filter(([, ballot]) => fits(ballot)));
}
