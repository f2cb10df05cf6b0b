import { describe, expect, test } from 'vitest';
import {
	aWorksession,
	anOpenWorksession,
	participationId,
	replay,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { TextRef } from './card.ts';
import type { ActionFacts } from '../choose/action.ts';
import type { DecisionFacts } from '../choose/decision.ts';
import type { IdeaFacts } from '../choose/idea.ts';
import type { Command } from '../commands.ts';
import { NO_DEAL } from '../choose/data-deal.ts';
import type { WorksessionEvent } from '../events.ts';
import { REDACTION_REASON_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { redactedRecord } from '../record/redacted-record.ts';
import { redactedLog, takenBy, type Taken } from './redacted-log.ts';
import { REDACTED_TEXT } from './redacted-text.ts';
import { FACTS_ID, versionId } from './text-holders.ts';
import { NO_DETAILS } from '../board/step-details.ts';
import { AUDIENCES, AUTHOR_VISIBILITIES, TEXT_KINDS, type TextKind } from '../vocabulary.ts';

const KIND = 'bottlenecks';
const ROUND = roundId(KIND);
const SECRET = 'Mevrouw Kanarie woont op nummer 4';

function redact(cardId: string, reason = 'Een naam'): Command {
	return { type: 'RedactCard', roundId: ROUND, cardId, reason };
}

/** A shared card of Anna's with an earlier version, of which a step was made. */
function aDay(): { readonly day: Story; readonly cardId: string } {
	const day = anOpenWorksession().at(KIND, 'writing');
	const cardId = day.card('anna', SECRET);
	day.at(KIND, 'sharing');
	const step = { type: 'AddStep', tableId: null, roundId: ROUND, cardIds: [cardId] } as const;
	day.act('facilitator', { ...step, title: SECRET });
	day.act('anna', { type: 'EditCard', roundId: ROUND, cardId, text: `${SECRET}!`, stepId: null });
	day.act('facilitator', { ...step, title: 'Eigen woorden' });
	return { day, cardId };
}

function takenOf(events: readonly WorksessionEvent[], state: Story['state']): Taken {
	return takenBy(events, state) ?? { texts: new Map(), kept: null };
}

/** What whoever keeps the log makes of it. */
function rewritten({ events, state }: Story): readonly WorksessionEvent[] {
	const { changed } = redactedLog(events, takenOf(events, state));
	return events.map((event, position) => changed.get(position) ?? event);
}

describe('taking the text of a card away', () => {
	test('[X1] leaves nothing of it in the log, in any view or in the record, in whatever visibility', () => {
		for (const authorVisibility of AUTHOR_VISIBILITIES) {
			const day = anOpenWorksession({ authorVisibility }).at(KIND, 'writing');
			const cardId = day.card('anna', SECRET);
			day.at(KIND, 'sharing').act('facilitator', redact(cardId));
			const log = rewritten(day);
			day.state = replay(log);
			const views = AUDIENCES.map((audience) => day.shared(audience));
			const told = JSON.stringify([log, views, day.own('anna')]) + recordJson(intakeRecord(day.state));
			expect(told).not.toContain('Kanarie');
		}
	});

	test('[X1] takes every version and the titles that were made from it, and leaves words of others', () => {
		const { day, cardId } = aDay();
		const other = day.card('bram', SECRET);
		day.act('facilitator', redact(cardId));
		const state = replay(rewritten(day));
		expect(state.steps.map(({ title }) => title)).toEqual([REDACTED_TEXT, 'Eigen woorden']);
		const texts = JSON.stringify(rewritten(day)).split('Kanarie').length - 1;
		expect(texts).toBe(1);
		day.state = state;
		expect(day.cards(KIND)[other]?.text).toBe(SECRET);
	});

	test('[X2] keeps that it was done, when, by whom and why, for everybody who sees the card and in the record', () => {
		const { day, cardId } = aDay();
		day.act('facilitator', redact(cardId, ' Een naam '));
		const redaction = { by: 'facilitator', reason: 'Een naam', at: day.now };
		for (const audience of AUDIENCES)
			expect(day.shared(audience).rounds[ROUND]?.cards[cardId]).toMatchObject({
				text: REDACTED_TEXT,
				redaction
			});
		expect(day.own('anna')?.cards[cardId]).toMatchObject({ text: REDACTED_TEXT, redaction });
		const inRecord = intakeRecord(day.state).cards.find(({ id }) => id === cardId)?.redaction;
		expect(inRecord).toEqual({
			by: 'gespreksleider',
			reason: 'Een naam',
			at: new Date(day.now).toISOString()
		});
	});

	test('[X3] is asked by the writer for their own card, also before it is shared and without a reason', () => {
		const day = anOpenWorksession().at(KIND, 'writing');
		const cardId = day.card('anna', SECRET);
		expect(day.attempt('bram', redact(cardId))).toEqual(reject('unknown-card'));
		expect(day.attempt('facilitator', redact(cardId))).toEqual(reject('unknown-card'));
		day.act('anna', redact(cardId, ''));
		expect(day.cards(KIND)[cardId]?.redaction).toEqual({ by: 'writer', reason: '', at: day.now });
	});

	test('[X3] is asked by the facilitator for what the room has seen and what they put in, with a reason that fits', () => {
		const { day, cardId } = aDay();
		expect(day.attempt('facilitator', redact(cardId, ' '))).toEqual(reject('text-empty'));
		const long = 'r'.repeat(REDACTION_REASON_LENGTH_MAX);
		expect(day.attempt('facilitator', redact(cardId, `${long}r`))).toEqual(reject('text-too-long'));
		expect(day.attempt('facilitator', redact(cardId, long))).toMatchObject({ ok: true });
		const before = aWorksession();
		const [putIn] = before.act('facilitator', {
			type: 'PutInCards',
			roundId: ROUND,
			cards: [{ text: SECRET, municipalities: [] }]
		});
		const putInId = putIn?.type === 'CardPosted' ? putIn.cardId : '';
		before.act('facilitator', redact(putInId));
		expect(before.shared('facilitator').facilitator?.putIn[putInId]?.text).toBe(REDACTED_TEXT);
	});

	test('[X4] is once and for good: nothing is written on it again, and it keeps its place and its dots', () => {
		const { day, cardId } = aDay();
		day.at(KIND, 'voting');
		day.act('bram', { type: 'PlaceDot', roundId: ROUND, item: { kind: 'card', id: cardId } });
		day.act('facilitator', redact(cardId));
		expect(day.attempt('anna', redact(cardId))).toEqual(accept([]));
		expect(Object.values(day.own('bram')?.dots[ROUND] ?? {})).toEqual([1]);
		day.at(KIND, 'sharing');
		const edit: Command = { type: 'EditCard', roundId: ROUND, cardId, text: 'Weer', stepId: null };
		expect(day.attempt('anna', edit)).toEqual(reject('card-redacted'));
	});

	test('[X5] also after the day, and a record that was fixed before loses it and says so', () => {
		const { day, cardId } = aDay();
		day.at(KIND, 'closed').act('facilitator', { type: 'CloseWorksession' });
		const fixed = intakeRecord(day.state);
		day.later(1_000).act('facilitator', redact(cardId));
		const taken = takenOf(day.events, day.state);
		const { retitled, organisations } = redactedLog(day.events, taken);
		const left = redactedRecord(fixed, {
			texts: taken.texts,
			retitled,
			organisations,
			version: day.state.recordVersions.length
		});
		expect(recordJson(left)).not.toContain('Kanarie');
		expect(recordJson(left)).toBe(recordJson(intakeRecord(replay(rewritten(day)))));
	});
});

const idea: IdeaFacts = {
	title: SECRET,
	form: 'datadeal',
	summary: SECRET,
	ownPart: SECRET,
	nationalPart: SECRET,
	privacyCheck: 'nodig',
	deal: { ...NO_DEAL, parties: SECRET, exit: SECRET, evaluateOn: '2027-01-31' },
	needs: [],
	examples: []
};
const decision: DecisionFacts = { text: SECRET, reason: SECRET, dissents: [SECRET], ideaId: null };
const action: ActionFacts = {
	text: SECRET,
	ownerId: null,
	ownerName: SECRET,
	dueOn: '2026-10-01',
	source: null
};

/** All but what only a day has that came as its record. */
const MADE_KINDS = TEXT_KINDS.filter((kind) => kind !== 'organisations');
type MadeKind = (typeof MADE_KINDS)[number];

/** Each kind of thing with words of its own, made and changed; gives what to take away. */
const MAKERS: Readonly<Record<MadeKind, (day: Story) => string>> = {
	step: (day) => {
		const made = { type: 'AddStep', tableId: null, roundId: null, cardIds: [], title: SECRET } as const;
		const id = firstId(day, made, 'stepId');
		const details = { ...NO_DETAILS, tool: SECRET, remark: SECRET };
		day.act('facilitator', { type: 'DescribeStep', stepId: id, details });
		day.act('facilitator', { type: 'RenameStep', stepId: id, title: `${SECRET}!` });
		return id;
	},
	cluster: (day) => {
		const cards = [day.card('anna', 'een'), day.card('bram', 'twee')];
		const id = day.cluster(SECRET, ...cards);
		day.act('facilitator', { type: 'RenameCluster', roundId: ROUND, clusterId: id, title: `${SECRET}!` });
		return id;
	},
	idea: (day) => {
		const id = firstId(day, { type: 'AddIdea', idea, tableId: null, from: [] }, 'ideaId');
		day.act('facilitator', { type: 'ChangeIdea', ideaId: id, idea: { ...idea, title: `${SECRET}!` } });
		return id;
	},
	decision: (day) => {
		const id = firstId(day, { type: 'AddDecision', decision }, 'decisionId');
		const changed = { ...decision, text: `${SECRET}!` };
		day.act('facilitator', { type: 'ChangeDecision', decisionId: id, decision: changed });
		return id;
	},
	action: (day) => {
		const id = firstId(day, { type: 'AddAction', action }, 'actionId');
		day.act('facilitator', { type: 'ChangeAction', actionId: id, action: { ...action, text: `${SECRET}!` } });
		return id;
	},
	parked: (day) => {
		const parked = { text: SECRET, ownerId: null, ownerName: SECRET };
		const park = { type: 'Park', roundId: null, items: [], parked, tableId: null } as const;
		const parkedId = firstId(day, park, 'parkedId');
		const owner = { ownerId: null, ownerName: `${SECRET}!` };
		day.act('facilitator', { type: 'ChangeParked', parkedId, owner });
		return parkedId;
	},
	facts: (day) => {
		const facts = { ...day.state.facts, title: SECRET, place: SECRET };
		day.act('facilitator', { type: 'ChangeFacts', over: null, facts });
		day.act('facilitator', { type: 'ChangeFacts', over: null, facts: { ...facts, title: `${SECRET}!` } });
		return FACTS_ID;
	},
	round: (day) => {
		const settings = { ...day.round(KIND).settings, question: SECRET, helpText: SECRET, note: SECRET };
		day.act('facilitator', { type: 'ChangeRound', roundId: ROUND, settings });
		const asked = { ...settings, question: `${SECRET}!` };
		day.act('facilitator', { type: 'ChangeRound', roundId: ROUND, settings: asked });
		return ROUND;
	},
	break: (day) => {
		const id = firstId(day, { type: 'AddBreak', title: SECRET, minutes: 10, toIndex: 0 }, 'itemId');
		day.act('facilitator', { type: 'ChangeBreak', itemId: id, title: `${SECRET}!`, minutes: 10 });
		return id;
	},
	example: (day) => {
		const example = { name: SECRET, summary: SECRET, municipalities: [] };
		const exampleId = firstId(day, { type: 'AddExample', example }, 'exampleId');
		const changed = { ...example, name: `${SECRET}!` };
		day.act('facilitator', { type: 'ChangeExample', exampleId, example: changed });
		return exampleId;
	},
	table: (day) => {
		const table = { name: SECRET, exampleId: null };
		const tableId = firstId(day, { type: 'AddTable', table }, 'tableId');
		day.act('facilitator', { type: 'ChangeTable', tableId, table: { ...table, name: `${SECRET}!` } });
		return tableId;
	},
	message: (day) => firstId(day, { type: 'SendMessage', text: SECRET }, 'messageId'),
	person: (day) => {
		const person = { name: 'Piet', role: 'frontrunner', organisation: '', municipalities: [] } as const;
		const id = firstId(day, { type: 'AddPerson', ...person, functionName: SECRET }, 'participationId');
		day.act('anna', { type: 'Greet', text: SECRET });
		day.act('facilitator', redactText({ kind: 'person', id: participationId('anna') }));
		return id;
	},
	reason: (day) => {
		const made = { type: 'AddIdea', idea: { ...idea, ...NO_WORDS }, tableId: null, from: [] } as const;
		const ideaId = firstId(day, made, 'ideaId');
		const start = { type: 'StartRating', kind: 'scaling', ideaIds: [ideaId], criteria: ['bewijs'] } as const;
		const ratingId = firstId(day, start, 'ratingId');
		const question = { ratingId, ideaId, criterion: 'bewijs' } as const;
		const answer = { score: 1, reason: SECRET };
		const [given] = day.act('anna', { type: 'GiveRating', ...question, answer });
		day.act('bram', { type: 'GiveRating', ...question, answer: { score: 1, reason: 'Niets van' } });
		day.act('facilitator', { type: 'CloseRating', ratingId });
		return given?.type === 'RatingGiven' ? (given.answer?.reasonId ?? '') : '';
	},
	version: (day) => {
		day.act('facilitator', { type: 'CloseWorksession' });
		day.act('facilitator', { type: 'MoveRecord', status: 'fixed', reason: SECRET });
		return versionId(2);
	}
};
const NO_WORDS = { title: 'Toets', summary: '', ownPart: '', nationalPart: '', deal: null };
/** What the record holds no words of. */
const OUTSIDE_RECORD: readonly TextKind[] = ['break', 'message'];

/** The id that the first event gives to what a command makes. */
function firstId(day: Story, command: Command, key: string): string {
	const [made] = day.act('facilitator', command);
	return String(new Map(Object.entries(made ?? {})).get(key));
}

function redactText(target: TextRef, reason = 'Een naam'): Command {
	return { type: 'RedactText', target, reason };
}

describe('taking the words of something else away', () => {
	test.each(MADE_KINDS)('[X8] leaves nothing of a %s in the log, in any view or in the record', (kind) => {
		const day = anOpenWorksession().at(KIND, 'sharing');
		const target = { kind, id: MAKERS[kind](day) };
		const beside = JSON.stringify(rewritten(day));
		expect(beside).toContain('Kanarie');
		day.act('facilitator', redactText(target, ' Een naam '));
		const log = rewritten(day);
		day.state = replay(log);
		const views = AUDIENCES.map((audience) => day.shared(audience));
		const record = intakeRecord(day.state);
		expect(JSON.stringify([log, views]) + recordJson(record)).not.toContain('Kanarie');
		const told = {
			text: `${kind}:${target.id}`,
			at: new Date(day.now).toISOString(),
			by: 'gespreksleider',
			reason: 'Een naam'
		};
		// Whoever it was of is told by no id: of what two people said of themselves it says that it went twice.
		const ofPeople = [1, 2].map((number) => ({ ...told, text: `person:${number}` }));
		expect(record.redactions).toEqual(
			kind === 'person' ? ofPeople : OUTSIDE_RECORD.includes(kind) ? [] : [told]
		);
		expect(day.attempt('facilitator', redactText(target))).toEqual(accept([]));
	});

	test.each(MADE_KINDS)('[X8] of a %s after the day takes it from a record that was fixed too', (kind) => {
		const day = anOpenWorksession().at(KIND, 'sharing');
		const target = { kind, id: MAKERS[kind](day) };
		if (day.state.doors === 'open') day.act('facilitator', { type: 'CloseWorksession' });
		const fixed = intakeRecord(day.state);
		day.later(1_000).act('facilitator', redactText(target));
		const taken = takenOf(day.events, day.state);
		const { retitled, organisations } = redactedLog(day.events, taken);
		const left = recordJson(
			redactedRecord(fixed, {
				texts: taken.texts,
				retitled,
				organisations,
				people: taken.people,
				version: day.state.recordVersions.length
			})
		);
		expect(left).not.toContain('Kanarie');
		expect(left).toBe(recordJson(intakeRecord(replay(rewritten(day)))));
	});

	test('[N6][X8] of somebody who turned out to be two takes what both said of themselves', () => {
		const day = anOpenWorksession().at(KIND, 'writing');
		const facts = { role: 'follower', organisation: '', municipalities: [] } as const;
		const [first, second] = ['Jurist Kanarie', 'Kanarie van dienst'].map((functionName) =>
			firstId(day, { type: 'AddPerson', name: 'Els', ...facts, functionName }, 'participationId')
		);
		if (first === undefined || second === undefined) throw new Error('Two were added');
		day.act('facilitator', { type: 'MergePeople', fromId: first, intoId: second });
		const target = { kind: 'person', id: second } as const;
		day.act('facilitator', redactText(target));
		expect(JSON.stringify(rewritten(day))).not.toContain('Kanarie');
		expect(replay(rewritten(day)).participations).toEqual(day.state.participations);
	});

	test('[N6][X8] also when the one who remains said nothing, or what they said went before', () => {
		for (const own of ['', 'Kanarie']) {
			const day = anOpenWorksession().at(KIND, 'writing');
			const facts = { name: 'Els', role: 'follower', organisation: '', municipalities: [] } as const;
			const add = (functionName: string) =>
				firstId(day, { type: 'AddPerson', ...facts, functionName }, 'participationId');
			const [fromId, intoId] = [add('Jurist Kanarie'), add(own)];
			const target = { kind: 'person', id: intoId } as const;
			day.act('facilitator', redactText(target));
			day.act('facilitator', { type: 'MergePeople', fromId, intoId });
			day.later(1_000).act('facilitator', redactText(target));
			expect(JSON.stringify(rewritten(day))).not.toContain('Kanarie');
		}
	});

	test('[X8] takes the titles that were made from a stack, and leaves what else an idea says', () => {
		const day = anOpenWorksession({ kinds: ['ideas'] }).at('ideas', 'sharing');
		const clusterId = day.cluster(SECRET, day.card('anna', 'een'), day.card('bram', 'twee'));
		const from = [{ roundId: roundId('ideas'), item: { kind: 'cluster', id: clusterId } as const }];
		const own = { ...idea, summary: 'Eigen woorden', ownPart: '', nationalPart: '', deal: null };
		day.act('facilitator', { type: 'AddIdea', idea: own, tableId: null, from });
		day.act('facilitator', redactText({ kind: 'cluster', id: clusterId }));
		const [left] = replay(rewritten(day)).ideas;
		expect(left).toMatchObject({ title: REDACTED_TEXT, summary: 'Eigen woorden' });
	});

	test('[X8] a reason that itself says too much gives way to another one, of cards and of all else', () => {
		const { day, cardId } = aDay();
		const step = { kind: 'step', id: day.state.steps[0]?.id ?? '' } as const;
		for (const asked of [redact(cardId, SECRET), redactText({ ...step }, SECRET)]) {
			day.act('facilitator', asked);
			expect(day.attempt('facilitator', asked)).toEqual(accept([]));
		}
		const { at } = day.cards(KIND)[cardId]?.redaction ?? {};
		day.later(1_000);
		day.act('facilitator', redact(cardId, 'Een naam'));
		day.act('facilitator', redactText(step));
		const log = rewritten(day);
		expect(JSON.stringify(log)).not.toContain('Kanarie');
		expect(day.cards(KIND)[cardId]?.redaction).toEqual({ by: 'facilitator', reason: 'Een naam', at });
		expect(recordJson(intakeRecord(replay(log)))).not.toContain('Kanarie');
	});

	test('[X8] is asked by the facilitator with a reason, and new words may be written and taken away again', () => {
		const day = anOpenWorksession().at(KIND, 'sharing');
		const id = MAKERS.step(day);
		const target = { kind: 'step', id } as const;
		expect(day.attempt('anna', redactText(target))).toEqual(reject('not-allowed'));
		expect(day.attempt('facilitator', redactText(target, ' '))).toEqual(reject('text-empty'));
		expect(day.attempt('facilitator', redactText({ ...target, id: 'nowhere' }))).toEqual(
			reject('unknown-text')
		);
		day.act('facilitator', redactText(target));
		day.act('facilitator', { type: 'RenameStep', stepId: id, title: 'Opnieuw Kanarie' });
		day.act('facilitator', redactText(target));
		expect(JSON.stringify(rewritten(day))).not.toContain('Kanarie');
	});
});

describe('taking away what is no more', () => {
	test('[X9] leaves no word of what was withdrawn, taken apart or removed, and every word of what is there', () => {
		const day = anOpenWorksession().at(KIND, 'writing');
		const cardId = day.card('anna', SECRET);
		day.act('anna', { type: 'EditCard', roundId: ROUND, cardId, text: `${SECRET}!`, stepId: null });
		day.act('anna', { type: 'WithdrawCard', roundId: ROUND, cardId });
		day.at(KIND, 'sharing');
		day.act('facilitator', { type: 'TakeApart', roundId: ROUND, clusterId: MAKERS.cluster(day) });
		day.act('facilitator', { type: 'RemoveStep', stepId: MAKERS.step(day) });
		day.act('facilitator', { type: 'RemoveIdea', ideaId: MAKERS.idea(day) });
		day.act('facilitator', { type: 'RemoveDecision', decisionId: MAKERS.decision(day) });
		day.act('facilitator', { type: 'RemoveAction', actionId: MAKERS.action(day) });
		day.act('facilitator', { type: 'Unpark', parkedId: MAKERS.parked(day) });
		day.act('facilitator', { type: 'RemoveItem', itemId: MAKERS.break(day) });
		day.act('facilitator', { type: 'RemoveExample', exampleId: MAKERS.example(day) });
		day.act('facilitator', { type: 'RemoveTable', tableId: MAKERS.table(day) });
		MAKERS.message(day);
		day.act('facilitator', { type: 'SendMessage', text: 'Pauze' });
		MAKERS.reason(day);
		day.act('facilitator', { type: 'RemoveIdea', ideaId: day.state.ideas.at(-1)?.id ?? '' });
		day.act('facilitator', { type: 'RedactGone', reason: SECRET });
		expect(JSON.stringify(day.events)).toContain('Kanarie');
		const gone = { type: 'RedactGone', reason: 'Namen' } as const;
		expect(day.attempt('anna', gone)).toEqual(reject('not-allowed'));
		expect(day.attempt('facilitator', { ...gone, reason: '' })).toEqual(reject('text-empty'));
		day.act('facilitator', gone);
		const log = rewritten(day);
		expect(JSON.stringify(log)).not.toContain('Kanarie');
		expect(replay(log)).toEqual(day.state);
		expect(day.events.length - log.length).toBe(0);
		expect(JSON.stringify(log)).toContain('twee');
	});

	test('[X9] takes the reasons for marks of the day that are told to nobody, because too few gave one', () => {
		const day = anOpenWorksession().at(KIND, 'sharing');
		day.act('facilitator', { type: 'StartWrapUp' });
		day.act('anna', { type: 'GiveRoti', answer: { score: 2, reason: SECRET } });
		day.act('facilitator', { type: 'CloseWorksession' });
		day.act('facilitator', { type: 'RedactGone', reason: 'Namen' });
		const log = rewritten(day);
		expect(JSON.stringify(log)).not.toContain('Kanarie');
		expect(replay(log)).toEqual(day.state);
	});

	test('[X9] leaves a title that was made from a withdrawn card and is still there', () => {
		const { day, cardId } = aDay();
		day.act('anna', { type: 'WithdrawCard', roundId: ROUND, cardId });
		day.act('facilitator', { type: 'RedactGone', reason: 'Namen' });
		expect(replay(rewritten(day)).steps.map(({ title }) => title)).toEqual([SECRET, 'Eigen woorden']);
	});
});
