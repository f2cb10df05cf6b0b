import { MUNICIPALITIES_PER_EXAMPLE_MAX, lengthOf, SUMMARY_LENGTH_MAX, TITLE_LENGTH_MAX } from '../limits.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import { isMunicipalityCodeOn } from '../municipality/municipality-dates.ts';
import type { Criterion, FunctionCode, LegalBasis, Theme } from '../vocabulary.ts';
import type {
	Assessment,
	DataLevel,
	DataSourceCode,
	DpiaStatus,
	Evidence,
	Maturity,
	Processing,
	ScalingForm,
	Subtheme
} from './dossier-codes.ts';
import type { ProgrammeRejection } from './programme-acts.ts';

/** What a municipality tells about a practice example (RECORD.md 1). Empty, null or none is not told yet; each part is saved by itself. */
export interface DossierFacts {
	readonly name: string;
	readonly municipalities: readonly MunicipalityCode[];
	readonly theme: Theme;
	readonly subthemes: readonly Subtheme[];
	readonly summary: string;
	readonly problem: string;
	readonly targetGroup: string;
	/** What it is meant to bring about. */
	readonly goal: string;
	readonly dataSources: readonly DataSource[];
	readonly processing: readonly Processing[];
	readonly legalBases: readonly LegalBasis[];
	/** Articles of law, and remarks. */
	readonly legalNote: string;
	readonly dpia: DpiaStatus | null;
	readonly dpiaWhen: string;
	readonly dpiaLink: string;
	/** Why none is needed. */
	readonly dpiaWhy: string;
	readonly assessments: readonly Assessment[];
	/** Where a person decides. */
	readonly humanOversight: string;
	/** Organisations with their part in it, one a line. */
	readonly partners: string;
	readonly functions: readonly FunctionCode[];
	/** Name, supplier, whether the source is open; one a line. */
	readonly tools: string;
	/** 'yyyy-mm', or empty. */
	readonly startMonth: string;
	readonly endMonth: string;
	readonly maturity: Maturity | null;
	readonly results: readonly DossierResult[];
	readonly cost: string;
	/** What another municipality must have, one a line. */
	readonly preconditions: string;
	/** How well it can be taken over: 0 no, 1 partly, 2 yes. */
	readonly transferability: Readonly<Partial<Record<ScalingCriterion, number>>>;
	readonly transferabilityWhy: string;
	readonly scalingForm: ScalingForm | null;
	/** Where else it is used and since when, one a line. */
	readonly adoption: string;
	/** An e-mail address of a function, never of a person. */
	readonly contact: string;
	/** Documents: title and address, one a line. */
	readonly links: string;
}

type ScalingCriterion = Extract<
	Criterion,
	'bewijs' | 'zichtbaar' | 'gedeeld' | 'beter' | 'overneembaar' | 'klein-te-proberen' | 'geld'
>;

export interface DataSource {
	readonly source: DataSourceCode;
	/** What it is called, for another source than those of the list. */
	readonly name: string;
	readonly owner: string;
	readonly isAboutPeople: boolean | null;
	readonly level: DataLevel | null;
}

/** What an example brought, and how that is known. */
export interface DossierResult {
	readonly claim: string;
	/** In the order in which it was told; none while nobody said. */
	readonly evidence: readonly DossierEvidence[];
}

export interface DossierEvidence {
	readonly kind: Evidence;
	/** Where it can be read; may be empty. */
	readonly link: string;
}

/** As a result was told while each had one piece of evidence: so it stands in older logs, and on devices that kept a draft. */
export interface EarlierResult {
	readonly claim: string;
	readonly evidence: Evidence | null;
	readonly link: string;
}

export const NO_DOSSIER_FACTS: DossierFacts = {
	name: '',
	municipalities: [],
	theme: 'ondermijning',
	subthemes: [],
	summary: '',
	problem: '',
	targetGroup: '',
	goal: '',
	dataSources: [],
	processing: [],
	legalBases: [],
	legalNote: '',
	dpia: null,
	dpiaWhen: '',
	dpiaLink: '',
	dpiaWhy: '',
	assessments: [],
	humanOversight: '',
	partners: '',
	functions: [],
	tools: '',
	startMonth: '',
	endMonth: '',
	maturity: null,
	results: [],
	cost: '',
	preconditions: '',
	transferability: {},
	transferabilityWhy: '',
	scalingForm: null,
	adoption: '',
	contact: '',
	links: ''
};

const LONG_TEXT_LENGTH_MAX = 2500;
const LINK_LENGTH_MAX = 350;
export const DATA_SOURCES_MAX = 30;
export const DOSSIER_RESULTS_MAX = 10;
export const EVIDENCE_PER_RESULT_MAX = 5;

