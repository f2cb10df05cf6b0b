import {
	codeOn,
	comparedCards,
	distinctCodes,
	tookPart,
	type ComparedCard,
	type ComparedKind,
	type EvidenceCard
} from './compared-cards.ts';
import { examplesOf } from '../choose/idea-examples.ts';
import { own, sortedByKey } from '../keyed.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import type { Maturity } from '../programme/dossier-codes.ts';
import { presentDossier, type Dossiers } from '../programme/dossiers.ts';
import { ideaKey, type Placement, type Placements } from '../programme/placements.ts';
import type { CandidateIdea, Place } from '../programme/programme-acts.ts';
import type { Programme } from '../programme/programme.ts';
import { RATING_CODES } from '../record/record-ratings.ts';
import type { RecordIdea } from '../record/record-ideas.ts';
import type { IntakeRecord } from '../record/record.ts';
import {
	CATEGORIES,
	CRITERIA,
	PRODUCT_FORMS,
	type Category,
	type Interest,
	type ProductForm
} from '../vocabulary.ts';

/**
 * Product ideas of all worksessions on their way to a choice, each with what it rests on: cards in stacks, that are bottlenecks, that needs
 * solve, that it is for. Nothing is added up to one score: a choice has a reason.
 */

/** A need or a bottleneck in the chain of an idea. */
export interface ChainItem {
	readonly key: string;
	/** Of the stack; the text of a loose card. */
	readonly title: string;
	readonly isStack: boolean;
	readonly category: Category | null;
}

/** A practice example that an idea is based on: it is there already. */
export interface ExistingExample {
	/** The same for one dossier over worksessions. */
	readonly key: string;
	readonly name: string;
	/** Codes on the chosen day. */
	readonly municipalities: readonly MunicipalityCode[];
	/** Id of its dossier; null for one that was made on the day. */
	readonly dossier: string | null;
	/** How far it is, as its dossier says now. */
	readonly maturity: Maturity | null;
}

/** What an idea rests on. */
interface Chain {
	readonly needs: readonly ChainItem[];
	readonly bottlenecks: readonly ChainItem[];
	/** Of both. */
	readonly cards: readonly EvidenceCard[];
	readonly dots: number;
}

export interface Candidate {
	readonly key: string;
	readonly of: CandidateIdea;
	readonly sessionTitle: string;
	readonly title: string;
	readonly form: ProductForm;
	readonly ownPart: string;
	readonly place: Place;
	/** Null while nobody said anything of it. */
	readonly placement: Placement | null;
	/** The same idea of other days, which counts with it. */
	readonly others: readonly Candidate[];
	/** Codes of the municipalities that ask for it, on the chosen day. */
	readonly municipalities: readonly MunicipalityCode[];
	readonly chain: Chain;
	/** Where it is there already. */
	readonly examples: readonly ExistingExample[];
	/** Which municipalities want to take part, on the chosen day. */
	readonly interests: RecordIdea['interests'];
	/** Means of the last time it was rated, from 1 to 5; null while it was not. */
	readonly worth: number | null;
	readonly effort: number | null;
	/** To how many of the questions on scaling up most municipalities said yes; null while they were not asked. */
	readonly scalingYes: number | null;
}

/** How many questions on scaling up there are. */
export const SCALING_QUESTIONS = CRITERIA.scaling.length;

/** Chosen ideas first, then the short list, what is not done, and the long list; within each by how many municipalities ask for it. */
const PLACE_ORDER: readonly Place[] = ['chosen', 'short', 'dismissed', 'long'];

export function candidatesOf(
	records: readonly IntakeRecord[],
	{ placements, sameIdeas, dossiers }: Pick<Programme, 'placements' | 'sameIdeas' | 'dossiers'>,
	day: string
): readonly Candidate[] {
	const ideas = records.flatMap((record) => {
		const pieces = comparedCards(record, day);
		return record.ideas.map((idea) => candidateOf(record, idea, { pieces, placements, dossiers, day }));
	});
	const known = new Set(ideas.map(({ key }) => key));
	const leadOf = ({ key }: Candidate) => {
		const lead = own(sameIdeas, key);
		return lead && known.has(ideaKey(lead)) ? ideaKey(lead) : key;
	};
	return [...Map.groupBy(ideas, leadOf)].map(([key, of]) => together(key, of)).sort(byPlace);
}

