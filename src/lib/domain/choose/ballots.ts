import type { Ballot, Ballots, DotRules } from './ballot.ts';
import { foldText } from '../compare/fold-text.ts';
import { type Keyed, mapValues, own, without } from '../keyed.ts';
import { remembering } from '../remembering.ts';
import type { Round } from '../day/round.ts';
import type { Participation } from '../people/participation.ts';

/**
 * The arithmetic of dots: everything that makes, moves or shrinks a ballot is here, so that no budget is ever exceeded.
 * Whether somebody may place a dot is decided in `votes.ts`.
 *
 * Dots come out of a purse. Everybody has one of their own, or the people of a municipality share one. Who comes for several
 * municipalities votes with the purses of all of them, so that a municipality has the same say whoever speaks for it. Whoever comes
 * for none shares one with the people of their organisation, or has one of their own.
 */

/** The purse that nobody shares. */
export const OWN_PURSE = 'own';
const ORGANISATION = 'organisation:';

type Voter = Pick<Participation, 'municipalities' | 'organisation'>;

/** From which purses somebody gives dots: `own`, codes of municipalities, or `organisation:` and its bare name. */
export function pursesOf(
	{ budgetPer }: Pick<DotRules, 'budgetPer'>,
	{ municipalities, organisation }: Voter
): readonly string[] {
	if (budgetPer === 'person') return [OWN_PURSE];
	if (municipalities.length > 0) return municipalities;
	return [purseOfOrganisation(organisation)];
}

/** The purse of an organisation, however it is written; one's own where none is named in letters or digits. */
export function purseOfOrganisation(organisation: string): string {
	const { bare } = foldText(organisation);
	return bare === '' ? OWN_PURSE : `${ORGANISATION}${bare}`;
}

/** The municipalities for which a dot from this purse speaks. */
export function municipalitiesOf(purse: string, giver: Voter | undefined): readonly string[] {
	if (purse === OWN_PURSE) return giver?.municipalities ?? [];
	return purse.startsWith(ORGANISATION) ? [] : [purse];
}

/** What a person gave, per purse; nobody's ballot is missing, it is empty. */
export function givenBy(ballots: Ballots, participationId: string): Keyed<Ballot> {
	return own(ballots, participationId) ?? {};
}

/** What lies on the board from a purse: of everybody who shares it. */
export function ballotOf(ballots: Ballots, participationId: string, purse: string): Ballot {
	const ballot =
		purse === OWN_PURSE ? own(givenBy(ballots, participationId), purse) : own(sharedBallots(ballots), purse);
	return ballot ?? {};
}

const sharedBallots = remembering((ballots: Ballots): Keyed<Ballot> => {
	const shared: Record<string, Ballot> = {};
	for (const given of Object.values(ballots))
		for (const [purse, ballot] of Object.entries(given))
			if (purse !== OWN_PURSE) shared[purse] = sumOf([shared[purse] ?? {}, ballot]);
	return shared;
});

/** Ballots added up. */
export function sumOf(ballots: readonly Ballot[]): Ballot {
	const [first, ...others] = ballots;
	if (!first || others.length === 0) return first ?? {};
	const sum: Record<string, number> = {};
	for (const ballot of ballots)
		for (const [key, dots] of Object.entries(ballot)) sum[key] = (own(sum, key) ?? 0) + dots;
	return sum;
}

/** What is left of a ballot without these dots, which are part of it. */
export function lessDots(ballot: Ballot, dots: Ballot): Ballot {
	const left = Object.entries(ballot).map(([key, count]) => [key, count - (own(dots, key) ?? 0)] as const);
	return Object.fromEntries(left.filter(([, count]) => count > 0));
}

/** How many dots a ballot holds. */
export function dotsOn(ballot: Ballot): number {
	return Object.values(ballot).reduce((sum, dots) => sum + dots, 0);
}

