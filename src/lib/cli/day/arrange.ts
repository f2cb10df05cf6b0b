import type { ItemRef } from '#lib/domain/board/item.ts';
import type { Command } from '#lib/domain/commands.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import {
	CLUSTERS_PER_ROUND_MAX,
	ITEMS_PER_COMMAND_MAX,
	STEPS_MAX,
	TITLE_LENGTH_MAX
} from '#lib/domain/limits.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { CardFromFile } from '#lib/export/cards-csv.ts';
import type { VisitorSocket } from '#lib/simulation/visitor-socket.ts';

/** Which card of the file each card on the board is, by the id that the server gave it. */
export type PostedCards = ReadonlyMap<string, Pick<CardFromFile, 'category'>>;

type Act = (command: Command) => Promise<void>;

/** Puts a round in order by the categories of the file: steps of the process, or clusters at those steps, or needs at bottlenecks. */
export async function arrange(
	host: VisitorSocket,
	roundId: string,
	posted: PostedCards,
	act: Act
): Promise<void> {
	const { shared } = await host.when((view) => view.shared.rounds[roundId] !== undefined);
	const round = roundIn(shared, roundId);
	const subjects = [...byTitle(round, posted)];
	if (round.kind === 'process') {
		for (const [title, cardIds] of subjects.slice(0, STEPS_MAX - shared.steps.length))
			await makeStep(host, roundId, title, cardIds, act);
		return;
	}
	const worthwhile = subjects.filter(([, cardIds]) => cardIds.length > 1);
	for (const [title, cardIds] of worthwhile.slice(0, CLUSTERS_PER_ROUND_MAX))
		await makeCluster(host, roundId, title, cardIds, act);
	if (round.kind === 'needs') await linkNeeds(host, roundId, act);
	else await pinClusters(host, roundId, act);
}

/** Card ids per category, under a title that a step or cluster may have. Cards without a category stay loose. */
function byTitle(round: RoundView, posted: PostedCards): ReadonlyMap<string, readonly string[]> {
	const titled = Object.keys(round.cards).map((id) => {
		const category = posted.get(id)?.category.trim() ?? '';
		return { id, title: [...category].slice(0, TITLE_LENGTH_MAX).join('') };
	});
	const groups = Map.groupBy(
		titled.filter(({ title }) => title !== ''),
		({ title }) => title
	);
	return new Map([...groups].map(([title, cards]) => [title, cards.map(({ id }) => id)]));
}

async function makeStep(
	host: VisitorSocket,
	roundId: string,
	title: string,
	cardIds: readonly string[],
	act: Act
): Promise<void> {
	const [first = [], ...rest] = portions(cardIds);
	await act({ type: 'AddStep', title, tableId: null, roundId, cardIds: first });
	const { shared } = await host.when((view) => view.shared.steps.some((step) => step.title === title));
	const stepId = shared.steps.find((step) => step.title === title)?.id ?? null;
	for (const portion of rest)
		await act({ type: 'PinItems', roundId, items: portion.map((id) => ({ kind: 'card', id })), stepId });
}

async function makeCluster(
	host: VisitorSocket,
	roundId: string,
	title: string,
	cardIds: readonly string[],
	act: Act
): Promise<void> {
	const [first = [], ...rest] = portions(cardIds);
	await act({ type: 'MakeCluster', roundId, title, items: first.map((id) => ({ kind: 'card', id })) });
	const idIn = (shared: SharedView) =>
		Object.values(roundIn(shared, roundId).clusters).find((cluster) => cluster.title === title)?.id;
	const { shared } = await host.when((view) => idIn(view.shared) !== undefined);
	const clusterId = idIn(shared) ?? '';
	for (const portion of rest) await act({ type: 'AddToCluster', roundId, clusterId, cardIds: portion });
}

async function pinClusters(host: VisitorSocket, roundId: string, act: Act): Promise<void> {
	const { shared } = await host.when(() => true);
	const { steps } = shared;
	for (const [index, id] of Object.keys(roundIn(shared, roundId).clusters).entries()) {
		const step = steps[index % steps.length];
		if (step) await act({ type: 'PinItems', roundId, items: [{ kind: 'cluster', id }], stepId: step.id });
	}
}

/** Every need gets a bottleneck, in turn: which one fits, only people know. */
async function linkNeeds(host: VisitorSocket, roundId: string, act: Act): Promise<void> {
	const { shared } = await host.when(() => true);
	const bottlenecks = Object.values(shared.rounds).find(({ kind }) => kind === 'bottlenecks');
	if (!bottlenecks) return;
	const solved = itemsOf(bottlenecks);
	for (const [index, need] of itemsOf(roundIn(shared, roundId)).entries()) {
		const bottleneck = solved[index % solved.length];
		const bottleneckRoundId = bottlenecks.id;
		if (bottleneck) await act({ type: 'LinkNeed', roundId, need, bottleneckRoundId, bottleneck });
	}
}

/** What the board shows as one piece: clusters, and cards in none. */
export function itemsOf(round: RoundView): readonly ItemRef[] {
	const clusters = Object.keys(round.clusters).map((id): ItemRef => ({ kind: 'cluster', id }));
	const loose = Object.values(round.cards).filter(({ clusterId }) => clusterId === null);
	return [...clusters, ...loose.map(({ id }): ItemRef => ({ kind: 'card', id }))].toSorted((a, b) =>
		itemKey(a) < itemKey(b) ? -1 : 1
	);
}

function roundIn(shared: SharedView, roundId: string): RoundView {
	const round = shared.rounds[roundId];
	if (!round) throw new Error('Broken promise: the rounds of a day do not change');
	return round;
}

function portions<T>(all: readonly T[]): readonly (readonly T[])[] {
	const count = Math.ceil(all.length / ITEMS_PER_COMMAND_MAX);
	return Array.from({ length: count }, (_, index) =>
		all.slice(index * ITEMS_PER_COMMAND_MAX, (index + 1) * ITEMS_PER_COMMAND_MAX)
	);
}
