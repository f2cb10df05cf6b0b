import { COMPARED_KINDS, type ComparedKind } from '../compare/compared-cards.ts';
import { examplesOf } from '../choose/idea-examples.ts';
import type { ProductForm } from '../vocabulary.ts';
import { ROUND_CODES } from '../record/record-codes.ts';
import type { IntakeRecord } from '../record/record.ts';

/** What people said about a practice example on a day: a stack or card at a table that worked on it. */
export interface Said {
	readonly kind: ComparedKind;
	readonly title: string;
	readonly cards: number;
	/** Distinct ones; null where nothing is told of them. */
	readonly municipalities: number | null;
}

/** A closed worksession that a dossier was brought into. */
export interface SaidOnDay {
	readonly sessionId: string;
	readonly title: string;
	readonly date: string | null;
	/** What most municipalities said first; at most so many per day. */
	readonly said: readonly Said[];
}

/** What is shown of a day; the record has all of it. */
const SAID_PER_DAY_MAX = 6;

/** Where a dossier was talked about and what was said, the latest day first. What no table worked on was about everything alike. */
export function saidAbout(records: readonly IntakeRecord[], dossierId: string): readonly SaidOnDay[] {
	return records
		.flatMap((record): readonly SaidOnDay[] => {
			const exampleIds = record.examples.filter(({ dossier }) => dossier === dossierId).map(({ id }) => id);
			if (exampleIds.length === 0) return [];
			const { id: sessionId, title, date } = record.session;
			return [{ sessionId, title, date, said: saidIn(record, exampleIds) }];
		})
		.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
}

/** A product idea of a closed worksession that is based on a dossier. */
export interface IdeaOnDossier {
	readonly sessionId: string;
	readonly sessionTitle: string;
	readonly date: string | null;
	readonly ideaId: string;
	readonly title: string;
	readonly form: ProductForm;
}

/** The ideas that are based on a dossier, the latest day first. */
export function ideasOn(records: readonly IntakeRecord[], dossierId: string): readonly IdeaOnDossier[] {
	return records
		.flatMap(({ session, ideas, examples }) =>
			ideas
				.filter((idea) => examplesOf(idea, examples).some(({ dossier }) => dossier === dossierId))
				.map(({ id, title, form }) => ({
					sessionId: session.id,
					sessionTitle: session.title,
					date: session.date,
					ideaId: id,
					title,
					form
				}))
		)
		.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
}

function saidIn(record: IntakeRecord, exampleIds: readonly string[]): readonly Said[] {
	const tables = new Set(
		record.tables
			.filter(({ example }) => example !== null && exampleIds.includes(example))
			.map(({ id }) => id)
	);
	const kinds = new Map(
		record.rounds.map(({ id, type }) => [id, COMPARED_KINDS.find((kind) => ROUND_CODES[kind] === type)])
	);
	const stacks = record.clusters
		.filter((cluster) => cluster.tables.some((table) => tables.has(table)))
		.map(({ round, title, cards, municipalities }) => ({
			round,
			title,
			cards: cards.length,
			municipalities
		}));
	const loose = record.cards
		.filter(({ cluster, table }) => cluster === null && table !== null && tables.has(table))
		.map(({ round, text, municipalities }) => ({ round, title: text, cards: 1, municipalities }));
	return [...stacks, ...loose]
		.flatMap(({ round, municipalities, ...piece }): readonly Said[] => {
			const kind = kinds.get(round);
			return kind ? [{ kind, ...piece, municipalities: municipalities?.length ?? null }] : [];
		})
		.sort((a, b) => (b.municipalities ?? 0) - (a.municipalities ?? 0) || b.cards - a.cards)
		.slice(0, SAID_PER_DAY_MAX);
}