/** Longest text of each part, in code points, as in the Algoritmeregister: 100, 350 or 2500. */
export const DOSSIER_TEXT_MAX = {
	name: TITLE_LENGTH_MAX,
	summary: SUMMARY_LENGTH_MAX,
	problem: LONG_TEXT_LENGTH_MAX,
	targetGroup: SUMMARY_LENGTH_MAX,
	goal: LONG_TEXT_LENGTH_MAX,
	legalNote: SUMMARY_LENGTH_MAX,
	dpiaWhen: TITLE_LENGTH_MAX,
	dpiaLink: LINK_LENGTH_MAX,
	dpiaWhy: SUMMARY_LENGTH_MAX,
	humanOversight: SUMMARY_LENGTH_MAX,
	partners: LONG_TEXT_LENGTH_MAX,
	tools: LONG_TEXT_LENGTH_MAX,
	cost: SUMMARY_LENGTH_MAX,
	preconditions: LONG_TEXT_LENGTH_MAX,
	transferabilityWhy: SUMMARY_LENGTH_MAX,
	adoption: LONG_TEXT_LENGTH_MAX,
	contact: TITLE_LENGTH_MAX,
	links: LONG_TEXT_LENGTH_MAX
} as const satisfies Partial<Record<keyof DossierFacts, number>>;

/** Parts that are text. */
export type DossierText = keyof typeof DOSSIER_TEXT_MAX;

/** Why these parts cannot be kept; null when they can. `now` in epoch milliseconds. */
export function dossierFault(changes: Partial<DossierFacts>, day: string): ProgrammeRejection | null {
	for (const [part, max] of Object.entries(DOSSIER_TEXT_MAX)) {
		const text = changes[part as DossierText];
		if (text !== undefined && lengthOf(text) > max) return 'dossier-text-too-long';
	}
	if (changes.name?.trim() === '') return 'dossier-name-empty';
	const { municipalities, dataSources = [], results = [] } = changes;
	if (municipalities?.length === 0) return 'dossier-municipality-missing';
	if (municipalities && municipalities.length > MUNICIPALITIES_PER_EXAMPLE_MAX) return 'dossier-too-many';
	if (municipalities?.some((code) => !isMunicipalityCodeOn(code, day))) return 'dossier-municipality-unknown';
	if (dataSources.length > DATA_SOURCES_MAX || results.length > DOSSIER_RESULTS_MAX)
		return 'dossier-too-many';
	if (results.some(({ evidence }) => evidence.length > EVIDENCE_PER_RESULT_MAX)) return 'dossier-too-many';
	const evidenceLinks = results.flatMap(({ evidence }) => evidence.map(({ link }) => link));
	const texts = [
		...dataSources.flatMap(({ name, owner }) => [name, owner]),
		...results.map(({ claim }) => claim),
		...evidenceLinks
	];
	if (texts.some((text) => lengthOf(text) > SUMMARY_LENGTH_MAX)) return 'dossier-text-too-long';
	const links = [changes.dpiaLink, ...evidenceLinks];
	if (links.some((link) => link !== undefined && link !== '' && !isWebAddress(link)))
		return 'dossier-link-wrong';
	return null;
}

/** A result as it is told now, whenever it was. */
export function resultOf(result: DossierResult | EarlierResult): DossierResult {
	if (!('link' in result)) return result;
	const { claim, evidence: kind, link } = result;
	return { claim, evidence: kind === null ? [] : [{ kind, link }] };
}

/** Only addresses that a browser opens as a page: a link is shown to others as something to click. */
function isWebAddress(text: string): boolean {
	return /^https?:\/\/[^\s]+\.[^\s]+$/.test(text);
}

/** The ten questions of the form, in their order, with what answers them. */
export const DOSSIER_QUESTIONS = [
	'name',
	'summary',
	'problem',
	'targetGroup',
	'dataSources',
	'legalBases',
	'dpia',
	'maturity',
	'results',
	'preconditions'
] as const satisfies readonly (keyof DossierFacts)[];
export type DossierQuestion = (typeof DOSSIER_QUESTIONS)[number];

/** Whether a question has an answer; "weet ik niet" is one. */
export function isAnswered(facts: DossierFacts, question: DossierQuestion): boolean {
	if (question === 'results') return facts.results.some(({ claim }) => claim.trim() !== '');
	const value = facts[question];
	if (typeof value === 'string') return value.trim() !== '';
	return value !== null && value.length > 0;
}

/** How many of the ten questions have an answer. */
export function answeredCount(facts: DossierFacts): number {
	return DOSSIER_QUESTIONS.filter((question) => isAnswered(facts, question)).length;
}

/** Parts of a text that has one thing a line. */
export function linesOf(text: string): readonly string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

/** A convenant says who does what; it is no ground in law. */
export function needsLaw({ legalBases }: Pick<DossierFacts, 'legalBases'>): boolean {
	return legalBases.length === 1 && legalBases[0] === 'convenant';
}
