import type { Redaction, TextRef } from '../card/card.ts';
import type { OwnerFacts } from '../people/owner.ts';
import type { EventOf, WorksessionEvent } from '../events.ts';
import { TEXT_KINDS } from '../vocabulary.ts';
import { keyOf, momentOf } from './read-codes.ts';
import { REDACTION_CODES } from './record-codes.ts';
import type { RecordRedaction, RecordTextRedaction } from './record-redactions.ts';
import type { IntakeRecord } from './record.ts';

/** What was taken away of a day that comes as its record. `said` are the events that make its steps, board and outcomes. */
export function redactionEvents(
	{ cards, redactions }: IntakeRecord,
	said: readonly WorksessionEvent[]
): readonly WorksessionEvent[] {
	const ofCards = cards.flatMap(({ id, round, redaction }): WorksessionEvent[] =>
		redaction ? [{ type: 'CardRedacted', roundId: round, cardId: id, redaction: redactionOf(redaction) }] : []
	);
	return [...ofCards, ...redactions.flatMap((redaction) => textRedaction(redaction, said))];
}

/** New words may have followed those that were taken away: all that stands there now is said again. */
function textRedaction(
	{ text, ...redaction }: RecordTextRedaction,
	said: readonly WorksessionEvent[]
): readonly WorksessionEvent[] {
	const kind = TEXT_KINDS.find((known) => text.startsWith(`${known}:`)) ?? 'step';
	const id = text.slice(kind.length + 1);
	const target = { kind, id };
	return [
		{ type: 'TextRedacted', target, redaction: redactionOf(redaction) },
		...said.flatMap((event) => saidAgain(event, target))
	];
}

function saidAgain(event: WorksessionEvent, { kind, id }: TextRef): readonly WorksessionEvent[] {
	switch (event.type) {
		case 'WorksessionPrepared':
			return preparedAgain(event, { kind, id });
		case 'StepAdded':
			return kind === 'step' && event.stepId === id
				? [{ type: 'StepRenamed', stepId: id, title: event.title }]
				: [];
		case 'StepDescribed':
			return kind === 'step' && event.stepId === id ? [event] : [];
		case 'ClusterMade':
			return kind === 'cluster' && event.clusterId === id
				? [{ type: 'ClusterRenamed', roundId: event.roundId, clusterId: id, title: event.title }]
				: [];
		case 'IdeaAdded':
			return kind === 'idea' && event.ideaId === id
				? [{ type: 'IdeaChanged', ideaId: id, idea: event.idea }]
				: [];
		case 'DecisionChanged':
			return kind === 'decision' && event.decisionId === id ? [event] : [];
		case 'ActionAdded':
			return kind === 'action' && event.actionId === id
				? [{ type: 'ActionChanged', actionId: id, action: event.action }]
				: [];
		case 'Parked':
			return kind === 'parked' && event.parkedId === id
				? [{ type: 'ParkedChanged', parkedId: id, owner: ownerOf(event.parked) }]
				: [];
		default:
			return [];
	}
}

function preparedAgain(
	{ facts, rounds, examples, tables }: EventOf<'WorksessionPrepared'>,
	{ kind, id }: TextRef
): readonly WorksessionEvent[] {
	switch (kind) {
		case 'facts':
			return [{ type: 'FactsChanged', facts }];
		case 'round':
			return rounds.flatMap((round) =>
				round.id === id ? [{ type: 'RoundChanged', roundId: id, settings: round.settings } as const] : []
			);
		case 'example':
			return examples.flatMap(({ id: exampleId, ...example }) =>
				exampleId === id ? [{ type: 'ExampleChanged', exampleId, example } as const] : []
			);
		case 'table':
			return tables.flatMap(({ id: tableId, name, exampleId }) =>
				tableId === id ? [{ type: 'TableChanged', tableId, table: { name, exampleId } } as const] : []
			);
		default:
			return [];
	}
}

function ownerOf({ ownerId, ownerName }: OwnerFacts): OwnerFacts {
	return { ownerId, ownerName };
}

function redactionOf({ at, by, reason }: RecordRedaction): Redaction {
	return {
		by: keyOf(REDACTION_CODES, ['facilitator', 'writer', 'municipality'], by),
		reason,
		at: momentOf(at)
	};
}
