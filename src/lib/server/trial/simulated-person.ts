import { sumOf } from '#lib/domain/choose/ballots.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { ownBudget } from '#lib/domain/choose/own-budget.ts';
import type { ItemRef } from '#lib/domain/board/item.ts';
import type { Command } from '#lib/domain/commands.ts';
import { ROTI_SCORES, type RoundKind } from '#lib/domain/vocabulary.ts';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView, TableView } from '#lib/domain/visibility/shared-view.ts';
import { VisitEnded, type VisitorSocket, type VisitorView } from '#lib/simulation/visitor-socket.ts';
import { nextArrangement, seenBoard } from './arrangement.ts';
import type { TrialCard } from './trial-cards.ts';
import type { Pace } from './pace.ts';
import { pick, type Random } from './random.ts';

/** Means at normal speed; the spread makes some quick and some slow. */
const THINKING_MS_MEAN = 25_000;
/** From the first letter to Enter. */
const TYPING_MS_MEAN = 12_000;
const CHOOSING_MS_MEAN = 8000;
/** A greeting costs no thought. */
const GREETING_MS_MEAN = 1500;
/** No hand is quicker than this. */
const PAUSE_MS_MIN = 500;
/** A few know at once what they want to say, so that the room is never still after a new question. */
const EAGER_MS_MEAN = 300;
/** The chance that a card is written under a step of the process, when there are steps. */
const PIN_CHANCE = 0.4;

/** The chance that somebody raises a hand before they go on, so that the facilitator has somebody to turn to. */
const HAND_CHANCE = 0.05;

/** The chance that somebody wants a card of theirs to go when they look back. */
const AWAY_CHANCE = 0.03;

/** Marks for the day: most people are glad that they came. */
const MARKS = [3, 4, 4, 5];

type PostCard = Extract<Command, { type: 'PostCard' }>;

/** What somebody in the room does next, given what they see; null is to sit and listen. */
export function nextAct(
	{ shared, own, attendance }: Omit<VisitorView, 'presence'>,
	deck: readonly TrialCard[],
	greeting: string,
	random: Random
): Command | null {
	if (!own || shared.doors !== 'open') return null;
	if (shared.wrapUp) return nextLookBack(own, random);
	const seat = own.tableId === null ? emptiestTable(shared, attendance, random) : undefined;
	if (seat) return { type: 'TakeSeat', tableId: seat.id };
	const round = shared.currentItemId === null ? undefined : shared.rounds[shared.currentItemId];
	if (!round) return own.greeting === null ? { type: 'Greet', text: greeting } : null;
	const work = nextWork(shared, own, round, deck, random) ?? readySign(own, round);
	if (own.handRaisedAt !== null) return { type: 'LowerHand', participationId: own.participationId };
	return work && random() < HAND_CHANCE ? { type: 'RaiseHand' } : work;
}

/** Card by card what stands there is right, now and then it has to go; then a mark for the day. */
function nextLookBack({ cards, roti }: OwnView, random: Random): Command | null {
	const card = Object.values(cards).find(
		({ readBack, redaction }) => readBack === null && redaction === null
	);
	if (card) {
		const verdict = random() < AWAY_CHANCE ? 'away' : 'right';
		const { id: cardId, roundId } = card;
		return { type: 'ReadBack', roundId, cardId, answer: { verdict, text: '' } };
	}
	if (roti) return null;
	return { type: 'GiveRoti', answer: { score: pick(random, MARKS) ?? ROTI_SCORES.highest, reason: '' } };
}

/** Nobody asks to sit at the fullest table; of equally empty ones everybody has a favourite. */
function emptiestTable(
	{ tables }: SharedView,
	attendance: Attendance,
	random: Random
): TableView | undefined {
	const fullness = ({ id }: TableView): number => attendance.tables[id] ?? 0;
	const least = Math.min(...tables.map(fullness));
	return pick(
		random,
		tables.filter((table) => fullness(table) === least)
	);
}

function nextWork(
	shared: SharedView,
	own: OwnView,
	round: RoundView,
	deck: readonly TrialCard[],
	random: Random
): Command | null {
	if (round.stage === 'writing' || round.stage === 'sharing')
		return nextCard(shared, own, round, deck, random);
	if (round.stage === 'arranging' && own.isHost)
		return nextArrangement(seenBoard(shared), round.id, own.tableId);
	return round.stage === 'voting' ? nextDot(own, round, random) : null;
}

/** Whoever has nothing left to write or to spend says so. */
function readySign(own: OwnView, round: RoundView): Command | null {
	const isAtWork = round.stage === 'writing' || round.stage === 'voting';
	return isAtWork && !own.readyIn.includes(round.id)
		? { type: 'SetReady', roundId: round.id, isReady: true }
		: null;
}

function nextCard(
	shared: SharedView,
	own: OwnView,
	round: RoundView,
	deck: readonly TrialCard[],
	random: Random
): PostCard | null {
	const written = new Set(Object.values(own.cards).map((card) => card.text));
	const card = deckFor(shared, round, deck).find((candidate) => !written.has(candidate.text));
	if (!card) return null;
	const steps = shared.steps.filter(({ tableId }) => tableId === null || tableId === own.tableId);
	const step = takesSteps(round.kind) && random() < PIN_CHANCE ? pick(random, steps) : undefined;
	return { type: 'PostCard', roundId: round.id, text: card.text, stepId: step?.id ?? null };
}