/** Of how many people, or of how many municipalities where budgets are theirs, all dots are placed. */
export function budgetsSpent({ ballots, settings }: Pick<Round, 'ballots' | 'settings'>): number {
	const isSpent = (ballot: Ballot) => dotsOn(ballot) >= settings.dotBudget;
	if (settings.budgetPer === 'person')
		return Object.values(ballots).filter((given) => isSpent(own(given, OWN_PURSE) ?? {})).length;
	return Object.entries(sharedBallots(ballots)).filter(
		([purse, ballot]) => !purse.startsWith(ORGANISATION) && isSpent(ballot)
	).length;
}

/** Ballots in which one person has this many dots on an item from a purse; with none the item is off it. */
export function withDots(
	ballots: Ballots,
	participationId: string,
	purse: string,
	itemKey: string,
	dots: number
): Ballots {
	const given = givenBy(ballots, participationId);
	const ballot = own(given, purse) ?? {};
	const changed = dots === 0 ? without(ballot, itemKey) : { ...ballot, [itemKey]: dots };
	return { ...ballots, [participationId]: { ...given, [purse]: changed } };
}

/**
 * Dots on items that became part of another go along, up to the maximum of their purse per item; the rest goes back. Without a
 * target all of them go back.
 */
export function movedDots(
	ballots: Ballots,
	goneKeys: ReadonlySet<string>,
	targetKey: string | null,
	itemMax: number
): Ballots {
	const isTouched = (ballot: Ballot) => Object.keys(ballot).some((key) => goneKeys.has(key));
	if (!Object.values(ballots).some((given) => Object.values(given).some(isTouched))) return ballots;
	let moved = mapValues(ballots, (given) =>
		mapValues(given, (ballot) =>
			isTouched(ballot)
				? Object.fromEntries(Object.entries(ballot).filter(([key]) => !goneKeys.has(key)))
				: ballot
		)
	);
	if (targetKey === null) return moved;
	for (const [id, given] of Object.entries(ballots))
		for (const [purse, ballot] of Object.entries(given).filter(([, held]) => isTouched(held))) {
			const gone = Object.entries(ballot).filter(([key]) => goneKeys.has(key));
			const room = itemMax - (own(ballotOf(moved, id, purse), targetKey) ?? 0);
			const kept = own(own(givenBy(moved, id), purse) ?? {}, targetKey) ?? 0;
			const along = gone.reduce((sum, [, dots]) => sum + dots, 0);
			moved = withDots(moved, id, purse, targetKey, kept + Math.min(along, room));
		}
	return moved;
}

/** The ballots of two who are one person: what both gave is what the one who remains gave, from purses that are theirs. */
export function mergedBallots(
	ballots: Ballots,
	fromId: string,
	intoId: string,
	purses: readonly string[]
): Ballots {
	const from = own(ballots, fromId);
	if (!from) return ballots;
	const into = givenBy(ballots, intoId);
	const hasVoted = Object.values(into).some((ballot) => dotsOn(ballot) > 0);
	const brought = Object.fromEntries(Object.entries(from).filter(([purse]) => purses.includes(purse)));
	return { ...without(ballots, fromId), [intoId]: hasVoted ? into : brought };
}

/**
 * What rules that allow less make too large is handed back whole, so that nobody keeps a dot they did not choose; all of it where
 * budgets are divided otherwise.
 */
export function withinBudget(
	{ ballots, settings }: Pick<Round, 'ballots' | 'settings'>,
	rules: DotRules
): Ballots {
	if (rules.budgetPer !== settings.budgetPer) return {};
	const isSmaller = rules.dotBudget < settings.dotBudget || rules.dotsPerItemMax < settings.dotsPerItemMax;
	if (!isSmaller) return ballots;
	const fits = (ballot: Ballot) =>
		dotsOn(ballot) <= rules.dotBudget && Object.values(ballot).every((dots) => dots <= rules.dotsPerItemMax);
	const kept: Record<string, Keyed<Ballot>> = {};
	for (const [id, given] of Object.entries(ballots)) {
		const fitting = Object.entries(given).filter(([purse]) => fits(ballotOf(ballots, id, purse)));
		if (fitting.length > 0) kept[id] = Object.fromEntries(fitting);
	}
	return kept;
}
