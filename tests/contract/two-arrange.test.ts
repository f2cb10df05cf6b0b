import process from 'node:process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ItemRef } from '#lib/domain/board/item.ts';
import type { ClusterPlace } from '#lib/domain/board/places.ts';
import type { Command } from '#lib/domain/commands.ts';
import { allCards } from '#lib/domain/card/card-table.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { own } from '#lib/domain/keyed.ts';
import type { Round } from '#lib/domain/day/round.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { initialState } from '#lib/domain/worksession.ts';
import type { StoredEvent } from '#lib/server/store/store.ts';
import { realSystem } from '#lib/server/system.ts';
import { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { Arranger, type Confirmed } from '../kit/arranger.ts';
import { Hall } from '../kit/hall.ts';
import { Dice } from '../kit/histories/dice.ts';

const isRelease = process.env['WAAIER_RELEASE_TEST'] === '1';
/** A release goes on for a minute; every run does as many acts as a connection may send at once. */
const DURATION_MS = isRelease ? 60_000 : 8000;
const ACTS_MAX = isRelease ? Infinity : 100;
const CARDS = 12;
const SEED = isRelease ? Date.now() % 1_000_000 : 20_261_123;

let hall: Hall;
const sockets: VisitorSocket[] = [];

beforeAll(async () => {
	hall = await Hall.open();
});

afterAll(async () => {
	for (const socket of sockets) socket.close();
	await hall.close();
});

/** A round of which the room sees the cards, to be put at two steps. */
async function board(): Promise<{ readonly sessionId: string; readonly roundId: string }> {
	const sessionId = await hall.worksession();
	for (const title of ['Melding', 'Besluit'])
		await hall.facilitate(sessionId, { type: 'AddStep', title, tableId: null, roundId: null, cardIds: [] });
	const { id: roundId } = await hall.round(sessionId, 'bottlenecks');
	const cards = Array.from({ length: CARDS }, (_, n) => ({ text: `Kaart ${n + 1}`, municipalities: [] }));
	await hall.facilitate(sessionId, { type: 'PutInCards', roundId, cards });
	await hall.startRound(sessionId, 'bottlenecks', 'arranging');
	return { sessionId, roundId };
}

async function facilitator(sessionId: string): Promise<VisitorSocket> {
	const socket = new VisitorSocket({
		url: hall.url,
		origin: hall.url,
		cookie: hall.organiser,
		hello: { sessionId, audience: 'facilitator', authorKey: null },
		newId: realSystem.newId
	});
	sockets.push(socket);
	await socket.when(() => true);
	return socket;
}

/** Where everything lies. */
interface Lying {
	readonly cards: Map<string, { stepId: string | null; clusterId: string | null }>;
	readonly clusters: Map<string, ClusterPlace>;
}

function lay({ cards, clusters }: Lying, command: Command, newId: string): void {
	const inCluster = (id: string) =>
		[...cards].flatMap(([cardId, { clusterId }]) => (clusterId === id ? [cardId] : []));
	const idsOf = (items: readonly ItemRef[]) =>
		items.flatMap(({ kind, id }) => (kind === 'card' ? [id] : inCluster(id)));
	const put = (
		ids: readonly string[],
		place: Partial<{ stepId: string | null; clusterId: string | null }>
	) => {
		for (const id of ids) Object.assign(cards.get(id) ?? {}, place);
	};
	const change = (id: string, part: Partial<ClusterPlace>) => {
		const known = clusters.get(id);
		if (known) clusters.set(id, { ...known, ...part });
	};
	switch (command.type) {
		case 'PinItems':
			put(idsOf(command.items), { stepId: command.stepId });
			for (const { kind, id } of command.items)
				if (kind === 'cluster') change(id, { stepId: command.stepId });
			break;
		case 'MakeCluster': {
			const steps = command.items.map(({ kind, id }) => (kind === 'card' ? cards : clusters).get(id)?.stepId);
			const stepId = steps.find((step) => typeof step === 'string') ?? null;
			clusters.set(newId, { id: newId, title: command.title, stepId });
			put(idsOf(command.items), { clusterId: newId });
			break;
		}
		case 'AddToCluster':
			put(command.cardIds, { clusterId: command.clusterId });
			break;
		case 'RemoveFromCluster':
			put(command.cardIds, { clusterId: null });
			break;
		case 'TakeApart':
			put(inCluster(command.clusterId), { clusterId: null });
			break;
		case 'RenameCluster':
			change(command.clusterId, { title: command.title });
			break;
		case 'Rearrange':
			for (const { cardId, stepId, clusterId } of command.to.cards) put([cardId], { stepId, clusterId });
			for (const cluster of command.to.clusters) clusters.set(cluster.id, cluster);
			break;
		default:
			throw new Error(`No act on a board: ${command.type}`);
	}
}

function lyingIn(round: Round | undefined): Lying {
	const cards = allCards(round?.cards ?? []);
	const clusters = Object.values(round?.clusters ?? {});
	return {
		cards: new Map(cards.map(({ id, stepId, clusterId }) => [id, { stepId, clusterId }])),
		clusters: new Map(clusters.map(({ id, title, stepId }) => [id, { id, title, stepId }]))
	};
}

/** Where everything lies after these acts. */
function laid(round: Round | undefined, acts: readonly Confirmed[], newId: string): Lying {
	const lying = lyingIn(round);
	for (const { command } of acts) lay(lying, command, newId);
	const filled = new Set([...lying.cards.values()].map(({ clusterId }) => clusterId));
	for (const id of lying.clusters.keys()) if (!filled.has(id)) lying.clusters.delete(id);
	return lying;
}

/** Goes through the log act by act: each must have made of the board what its words say, told apart from the rules under test. */
function mustFollow(
	log: readonly StoredEvent[],
	acts: readonly Confirmed[],
	sessionId: string,
	roundId: string
): void {
	let state = initialState(sessionId);
	let position = 0;
	const playTo = (version: number): WorksessionEvent[] => {
		const events = log.slice(position, version).map(({ event }) => event);
		state = events.reduce(evolve, state);
		position = Math.max(position, version);
		return events;
	};
	const before = log.findLastIndex(({ event }) => event.type === 'StageMoved') + 1;
	playTo(before);
	// One of them made this version, and whoever asked for what was so by then is told the same one.
	for (const [version, together] of Map.groupBy(acts, (act) => act.version)) {
		const round = own(state.rounds, roundId);
		const made = playTo(version).find((event) => event.type === 'ClusterMade');
		const ends = together.map((first) =>
			laid(round, [first, ...together.filter((act) => act !== first)], made?.clusterId ?? '')
		);
		expect(ends, JSON.stringify(together)).toContainEqual(lyingIn(own(state.rounds, roundId)));
	}
	expect(position, 'the log holds nothing that nobody was told was done').toBe(log.length);
}

test(
	`two facilitators who arrange at once end with one board, on which every act is done or undone (seed ${SEED})`,
	{ timeout: DURATION_MS + 60_000 },
	async () => {
		const { sessionId, roundId } = await board();
		const [one, other] = [await facilitator(sessionId), await facilitator(sessionId)];
		const arrangers = [one, other].map((socket, n) => new Arranger(socket, roundId, new Dice(SEED + n)));
		const until = performance.now() + DURATION_MS;
		await Promise.all(
			arrangers.map(async (arranger) => {
				for (let count = 0; count < ACTS_MAX && performance.now() < until; count += 1) await arranger.act();
			})
		);

		const newcomer = await facilitator(sessionId);
		const fresh = newcomer.view?.shared;
		for (const socket of [one, other]) await vi.waitFor(() => expect(socket.view?.shared).toEqual(fresh));

		const acts = arrangers.flatMap(({ confirmed }) => confirmed).sort((a, b) => a.version - b.version);
		mustFollow(await hall.app.store.read(sessionId, 0), acts, sessionId, roundId);

		const undone = acts.filter(({ command }) => command.type === 'Rearrange');
		expect(undone.length).toBeGreaterThan(10);
		expect(acts.length - undone.length).toBeGreaterThan(50);
		expect(arrangers.some(({ refusals }) => refusals > 0)).toBe(true);
	}
);
