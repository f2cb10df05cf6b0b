/** The closed lists of the programme. Codes are stored and compared over sessions, so a code is never renamed. */

export const THEMES = ['ondermijning', 'armoede-schulden'] as const;
export type Theme = (typeof THEMES)[number];

/** For whom a worksession is held. `mixed` is a return day with both. */
export const GROUPS = ['frontrunner', 'follower', 'mixed'] as const;
export type Group = (typeof GROUPS)[number];

/** The four questions of the day, and the kinds that a facilitator may add around them; in the order in which they make sense. */
export const ROUND_KINDS = [
	'introduction',
	'process',
	'strengths',
	'bottlenecks',
	'needs',
	'ideas',
	'rating',
	'checkout'
] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** The stages of a round, in the order in which a round passes them. */
export const STAGES = ['waiting', 'writing', 'sharing', 'arranging', 'voting', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** The stages that take time and that a round may leave out. */
export const WORKING_STAGES = ['writing', 'sharing', 'arranging', 'voting'] as const;
export type WorkingStage = (typeof WORKING_STAGES)[number];

/** Whose dots a budget is: everybody their own, or one budget for the people of a municipality together. */
export const BUDGETS_PER = ['person', 'municipality'] as const;
export type BudgetPer = (typeof BUDGETS_PER)[number];

/** From most to least that others may know of who wrote a card; the order is the order of strictness. */
export const AUTHOR_VISIBILITIES = ['open', 'municipality', 'anonymous-in-room', 'fully-anonymous'] as const;
export type AuthorVisibility = (typeof AUTHOR_VISIBILITIES)[number];

/** `prepared`: nobody can join yet. `open`: the day. `closed`: read-only, the record is fixed. */
export const DOORS = ['prepared', 'open', 'closed'] as const;
export type Doors = (typeof DOORS)[number];

/** As what somebody takes part in this worksession; a municipality is a frontrunner here and now, never for ever. */
export const PARTICIPATION_ROLES = ['frontrunner', 'follower', 'partner', 'observer'] as const;
export type ParticipationRole = (typeof PARTICIPATION_ROLES)[number];

/** What a municipality is in a worksession. */
export const MUNICIPALITY_ROLES = ['frontrunner', 'follower'] as const satisfies readonly ParticipationRole[];
export type MunicipalityRole = (typeof MUNICIPALITY_ROLES)[number];

/**
 * Who may do something. A host leads a table and may arrange what lies on it; an observer sees what the room sees and changes
 * nothing. Both are participants to the door. A municipality answers afterwards, by a link, what it brought in.
 */
export type Role = 'facilitator' | 'host' | 'participant' | 'observer' | 'municipality';

/** What a process step is about, in the order in which an application of data passes them. */
export const PROCESS_PHASES = [
	'vraag-agendering',
	'grondslag-dpia',
	'data-verzamelen',
	'analyse',
	'duiding',
	'handelen',
	'evaluatie',
	'borging-opschaling'
] as const;
export type ProcessPhase = (typeof PROCESS_PHASES)[number];

/** Who does a process step. */
export const FUNCTIONS = [
	'beleid',
	'uitvoering',
	'data-analist',
	'informatievoorziening',
	'jurist',
	'privacy-fg',
	'ciso',
	'management',
	'bestuur',
	'projectleider',
	'partner'
] as const;
export type FunctionCode = (typeof FUNCTIONS)[number];

/** On what ground data is used in a process step. `wgs` is the law on debts, `wgs-samenwerkingsverbanden` the one on partnerships. */
export const LEGAL_BASES = [
	'wgs',
	'participatiewet',
	'wet-brp',
	'gemeentewet',
	'wet-bibob',
	'wgs-samenwerkingsverbanden',
	'cbs-wet',
	'avg-6-1-e',
	'avg-6-1-c',
	'toestemming',
	'convenant',
	'geen-persoonsgegevens',
	'onbekend',
	'anders'
] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** What a product idea becomes: a thing to use, a way of working, or an agreement between parties on delivering and using data. */
export const PRODUCT_FORMS = ['instrument', 'werkwijze', 'datadeal'] as const;
export type ProductForm = (typeof PRODUCT_FORMS)[number];

/** Whether a municipality wants to take part in what comes of a product idea: it will, or it may. */
export const INTERESTS = ['zeker', 'misschien'] as const;
export type Interest = (typeof INTERESTS)[number];

/** Whether a product idea needs a privacy check (DPIA) and a legal basis before it can be used. */
export const PRIVACY_CHECKS = ['nodig', 'niet-nodig', 'weet-niet'] as const;
export type PrivacyCheck = (typeof PRIVACY_CHECKS)[number];

/** What a room rates product ideas on: what they bring and cost, by everybody; how well they scale up, by each municipality. */
export const RATING_KINDS = ['worth', 'scaling'] as const;
export type RatingKind = (typeof RATING_KINDS)[number];

/**
 * What is asked about an idea, in the order in which it is asked. The seven follow the CORRECT attributes of what scales up (ExpandNet,
 * WHO) and the groups of the MSI scalability checklist.
 */
export const CRITERIA = {
	worth: ['waarde', 'moeite'],
	scaling: ['bewijs', 'zichtbaar', 'gedeeld', 'beter', 'overneembaar', 'klein-te-proberen', 'geld']
} as const satisfies Record<RatingKind, readonly string[]>;
export type Criterion = (typeof CRITERIA)[RatingKind][number];

/** From little to much, and from no over partly to yes. */
export const SCORES = {
	worth: { lowest: 1, highest: 5 },
	scaling: { lowest: 0, highest: 2 }
} as const satisfies Record<RatingKind, { readonly lowest: number; readonly highest: number }>;

/** How far the record of a closed worksession is, in the order in which it goes. */
export const RECORD_STATUSES = ['closed', 'validating', 'fixed', 'archived'] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** What a writer says of a card of theirs at the end of the day: it is right, it was meant otherwise, it has to go. */
export const READ_BACK_VERDICTS = ['right', 'corrected', 'away'] as const;
export type ReadBackVerdict = (typeof READ_BACK_VERDICTS)[number];

/** Whether the day was worth somebody's time (return on time invested), from wasted to more than hoped for. */
export const ROTI_SCORES = { lowest: 1, highest: 5 } as const;

/** What a card or cluster is about. One list for what went well and what did not, so that the two can be compared. */
export const CATEGORIES = [
	'juridisch-privacy',
	'datakwaliteit-definities',
	'databeschikbaarheid',
	'capaciteit-kennis',
	'cultuur-datageletterdheid',
	'samenwerking-keten',
	'techniek-koppelingen',
	'financiering',
	'bestuurlijk-draagvlak',
	'ethiek-vertrouwen',
	'opschaling-borging',
	'anders'
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Where a bottleneck comes from: it cannot be done, may not, is not wanted, or nobody knows. */
export const NATURES = ['kan', 'mag', 'wil', 'weet-niet'] as const;
export type Nature = (typeof NATURES)[number];

/** What a need asks for. */
export const NEED_TYPES = [
	'kennis',
	'juridisch-advies',
	'standaard-definities',
	'data',
	'tool',
	'werkwijze',
	'capaciteit',
	'uitwisseling',
	'bestuurlijke-afspraak',
	'financiering'
] as const;
export type NeedType = (typeof NEED_TYPES)[number];

/** What people type beside cards, and of which the text can be taken away. */
export const TEXT_KINDS = [
	'step',
	'cluster',
	'idea',
	'decision',
	'action',
	'parked',
	'facts',
	'round',
	'break',
	'example',
	'table',
	'message',
	'person',
	'organisations',
	'reason',
	'version'
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Who receives a shared view. A screen acts never, so it is an audience and not a role. */
export const AUDIENCES = ['facilitator', 'participant', 'screen'] as const;
export type Audience = (typeof AUDIENCES)[number];
