import type { WorksessionEvent } from '#lib/domain/events.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import type { AuthorVisibility, BudgetPer, Stage } from '#lib/domain/vocabulary.ts';
import type { Append } from '#lib/server/store/store.ts';
import { aWorksession, participationId, roundId, type Story } from '../kit/worksession.ts';
import { SESSION, tokenHashOf } from './visitors.ts';

export const ROUND_KINDS = ['bottlenecks', 'needs'] as const;
export const PEOPLE = ['anna', 'bram', 'cees'] as const;

/** What the first two cards say is put in by the schedule, which watches every text. */
export type FirstTexts = readonly [string, string, string, string];

/** What kind of day it is. */
export interface Day {
	readonly visibility: AuthorVisibility;
	/** Where the round is when the schedule begins. */
	readonly stage: Stage;
	readonly budgetPer: BudgetPer;
	/** The group is at the second round: the first is closed, and an idea rests on what was written since. */
	readonly isSecond: boolean;
}

const openings = new Map<string, (texts: FirstTexts) => Append>();

/**
 * The log with which every schedule begins: three people at two tables, one of whom leads theirs, one without a device, a process with steps of the room and of a
 * table, and two cards in each round that was begun. Told once for each kind of day.
 */
export function openingOf(day: Day, texts: FirstTexts): Append {
	const key = `${day.visibility}/${day.stage}/${day.budgetPer}/${day.isSecond}`;
	const opening = openings.get(key) ?? tell(day);
	openings.set(key, opening);
	return opening(texts);
}

function tell({ visibility, stage, budgetPer, isSecond }: Day): (texts: FirstTexts) => Append {
	const day = aWorksession({
		kinds: ROUND_KINDS,
		authorVisibility: visibility,
		steps: ['Signaal', 'Koppelen'],
		settings: { dotBudget: 2, dotsPerItemMax: 1, budgetPer }
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
	write(day, 'bottlenecks');
	if (isSecond) {
		addIdea(day.at('bottlenecks', 'closed'), write(day, 'needs'));
		addOutcomes(day);
	}
	day.at(isSecond ? 'needs' : 'bottlenecks', stage);
	const [els] = day.act('facilitator', {
		type: 'AddPerson',
		name: 'Naam van Els',
		role: 'follower',
		organisation: '',
		municipalities: ['GM0014'],
		functionName: ''
	});
	if (els?.type !== 'PersonAdded') throw new Error('An added person gives one event');
	const withoutDevice = { participationId: els.participationId, name: 'Naam van Els', tokenHash: null };
	const summary = summaryOf(day.state);
	return (texts) => ({
		sessionId: SESSION,
		expectedVersion: 0,
		at: day.now,
		commands: [{ commandId: 'opening', events: withTexts(day.events, texts) }],
		creation: { code: 'ABCD2345', screenTokenHash: 'screen', isTrial: false, madeBy: null },
		summary,
		people: [
			...PEOPLE.map((who) => ({
				participationId: participationId(who),
				name: `Naam van ${who}`,
				tokenHash: tokenHashOf(who)
			})),
			withoutDevice
		],
		merged: [],
		taken: null,
		fixedRecord: null
	});
}

function write(day: Story, kind: (typeof ROUND_KINDS)[number]): readonly string[] {
	day.at(kind, 'writing');
	return [day.card('anna', 'een'), day.card('bram', 'twee')];
}

function addIdea(day: Story, cardIds: readonly string[]): void {
	day.at('needs', 'sharing');
	const needs = cardIds.map((id) => ({ roundId: roundId('needs'), item: { kind: 'card', id } as const }));
	const idea = { ...NEW_IDEA, title: 'Een model', needs };
	day.act('facilitator', { type: 'AddIdea', idea, tableId: null, from: [] });
}

/** What was rated once and is rated again, agreed and kept for later. */
function addOutcomes(day: Story): void {
	const ideaIds = day.state.ideas.map(({ id }) => id);
	const [rating] = day.act('facilitator', { type: 'StartRating', kind: 'worth', ideaIds, criteria: null });
	if (rating?.type !== 'RatingStarted') throw new Error('A rating that starts gives one event');
	day.act('facilitator', { type: 'CloseRating', ratingId: rating.ratingId });
	day.act('facilitator', { type: 'StartRating', kind: 'scaling', ideaIds, criteria: null });
	const decision = { text: 'Zo doen we het', reason: '', dissents: [], ideaId: null };
	day.act('facilitator', { type: 'AddDecision', decision });
	const nobody = { ownerId: null, ownerName: '' };
	day.act('facilitator', {
		type: 'AddAction',
		action: { ...nobody, text: 'Bellen', dueOn: null, source: null }
	});
	const parked = { ...nobody, text: 'Later' };
	day.act('facilitator', { type: 'Park', roundId: null, items: [], parked, tableId: null });
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
