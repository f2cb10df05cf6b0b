import { mapCards } from '#lib/domain/card/card-table.ts';
import type { Actor, CommandType } from '#lib/domain/commands.ts';
import { decide } from '#lib/domain/decide.ts';
import type { EventType, WorksessionEvent } from '#lib/domain/events.ts';
import { mapValues } from '#lib/domain/keyed.ts';
import { accept } from '#lib/domain/outcome.ts';
import type { Round } from '#lib/domain/day/round.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { Decide } from '#lib/server/room.ts';

/** Ways to decide otherwise than the rules, for planted bugs. */

export const FACILITATOR: Actor = { role: 'facilitator', accountId: 'account' };

/** These commands decided as if somebody else asked. */
export function as(actor: Actor, ...types: readonly CommandType[]): Decide {
	return (state, command, context) =>
		decide(state, command, types.includes(command.type) ? { ...context, actor } : context);
}

/** One command decided on another state than there is. */
export function onState(
	type: CommandType,
	change: (state: Worksession) => Worksession,
	actor?: Actor
): Decide {
	return (state, command, context) =>
		command.type === type
			? decide(change(state), command, { ...context, actor: actor ?? context.actor })
			: decide(state, command, context);
}

type Change = (events: readonly WorksessionEvent[]) => readonly WorksessionEvent[];

/** One command answered with other events. */
export function answering(type: CommandType, change: Change): Decide {
	return (state, command, context) => {
		const outcome = decide(state, command, context);
		return outcome.ok && command.type === type ? accept(change(outcome.value)) : outcome;
	};
}

export function without(type: EventType): Change {
	return (events) => events.filter((event) => event.type !== type);
}

type Card = Parameters<Parameters<typeof mapCards>[1]>[0];

export function withRounds(state: Worksession, change: (round: Round) => Round): Worksession {
	return { ...state, rounds: mapValues(state.rounds, change) };
}

export function withCards(state: Worksession, change: (card: Card) => Card): Worksession {
	return withRounds(state, (round) => ({ ...round, cards: mapCards(round.cards, change) }));
}

export function withoutDevices(state: Worksession): Worksession {
	const participations = mapValues(state.participations, (one) => ({ ...one, isWithoutDevice: true }));
	return { ...state, participations };
}
