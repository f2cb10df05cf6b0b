import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCards } from '#lib/domain/card/card-table.ts';
import type { TextRef } from '#lib/domain/card/card.ts';
import type { Command } from '#lib/domain/commands.ts';
import { NO_DEAL } from '#lib/domain/choose/data-deal.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';
import { FACTS_ID, versionId } from '#lib/domain/card/text-holders.ts';
import { TEXT_KINDS } from '#lib/domain/vocabulary.ts';
import type { ProgrammeCommand } from '#lib/domain/programme/programme-acts.ts';
import { ProgrammeDesk } from '#lib/server/programme-desk.ts';
import { eventLog } from '#lib/server/store/sqlite/log.ts';
import { openDatabase } from '#lib/server/store/sqlite/open.ts';
import { queriesOf } from '#lib/server/store/sqlite/queries.ts';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import type { Store } from '#lib/server/store/store.ts';
import { sha256 } from '#lib/server/system.ts';
import { anAppend } from '../kit/appends.ts';
import { temporaryFolder } from '../kit/folder.ts';
import { keepStory, LiveRooms } from '../kit/live.ts';
import {
	anOpenWorksession,
	aRoundWithSettings,
	BREAK_ID,
	MUNICIPALITY,
	participationId,
	roundId
} from '../kit/worksession.ts';

const ROUND = roundId('bottlenecks');
/** In no word of ours, so that every byte of it in a file is the card's. */
const CANARY = 'Kanariepiet';
/** Enough for a state to be kept, and for pages of the database to have been split and filled again. */
const OTHER_CARDS = 450;

/** How often the canary stands in the files of a folder, also in part of a file that SQLite does not use any more. */
async function bytesLeft(folder: string, canary = CANARY): Promise<number> {
	const files = await readdir(folder, { recursive: true, withFileTypes: true });
	const contents = await Promise.all(
		files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name)))
	);
	return contents.reduce((sum, bytes) => sum + bytes.toString('latin1').split(canary).length - 1, 0);
}

/** A day on disk on which Anna's card went through everything that keeps it; gives the card's id. */
async function playDay(
	store: Store,
	until: 'open' | 'closed' = 'closed'
): Promise<{ readonly live: LiveRooms; readonly cardId: string }> {
	const story = anOpenWorksession().at('bottlenecks', 'writing');
	await keepStory(store, 's', story);
	const live = new LiveRooms(store);
	const done = (who: string, command: Command) => act(live, who, command);
	const post = (text: string): Command => ({ type: 'PostCard', roundId: ROUND, text, stepId: null });
	await done('anna', post(`${CANARY} een`));
	const posted = (await store.read('s', 0)).at(-1)?.event;
	const cardId = posted?.type === 'CardPosted' ? posted.cardId : '';
	for (let n = 0; n < OTHER_CARDS; n += 1) {
		await done('bram', post(`kaart ${n} ${'x'.repeat(n % 200)}`));
		if (n % 50 === 0)
			await done('anna', { type: 'EditCard', roundId: ROUND, cardId, text: `${CANARY} ${n}`, stepId: null });
	}
	await done('facilitator', { type: 'MoveStage', roundId: ROUND, stage: 'sharing' });
	const title = `${CANARY} 400`;
	await done('facilitator', { type: 'AddStep', title, tableId: null, roundId: ROUND, cardIds: [cardId] });
	if (until === 'closed') await done('facilitator', { type: 'CloseWorksession' });
	return { live, cardId };
}

async function act(live: LiveRooms, who: string, command: Command): Promise<void> {
	const answer = await live.act('s', who, command);
	if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
}

function redact(cardId: string): Command {
	return { type: 'RedactCard', roundId: ROUND, cardId, reason: 'Een naam' };
}