/** One idea of several days: what they rest on together, and the form, rating and place of the one they count with. */
function together(key: string, ideas: readonly Candidate[]): Candidate {
	const lead = ideas.find((idea) => idea.key === key) ?? ideas[0];
	if (!lead) throw new Error('A group of ideas has one at least');
	const others = ideas.filter((idea) => idea !== lead);
	if (others.length === 0) return lead;
	const chains = [lead, ...others].map(({ chain }) => chain);
	return {
		...lead,
		others,
		interests: joined(ideas.flatMap((idea) => Object.entries(idea.interests))),
		examples: distinctExamples(ideas.flatMap(({ examples }) => examples)),
		municipalities: distinctCodes(ideas.flatMap(({ municipalities }) => municipalities)),
		chain: {
			needs: chains.flatMap(({ needs }) => needs),
			bottlenecks: chains.flatMap(({ bottlenecks }) => bottlenecks),
			cards: chains.flatMap(({ cards }) => cards),
			dots: chains.reduce((sum, { dots }) => sum + dots, 0)
		}
	};
}

function byPlace(one: Candidate, other: Candidate): number {
	return (
		PLACE_ORDER.indexOf(one.place) - PLACE_ORDER.indexOf(other.place) ||
		other.municipalities.length - one.municipalities.length ||
		(one.key < other.key ? -1 : 1)
	);
}

interface Counted {
	readonly pieces: readonly ComparedCard[];
	readonly placements: Placements;
	readonly dossiers: Dossiers;
	readonly day: string;
}

function candidateOf(
	record: IntakeRecord,
	idea: RecordIdea,
	{ pieces, placements, dossiers, day }: Counted
): Candidate {
	const of = { sessionId: record.session.id, ideaId: idea.id };
	const placement = own(placements, ideaKey(of)) ?? null;
	const chain = chainOf(record, idea, pieces);
	return {
		key: ideaKey(of),
		of,
		sessionTitle: record.session.title,
		title: idea.title,
		form: idea.form,
		ownPart: idea.ownPart,
		place: placement?.place ?? 'long',
		placement,
		others: [],
		municipalities: distinctCodes(chain.cards.flatMap(({ municipalities }) => municipalities ?? [])),
		chain,
		examples: distinctExamples(existing(record, idea, { dossiers, day })),
		interests: joined(Object.entries(idea.interests).map(([code, said]) => [codeOn(code, day), said])),
		...ratedOf(record, idea.id)
	};
}

function existing(
	{ session, examples }: IntakeRecord,
	idea: RecordIdea,
	{ dossiers, day }: Pick<Counted, 'dossiers' | 'day'>
): readonly ExistingExample[] {
	return examplesOf(idea, examples).map(({ id, name, municipalities, dossier }) => ({
		key: dossier === null ? `${session.id} ${id}` : dossier,
		name,
		municipalities: distinctCodes(municipalities.map((code) => codeOn(code, day))),
		dossier,
		maturity: (dossier === null ? null : presentDossier(dossiers, dossier)?.facts.maturity) ?? null
	}));
}

/** Each once, as the first day tells it. */
function distinctExamples(examples: readonly ExistingExample[]): readonly ExistingExample[] {
	return [...Map.groupBy(examples, ({ key }) => key).values()].flatMap(([first]) => first ?? []);
}

/** Who is sure somewhere is sure. */
function joined(said: readonly (readonly [string, Interest])[]): RecordIdea['interests'] {
	const sure = said.filter(([, interest]) => interest === 'zeker');
	return sortedByKey(Object.fromEntries([...said, ...sure]));
}

function chainOf(record: IntakeRecord, { needs }: RecordIdea, pieces: readonly ComparedCard[]): Chain {
	const solved = record.links.filter(({ need }) => needs.includes(need)).map(({ bottleneck }) => bottleneck);
	const asked = piecesOf(pieces, 'needs', needs);
	const stuck = piecesOf(pieces, 'bottlenecks', solved);
	const perItem = new Map([...asked, ...stuck].map(({ item, evidence }) => [item, evidence.dots]));
	return {
		needs: itemsOf(asked),
		bottlenecks: itemsOf(stuck),
		cards: [...asked, ...stuck].map(({ evidence }) => evidence),
		dots: [...perItem.values()].reduce((sum, dots) => sum + dots, 0)
	};
}

/** Also of a card that went into a stack after it was linked. */
function piecesOf(
	pieces: readonly ComparedCard[],
	wanted: ComparedKind,
	keys: readonly string[]
): readonly ComparedCard[] {
	const known = new Set(keys);
	return pieces.filter(
		({ kind, ref, evidence }) =>
			kind === wanted && (known.has(`${ref.kind}:${ref.id}`) || known.has(`card:${evidence.id}`))
	);
}

function itemsOf(pieces: readonly ComparedCard[]): readonly ChainItem[] {
	const firsts = new Map(pieces.toReversed().map((piece) => [piece.item, piece]));
	return [...firsts].toReversed().map(
		([
			key,
			{
				evidence: { stack, text },
				category
			}
		]) => ({
			key,
			title: stack ?? text,
			isStack: stack !== null,
			category
		})
	);
}

