import { NO_DEAL } from '#lib/domain/choose/data-deal.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { RatingView } from '#lib/domain/visibility/rating-view.ts';
import { pick, roundAt } from './choices.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';
import type { Simulation } from './simulation.ts';

/** How often the acts of choosing, and of running the room beside it, are drawn. */
export const CHOOSING_WEIGHTS = {
	openRating: 4,
	rate: 8,
	deal: 2,
	park: 3,
	attention: 4,
	change: 3
} as const;

type Perform = (simulation: Simulation, browser: SimulatedBrowser, choice: number) => unknown;
type Asks = (browser: SimulatedBrowser, choice: number) => Command | null | undefined;

/** An act of a facilitator, which now and then a participant asks as well. */
function leading(commandOf: Asks): Perform {
	return (simulation, browser, choice) => {
		const isOwn = choice % 6 === 5 && browser.visitor.identity !== null;
		const who = isOwn ? browser : simulation.facilitator(choice);
		const command = commandOf(who, choice);
		if (command) simulation.act(who, command);
	};
}

export const CHOOSING_ACTS: Readonly<Record<keyof typeof CHOOSING_WEIGHTS, Perform>> = {
	/** Opens a rating, closes the one that is open, or shows what came of one. */
	openRating: leading(({ sync: { shared } }, choice) => {
		const open = openRating(shared.ratings);
		if (open) return choice % 3 !== 0 ? { type: 'CloseRating', ratingId: open.id } : null;
		const closed = pick(shared.ratings, choice);
		if (closed && choice % 2 === 1)
			return { type: 'ShowRating', shown: { ratingId: closed.id, ideaId: null } };
		const kind = choice % 3 === 0 ? 'worth' : 'scaling';
		const ideaIds = shared.ideas.slice(0, 2).map(({ id }) => id);
		return { type: 'StartRating', kind, ideaIds, criteria: null };
	}),
	/** With a reason that is of those alone who fill in the same sheet, until the rating is closed. */
	rate: (simulation, browser, choice) => {
		const { shared, own } = browser.sync;
		const rating = openRating(shared.ratings);
		const [ideaId] = rating?.ideaIds ?? [];
		const criterion = rating && pick(rating.criteria, choice);
		if (!rating || ideaId === undefined || !criterion) return;
		const mayReason = rating.kind === 'scaling' && shared.authorVisibility !== 'fully-anonymous';
		const answerOf = (participationId: string) =>
			choice % 5 === 0
				? null
				: { score: 1 + (choice % 5), reason: mayReason ? simulation.textOf(participationId) : '' };
		const given = { ratingId: rating.id, ideaId, criterion };
		if (own) simulation.act(browser, { type: 'GiveRating', ...given, answer: answerOf(own.participationId) });
		else if (shared.facilitator) {
			const people = Object.values(shared.facilitator.participations);
			const person = pick(choice % 4 === 3 ? people : people.filter((one) => one.isWithoutDevice), choice);
			if (!person) return;
			const answer = answerOf(person.id);
			simulation.act(browser, { type: 'GiveRatingFor', participationId: person.id, ...given, answer });
		}
	},
	/** A data deal, and what is agreed in it later. */
	deal: leading(({ sync: { shared } }, choice) => {
		const deal = { ...NO_DEAL, parties: 'Gemeente en woningcorporatie', dataset: `Adressen ${choice}` };
		const known = shared.ideas.find(({ form }) => form === 'datadeal');
		const idea = { ...NEW_IDEA, title: 'Een datadeal', form: 'datadeal', deal } as const;
		if (known) return { type: 'ChangeIdea', ideaId: known.id, idea: { ...idea, needs: known.needs } };
		return { type: 'AddIdea', idea, tableId: null, from: [] };
	}),
	park: leading(({ sync: { shared, own } }, choice) => {
		const parked = pick(shared.parked, choice);
		const ownerId = own?.participationId ?? pick(peopleIn(shared), choice) ?? null;
		const owner = { ownerId, ownerName: '' };
		if (parked && choice % 3 === 0) return { type: 'Unpark', parkedId: parked.id };
		if (parked && choice % 3 === 1) return { type: 'ChangeParked', parkedId: parked.id, owner };
		const seen = Object.values(shared.rounds).flatMap((round) =>
			Object.keys(round.cards).map((id) => ({ roundId: round.id, id }))
		);
		// Also a card of one's own, which the room may not have seen.
		const card = pick([...Object.values(own?.cards ?? {}), ...seen], choice);
		const items = card ? [{ kind: 'card', id: card.id } as const] : [];
		const tableId = choice % 2 === 0 ? null : (pick(shared.tables, choice)?.id ?? null);
		const roundId = card?.roundId ?? null;
		return { type: 'Park', roundId, items, parked: { ...owner, text: card ? '' : 'Later' }, tableId };
	}),
	/** Hands, who is ready, what stands in the light, a word to the room. */
	attention: (simulation, browser, choice) => {
		const { own } = browser.sync;
		const isLeading = !own || choice % 6 === 5;
		const command = isLeading ? toTheRoom(browser, choice) : ofOneself(browser, own.participationId, choice);
		if (command) simulation.act(browser, command);
	},
	/** Says otherwise, or takes back, what was agreed. */
	change: leading(({ sync: { shared } }, choice) => {
		const decision = pick(shared.decisions, choice);
		const action = pick(shared.actions, choice);
		const link = pick(Object.values(shared.links), choice);
		return pick<Command | null>(
			[
				decision
					? {
							type: 'ChangeDecision',
							decisionId: decision.id,
							decision: { text: 'Toch anders', reason: '', dissents: [], ideaId: null }
						}
					: null,
				action
					? {
							type: 'ChangeAction',
							actionId: action.id,
							action: { text: 'Schrijven', ownerId: null, ownerName: 'Het team', dueOn: null, source: null }
						}
					: null,
				action && choice % 2 === 0 ? { type: 'RemoveAction', actionId: action.id } : null,
				link ? { type: 'UnlinkNeed', ...link } : null
			],
			choice
		);
	})
};

function ofOneself(browser: SimulatedBrowser, participationId: string, choice: number): Command | null {
	const round = roundAt(browser, 1);
	if (choice % 3 === 0)
		return round ? { type: 'SetReady', roundId: round.id, isReady: choice % 2 === 0 } : null;
	return choice % 3 === 1 ? { type: 'RaiseHand' } : { type: 'LowerHand', participationId };
}

function toTheRoom(browser: SimulatedBrowser, choice: number): Command | null {
	const round = roundAt(browser, choice);
	const card = pick(Object.values(round?.cards ?? {}), choice);
	const item = card && ({ kind: 'card', id: card.id } as const);
	const kind = Math.floor(choice / 6);
	const spotlight = round && item && kind % 2 === 0 ? { roundId: round.id, item } : null;
	if (kind < 3) return { type: 'SetSpotlight', spotlight };
	if (kind === 4 && round && card)
		return { type: 'SetHidden', roundId: round.id, cardIds: [card.id], isHidden: !card.isHidden };
	return kind === 3 ? { type: 'SendMessage', text: 'Nog even' } : { type: 'ClearMessage' };
}

function openRating(ratings: readonly RatingView[]): RatingView | undefined {
	return ratings.find(({ closedAt }) => closedAt === null);
}

function peopleIn({ facilitator }: SimulatedBrowser['sync']['shared']): readonly string[] {
	return Object.keys(facilitator?.participations ?? {});
}
