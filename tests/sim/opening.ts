import type { WorksessionEvent } from '#lib/domain/events.ts';
import { summaryOf } from '#lib/domain/summary.ts';
import type { AuthorVisibility, Stage } from '#lib/domain/vocabulary.ts';
import type { Append } from '#lib/server/store/store.ts';
import { aWorksession, participationId, type Story } from '../kit/worksession.ts';
import { SESSION, tokenHashOf } from './visitors.ts';

export const ROUND_KINDS = ['bottlenecks', 'needs'] as const;
export const PEOPLE = ['anna', 'bram', 'cees'] as const;

/** What the first two cards say is put in by the schedule, which watches every text. */
export type FirstTexts = readonly [string, string];

const openings = new Map<string, (texts: FirstTexts) => Append>();

/**
 * The log with which every schedule begins: three people at two tables, one of whom leads theirs, a process with steps of the room and of a
 * table, and two cards in the first round, which is at `stage`. Told once for each kind of day.
 */
export function openingOf(visibility: AuthorVisibility, stage: Stage, texts: FirstTexts): Append {
	const key = `${visibility}/${stage}`;
	const opening = openings.get(key) ?? tell(visibility, stage);
	openings.set(key, opening);
	return opening(texts);
}

function tell(visibility: AuthorVisibility, stage: Stage): (texts: FirstTexts) => Append {
	const day = aWorksession({
		kinds: ROUND_KINDS,
		authorVisibility: visibility,
		steps: ['Signaal', 'Koppelen'],
		settings: { dotBudget: 2, dotsPerItemMax: 1 }
	});
	day.open();
	const [first, second] = ['Tafel 1', 'Tafel 2'].map((name) => addTable(day, name));
	for (const who of PEOPLE) day.join(who, 'GM0014');
	if (first === undefined || second === undefined) throw new Error('There are two tables');
	day.act('facilitator', {
		type: 'AddStep',
		title: 'Eigen stap',
		tableId: first,
		roundId: null,
		cardIds: []
	});
	day.act('anna', { type: 'TakeSeat', tableId: first });
	day.act('bram', { type: 'TakeSeat', tableId: second });
	day.act('facilitator', { type: 'SetHost', tableId: first, participationId: participationId('anna') });
	day.at('bottlenecks', 'writing');
	day.card('anna', 'een');
	day.card('bram', 'twee');
	day.at('bottlenecks', stage);
	const summary = summaryOf(day.state);
	return (texts) => ({
		sessionId: SESSION,
		expectedVersion: 0,
		at: day.now,
		commands: [{ commandId: 'opening', events: withTexts(day.events, texts) }],
		creation: { code: 'ABCD2345', screenTokenHash: 'screen', isTrial: false },
		summary,
		people: PEOPLE.map((who) => ({
			participationId: participationId(who),
			name: `Naam van ${who}`,
			tokenHash: tokenHashOf(who)
		})),
		merged: [],
		redacted: new Map(),
		fixedRecord: null
	});
}

function addTable(day: Story, name: string): string {
	const [added] = day.act('facilitator', { type: 'AddTable', table: { name, exampleId: null } });
	if (added?.type !== 'TableAdded') throw new Error('An added table gives one event');
	return added.tableId;
}

function withTexts(events: readonly WorksessionEvent[], texts: FirstTexts): readonly WorksessionEvent[] {
	const left = [...texts];
	return events.map((event) =>
		event.type === 'CardPosted' ? { ...event, text: left.shift() ?? event.text } : event
	);
}