function ratedOf(
	{ ratings }: IntakeRecord,
	ideaId: string
): Pick<Candidate, 'worth' | 'effort' | 'scalingYes'> {
	const last = (code: (typeof RATING_CODES)[keyof typeof RATING_CODES]) =>
		ratings
			.filter(({ type }) => type === code)
			.map(({ results }) => results.filter(({ idea }) => idea === ideaId))
			.findLast((results) => results.length > 0);
	const worth = last(RATING_CODES.worth);
	const scaling = last(RATING_CODES.scaling);
	const meanOf = (wanted: string) => worth?.find(({ criterion }) => criterion === wanted)?.mean ?? null;
	return {
		worth: meanOf('waarde'),
		effort: meanOf('moeite'),
		scalingYes: scaling?.filter(({ scores }) => isMostlyYes(scores)).length ?? null
	};
}

/** More than half of the municipalities that answered gave the highest score. */
function isMostlyYes(scores: readonly { readonly count: number }[]): boolean {
	const answers = scores.reduce((sum, { count }) => sum + count, 0);
	return (scores.at(-1)?.count ?? 0) * 2 > answers;
}

/** Whether it stands on the short list, or came past it. */
export function wasOnShortList({ place, placement }: Candidate): boolean {
	return (
		place === 'short' ||
		place === 'chosen' ||
		(placement?.earlier.some((said) => said.place === 'short') ?? false)
	);
}

/** As what a municipality took part in the programme; unknown where it came to days for both groups only. */
export type ProgrammeRole = 'frontrunner' | 'follower' | 'both' | 'unknown';

export interface ProgrammeMunicipality {
	readonly code: MunicipalityCode;
	readonly role: ProgrammeRole;
}

const ROLE_ORDER: readonly ProgrammeRole[] = ['frontrunner', 'both', 'follower', 'unknown'];

/** Every municipality that took part, frontrunners first, by code. */
export function rolesOf(records: readonly IntakeRecord[], day: string): readonly ProgrammeMunicipality[] {
	const groups = new Map<MunicipalityCode, Set<string>>();
	for (const record of records)
		for (const code of tookPart(record, day))
			groups.set(code, (groups.get(code) ?? new Set()).add(record.session.group));
	return [...groups]
		.map(([code, of]) => ({ code, role: roleOf(of) }))
		.sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) || (a.code < b.code ? -1 : 1));
}

function roleOf(groups: ReadonlySet<string>): ProgrammeRole {
	if (groups.has('koploper')) return groups.has('volger') ? 'both' : 'frontrunner';
	return groups.has('volger') ? 'follower' : 'unknown';
}

/** What the chosen ideas reach together, and what they do not. */
export interface ChoiceReach {
	readonly municipalities: readonly MunicipalityCode[];
	readonly missed: readonly MunicipalityCode[];
	/** The categories that most municipalities are stuck on, and those of them that a chosen idea rests on. */
	readonly biggest: readonly Category[];
	readonly covered: readonly Category[];
	/** Forms of which nothing was chosen. */
	readonly formsWithout: readonly ProductForm[];
}

/** So many bottlenecks are called the biggest. */
const BIGGEST_MAX = 5;

export function choiceReach(
	records: readonly IntakeRecord[],
	candidates: readonly Candidate[],
	day: string
): ChoiceReach {
	const chosen = candidates.filter(({ place }) => place === 'chosen');
	const municipalities = distinctCodes(chosen.flatMap((candidate) => candidate.municipalities));
	const all = distinctCodes(records.flatMap((record) => tookPart(record, day)));
	const biggest = biggestOf(records, day);
	const rests = new Set(chosen.flatMap(({ chain }) => chain.bottlenecks.map(({ category }) => category)));
	return {
		municipalities,
		missed: all.filter((code) => !municipalities.includes(code)),
		biggest,
		covered: biggest.filter((category) => rests.has(category)),
		formsWithout: PRODUCT_FORMS.filter((form) => chosen.every((candidate) => candidate.form !== form))
	};
}

function biggestOf(records: readonly IntakeRecord[], day: string): readonly Category[] {
	const stuck = records
		.flatMap((record) => comparedCards(record, day))
		.filter(({ kind }) => kind === 'bottlenecks');
	const named = (category: Category) =>
		distinctCodes(
			stuck
				.filter((piece) => piece.category === category)
				.flatMap(({ evidence }) => evidence.municipalities ?? [])
		).length;
	return CATEGORIES.map((category) => ({ category, count: named(category) }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count)
		.slice(0, BIGGEST_MAX)
		.map(({ category }) => category);
}
