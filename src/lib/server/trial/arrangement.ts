import { allCards } from '#lib/domain/card-table.ts';
import type { Command, ItemRef } from '#lib/domain/commands.ts';
import { itemKey } from '#lib/domain/items.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import type { Card, Cluster, ProcessStep, Round, Worksession } from '#lib/domain/worksession.ts';
import { categoryOf } from './trial-cards.ts';

/** What a facilitator who knows the trial cards does to the board. What people wrote themselves stays where it is. */

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

/** The next thing to put in order in a round, or null when all that can be is. */
export function nextArrangement(state: Worksession, round: Round): Command | null {
	if (round.kind === 'process') return nextStep(state, round);
	return nextCluster(round) ?? nextPin(state, round) ?? nextLink(state, round);
}

function nextStep(state: Worksession, round: Round): Command | null {
	for (const [category, title] of STEP_TITLES) {
		const cards = cardsOf(round, category).filter((card) => card.stepId === null);
		if (cards.length === 0) continue;
		const step = stepTitled(state, title);
		const roundId = round.id;
		if (!step) return { type: 'AddStep', title, tableId: null, roundId, cardIds: cards.map(({ id }) => id) };
		return { type: 'PinItems', roundId, items: cards.map(cardItem), stepId: step.id };
	}
	return null;
}

function nextCluster(round: Round): Command | null {
	const roundId = round.id;
	for (const [category, title] of CLUSTER_TITLES[round.kind] ?? []) {
		const loose = cardsOf(round, category).filter((card) => card.clusterId === null);
		const cluster = Object.values(round.clusters).find((known) => known.title === title);
		const cardIds = loose.map(({ id }) => id);
		if (cluster && loose.length > 0) return { type: 'AddToCluster', roundId, clusterId: cluster.id, cardIds };
		if (loose.length > 1) return { type: 'MakeCluster', roundId, title, items: loose.map(cardItem) };
	}
	return null;
}

function nextPin(state: Worksession, round: Round): Command | null {
	if (round.kind === 'needs') return null;
	for (const { item, category, stepId } of subjectsOf(round)) {
		const stepTitle = STEP_TITLES.get(STEP_OF_SUBJECT.get(category) ?? '');
		const step = stepTitle === undefined ? undefined : stepTitled(state, stepTitle);
		if (stepId === null && step)
			return { type: 'PinItems', roundId: round.id, items: [item], stepId: step.id };
	}
	return null;
}

function nextLink(state: Worksession, round: Round): Command | null {
	const bottlenecks = Object.values(state.rounds).find(({ kind }) => kind === 'bottlenecks');
	if (round.kind !== 'needs' || !bottlenecks) return null;
	const linked = new Set(Object.values(state.links).map(({ need }) => itemKey(need)));
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
function subjectsOf(round: Round): readonly Subject[] {
	const cards = allCards(round.cards).filter((card) => card.isShared);
	const about = (card: Card | undefined) => card && categoryOf(round.kind, card.text);
	const clusters = Object.values(round.clusters).map((cluster) => ({
		...pieceOf('cluster', cluster),
		category: about(cards.find((card) => card.clusterId === cluster.id))
	}));
	const loose = cards
		.filter((card) => card.clusterId === null)
		.map((card) => ({ ...pieceOf('card', card), category: about(card) }));
	return [...clusters, ...loose].flatMap(({ category, ...piece }) =>
		category === undefined ? [] : [{ ...piece, category }]
	);
}

function pieceOf(kind: ItemRef['kind'], { id, stepId }: Card | Cluster): Omit<Subject, 'category'> {
	return { item: { kind, id }, stepId };
}

function cardsOf(round: Round, category: string): readonly Card[] {
	return allCards(round.cards).filter(
		(card) => card.isShared && categoryOf(round.kind, card.text) === category
	);
}

function cardItem({ id }: Card): ItemRef {
	return { kind: 'card', id };
}

function stepTitled(state: Worksession, title: string): ProcessStep | undefined {
	return state.steps.find((step) => step.title === title);
}