/** Where a day asks the same twice, each time brings its part. */
function deckFor(
	{ agenda, rounds }: SharedView,
	round: RoundView,
	deck: readonly TrialCard[]
): readonly TrialCard[] {
	const alike = agenda.filter(({ id }) => rounds[id]?.kind === round.kind).map(({ id }) => id);
	const turn = alike.indexOf(round.id);
	return deck.filter((card) => card.round === round.kind).filter((_, index) => index % alike.length === turn);
}

function takesSteps(kind: RoundKind): boolean {
	return kind === 'strengths' || kind === 'bottlenecks';
}

function nextDot(own: OwnView, round: RoundView, random: Random): Command | null {
	const { left, itemMax, others } = ownBudget(round, own);
	if (left === 0) return null;
	const ballot = sumOf([own.dots[round.id] ?? {}, others]);
	const isFull = (item: ItemRef) => (ballot[itemKey(item)] ?? 0) >= itemMax;
	const isVotedOn = (item: ItemRef) => round.votedOn?.includes(itemKey(item)) ?? true;
	const item = pick(
		random,
		wantedItems(round).filter((candidate) => isVotedOn(candidate) && !isFull(candidate))
	);
	return item ? { type: 'PlaceDot', roundId: round.id, item } : null;
}

/** A cluster stands here once for every card in it, so that what many wrote gets most dots. */
function wantedItems(round: RoundView): readonly ItemRef[] {
	return Object.values(round.cards).map(({ id, clusterId }) =>
		clusterId === null ? { kind: 'card', id } : { kind: 'cluster', id: clusterId }
	);
}

/** Somebody who sits in the room, looks, writes at their own irregular pace and gives dots. */
export class SimulatedPerson {
	readonly #socket: VisitorSocket;
	readonly #deck: readonly TrialCard[];
	readonly #greeting: string;
	readonly #isEager: boolean;
	readonly #pace: Pace;
	readonly #random: Random;
	readonly #onFault: (error: unknown) => void;
	#stage = '';
	#cancel: () => void = () => undefined;

	constructor(parts: {
		socket: VisitorSocket;
		/** What this person has to say, in this order. */
		deck: readonly TrialCard[];
		greeting: string;
		isEager: boolean;
		pace: Pace;
		random: Random;
		onFault: (error: unknown) => void;
	}) {
		this.#socket = parts.socket;
		this.#deck = parts.deck;
		this.#greeting = parts.greeting;
		this.#isEager = parts.isEager;
		this.#pace = parts.pace;
		this.#random = parts.random;
		this.#onFault = parts.onFault;
		this.#socket.onChange(() => this.#look());
	}

	/** Leaves the room. */
	leave(): void {
		this.#cancel();
		this.#socket.close();
	}

	/** A new stage wakes whoever sat still, and makes whoever was writing look up; so does being asked to sit or to lead. */
	#look(): void {
		const { view } = this.#socket;
		if (!view) return;
		const { shared, own } = view;
		const round = shared.currentItemId === null ? undefined : shared.rounds[shared.currentItemId];
		const asked = [shared.tables.length > 0 && own?.tableId === null, own?.isHost].join();
		const isLookingBack = shared.wrapUp !== null;
		const stage = `${shared.currentItemId ?? 'lobby'}/${round?.stage ?? ''}/${asked}/${String(isLookingBack)}`;
		if (stage === this.#stage) return;
		this.#stage = stage;
		this.#socket.setWriting(false);
		const msMean = round ? THINKING_MS_MEAN : GREETING_MS_MEAN;
		this.#wait(this.#random() * (this.#isEager ? EAGER_MS_MEAN : msMean));
	}

	#wait(ms: number): void {
		this.#cancel();
		this.#cancel = this.#pace.after(ms, () => this.#act());
	}

	#act(): void {
		const view = this.#socket.view;
		const command = view && nextAct(view, this.#deck, this.#greeting, this.#random);
		if (!command) return;
		if (command.type === 'PostCard') this.#type(command);
		else this.#send(command, CHOOSING_MS_MEAN);
	}

	#type(card: PostCard): void {
		this.#socket.setWriting(true);
		this.#cancel = this.#pace.after(this.#irregular(this.#isEager ? EAGER_MS_MEAN : TYPING_MS_MEAN), () => {
			this.#socket.setWriting(false);
			this.#send(card, THINKING_MS_MEAN);
		});
	}

	/** A refusal is no fault: the room moved on while somebody was typing. */
	#send(command: Command, pauseMsMean: number): void {
		this.#socket.send(command).then(
			() => this.#wait(PAUSE_MS_MIN + this.#irregular(pauseMsMean)),
			(error: unknown) => {
				if (!(error instanceof VisitEnded)) this.#onFault(error);
			}
		);
	}

	/** Mostly short, sometimes long: pauses of people are about exponentially distributed. */
	#irregular(mean: number): number {
		return -Math.log(1 - this.#random()) * mean;
	}
}
