import { ballotOf, dotsOn } from '#lib/domain/ballots.ts';
import { recordJson, intakeRecord } from '#lib/domain/record.ts';
import { ownView, sharedView } from '#lib/domain/visibility.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { diff } from '#lib/protocol/patch.ts';
import { replayed, SESSION, type Simulation } from './simulation.ts';

/** Everything that must be so after a schedule has healed; the broken ones, in words. */
export async function brokenPromises(simulation: Simulation): Promise<readonly string[]> {
	const isHealed = await simulation.heal();
	const state = await replayed(simulation);
	return [
		...(isHealed ? [] : ['what was kept never arrived']),
		...simulation.leaks.found,
		...(await logFaults(simulation)),
		...dotFaults(state),
		...(await viewFaults(simulation)),
		...intrusionFaults(simulation)
	];
}

/** Nothing acknowledged is lost, nothing is doubled, and versions have no gap. */
async function logFaults(simulation: Simulation): Promise<readonly string[]> {
	const log = await simulation.store.read(SESSION, 0);
	const faults = log.every(({ version }, index) => version === index + 1) ? [] : ['versions have a gap'];
	const texts = log.flatMap(({ event }) => (event.type === 'CardPosted' ? [event.text] : []));
	if (new Set(texts).size < texts.length) faults.push('a card stands twice in the log');
	for (const { accepted, kept, refused } of simulation.browsers) {
		const stored = await simulation.store.answered(SESSION, [...accepted, ...kept]);
		// A command that asked for what was so already is answered with yes and leaves no trace, so cards are what counts.
		const cards = [...kept].filter((id) => simulation.posted.has(id));
		if (cards.some((id) => accepted.has(id) && !stored.has(id)))
			faults.push('an acknowledged card is not in the log');
		if (cards.some((id) => !stored.has(id) && !refused.has(id))) faults.push('a kept card was lost');
	}
	return faults;
}

function dotFaults(state: Worksession): readonly string[] {
	return Object.values(state.rounds).flatMap((round) =>
		Object.keys(round.ballots).flatMap((id) => {
			const ballot = ballotOf(round, id);
			const isFine =
				dotsOn(ballot) <= round.settings.dotsPerPerson &&
				Object.values(ballot).every((dots) => dots <= round.settings.dotsPerItemMax);
			return isFine ? [] : ['somebody gave more dots than they had'];
		})
	);
}

/** Everyone sees what a newcomer would see, and the room holds what the log gives. */
async function viewFaults(simulation: Simulation): Promise<readonly string[]> {
	const { world } = await simulation.room();
	const state = await replayed(simulation);
	const faults =
		recordJson(intakeRecord(world.state)) === recordJson(intakeRecord(state))
			? []
			: ['the record of the room is not that of the log'];
	for (const { sync, visitor } of simulation.browsers) {
		const { audience, identity } = visitor;
		const expected = JSON.parse(JSON.stringify(sharedView(world.state, world.people, audience))) as unknown;
		if (diff(sync.shared, expected)) faults.push(`a ${audience} sees something else`);
		if (!identity) continue;
		const own = ownView(world.state, world.people, identity.participationId, identity.proofOf);
		if (diff(sync.own, JSON.parse(JSON.stringify(own)))) faults.push(`a ${audience} sees other own cards`);
	}
	return faults;
}

/** A participant never moves a stage. */
function intrusionFaults({ browsers }: Simulation): readonly string[] {
	return browsers.flatMap(({ visitor, acceptedTypes }) =>
		visitor.audience !== 'facilitator' && acceptedTypes.has('MoveStage')
			? ['a participant moved a stage']
			: []
	);
}
