import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { AUTHOR_VISIBILITIES, type AuthorVisibility, type Stage } from '#lib/domain/vocabulary.ts';
import { realSystem } from '#lib/server/system.ts';
import { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { lastPart, WebVisitor } from '#lib/simulation/web-visitor.ts';
import { namesAuthors } from '../kit/leak-watch.ts';
import { RawSocket } from '../kit/raw-socket.ts';
import { ScreenWatch } from '../kit/screen-watch.ts';
import { startServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let organiser: WebVisitor;

beforeAll(async () => {
	server = await startServer();
	organiser = new WebVisitor(server.url);
	await organiser.signIn(server.organiserLink ?? '', 'Naamorganisator');
});

afterAll(() => server.dispose());

let words = 0;
/** A word that stands nowhere else. */
function canary(): string {
	words += 1;
	return `kanarie${String(words).padStart(4, '0')}x`;
}

type Who = 'anna' | 'bram' | 'petra' | 'olga' | 'double';

/** For whom somebody comes; an observer's and a partner's organisation is told nobody but the facilitator by this. */
const GUESTS: Readonly<Partial<Record<Who, 'partner' | 'observer'>>> = { petra: 'partner', olga: 'observer' };

interface Written {
	/** Null for a card that was put in. */
	readonly who: Who | null;
	readonly word: string;
	readonly cardId: string;
}

interface Person {
	readonly web: WebVisitor;
	readonly socket: VisitorSocket;
	readonly name: string;
	readonly id: string;
}

/** One day with tables, hosts, guests and cards put in, of which the screen's every byte goes through the watch. */
class Day {
	readonly watch: ScreenWatch;
	readonly visibility: AuthorVisibility;
	/** What lies in the round and will be seen. */
	written: Written[] = [];
	readonly #people = new Map<Who, Person>();
	#id = '';
	#code = '';
	#roundId = '';
	#facilitator: VisitorSocket | null = null;
	#screenWeb = new WebVisitor(server.url);
	#screen: RawSocket | null = null;

	constructor(visibility: AuthorVisibility) {
		this.visibility = visibility;
		this.watch = new ScreenWatch(namesAuthors(visibility));
		this.watch.hide('Naamorganisator');
	}

	get #host(): VisitorSocket {
		if (!this.#facilitator) throw new Error('Nobody leads yet');
		return this.#facilitator;
	}

	get shared(): SharedView {
		if (!this.#host.view) throw new Error('The facilitator has no view yet');
		return this.#host.view.shared;
	}

	get round(): RoundView {
		const round = this.shared.rounds[this.#roundId];
		if (!round) throw new Error('The round is gone');
		return round;
	}

	get roundId(): string {
		return this.#roundId;
	}

	tableId(index: number): string {
		return this.shared.tables[index]?.id ?? '';
	}

	async prepare(): Promise<void> {
		const place = await organiser.post('/sessies/nieuw', { theme: 'ondermijning', group: 'frontrunner' });
		this.#id = lastPart(place);
		const page = await organiser.read(`/sessies/${this.#id}/regie/__data.json`);
		this.#code = /\/deelnemen\/([^"\\/]+)/.exec(page)?.[1] ?? '';
		const token = this.watch.hide(/\/scherm#([^"\\]+)/.exec(page)?.[1] ?? '');
		this.#facilitator = this.#visit(organiser, 'facilitator', null);
		await this.#host.when(() => true);
		const { id } = this.#bottlenecks();
		this.#roundId = id;
		await this.facilitate({ type: 'ChangeAuthorVisibility', authorVisibility: this.visibility });
		const { minutes, question, helpText } = this.round.settings;
		const settings = {
			minutes,
			question,
			helpText,
			isAtTables: true,
			dotBudget: 3,
			budgetPer: 'person' as const,
			dotsPerItemMax: 3
		};
		const note = this.watch.hide(canary());
		await this.facilitate({ type: 'ChangeRound', roundId: id, settings: { ...settings, note } });
		for (const name of ['Tafel 1', 'Tafel 2'])
			await this.facilitate({ type: 'AddTable', table: { name, exampleId: null } });
		await this.facilitate({ type: 'OpenDoors' });
		await this.#screenWeb.post('/scherm', { token });
		await this.comeBack();
	}

	#bottlenecks(): RoundView {
		const round = Object.values(this.shared.rounds).find(({ kind }) => kind === 'bottlenecks');
		if (!round) throw new Error('The standard day has bottlenecks');
		return round;
	}

	#visit(web: WebVisitor, audience: 'facilitator' | 'participant', authorKey: string | null): VisitorSocket {
		return new VisitorSocket({
			url: server.url,
			origin: server.url,
			cookie: web.cookie,
			hello: { sessionId: this.#id, audience, authorKey },
			newId: () => this.watch.hide(realSystem.newId())
		});
	}

	async join(who: Who, municipality: string): Promise<void> {
		const web = new WebVisitor(server.url);
		const name = this.watch.hide(`Naam${who}${canary()}`);
		const functionName = this.watch.hide(`Functie${canary()}`);
		const as = GUESTS[who];
		const organisation = `Organisatie${canary()}`;
		// Partners are counted by organisation for everybody; who observes stays with the facilitator.
		if (as === 'observer') this.watch.hide(organisation);
		await web.join(this.#code, {
			name,
			functionName,
			municipality: as ? '' : municipality,
			...(as && { as, organisation })
		});
		for (const pair of web.cookie.split('; ')) this.watch.hide(pair.split('=')[1] ?? '');
		const socket = this.#visit(web, 'participant', this.watch.hide(`sleutel-${canary()}-van-${who}`));
		await socket.when(({ own }) => own !== null);
		const id = this.watch.hide(socket.view?.own?.participationId ?? '');
		this.#people.set(who, { web, socket, name, id });
	}

	person(who: Who): Person {
		const person = this.#people.get(who);
		if (!person) throw new Error(`${who} has not joined`);
		return person;
	}

	async facilitate(command: Command): Promise<void> {
		await insist(this.#host, command);
	}

	async act(who: Who, command: Command): Promise<void> {
		await insist(this.person(who).socket, command);
	}

	/** A card with a word that the room may not know yet. */
	async write(who: Who): Promise<Written> {
		const word = this.watch.hide(canary());
		const { socket } = this.person(who);
		await this.act(who, {
			type: 'PostCard',
			roundId: this.#roundId,
			text: `${word} "staat" hier`,
			stepId: null
		});
		await socket.when(({ own }) => cardWith(own, word) !== undefined);
		const card = cardWith(socket.view?.own ?? null, word);
		const written = { who, word, cardId: this.watch.hide(card?.id ?? '') };
		this.written.push(written);
		return written;
	}

	/** All that was sent to the screen so far has arrived. */
	async settled(): Promise<void> {
		const text = `bericht ${canary()}`;
		const heard = this.#screen?.nextFrame(new RegExp(text));
		await this.facilitate({ type: 'SendMessage', text });
		await heard;
	}

	async move(stage: Stage): Promise<void> {
		await this.facilitate({ type: 'MoveStage', roundId: this.#roundId, stage });
		await this.settled();
	}

	async putIn(): Promise<void> {
		const words = [1, 2].map(() => this.watch.hide(canary()));
		const cards = words.map((text) => ({ text, municipalities: ['GM0518'] }));
		await this.facilitate({ type: 'PutInCards', roundId: this.#roundId, cards });
		await this.#host.when(
			({ shared }) => Object.keys(shared.facilitator?.putIn ?? {}).length === cards.length
		);
		for (const { id, text } of Object.values(this.shared.facilitator?.putIn ?? {}))
			this.written.push({ who: null, word: text, cardId: this.watch.hide(id) });
	}

	/** From here on the room may read what lies there, and in an open worksession who wrote it. */
	async reveal(): Promise<void> {
		await this.settled();
		for (const { who, word, cardId } of this.written) {
			this.watch.show(cardId, word);
			// Whoever turned out to be somebody else has no name any more.
			if (this.visibility === 'open' && who && who !== 'double') this.watch.show(this.person(who).name);
		}
		await this.move('sharing');
	}

	/** The screen is opened again, as after a lost connection: page, data and a fresh view. */
	async comeBack(): Promise<void> {
		await this.#screen?.leave();
		const path = `/sessie/${this.#id}/scherm`;
		for (const page of [path, `${path}/__data.json`]) this.watch.seePage(await this.#screenWeb.read(page));
		this.#screen = await RawSocket.enter({
			url: server.url,
			cookie: this.#screenWeb.cookie,
			sessionId: this.#id,
			audience: 'screen',
			authorKey: null,
			onFrame: (frame) => this.watch.seeFrame(frame)
		});
	}

	async end(): Promise<void> {
		await this.comeBack();
		await this.#screen?.leave();
		this.#host.close();
		for (const { socket } of this.#people.values()) socket.close();
	}
}

function cardWith(own: OwnView | null, word: string) {
	return Object.values(own?.cards ?? {}).find(({ text }) => text.includes(word));
}

async function insist(socket: VisitorSocket, command: Command): Promise<void> {
	const answer = await socket.send(command);
	if (!answer.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(answer)}`);
}

/** The room fills, and sits down at its tables. */
async function comeIn(day: Day): Promise<void> {
	await day.join('anna', 'GM0014');
	await day.join('bram', 'GM0193');
	await day.join('petra', '');
	await day.join('olga', '');
	await day.join('double', 'GM0014');
	const seats = { anna: 0, petra: 0, bram: 1, double: 1 } as const;
	for (const [who, table] of Object.entries(seats) as [keyof typeof seats, number][])
		await day.facilitate({
			type: 'SeatPeople',
			participationIds: [day.person(who).id],
			tableId: day.tableId(table)
		});
	await day.facilitate({ type: 'SetHost', tableId: day.tableId(0), participationId: day.person('anna').id });
	await day.act('bram', { type: 'RaiseHand' });
	await day.comeBack();
}

/** Cards are put in and written, some of them taken back; one person is sent away, another turns out to be somebody else. */
async function write(day: Day): Promise<void> {
	const { roundId } = day;
	await day.putIn();
	await day.facilitate({ type: 'StartItem', itemId: roundId });
	for (const who of ['anna', 'bram', 'petra', 'double', 'anna'] as const) await day.write(who);
	const regretted = await day.write('anna');
	await day.act('anna', { type: 'WithdrawCard', roundId, cardId: regretted.cardId });
	day.written = day.written.filter((card) => card !== regretted);
	await day.act('petra', { type: 'SetReady', roundId, isReady: true });
	await day.comeBack();
	// Anonymous cards stay: taking them along would tell whose they are.
	const withCards = namesAuthors(day.visibility);
	await day.facilitate({ type: 'RemovePerson', participationId: day.person('bram').id, withCards });
	if (withCards) day.written = day.written.filter(({ who }) => who !== 'bram');
	await day.facilitate({
		type: 'MergePeople',
		fromId: day.person('double').id,
		intoId: day.person('anna').id
	});
	await day.facilitate({ type: 'ReadmitPerson', participationId: day.person('bram').id });
	await day.facilitate({ type: 'SetLobbyLocked', isLocked: true });
	await day.comeBack();
}

/** What the room sees is arranged by a host and by the facilitator, pointed at, and voted on. */
async function decide(day: Day): Promise<void> {
	const { roundId } = day;
	await day.reveal();
	await day.move('arranging');
	const mine = Object.values(day.round.cards).filter((card) => card.tableId === day.tableId(0));
	const items = mine.map(({ id }) => ({ kind: 'card', id }) as const);
	const [first] = items;
	if (!first) throw new Error('Something was written at the first table');
	await day.act('anna', { type: 'MakeCluster', roundId, title: 'Een stapel', items: items.slice(0, 2) });
	await day.facilitate({ type: 'SetSpotlight', spotlight: { roundId, item: first } });
	await day.facilitate({ type: 'SetFrozen', isFrozen: true });
	await day.comeBack();
	await day.facilitate({ type: 'SetFrozen', isFrozen: false });
	await day.move('voting');
	const voted = items[2] ?? first;
	for (const who of ['anna', 'petra'] as const)
		for (let dot = 0; dot < 3; dot += 1) await day.act(who, { type: 'PlaceDot', roundId, item: voted });
	await day.comeBack();
	await day.settled();
	day.watch.areTotalsKnown = true;
	await day.move('closed');
	await day.facilitate({ type: 'RotateTables' });
	await day.settled();
	await day.facilitate({ type: 'CloseWorksession' });
}

describe.each(AUTHOR_VISIBILITIES)('of a worksession that is %s', (visibility) => {
	test('the screen of the hall receives nothing personal, in no frame and on no page', async () => {
		const day = new Day(visibility);
		await day.prepare();
		await comeIn(day);
		await write(day);
		await decide(day);
		await day.end();

		expect(day.watch.leaks).toEqual([]);
		expect(day.watch.frames).toBeGreaterThan(40);
		expect(day.watch.pages).toBeGreaterThanOrEqual(12);
		expect(day.watch.totals).toBeGreaterThan(0);
		expect(day.watch.authors > 0).toBe(namesAuthors(visibility));
		expect(day.written).toHaveLength(namesAuthors(visibility) ? 6 : 7);
		for (const { word } of day.written) expect(day.watch.hasSeen(word)).toBe(true);
		const names = (['anna', 'petra'] as const).map((who) => day.watch.hasSeen(day.person(who).name));
		expect(names).toEqual([visibility === 'open', visibility === 'open']);
	});
});
