import { allCards } from '#lib/domain/card/card-table.ts';
import type { ItemRef, NeedLink } from '#lib/domain/board/item.ts';
import type { Command } from '#lib/domain/commands.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { ClusterView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { categoryOf } from './trial-cards.ts';

/**
 * What somebody who knows the trial cards does to the board: the facilitator everywhere, a host at their own table. What people wrote
 * themselves stays where it is.
 */

type Titles = ReadonlyMap<string, string>;

/** The steps of the process, in their order. */
const STEP_TITLES: Titles = new Map([
	['vraag-agendering', 'De vraag scherp krijgen'],
	['grondslag-dpia', 'Kijken wat mag'],
	['data-verzamelen', 'Gegevens verzamelen'],
	['analyse', 'Analyseren'],
	['duiding', 'Samen duiden'],
	['handelen', 'Doen'],
	['evaluatie', 'Terugkijken'],
	['borging-opschaling', 'Vasthouden en verbreden']
]);

const CLUSTER_TITLES: Readonly<Partial<Record<RoundKind, Titles>>> = {
	strengths: new Map([
		['juridisch-privacy', 'Privacy vooraf geregeld'],
		['datakwaliteit-definities', 'Afspraken over registreren'],
		['samenwerking-keten', 'Samen lukt het wel'],
		['capaciteit-kennis', 'De goede mensen'],
		['techniek-koppelingen', 'Techniek die werkt'],
		['bestuurlijk-draagvlak', 'Steun van het bestuur'],
		['cultuur-datageletterdheid', 'Collega’s gaan mee'],
		['databeschikbaarheid', 'Zien wat je eerst niet zag'],
		['ethiek-vertrouwen', 'Iedereen gelijk behandelen'],
		['opschaling-borging', 'Anderen haken aan']
	]),
	bottlenecks: new Map([
		['juridisch-privacy', 'Onzeker over wat mag'],
		['datakwaliteit-definities', 'Gegevens kloppen niet'],
		['samenwerking-keten', 'Samenwerken in de keten'],
		['capaciteit-kennis', 'Te weinig mensen en kennis'],
		['techniek-koppelingen', 'Systemen praten niet'],
		['bestuurlijk-draagvlak', 'Sturing ontbreekt'],
		['cultuur-datageletterdheid', 'Werken met data is nog niet gewoon'],
		['databeschikbaarheid', 'Gegevens zijn er niet'],
		['ethiek-vertrouwen', 'Hoever mag je gaan'],
		['financiering', 'Geen vast geld'],
		['opschaling-borging', 'Het blijft bij een pilot']
	]),
	needs: new Map([
		['juridisch-advies', 'Duidelijk wat mag'],
		['werkwijze', 'Een vaste werkwijze'],
		['tool', 'Een goed hulpmiddel'],
		['capaciteit', 'Samen meer slagkracht'],
		['bestuurlijke-afspraak', 'Afspraken boven de gemeente'],
		['kennis', 'Weten waar we staan'],
		['standaard-definities', 'Eén taal'],
		['uitwisseling', 'Leren van wie het al doet'],
		['data', 'Betere gegevens']
	]),
	ideas: new Map([
		['instrument', 'Samen een hulpmiddel maken'],
		['werkwijze', 'Een vaste manier van werken'],
		['datadeal', 'Afspraken over gegevens']
	])
};

/** At which step a subject mostly plays. */
const STEP_OF_SUBJECT: ReadonlyMap<string, string> = new Map([
	['juridisch-privacy', 'grondslag-dpia'],
	['datakwaliteit-definities', 'data-verzamelen'],
	['databeschikbaarheid', 'data-verzamelen'],
	['techniek-koppelingen', 'data-verzamelen'],
	['capaciteit-kennis', 'analyse'],
	['cultuur-datageletterdheid', 'duiding'],
	['ethiek-vertrouwen', 'duiding'],
	['samenwerking-keten', 'handelen'],
	['bestuurlijk-draagvlak', 'vraag-agendering'],
	['opschaling-borging', 'borging-opschaling'],
	['financiering', 'borging-opschaling']
]);

/** Which subject of the bottlenecks a kind of need solves. */
const SOLVED_BY_NEED: ReadonlyMap<string, string> = new Map([
	['juridisch-advies', 'juridisch-privacy'],
	['werkwijze', 'samenwerking-keten'],
	['tool', 'techniek-koppelingen'],
	['capaciteit', 'capaciteit-kennis'],
	['bestuurlijke-afspraak', 'bestuurlijk-draagvlak'],
	['kennis', 'cultuur-datageletterdheid'],
	['standaard-definities', 'datakwaliteit-definities'],
	['uitwisseling', 'cultuur-datageletterdheid'],
	['data', 'databeschikbaarheid']
]);

type BoardCard = Pick<CardView, 'id' | 'text' | 'stepId' | 'clusterId' | 'tableId'>;

interface BoardRound {
	readonly id: string;
	readonly kind: RoundKind;
	/** Those that the room can see. */
	readonly cards: readonly BoardCard[];
	readonly clusters: Readonly<Record<string, ClusterView>>;
}

/** What lies on the board, in the same shape for who sees the state and for who sees a view. */
export interface TrialBoard {
	readonly rounds: readonly BoardRound[];
	readonly steps: readonly ProcessStep[];
	readonly links: Readonly<Record<string, NeedLink>>;
}

export function boardOf({ rounds, steps, links }: Worksession): TrialBoard {
	return {
		rounds: Object.values(rounds).map(({ id, kind, cards, clusters }) => ({
			id,
			kind,
			cards: allCards(cards).filter((card) => card.isShared),
			clusters
		})),
		steps,
		links
	};
}

