import { isDeepStrictEqual } from 'node:util';
import { ballotOf, dotsOn } from '#lib/domain/choose/ballots.ts';
import { allCards } from '#lib/domain/card/card-table.ts';
import { own } from '#lib/domain/keyed.ts';
import { recordJson, intakeRecord } from '#lib/domain/record/record.ts';
import { REDACTED_TEXT } from '#lib/domain/card/redacted-text.ts';
import { ownView } from '#lib/domain/visibility/own-view.ts';
import { sharedView } from '#lib/domain/visibility/shared-view.ts';
import type { Audience } from '#lib/domain/vocabulary.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { StoredEvent } from '#lib/server/store/store.ts';
import { presentId } from './rule-watch.ts';
import { replayed, type Simulation } from './simulation.ts';
import { SESSION } from './visitors.ts';

/** Everything that must be so after a schedule has healed; the broken ones, in words. */
export async function brokenPromises(simulation: Simulation): Promise<readonly string[]> {
	const isHealed = await simulation.heal();
	await simulation.rest();
	const log = await simulation.store.read(SESSION, 0);
	const state = await replayed(simulation);
	return [
		...(isHealed ? [] : ['what was kept never arrived']),
		...simulation.leaks.found,
		...simulation.rules.found,
		...simulation.holds.found,
		...(await redactionFaults(simulation, log, state)),
		...originFaults(simulation, state),
		...(await logFaults(simulation, log)),
		...lobbyFaults(log),
		...cardFaults(log, state),
		...tableFaults(state),
		...dotFaults(state),
		...(await viewFaults(simulation, state))
	];
}

/** Nothing acknowledged is lost, nothing is doubled, and versions have no gap. */
async function logFaults(simulation: Simulation, log: readonly StoredEvent[]): Promise<readonly string[]> {
	const faults = log.every(({ version }, index) => version === index + 1) ? [] : ['versions have a gap'];
	const texts = log.flatMap(({ event }) =>
		event.type === 'CardPosted' && event.text !== REDACTED_TEXT ? [event.text] : []
	);
	if (new Set(texts).size < texts.length) faults.push('a card stands twice in the log');
	for (const { device, kept, refused } of simulation.browsers) {
		const { accepted } = device;
		const stored = await simulation.store.answered(SESSION, [...accepted, ...kept]);
		// A command that asked for what was so already is answered with yes and leaves no trace, so cards are what counts.
		const cards = [...kept].filter((id) => simulation.posted.has(id));
		if (cards.some((id) => accepted.has(id) && !stored.has(id)))
			faults.push('an acknowledged card is not in the log');
		if (simulation.rules.undoings.some((id) => accepted.has(id) && !stored.has(id)))
			faults.push('an act was said to be undone and was not');
		if (cards.some((id) => !stored.has(id) && !refused.has(id))) faults.push('a kept card was lost');
		if ([...refused.values()].includes('not-joined'))
			faults.push('a card was refused because its writer came back as somebody else, or was not let in yet');
	}
	return faults;
}

/** Nobody new comes in through a locked door. */
function lobbyFaults(log: readonly StoredEvent[]): readonly string[] {
	let isLocked = false;
	const joined: boolean[] = [];
	for (const { event } of log) {
		if (event.type === 'LobbyLockSet') ({ isLocked } = event);
		if (event.type === 'ParticipantJoined') joined.push(isLocked);
	}
	return joined.includes(true) ? ['somebody came in while the lobby was locked'] : [];
}

/** A text that was taken away is nowhere in what is kept, and none is promised to be away that stands. */
async function redactionFaults(
	simulation: Simulation,
	log: readonly StoredEvent[],
	state: Worksession
): Promise<readonly string[]> {
	const gone = simulation.leaks.goneIn(state);
	const kept = gone.length === 0 ? '' : JSON.stringify([log, await simulation.store.snapshot(SESSION)]);
	const standing = new Set(
		Object.values(state.rounds).flatMap((round) =>
			allCards(round.cards).flatMap(({ id, redaction }) => (redaction === null ? [id] : []))
		)
	);
	const promised = [...simulation.rules.redactions].filter(([commandId]) =>
		simulation.browsers.some(({ device }) => device.accepted.has(commandId))
	);
	return [
		...gone.filter((word) => kept.includes(word)).map((word) => `${word} is kept after it was taken away`),
		...(promised.some(([, cardId]) => standing.has(cardId)) ? ['a text stands that was taken away'] : [])
	];
}

