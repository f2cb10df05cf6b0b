import type { Redaction } from '../card/card.ts';
import type {
	AuthorVisibility,
	BudgetPer,
	Group,
	MunicipalityRole,
	ReadBackVerdict,
	RecordStatus,
	RoundKind
} from '../vocabulary.ts';

/** The Dutch codes of the vocabularies as the record has them; stored and compared over sessions, so never renamed. */
export const GROUP_CODES = {
	frontrunner: 'koploper',
	follower: 'volger',
	mixed: 'gemengd'
} as const satisfies Record<Group, string>;

export const ROLE_CODES = {
	frontrunner: 'koploper',
	follower: 'volger'
} as const satisfies Record<MunicipalityRole, string>;

export type RoleCode = (typeof ROLE_CODES)[MunicipalityRole];

export const ROUND_CODES = {
	introduction: 'kennismaking',
	process: 'proces',
	strengths: 'ging-goed',
	bottlenecks: 'knelpunten',
	needs: 'behoeften',
	ideas: 'productideeen',
	rating: 'beoordeling',
	checkout: 'uitchecken'
} as const satisfies Record<RoundKind, string>;

export const ANONYMITY_CODES = {
	open: 'open',
	municipality: 'gemeente',
	'anonymous-in-room': 'anoniem-zaal',
	'fully-anonymous': 'volledig-anoniem'
} as const satisfies Record<AuthorVisibility, string>;

export const BUDGET_CODES = {
	person: 'persoon',
	municipality: 'gemeente'
} as const satisfies Record<BudgetPer, string>;

export type BudgetCode = (typeof BUDGET_CODES)[BudgetPer];

export const STATUS_CODES = {
	closed: 'gesloten',
	validating: 'in-validatie',
	fixed: 'vastgesteld',
	archived: 'gearchiveerd'
} as const satisfies Record<RecordStatus, string>;

/** What its writer said of a card at the end of the day, once that stands; a card that had to go is not in the record. */
export const READ_BACK_CODES = {
	right: 'bevestigd',
	corrected: 'verbeterd'
} as const satisfies Partial<Record<ReadBackVerdict, string>>;

export type ReadBackCode = (typeof READ_BACK_CODES)[keyof typeof READ_BACK_CODES];

export const REDACTION_CODES = {
	facilitator: 'gespreksleider',
	writer: 'schrijver',
	municipality: 'gemeente'
} as const satisfies Record<Redaction['by'], string>;

export type RedactionCode = (typeof REDACTION_CODES)[Redaction['by']];

export type GroupCode = (typeof GROUP_CODES)[Group];

export type RoundCode = (typeof ROUND_CODES)[RoundKind];

export type AnonymityCode = (typeof ANONYMITY_CODES)[AuthorVisibility];