/** A word of its own in everything that holds words, written twice; gives what each word stands in. */
async function writeEverywhere(live: LiveRooms, store: Store): Promise<ReadonlyMap<string, TextRef>> {
	const twice = (kind: TextRef['kind']) =>
		[`${CANARY} van ${kind}`, `${CANARY} van ${kind} opnieuw`] as const;
	const targets = new Map<string, TextRef>();
	const add = async (kind: TextRef['kind'], made: Command, change: (id: string, text: string) => Command) => {
		await act(live, 'facilitator', made);
		const event = (await store.read('s', 0)).at(-1)?.event ?? {};
		const id = String(new Map(Object.entries(event)).get(`${kind}Id`));
		await act(live, 'facilitator', change(id, twice(kind)[1]));
		targets.set(twice(kind)[0], { kind, id });
	};
	const room = await live.rooms.open('s');
	const cards = allCards(room?.world.state.rounds[ROUND]?.cards ?? []).slice(0, 2);
	const items = cards.map(({ id }) => ({ kind: 'card', id }) as const);
	const text = (kind: TextRef['kind']) => twice(kind)[0];
	await add(
		'cluster',
		{ type: 'MakeCluster', roundId: ROUND, title: text('cluster'), items },
		(id, title) => ({
			type: 'RenameCluster',
			roundId: ROUND,
			clusterId: id,
			title
		})
	);
	const step = { type: 'AddStep', tableId: null, roundId: null, cardIds: [] } as const;
	await add('step', { ...step, title: text('step') }, (id, remark) => ({
		type: 'DescribeStep',
		stepId: id,
		details: { ...NO_DETAILS, remark }
	}));
	const idea = { ...NEW_IDEA, title: text('idea') };
	await add('idea', { type: 'AddIdea', idea, tableId: null, from: [] }, (id, summary) => ({
		type: 'ChangeIdea',
		ideaId: id,
		idea: { ...idea, summary: summary.repeat(40), form: 'datadeal', deal: { ...NO_DEAL, exit: summary } }
	}));
	const decision = { text: text('decision'), reason: '', dissents: [], ideaId: null };
	await add('decision', { type: 'AddDecision', decision }, (id, dissent) => ({
		type: 'ChangeDecision',
		decisionId: id,
		decision: { ...decision, dissents: [dissent] }
	}));
	const action = { text: text('action'), ownerId: null, ownerName: '', dueOn: null, source: null };
	await add('action', { type: 'AddAction', action }, (id, ownerName) => ({
		type: 'ChangeAction',
		actionId: id,
		action: { ...action, ownerName }
	}));
	const parked = { text: text('parked'), ownerId: null, ownerName: text('parked') };
	await act(live, 'facilitator', { type: 'Park', roundId: null, items: [], parked, tableId: null });
	const last = (await store.read('s', 0)).at(-1)?.event;
	if (last?.type === 'Parked') targets.set(text('parked'), { kind: 'parked', id: last.parkedId });
	const example = { name: text('example'), summary: '', municipalities: [] };
	await add('example', { type: 'AddExample', example }, (exampleId, summary) => ({
		type: 'ChangeExample',
		exampleId,
		example: { ...example, summary }
	}));
	const table = { name: text('table'), exampleId: null };
	await add('table', { type: 'AddTable', table }, (tableId, name) => ({
		type: 'ChangeTable',
		tableId,
		table: { ...table, name }
	}));
	const whole = (await live.rooms.open('s'))?.world.state;
	if (!whole) throw new Error('There is no such day');
	const settings = { ...(whole.rounds[ROUND]?.settings ?? aRoundWithSettings()), helpText: text('round') };
	for (const note of twice('round'))
		await act(live, 'facilitator', { type: 'ChangeRound', roundId: ROUND, settings: { ...settings, note } });
	targets.set(text('round'), { kind: 'round', id: ROUND });
	for (const title of twice('break'))
		await act(live, 'facilitator', { type: 'ChangeBreak', itemId: BREAK_ID, title, minutes: 20 });
	targets.set(text('break'), { kind: 'break', id: BREAK_ID });
	for (const place of twice('facts'))
		await act(live, 'facilitator', { type: 'ChangeFacts', over: null, facts: { ...whole.facts, place } });
	targets.set(text('facts'), { kind: 'facts', id: FACTS_ID });
	for (const greeting of twice('person')) await act(live, 'anna', { type: 'Greet', text: greeting });
	targets.set(text('person'), { kind: 'person', id: participationId('anna') });
	await act(live, 'facilitator', { type: 'SendMessage', text: text('message') });
	const sent = (await store.read('s', 0)).at(-1)?.event;
	if (sent?.type === 'MessageSent') targets.set(text('message'), { kind: 'message', id: sent.messageId });
	await rate(live, store, text('reason'), targets);
	return targets;
}

/** Anna gives a reason for a product idea. */
async function rate(
	live: LiveRooms,
	store: Store,
	reason: string,
	targets: Map<string, TextRef>
): Promise<void> {
	const idea = { ...NEW_IDEA, title: 'Toets' };
	await act(live, 'facilitator', { type: 'AddIdea', idea, tableId: null, from: [] });
	const ideaId = (await live.rooms.open('s'))?.world.state.ideas.at(-1)?.id ?? '';
	const criterion = 'bewijs';
	const start = { type: 'StartRating', kind: 'scaling', ideaIds: [ideaId], criteria: [criterion] } as const;
	await act(live, 'facilitator', start);
	const ratingId = (await live.rooms.open('s'))?.world.state.ratings.at(-1)?.id ?? '';
	const answer = { score: 1, reason };
	await act(live, 'anna', { type: 'GiveRating', ratingId, ideaId, criterion, answer });
	const given = (await store.read('s', 0)).at(-1)?.event;
	if (given?.type === 'RatingGiven')
		targets.set(reason, { kind: 'reason', id: given.answer?.reasonId ?? '' });
	await act(live, 'facilitator', { type: 'CloseRating', ratingId });
}

