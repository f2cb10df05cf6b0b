import { cardOf } from '#lib/domain/card-table.ts';
import type { EventType, WorksessionEvent } from '#lib/domain/events.ts';
import { own } from '#lib/domain/keyed.ts';
import { hostedTable } from '#lib/domain/tables.ts';
import { evolve, type Worksession } from '#lib/domain/worksession.ts';
import type { CommandEvents } from '#lib/server/store/store.ts';

/** What a participant never does. */
const OF_FACILITATORS: ReadonlySet<EventType> = new Set([
	'StageMoved',
	'ItemStarted',
	'HostSet',
	'PeopleMerged'
]);

/** Looks at everything that is about to be written, for what its sender may not do. */
export class RuleWatch {
	readonly found: string[] = [];
	/** Command id → the participation under which a browser sent it. */
	readonly #senders = new Map<string, string>();

	sent(commandId: string, participationId: string): void {
		this.#senders.set(commandId, participationId);
	}

	/** `state` is what the first of these commands was decided on. */
	see(commands: readonly CommandEvents[], state: Worksession): void {
		let before = state;
		for (const [index, { commandId, events }] of commands.entries()) {
			const sender = this.#senders.get(commandId);
			if (sender !== undefined) for (const event of events) this.#seeEvent(event, sender, before);
			if (index < commands.length - 1) before = events.reduce(evolve, before);
		}
	}

	#seeEvent(event: WorksessionEvent, sender: string, state: Worksession): void {
		if (OF_FACILITATORS.has(event.type)) this.found.push(`a participant did this: ${event.type}`);
		const tables = arrangedTables(event, state);
		if (tables.length === 0) return;
		const hosted = hostedTable(state, presentId(state, sender));
		if (hosted === null || tables.some((table) => table !== hosted))
			this.found.push(`a participant arranged at a table they do not lead: ${event.type}`);
	}
}

/** As whom this person is there now. */
export function presentId(state: Worksession, participationId: string): string {
	if (own(state.participations, participationId)) return participationId;
	const everybody = [...Object.values(state.participations), ...Object.values(state.removed)];
	return everybody.find(({ formerIds }) => formerIds.includes(participationId))?.id ?? participationId;
}

function arrangedTables(event: WorksessionEvent, { rounds }: Worksession): readonly (string | null)[] {
	if (event.type === 'StepAdded') return [event.tableId];
	if (event.type !== 'ClusterMade') return [];
	const cards = own(rounds, event.roundId)?.cards;
	return event.cardIds.map((id) => (cards && cardOf(cards, id)?.tableId) ?? null);
}
