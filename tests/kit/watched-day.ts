import { expect } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { AuthorVisibility, RoundKind, Stage } from '#lib/domain/vocabulary.ts';
import type { Answer } from '#lib/protocol/messages.ts';
import { lastPart, WebVisitor } from '#lib/simulation/web-visitor.ts';
import { LeakWatch, type Receiver } from './leak-watch.ts';
import { RawSocket } from './raw-socket.ts';
import type { TestServer } from './server.ts';

type Person = 'anna' | 'bram' | 'carla';

let canaries = 0;
/** A word that stands nowhere else. */
export function canary(): string {
	canaries += 1;
	return `kanarie${String(canaries).padStart(4, '0')}x`;
}

/** A card of the test: its words, and its ids once the writer knows them. */
export interface Written {
	readonly writer: Person | 'facilitator';
	readonly word: string;
	readonly draftId: string;
	readonly cardId: string;
	readonly roundId: string;
}

interface Seat {
	readonly web: WebVisitor;
	readonly socket: RawSocket;
}

interface Where {
	readonly server: TestServer;
	readonly organiser: WebVisitor;
}

/** One worksession with three participants and a screen, of which every received byte goes through the watch. */
export class WatchedDay {
	readonly #server: TestServer;
	readonly #organiser: WebVisitor;
	readonly watch: LeakWatch;
	readonly visibility: AuthorVisibility;
	id = '';
	code = '';
	readonly written: Written[] = [];
	readonly withoutOrigin: Written[] = [];
	#shared: SharedView | null = null;
	readonly #seats = new Map<Receiver, Seat>();
	readonly #names = new Map<string, string>();
	readonly #ids = new Map<Receiver, string>();
	/** Carla's browser, once she was sent away. */
	#carlaOutside: WebVisitor | null = null;
	#asked = 0;

	constructor({ server, organiser }: Where, visibility: AuthorVisibility) {
		this.#server = server;
		this.#organiser = organiser;
		this.visibility = visibility;
		this.watch = new LeakWatch(visibility);
	}

	get shared(): SharedView {
		if (!this.#shared) throw new Error('The facilitator has no view yet');
		return this.#shared;
	}

	async begin(): Promise<void> {
		const place = await this.#organiser.post('/sessies/nieuw', {
			theme: 'ondermijning',
			group: 'frontrunner'
		});
		this.id = lastPart(place);
		const page = await this.#organiser.read(`/sessies/${this.id}/regie/__data.json`);
		this.code = /\/deelnemen\/([^"\\/]+)/.exec(page)?.[1] ?? '';
		const screenToken = /\/scherm#([^"\\]+)/.exec(page)?.[1] ?? '';
		await this.#enter('facilitator', this.#organiser, null);
		await this.#insist('facilitator', {
			type: 'ChangeAuthorVisibility',
			authorVisibility: this.visibility
		});
		await this.#writeNotes();
		await this.#insist('facilitator', { type: 'OpenDoors' });
		const screen = new WebVisitor(this.#server.url);
		await screen.post('/scherm', { token: this.watch.hide(screenToken, 'facilitator') });
		await this.#enter('screen', screen, null);
		await this.#arrive('anna', { municipality: 'GM0014' });
		await this.#arrive('bram', { municipality: 'GM0193' });
		const organisation = this.#hideFromDoor(`Instelling ${canary().slice(-5)}`);
		await this.#arrive('carla', { municipality: '', as: 'partner', organisation });
		await this.#seatHost();
	}

