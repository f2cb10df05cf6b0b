import type { RecordCard, RecordClassification } from '#lib/domain/record/record-cards.ts';
import { BUDGET_CODES, ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import type { RecordDots } from '#lib/domain/record/record-dots.ts';
import { examplesOf } from '#lib/domain/choose/idea-examples.ts';
import type { RecordIdea } from '#lib/domain/record/record-ideas.ts';
import type { RecordAction, RecordDecision, RecordParked } from '#lib/domain/record/record-outcomes.ts';
import type { RecordTable } from '#lib/domain/record/record-people.ts';
import type { RecordRound, RecordVote } from '#lib/domain/record/record-rounds.ts';
import type { RecordStep } from '#lib/domain/record/record-steps.ts';
import type { IntakeRecord, RecordExample } from '#lib/domain/record/record.ts';
import type { DotRules } from '#lib/domain/choose/ballot.ts';
import { itemKey, titlesOf } from '#lib/domain/board/items.ts';
import { compareStandings, type Standing } from '#lib/domain/choose/ranking.ts';
import { ROUND_KINDS, type RoundKind } from '#lib/domain/vocabulary.ts';

/** The record arranged for reading. Everything here is looked up or counted in the record itself. */

/** A card with the name of the table at which it was written; null for the whole room. */
export interface ReadCard extends RecordCard {
	readonly tableName: string | null;
}

/** A cluster with its cards, or a card on its own. */
export interface ReadItem {
	/** Item key, as links use it: "card:…" or "cluster:…". */
	readonly key: string;
	readonly kind: RoundKind;
	/** The title of the cluster, or the text of the card. */
	readonly title: string;
	readonly isCluster: boolean;
	readonly cards: readonly ReadCard[];
	readonly step: RecordStep | null;
	/** Codes of the municipalities on its cards; null where the worksession tells nothing of authors. */
	readonly municipalities: readonly string[] | null;
	/** Null before its round closed. */
	readonly dots: RecordDots | null;
	/** What it is about; null while nobody said. */
	readonly codes: RecordClassification | null;
}

export interface ReadStep {
	readonly step: RecordStep;
	readonly strengths: readonly ReadItem[];
	readonly bottlenecks: readonly ReadItem[];
}

/** The steps of one process: that of a table, or with null the one that the whole room shares. */
interface ReadProcess {
	readonly table: RecordTable | null;
	readonly steps: readonly ReadStep[];
}

export interface ReadNeed {
	readonly need: ReadItem;
	/** The bottlenecks it solves. */
	readonly bottlenecks: readonly ReadItem[];
}

export interface ReadIdea {
	readonly idea: RecordIdea;
	/** The needs it is for. */
	readonly needs: readonly ReadItem[];
	/** The practice examples it is based on. */
	readonly examples: readonly RecordExample[];
	readonly table: RecordTable | null;
}

export interface ReadRound {
	readonly round: RecordRound;
	readonly kind: RoundKind;
	readonly items: readonly ReadItem[];
}

/** What got dots in a vote. */
export interface VoteLine {
	readonly item: ReadItem;
	readonly result: RecordDots;
}

export interface RecordReading {
	readonly rounds: readonly ReadRound[];
	/** Those that have steps; the shared one first. */
	readonly processes: readonly ReadProcess[];
	readonly needs: readonly ReadNeed[];
	readonly bottlenecks: readonly ReadItem[];
	readonly strengths: readonly ReadItem[];
	/** In the order in which they were made. */
	readonly ideas: readonly ReadIdea[];
	readonly looseIdeas: readonly RecordIdea[];
	readonly looseDecisions: readonly RecordDecision[];
	readonly ownerlessActions: readonly RecordAction[];
	readonly datelessActions: readonly RecordAction[];
	readonly looseNeeds: readonly ReadItem[];
	readonly looseBottlenecks: readonly ReadItem[];
	readonly parked: readonly ReadParked[];
	readonly lateCards: readonly RecordCard[];
}

interface ReadParked {
	readonly parked: RecordParked;
	/** The titles of stacks of which all cards are parked, the texts of the other cards. */
	readonly titles: readonly string[];
}

/** What got dots in a vote, in the order of results. */
export function voteLines({ items }: ReadRound, { results }: RecordVote): readonly VoteLine[] {
	const byKey = new Map(items.map((item) => [item.key, item]));
	return results
		.flatMap((result) => {
			const item = byKey.get(result.item);
			if (!item) return [];
			const standing = { result, cardCount: item.cards.length, title: item.title, key: item.key };
			return [{ item, result, standing }];
		})
		.toSorted((a, b) => compareStandings(a.standing, b.standing))
		.map(({ item, result }) => ({ item, result }));
}

/** How a vote went, from the codes of the record. */
export function rulesOf({ budget, budgetPer, maxPerItem }: RecordVote): DotRules {
	const per = budgetPer === BUDGET_CODES.municipality ? 'municipality' : 'person';
	return { dotBudget: budget, budgetPer: per, dotsPerItemMax: maxPerItem };
}

export function recordReading(record: IntakeRecord): RecordReading {
	const { looseEnds } = record;
	const rounds = record.rounds.map((round) => readRound(record, round));
	const itemsOf = (kind: RoundKind) =>
		byWeight(rounds.filter((round) => round.kind === kind).flatMap(({ items }) => items));
	const strengths = itemsOf('strengths');
	const bottlenecks = itemsOf('bottlenecks');
	const items = new Map(rounds.flatMap((round) => round.items).map((item) => [item.key, item]));
	const found = (keys: readonly string[]) => keys.flatMap((key) => items.get(key) ?? []);
	const readStep = (step: RecordStep): ReadStep => ({
		step,
		strengths: strengths.filter((item) => item.step?.id === step.id),
		bottlenecks: bottlenecks.filter((item) => item.step?.id === step.id)
	});
	return {
		rounds,
		processes: [null, ...record.tables]
			.map((table) => ({
				table,
				steps: record.steps.filter((step) => step.table === (table?.id ?? null)).map(readStep)
			}))
			.filter(({ steps }) => steps.length > 0),
		needs: itemsOf('needs').map((need) => ({
			need,
			bottlenecks: found(record.links.filter((link) => link.need === need.key).map((link) => link.bottleneck))
		})),
		bottlenecks,
		strengths,
		ideas: record.ideas.map((idea) => ({
			idea,
			needs: found(idea.needs),
			examples: examplesOf(idea, record.examples),
			table: record.tables.find(({ id }) => id === idea.table) ?? null
		})),
		looseIdeas: record.ideas.filter(({ id }) => looseEnds.ideasWithoutNeed.includes(id)),
		looseDecisions: record.decisions.filter(({ id }) => looseEnds.decisionsWithoutReason.includes(id)),
		ownerlessActions: record.actions.filter(({ id }) => looseEnds.actionsWithoutOwner.includes(id)),
		datelessActions: record.actions.filter(({ id }) => looseEnds.actionsWithoutDate.includes(id)),
		looseNeeds: found(looseEnds.needsWithoutBottleneck),
		looseBottlenecks: found(looseEnds.bottlenecksWithoutNeed),
		parked: looseEnds.parked.map((parked) => ({
			parked,
			titles: titlesOf([...items.values()], parked.cards)
		})),
		lateCards: record.cards.filter((card) => card.isLate)
	};
}

function readRound(record: IntakeRecord, round: RecordRound): ReadRound {
	const kind = ROUND_KINDS.find((known) => ROUND_CODES[known] === round.type) ?? 'process';
	const tableNames = new Map(record.tables.map(({ id, name }) => [id, name]));
	const cards = record.cards
		.filter((card) => card.round === round.id)
		.map((card): ReadCard => ({ ...card, tableName: tableNames.get(card.table ?? '') ?? null }));
	const codesOf = (key: string) => record.classifications.find(({ item }) => item === key) ?? null;
	const stepOf = (id: string | null) => record.steps.find((step) => step.id === id) ?? null;
	const clusters = record.clusters
		.filter((cluster) => cluster.round === round.id)
		.map(({ id, title, step, municipalities, dots }): ReadItem => {
			const members = cards.filter((card) => card.cluster === id);
			const key = itemKey({ kind: 'cluster', id });
			return {
				key,
				kind,
				title,
				isCluster: true,
				cards: members,
				step: stepOf(step),
				municipalities,
				dots,
				codes: codesOf(key)
			};
		});
	const loose = cards
		.filter((card) => card.cluster === null)
		.map((card): ReadItem => {
			const { id, text: title, step, municipalities, dots } = card;
			const key = itemKey({ kind: 'card', id });
			return {
				key,
				kind,
				title,
				isCluster: false,
				cards: [card],
				step: stepOf(step),
				municipalities,
				dots,
				codes: codesOf(key)
			};
		});
	return { round, kind, items: byWeight([...clusters, ...loose]) };
}

/** In the order of results: what got no dots comes last, most cards first. */
function byWeight(items: readonly ReadItem[]): readonly ReadItem[] {
	return items.toSorted((a, b) => compareStandings(standing(a), standing(b)));
}

function standing({ dots, cards, title, key }: ReadItem): Standing {
	return { result: dots, cardCount: cards.length, title, key };
}