/** Somebody who comes for an organisation with the canary in its name, with a card; gives what takes that away. */
async function comeFor(live: LiveRooms, store: Store, organisation: string): Promise<TextRef> {
	const partner = { role: 'partner', organisation, municipalities: [], functionName: '' } as const;
	await act(live, 'facilitator', { type: 'AddPerson', name: 'Piet', ...partner });
	const added = (await store.read('s', 0)).at(-1)?.event;
	const id = added?.type === 'PersonAdded' ? added.participationId : '';
	const card = { roundId: ROUND, text: 'Kaart van Piet', stepId: null } as const;
	await act(live, 'facilitator', { type: 'PostCardFor', participationId: id, ...card });
	return { kind: 'person', id };
}

describe('a text that was taken away', () => {
	test('[X8] of anything made in the room stands in no byte of any file, also what was withdrawn', async () => {
		const dataDir = await temporaryFolder();
		const store = await openSqliteStore({ dataDir });
		const { live, cardId } = await playDay(store, 'open');
		const targets = new Map(await writeEverywhere(live, store));
		const kinds = TEXT_KINDS.filter((kind) => kind !== 'version' && kind !== 'organisations');
		expect([...targets.values()].map(({ kind }) => kind).sort()).toEqual(kinds.sort());
		await act(live, 'facilitator', { type: 'RedactCard', roundId: ROUND, cardId, reason: 'Een naam' });
		targets.set(`${CANARY} Advies`, await comeFor(live, store, `${CANARY} Advies`));
		for (const [text, target] of targets) {
			expect(await bytesLeft(dataDir, text)).toBeGreaterThan(0);
			await act(live, 'facilitator', { type: 'RedactText', target, reason: 'Een naam' });
			expect(await bytesLeft(dataDir, text)).toBe(0);
		}
		expect(await bytesLeft(dataDir)).toBe(0);
		await act(live, 'bram', { type: 'PostCard', roundId: ROUND, text: `${CANARY} weg`, stepId: null });
		const posted = (await store.read('s', 0)).at(-1)?.event;
		const withdrawn = posted?.type === 'CardPosted' ? posted.cardId : '';
		await act(live, 'bram', { type: 'WithdrawCard', roundId: ROUND, cardId: withdrawn });
		expect(await bytesLeft(dataDir)).toBeGreaterThan(0);
		await act(live, 'facilitator', { type: 'RedactGone', reason: 'Namen' });
		expect(await bytesLeft(dataDir)).toBe(0);
		expect(JSON.stringify(await store.read('s', 0))).toContain('kaart 449');
		expect(live.faults).toEqual([]);
		await store.close();
	});

	test('[X8] of why the record was moved stands in no byte of any file, nor in any version', async () => {
		const dataDir = await temporaryFolder();
		const store = await openSqliteStore({ dataDir });
		const { live } = await playDay(store);
		const why = 'Kolibrie';
		await act(live, 'facilitator', { type: 'MoveRecord', status: 'fixed', reason: why });
		await act(live, 'facilitator', { type: 'MoveRecord', status: 'validating', reason: 'Toch nog' });
		expect(await bytesLeft(dataDir, why)).toBeGreaterThan(1);
		const target = { kind: 'version', id: versionId(2) } as const;
		await act(live, 'facilitator', { type: 'RedactText', target, reason: 'Een naam' });
		expect(await bytesLeft(dataDir, why)).toBe(0);
		const versions = [...(await store.earlierRecords('s')), await store.fixedRecord('s')];
		for (const version of versions) expect(version?.sha256).toBe(sha256(version?.json ?? ''));
		await store.close();
	});

	test('[PX1] of the programme stands in no byte of any file, also of earlier versions', async () => {
		const dataDir = await temporaryFolder();
		const store = await openSqliteStore({ dataDir });
		let nth = 0;
		const desk = new ProgrammeDesk(store, { now: () => 7, newId: () => `id${(nth += 1)}` });
		const ask = (command: ProgrammeCommand) =>
			desk.perform({ commandId: `c${(nth += 1)}`, command, by: 'noor', records: [] });
		const dossierId = 'd1';
		const start = { dossierId, name: 'Adressen', theme: 'ondermijning', municipalities: ['GM0193'] } as const;
		await ask({ type: 'StartDossier', ...start });
		for (let version = 0; version < 40; version += 1) {
			const problem = `${CANARY} ${version} ${'x'.repeat(50 * version)}`;
			await ask({ type: 'ChangeDossier', dossierId, changes: { problem, goal: `Doel ${version}` } });
		}
		expect(await bytesLeft(dataDir)).toBeGreaterThan(40);
		const text = { kind: 'dossier', dossierId, part: 'problem' } as const;
		expect(await ask({ type: 'RedactProgramme', text, reason: 'Een naam' })).toEqual({ ok: true });
		expect(await bytesLeft(dataDir)).toBe(0);
		expect(await bytesLeft(dataDir, 'Doel 39')).toBeGreaterThan(0);
		await store.close();
	});

	test('[X6] stands in no byte of any file when it is acknowledged, and everything else still does', async () => {
		const dataDir = await temporaryFolder();
		const store = await openSqliteStore({ dataDir });
		const { live, cardId } = await playDay(store);
		const fixedBefore = await store.fixedRecord('s');
		const eventsBefore = await store.read('s', 0);
		expect(await bytesLeft(dataDir)).toBeGreaterThan(3);

		expect(await live.act('s', 'facilitator', redact(cardId))).toMatchObject({ ok: true });
		expect(await bytesLeft(dataDir)).toBe(0);

		const events = await store.read('s', 0);
		expect(events).toHaveLength(eventsBefore.length + 1);
		expect(JSON.stringify(events)).toContain('kaart 449');
		const fixed = await store.fixedRecord('s');
		expect(fixed).toMatchObject({ redactedAt: live.clockwork.now, fixedAt: fixedBefore?.fixedAt });
		expect(fixed?.sha256).not.toBe(fixedBefore?.sha256);
		expect(fixed?.sha256).toBe(sha256(fixed?.json ?? ''));
		const room = await live.rooms.open('s');
		expect(JSON.stringify(room?.world.state)).not.toContain(CANARY);
		expect(room?.world.state.participations[participationId('anna')]).toBeDefined();
		expect(live.faults).toEqual([]);
		await store.close();
	});

	test('[DD3] what a municipality withdraws stands in no byte of any file, and in no version of the record', async () => {
		const dataDir = await temporaryFolder();
		const store = await openSqliteStore({ dataDir });
		const { live, cardId } = await playDay(store, 'open');
		await act(live, 'facilitator', { type: 'StartWrapUp' });
		const answer = { verdict: 'corrected', text: `${CANARY} zo bedoeld` } as const;
		await act(live, 'anna', { type: 'ReadBack', roundId: ROUND, cardId, answer });
		await act(live, 'facilitator', { type: 'CloseWorksession' });
		await act(live, 'facilitator', { type: 'MoveRecord', status: 'validating', reason: '' });
		const municipality = `${MUNICIPALITY}GM0014`;
		const said = (verdict: 'corrected' | 'away', text: string) =>
			({ type: 'AnswerPiece', roundId: ROUND, cardId, answer: { verdict, text } }) as const;
		await act(live, municipality, said('corrected', `${CANARY} toch anders`));
		await act(live, municipality, said('away', ''));
		expect(await bytesLeft(dataDir)).toBeGreaterThan(3);
		await act(live, municipality, { type: 'SendValidation' });
		expect(await bytesLeft(dataDir)).toBe(0);
		const versions = [...(await store.earlierRecords('s')), await store.fixedRecord('s')];
		expect(versions.map((version) => version?.version)).toEqual([1, 2, 3]);
		for (const version of versions) expect(version?.sha256).toBe(sha256(version?.json ?? ''));
		expect(JSON.stringify(versions)).toContain('kaart 449');
		expect(live.faults).toEqual([]);
		await store.close();
	});

	test('[X7] is gone after the next start when the process died before the files were cleaned', async () => {
		const [dataDir, left] = [await temporaryFolder(), await temporaryFolder()];
		const first = await openSqliteStore({ dataDir });
		const { live, cardId } = await playDay(first);
		await live.rooms.quiet();
		await first.close();

		const db = openDatabase(dataDir);
		const dying = eventLog(
			queriesOf(db),
			() => undefined,
			() => undefined
		);
		const version = (await dying.read('s', 0)).length;
		const redaction = { by: 'facilitator', reason: 'Een naam', at: 7 } as const;
		const events = [{ type: 'CardRedacted', roundId: ROUND, cardId, redaction }] as const;
		const commands = [{ commandId: 'last', events }];
		const taken = { texts: new Map([[cardId, redaction]]), kept: null };
		expect(await dying.append([anAppend('s', version, { commands, taken })])).toEqual(['appended']);
		// What a process that is killed here leaves behind.
		await cp(dataDir, left, { recursive: true });
		db.close();
		expect(await bytesLeft(left)).toBeGreaterThan(0);

		const next = await openSqliteStore({ dataDir: left });
		expect(await bytesLeft(left)).toBe(0);
		expect(await next.read('s', 0)).toHaveLength(version + 1);
		await next.close();
	});
});