/** A card without origin tells nobody whose it is, and counts as nobody's. */
function originFaults({ browsers }: Simulation, state: Worksession): readonly string[] {
	return Object.values(state.rounds).flatMap((round) => {
		const without = allCards(round.cards).filter((card) => card.isWithoutOrigin);
		const counted = allCards(round.cards).length - without.length;
		const total = Object.values(round.cardCounts).reduce((sum, count) => sum + count, 0);
		const isTold = browsers.some(({ sync }) =>
			without.some(({ id }) => (own(sync.shared.rounds[round.id]?.cards ?? {}, id)?.author ?? null) !== null)
		);
		return [
			...(isTold ? ['a card without origin tells whose it is'] : []),
			...(total > counted ? ['a card without origin counts as somebody’s'] : [])
		];
	});
}

/** What was written and not withdrawn is there, and is of whoever its writer is now. */
function cardFaults(log: readonly StoredEvent[], state: Worksession): readonly string[] {
	const cards = new Map(
		Object.values(state.rounds).flatMap((round) => allCards(round.cards).map((card) => [card.id, card]))
	);
	const withdrawn = new Set(
		log.flatMap(({ event }) => (event.type === 'CardWithdrawn' ? [event.cardId] : []))
	);
	return log.flatMap(({ event }) => {
		if (event.type !== 'CardPosted' || withdrawn.has(event.cardId)) return [];
		const card = cards.get(event.cardId);
		if (!card) return ['a card is in the log and not in the room'];
		const { author } = event;
		const isWriters =
			author.kind === 'participation'
				? card.author.kind === 'participation' &&
					card.author.participationId === presentId(state, author.participationId)
				: isDeepStrictEqual(card.author, author);
		return isWriters ? [] : ['a card is not of its writer any more'];
	});
}

/** A host sits at the table they lead, and what lies at a step lies in a process of its own table or of the room. */
function tableFaults({ tables, participations, steps, rounds }: Worksession): readonly string[] {
	const ids = new Set<string | null>([null, ...tables.map(({ id }) => id)]);
	const isLed = tables.every(({ id, hostId }) => hostId === null || participations[hostId]?.tableId === id);
	const isSeated = Object.values(participations).every(({ tableId }) => ids.has(tableId));
	const processes = new Map(steps.map(({ id, tableId }) => [id, tableId]));
	const cards = Object.values(rounds).flatMap((round) => allCards(round.cards));
	const isPlaced = cards.every(({ tableId, stepId }) => {
		const process = stepId === null ? null : processes.get(stepId);
		return ids.has(tableId) && (process === null || process === tableId);
	});
	return [
		...(isLed ? [] : ['somebody leads a table at which they do not sit']),
		...(isSeated ? [] : ['somebody sits at a table that is no more']),
		...(isPlaced ? [] : ['a card lies at a step of another table'])
	];
}

function dotFaults(state: Worksession): readonly string[] {
	return Object.values(state.rounds).flatMap((round) =>
		Object.entries(round.ballots).flatMap(([id, given]) =>
			Object.keys(given).flatMap((purse) => {
				const ballot = ballotOf(round.ballots, id, purse);
				const isFine =
					dotsOn(ballot) <= round.settings.dotBudget &&
					Object.keys(ballot).every((key) => round.votedOn?.includes(key) ?? true) &&
					Object.values(ballot).every((dots) => dots <= round.settings.dotsPerItemMax);
				return isFine ? [] : ['somebody gave more dots than they had, or to what is not voted on'];
			})
		)
	);
}

/** Everyone sees what a newcomer would see, and the room holds what the log gives. */
async function viewFaults(simulation: Simulation, state: Worksession): Promise<readonly string[]> {
	const { world } = await simulation.room();
	const faults =
		recordJson(intakeRecord(world.state)) === recordJson(intakeRecord(state))
			? []
			: ['the record of the room is not that of the log'];
	const expected = new Map<Audience, unknown>();
	for (const { sync, visitor } of simulation.browsers) {
		const { audience, identity } = visitor;
		const view = expected.get(audience) ?? throughJson(sharedView(world.state, world.people, audience));
		expected.set(audience, view);
		if (!isDeepStrictEqual(sync.shared, view)) faults.push(`a ${audience} sees something else`);
		if (!identity) continue;
		const own = ownView(world.state, world.people, identity.participationId, identity.proofOf);
		if (!isDeepStrictEqual(sync.own, throughJson(own))) faults.push(`a ${audience} sees other own cards`);
	}
	return faults;
}

function throughJson(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value)) as unknown;
}