	/** Known to whoever is in: it is counted for the whole room. */
	#hideFromDoor(word: string): string {
		return this.watch.hide(word, 'facilitator', 'anna', 'bram', 'carla', 'screen', 'record');
	}

	/** Who leads a table only facilitators know, and whoever leads it. */
	async #seatHost(): Promise<void> {
		const { socket } = this.#seat('facilitator');
		const told = socket.nextFrame(/Tafel van Anna/);
		await this.facilitate({ type: 'AddTable', table: { name: 'Tafel van Anna', exampleId: null } });
		const [, tableId = ''] = /"id":"([^"]+)","name":"Tafel van Anna"/.exec(await told) ?? [];
		const participationId = this.participationId('anna');
		await this.facilitate({ type: 'SeatPeople', participationIds: [participationId], tableId });
		await this.facilitate({ type: 'SetHost', tableId, participationId });
	}

	async #writeNotes(): Promise<void> {
		for (const { id, settings } of Object.values(this.shared.rounds)) {
			const note = this.watch.hide(canary(), 'facilitator');
			await this.#insist('facilitator', {
				type: 'ChangeRound',
				roundId: id,
				settings: { ...settings, note }
			});
		}
	}

	async #arrive(
		who: Person,
		from: { readonly municipality: string; readonly as?: string; readonly organisation?: string }
	): Promise<void> {
		const web = new WebVisitor(this.#server.url);
		const name = this.watch.hide(`Naam${who}${canary()}`, 'facilitator', who);
		const functionName = this.watch.hide(`Functie${canary()}`, 'facilitator', who);
		const greeting = canary();
		this.#names.set(who, name);
		await web.join(this.code, { name, functionName, ...from });
		const [, token = ''] = /waaier_deelname_[^=]+=([^;]+)/.exec(web.cookie) ?? [];
		this.watch.hide(token);
		await this.#enter(who, web, this.watch.hide(`sleutel-${canary()}-van-deze-browser`));
		this.watch.hide(greeting, 'facilitator', 'anna', 'bram', 'carla', 'screen');
		this.watch.hide(this.#ids.get(who) ?? '', 'facilitator', who);
		await this.#insist(who, { type: 'Greet', text: greeting });
	}

	async #enter(receiver: Person | 'facilitator' | 'screen', web: WebVisitor, authorKey: string | null) {
		const audience = receiver === 'facilitator' || receiver === 'screen' ? receiver : 'participant';
		const socket = await RawSocket.enter({
			url: this.#server.url,
			cookie: web.cookie,
			sessionId: this.id,
			audience,
			authorKey,
			onFrame: (frame) => {
				if (frame.startsWith('42["view",')) this.#readView(receiver, frame);
				this.watch.see(receiver, 'frame', frame);
			}
		});
		this.#seats.set(receiver, { web, socket });
	}

	#readView(receiver: Receiver, frame: string): void {
		const [, view] = JSON.parse(frame.slice(2)) as [string, { shared: SharedView; own: OwnView | null }];
		if (receiver === 'facilitator') this.#shared = view.shared;
		if (view.own) this.#ids.set(receiver, view.own.participationId);
	}

	#seat(receiver: Receiver): Seat {
		const seat = this.#seats.get(receiver);
		if (!seat) throw new Error(`${receiver} is not in`);
		return seat;
	}

	/** Under an id that only the sender may know. */
	async send(who: Receiver, command: Command, commandId = this.newDraft(who)): Promise<Answer> {
		return this.#seat(who).socket.send(commandId, command);
	}

	newDraft(who: Receiver): string {
		this.#asked += 1;
		return this.watch.hide(`concept-${this.#asked}-${canary()}`, who);
	}

	async #insist(who: Receiver, command: Command): Promise<void> {
		const answer = await this.send(who, command);
		if (!answer.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(answer)}`);
	}

	facilitate(command: Command): Promise<void> {
		return this.#insist('facilitator', command);
	}

	/** What the facilitator sees now: a fresh view, as after a reload. */
	async refreshed(): Promise<SharedView> {
		const { web, socket } = this.#seat('facilitator');
		await socket.leave();
		await this.#enter('facilitator', web, null);
		return this.shared;
	}

	/** Somebody has a card in hand. */
	hold(who: Person, { roundId, cardId }: Written): void {
		this.#seat(who).socket.hold({ roundId, items: [{ kind: 'card', id: cardId }] });
	}

	/** Under which a participation is known to facilitators and to who it is. */
	participationId(who: Person): string {
		return this.#ids.get(who) ?? '';
	}

	round(kind: RoundKind): RoundView {
		const round = Object.values(this.shared.rounds).find((candidate) => candidate.kind === kind);
		if (!round) throw new Error(`There is no round of kind ${kind}`);
		return round;
	}

	/** The id of a card comes to its writer by the private patch. */
	async write(writer: Person, kind: RoundKind): Promise<Written> {
		const roundId = this.round(kind).id;
		const word = this.watch.hide(canary(), writer);
		const draftId = this.newDraft(writer);
		const { socket } = this.#seat(writer);
		const told = socket.nextFrame(new RegExp(`"own".*${draftId}`));
		await this.send(
			writer,
			{ type: 'PostCard', roundId, text: `${word} "staat" hier`, stepId: null },
			draftId
		);
		const [, cardId = ''] = new RegExp(`"id":"([^"]+)","draftId":"${draftId}"`).exec(await told) ?? [];
		this.watch.hide(cardId, writer);
		const written = { writer, word, draftId, cardId, roundId };
		this.written.push(written);
		return written;
	}

	/** A card of which its writer leaves off where it comes from. */
	async writeWithoutOrigin(writer: Person, kind: RoundKind): Promise<Written> {
		const card = await this.write(writer, kind);
		const { roundId, cardId } = card;
		const word = this.watch.hide(canary(), writer);
		this.watch.keepOrigin(word);
		const edit = { roundId, cardId, text: word, stepId: null, isWithoutOrigin: true } as const;
		await this.#insist(writer, { type: 'EditCard', ...edit });
		const without = { ...card, word };
		this.written.splice(this.written.indexOf(card), 1, without);
		this.withoutOrigin.push(without);
		return without;
	}

	/** Nobody but the facilitator knows these cards before their round is shared. One is taken out again, and stays secret for ever. */
	async putIn(kind: RoundKind): Promise<void> {
		const roundId = this.round(kind).id;
		const { socket } = this.#seat('facilitator');
		const words = [canary(), canary()].map((word) => this.watch.hide(word, 'facilitator'));
		const told = socket.nextFrame(new RegExp(words[0] ?? ''));
		const cards = words.map((text) => ({ text, municipalities: ['GM0014'] }));
		await this.facilitate({ type: 'PutInCards', roundId, cards });
		const frame = await told;
		const ids = words.map((word) => new RegExp(`"id":"([^"]+)",[^}]*${word}`).exec(frame)?.[1] ?? '');
		const [kept = '', out = ''] = ids.map((id) => this.watch.hide(id, 'facilitator'));
		await this.facilitate({ type: 'TakeOutCards', roundId, cardIds: [out] });
		this.written.push({ writer: 'facilitator', word: words[0] ?? '', draftId: '', cardId: kept, roundId });
	}

	/** The code to take over with and the link to another device are for whoever asked, and stand nowhere else. */
	async askForSecrets(): Promise<void> {
		const code = await this.#ask(this.#organiser, `/sessies/${this.id}/regie?/takeOver`, 'code');
		for (const spoken of [code, code.replace('-', '')]) this.watch.hide(spoken, 'facilitator');
		this.watch.hide(await this.#ask(this.#seat('anna').web, `/sessie/${this.id}?/otherDevice`, 'token'));
	}

	/** One value of what an action of a page answers to its own browser. */
	async #ask(web: WebVisitor, path: string, field: string): Promise<string> {
		const { url } = this.#server;
		const headers = {
			origin: url,
			cookie: web.cookie,
			accept: 'application/json',
			'x-sveltekit-action': 'true',
			'content-type': 'application/x-www-form-urlencoded'
		};
		const response = await fetch(url + path, { method: 'POST', headers });
		const { data } = (await response.json()) as { data: string };
		const [places, ...values] = JSON.parse(data) as [Record<string, number>, ...string[]];
		return values[(places[field] ?? 0) - 1] ?? '';
	}

	/** Carla may receive nothing more of the room, by her socket, by a new one or by a page. */
	async sendCarlaAway(): Promise<void> {
		const { web, socket } = this.#seat('carla');
		const ended = socket.ended();
		const participationId = this.participationId('carla');
		await this.facilitate({ type: 'RemovePerson', participationId, withCards: false });
		await ended;
		this.#seats.delete('carla');
		this.watch.sendAway('carla');
		this.#carlaOutside = web;
	}

	async #tryToComeBack(web: WebVisitor): Promise<void> {
		await expect(this.#enter('carla', web, null)).rejects.toThrow('sent-away');
		for (const path of [`/sessie/${this.id}`, `/sessie/${this.id}/__data.json`]) {
			const page = await fetch(this.#server.url + path, { headers: { cookie: web.cookie } });
			this.watch.see('carla', 'body', await page.text());
		}
	}

	/** What was typed first stays secret for ever. */
	async edit(card: Written): Promise<Written> {
		const { writer, roundId, cardId } = card;
		const word = this.watch.hide(canary(), writer);
		await this.#insist(writer, { type: 'EditCard', roundId, cardId, text: word, stepId: null });
		const edited = { ...card, word };
		this.written.splice(this.written.indexOf(card), 1, edited);
		return edited;
	}

	async withdraw(card: Written): Promise<void> {
		await this.#insist(card.writer, { type: 'WithdrawCard', roundId: card.roundId, cardId: card.cardId });
		this.written.splice(this.written.indexOf(card), 1);
	}

	/** From here on the room may know these cards, and in an open worksession their writers. */
	reveal(kind: RoundKind): void {
		for (const { word, cardId, roundId, writer } of this.written) {
			if (roundId !== this.round(kind).id) continue;
			this.watch.show(word, cardId);
			const name = this.#names.get(writer);
			if (this.visibility === 'open' && name !== undefined)
				this.watch.hide(name, 'facilitator', 'anna', 'bram', 'carla', 'screen');
		}
	}

	/** Moves a round, and waits until everybody heard of it. */
	async move(kind: RoundKind, stage: Stage): Promise<void> {
		const roundId = this.round(kind).id;
		const heard = [...this.#seats.values()].map(({ socket }) => socket.nextFrame(/"stage":/));
		await this.facilitate({ type: 'MoveStage', roundId, stage });
		await Promise.all(heard);
	}

	/** Reads every page and file there is, as everybody who can. */
	async lookEverywhere(): Promise<void> {
		const door = new WebVisitor(this.#server.url);
		const pages: readonly (readonly [Receiver, WebVisitor, string])[] = [
			['door', door, '/'],
			['door', door, `/deelnemen/${this.code}`],
			['door', door, '/privacy'],
			['door', door, '/gezond'],
			['anna', this.#seat('anna').web, `/sessie/${this.id}`],
			['bram', this.#seat('bram').web, `/sessie/${this.id}`],
			...(this.#carlaOutside ? [] : [['carla', this.#seat('carla').web, `/sessie/${this.id}`] as const]),
			['screen', this.#seat('screen').web, `/sessie/${this.id}/scherm`],
			['facilitator', this.#organiser, '/sessies'],
			['facilitator', this.#organiser, `/sessies/${this.id}`],
			['facilitator', this.#organiser, `/sessies/${this.id}/regie`],
			['record', this.#organiser, `/sessies/${this.id}/verslag`]
		];
		for (const [receiver, web, path] of pages) {
			this.watch.see(receiver, 'body', await web.read(path));
			if (path !== '/gezond')
				this.watch.see(receiver, 'data', await web.read(`${path === '/' ? '' : path}/__data.json`));
		}
		if (this.#carlaOutside) await this.#tryToComeBack(this.#carlaOutside);
		await this.readFiles();
	}

	async readFiles(): Promise<{ json: string; csv: string }> {
		const json = await this.#organiser.read(`/sessies/${this.id}/verslag/intakeverslag.json`);
		const csv = await this.#organiser.read(`/sessies/${this.id}/verslag/intakeverslag.csv`);
		for (const file of [json, csv]) this.watch.see('record', 'body', file);
		return { json, csv };
	}

	/** Somebody loses the connection and comes back: a fresh view instead of patches. */
	async comeBack(who: 'bram' | 'screen'): Promise<void> {
		const { web, socket } = this.#seat(who);
		await socket.leave();
		const key = who === 'bram' ? this.watch.hide(`sleutel-${canary()}-van-een-ander`) : null;
		await this.#enter(who, web, key);
	}

	async end(): Promise<void> {
		for (const { socket } of this.#seats.values()) await socket.leave();
	}

	/** Everything that may stand in no log. */
	get secrets(): readonly string[] {
		return [...this.watch.secrets, this.code];
	}
}
