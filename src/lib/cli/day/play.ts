import { neighbour } from '#lib/domain/day/agenda.ts';
import type { Command } from '#lib/domain/commands.ts';
import { MUNICIPALITIES } from '#lib/domain/municipality/municipalities.ts';
import { stateFromView } from '#lib/domain/prediction.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import { THEMES, type Stage, type Theme } from '#lib/domain/vocabulary.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { CardFromFile } from '#lib/export/cards-csv.ts';
import { realSystem } from '#lib/server/system.ts';
import { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { lastPart, WebVisitor } from '#lib/simulation/web-visitor.ts';
import { arrange, itemsOf } from './arrange.ts';

export interface DayToPlay {
	readonly url: string;
	/** A one-time link of the server. */
	readonly link: string;
	readonly cards: readonly CardFromFile[];
	/** How many people take part, each of another municipality as long as there are. */
	readonly participants: number;
	/** The theme of the worksession; null takes what most cards are about. */
	readonly theme: Theme | null;
	readonly onStage: (round: RoundView, stage: Stage) => void;
}

export interface PlayedDay {
	readonly sessionId: string;
	/** The record as the server gives it, byte for byte. */
	readonly recordJson: string;
	readonly posted: readonly CardFromFile[];
	readonly refused: readonly { readonly line: number; readonly reason: Rejection }[];
}

/**
 * Plays a whole day as people would: every page over HTTP, everything live over sockets.
 * @throws Error when the server refuses what a day needs
 */
export async function playDay(toPlay: DayToPlay): Promise<PlayedDay> {
	const organiser = new WebVisitor(toPlay.url);
	await organiser.signIn(toPlay.link, 'Organisator');
	const sessionId = await newSession(organiser, toPlay);
	const host = visit(organiser, sessionId, 'facilitator');
	const people: VisitorSocket[] = [];
	try {
		await insist(host, { type: 'OpenDoors' });
		people.push(...(await arrive(organiser, sessionId, toPlay.participants)));
		const played = await new Day(host, people, toPlay).play();
		const recordJson = await organiser.read(`/sessies/${sessionId}/verslag/intakeverslag.json`);
		return { sessionId, recordJson, ...played };
	} finally {
		for (const visitor of [host, ...people]) visitor.close();
	}
}

async function newSession(organiser: WebVisitor, { cards, theme }: DayToPlay): Promise<string> {
	const today = new Date(realSystem.now()).toISOString().slice(0, 10);
	const place = await organiser.post('/sessies/nieuw', {
		theme: theme ?? mainTheme(cards),
		group: 'follower',
		date: today,
		startsAt: '09:30',
		place: ''
	});
	return lastPart(place);
}

function mainTheme(cards: readonly CardFromFile[]): Theme {
	const countOf = (theme: Theme) => cards.filter(({ themes }) => themes.includes(theme)).length;
	return THEMES.reduce((most, theme) => (countOf(theme) > countOf(most) ? theme : most));
}

/** Everybody joins by the form and takes a seat. One after the other at the door, as in a real hall. */
async function arrive(organiser: WebVisitor, sessionId: string, count: number): Promise<VisitorSocket[]> {
	const page = await organiser.read(`/sessies/${sessionId}/__data.json`);
	const code = /\/deelnemen\/([^"\\/]+)/.exec(page)?.[1];
	if (code === undefined) throw new Error('The page of the session does not tell its code');
	const people: VisitorSocket[] = [];
	for (let index = 0; index < count; index += 1) {
		const visitor = new WebVisitor(organiser.origin);
		const municipality = MUNICIPALITIES[index % MUNICIPALITIES.length]?.code ?? '';
		await visitor.join(code, {
			name: `Deelnemer ${index + 1}`,
			municipality,
			functionName: 'Beleidsmedewerker'
		});
		people.push(visit(visitor, sessionId, 'participant'));
	}
	await Promise.all(people.map((person) => person.when(({ own }) => own !== null)));
	return people;
}

function visit(
	visitor: WebVisitor,
	sessionId: string,
	audience: 'facilitator' | 'participant'
): VisitorSocket {
	return new VisitorSocket({
		url: visitor.origin,
		origin: visitor.origin,
		cookie: visitor.cookie,
		hello: { sessionId, audience, authorKey: null },
		newId: realSystem.newId
	});
}

/** Sends what must succeed. */
async function insist(visitor: VisitorSocket, command: Command): Promise<void> {
	const answer = await visitor.send(command);
	if (!answer.ok) throw new Error(`${command.type} was not accepted: ${JSON.stringify(answer)}`);
}

class Day {
	readonly #host: VisitorSocket;
	readonly #people: readonly VisitorSocket[];
	readonly #toPlay: DayToPlay;
	/** What the server said it saved. */
	readonly #posted: CardFromFile[] = [];
	/** The same by the id that the card has on the board. */
	readonly #cardById = new Map<string, CardFromFile>();
	readonly #refused: { line: number; reason: Rejection }[] = [];

	constructor(host: VisitorSocket, people: readonly VisitorSocket[], toPlay: DayToPlay) {
		this.#host = host;
		this.#people = people;
		this.#toPlay = toPlay;
	}

	async play(): Promise<Pick<PlayedDay, 'posted' | 'refused'>> {
		const { shared } = await this.#host.when(() => true);
		for (const { id, kind } of shared.agenda) {
			await insist(this.#host, { type: 'StartItem', itemId: id });
			if (kind === 'round') await this.#playRound(id);
		}
		await insist(this.#host, { type: 'CloseWorksession' });
		return { posted: this.#posted, refused: this.#refused };
	}

	async #playRound(roundId: string): Promise<void> {
		let { stage } = await this.#roundWhen(roundId, (round) => round.stage !== 'waiting');
		for (;;) {
			const round = await this.#roundWhen(roundId, (current) => current.stage === stage);
			this.#toPlay.onStage(round, stage);
			await this.#playStage(round);
			const next = this.#nextStage(roundId);
			if (next === null) return;
			await insist(this.#host, { type: 'MoveStage', roundId, stage: next });
			stage = next;
		}
	}

	async #playStage(round: RoundView): Promise<void> {
		if (round.stage === 'writing') await this.#write(round);
		if (round.stage === 'arranging') await this.#arrange(round.id);
		if (round.stage === 'voting') await this.#vote(round.id);
	}

	/** Each person writes their share, one card after the other, all at the same time. */
	async #write(round: RoundView): Promise<void> {
		const cards = this.#toPlay.cards.filter((card) => card.round === round.kind);
		await Promise.all(
			this.#people.map((person, index) => {
				const share = cards.filter((_, place) => place % this.#people.length === index);
				return this.#writeShare(person, round.id, share);
			})
		);
	}

	async #writeShare(person: VisitorSocket, roundId: string, share: readonly CardFromFile[]): Promise<void> {
		const saved = new Map<string, CardFromFile>();
		for (const card of share) {
			const draftId = realSystem.newId();
			const command = { type: 'PostCard', roundId, text: card.text, stepId: null } as const;
			const answer = await person.send(command, draftId);
			if (answer.ok) saved.set(draftId, card);
			else if ('rejection' in answer) this.#refused.push({ line: card.line, reason: answer.rejection });
			else throw new Error(`A card was not saved: fault ${answer.fault}`);
		}
		this.#posted.push(...saved.values());
		const isHere = (drafts: ReadonlySet<string>) => [...saved.keys()].every((id) => drafts.has(id));
		const { own } = await person.when((view) =>
			isHere(new Set(Object.values(view.own?.cards ?? {}).map(({ draftId }) => draftId)))
		);
		for (const { id, draftId } of Object.values(own?.cards ?? {})) {
			const card = saved.get(draftId);
			if (card) this.#cardById.set(id, card);
		}
	}

	async #arrange(roundId: string): Promise<void> {
		await this.#roundWhen(roundId, (round) => Object.keys(round.cards).length === round.cardCount);
		await arrange(this.#host, roundId, this.#cardById, (command) => insist(this.#host, command));
	}

	/** Everybody spends their dots, each on other items. */
	async #vote(roundId: string): Promise<void> {
		const round = await this.#roundWhen(roundId, (current) => current.stage === 'voting');
		const items = itemsOf(round);
		const { dotBudget, dotsPerItemMax } = round.settings;
		const dots = Math.min(dotBudget, items.length * dotsPerItemMax);
		await Promise.all(
			this.#people.map(async (person, index) => {
				for (let dot = 0; dot < dots; dot += 1) {
					const item = items[(index + dot) % items.length];
					if (item) await insist(person, { type: 'PlaceDot', roundId, item });
				}
			})
		);
	}

	#nextStage(roundId: string): Stage | null {
		const view = this.#host.view;
		const round = view && stateFromView(view.shared, null).rounds[roundId];
		return round ? neighbour(round, 1) : null;
	}

	async #roundWhen(roundId: string, condition: (round: RoundView) => boolean): Promise<RoundView> {
		const { shared } = await this.#host.when((view) => {
			const round = view.shared.rounds[roundId];
			return round !== undefined && condition(round);
		});
		const round = shared.rounds[roundId];
		if (!round) throw new Error('Broken promise: the round was there when it was waited for');
		return round;
	}
}