export function seenBoard({ rounds, steps, links }: SharedView): TrialBoard {
	return {
		rounds: Object.values(rounds).map(({ id, kind, cards, clusters }) => ({
			id,
			kind,
			cards: Object.values(cards),
			clusters
		})),
		steps,
		links
	};
}

/** One round, as far as it lies at one table; null is what belongs to the whole room. */
interface Area {
	readonly board: TrialBoard;
	readonly round: BoardRound;
	readonly tableId: string | null;
}

/** The next thing to put in order in a round at one table (null: of the whole room), or null when all that can be is. */
export function nextArrangement(board: TrialBoard, roundId: string, tableId: string | null): Command | null {
	const round = board.rounds.find(({ id }) => id === roundId);
	if (!round) return null;
	const area = { board, round: atTable(round, tableId), tableId };
	if (round.kind === 'process') return nextStep(area);
	return nextCluster(area) ?? nextPin(area) ?? nextLink(area);
}

function atTable(round: BoardRound, tableId: string | null): BoardRound {
	return { ...round, cards: round.cards.filter((card) => card.tableId === tableId) };
}

function nextStep(area: Area): Command | null {
	const { round, tableId } = area;
	for (const [category, title] of STEP_TITLES) {
		const cards = cardsOf(round, category).filter((card) => card.stepId === null);
		if (cards.length === 0) continue;
		const step = stepTitled(area, title);
		const roundId = round.id;
		if (!step) return { type: 'AddStep', title, tableId, roundId, cardIds: cards.map(({ id }) => id) };
		return { type: 'PinItems', roundId, items: cards.map(cardItem), stepId: step.id };
	}
	return null;
}

function nextCluster({ round }: Area): Command | null {
	const roundId = round.id;
	for (const [category, title] of CLUSTER_TITLES[round.kind] ?? []) {
		const cards = cardsOf(round, category);
		const loose = cards.filter((card) => card.clusterId === null);
		const cluster = cards
			.map((card) => round.clusters[card.clusterId ?? ''])
			.find((known) => known?.title === title);
		const cardIds = loose.map(({ id }) => id);
		if (cluster && loose.length > 0) return { type: 'AddToCluster', roundId, clusterId: cluster.id, cardIds };
		if (loose.length > 1) return { type: 'MakeCluster', roundId, title, items: loose.map(cardItem) };
	}
	return null;
}

function nextPin(area: Area): Command | null {
	const { round } = area;
	if (round.kind === 'needs') return null;
	for (const { item, category, stepId } of subjectsOf(round)) {
		const stepTitle = STEP_TITLES.get(STEP_OF_SUBJECT.get(category) ?? '');
		const step = stepTitle === undefined ? undefined : stepTitled(area, stepTitle);
		if (stepId === null && step)
			return { type: 'PinItems', roundId: round.id, items: [item], stepId: step.id };
	}
	return null;
}

function nextLink({ board, round, tableId }: Area): Command | null {
	const everywhere = board.rounds.find(({ kind }) => kind === 'bottlenecks');
	if (round.kind !== 'needs' || !everywhere) return null;
	// The whole room may solve what any table met; a table speaks of its own.
	const bottlenecks = tableId === null ? everywhere : atTable(everywhere, tableId);
	const linked = new Set(Object.values(board.links).map(({ need }) => itemKey(need)));
	for (const { item: need, category } of subjectsOf(round)) {
		const solved = SOLVED_BY_NEED.get(category);
		const bottleneck = subjectsOf(bottlenecks).find((subject) => subject.category === solved);
		if (!linked.has(itemKey(need)) && bottleneck)
			return {
				type: 'LinkNeed',
				roundId: round.id,
				need,
				bottleneckRoundId: bottlenecks.id,
				bottleneck: bottleneck.item
			};
	}
	return null;
}

interface Subject {
	readonly item: ItemRef;
	readonly category: string;
	readonly stepId: string | null;
}

/** What the board shows as one piece and what it is about: clusters first. */
function subjectsOf({ kind, cards, clusters }: BoardRound): readonly Subject[] {
	const about = (card: BoardCard | undefined) => card && categoryOf(kind, card.text);
	const stacked = Object.values(clusters).flatMap((cluster) => {
		const first = cards.find((card) => card.clusterId === cluster.id);
		return first ? [{ ...pieceOf('cluster', cluster), category: about(first) }] : [];
	});
	const loose = cards
		.filter((card) => card.clusterId === null)
		.map((card) => ({ ...pieceOf('card', card), category: about(card) }));
	return [...stacked, ...loose].flatMap(({ category, ...piece }) =>
		category === undefined ? [] : [{ ...piece, category }]
	);
}

function pieceOf(
	kind: ItemRef['kind'],
	{ id, stepId }: Pick<BoardCard, 'id' | 'stepId'>
): Omit<Subject, 'category'> {
	return { item: { kind, id }, stepId };
}

function cardsOf({ kind, cards }: BoardRound, category: string): readonly BoardCard[] {
	return cards.filter((card) => categoryOf(kind, card.text) === category);
}

function cardItem({ id }: BoardCard): ItemRef {
	return { kind: 'card', id };
}

/** Of the table's own process, else of the shared one, on which a table may lay its cards too. */
function stepTitled({ board, tableId }: Area, title: string): ProcessStep | undefined {
	const titled = board.steps.filter((step) => step.title === title);
	return titled.find((step) => step.tableId === tableId) ?? titled.find((step) => step.tableId === null);
}
