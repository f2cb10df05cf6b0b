import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import type { ProgrammeEvent } from '#lib/domain/programme/programme-acts.ts';
import type { SearchedKind, SearchedRound } from '#lib/domain/compare/search.ts';
import type { WorksessionSummary } from '#lib/domain/record/summary.ts';
import type { TemplatePlan } from '#lib/domain/day/template.ts';
import type { Group } from '#lib/domain/vocabulary.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { Invitee, Role } from '../store.ts';

/**
 * Text that a person typed is kept as JSON: a half emoji (a lone surrogate) would otherwise come back as another character, and
 * PostgreSQL cannot hold a NUL in text at all.
 */
const typedText = (name: string) => text(name, { mode: 'json' }).$type<string>().notNull();

export const worksession = sqliteTable(
	'worksession',
	{
		id: text().primaryKey(),
		code: text().notNull(),
		screenTokenHash: text('screen_token_hash').notNull(),
		isTrial: integer('is_trial', { mode: 'boolean' }).notNull(),
		createdAt: integer('created_at').notNull(),
		version: integer().notNull(),
		summary: text({ mode: 'json' }).$type<WorksessionSummary>().notNull(),
		takeOverGeneration: integer('take_over_generation').notNull().default(0),
		takeOverHash: text('take_over_hash')
	},
	(table) => [
		uniqueIndex('worksession_code').on(table.code),
		uniqueIndex('worksession_screen_token_hash').on(table.screenTokenHash),
		uniqueIndex('worksession_take_over_hash').on(table.takeOverHash)
	]
);

const ofWorksession = () =>
	text('session_id')
		.notNull()
		.references(() => worksession.id, { onDelete: 'cascade' });

/** The log. It says what happened and never which connection or account asked for it. */
export const event = sqliteTable(
	'event',
	{
		sessionId: ofWorksession(),
		version: integer().notNull(),
		commandId: text('command_id').notNull(),
		type: text().notNull(),
		data: text({ mode: 'json' }).$type<WorksessionEvent>().notNull(),
		at: integer().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.sessionId, table.version] }),
		uniqueIndex('event_command').on(table.sessionId, table.commandId, table.version)
	]
);

/** The state with its format. */
export interface KeptState {
	readonly format: number;
	readonly state: Worksession;
}

/** The first snapshots were the bare state; who reads them sees no format and leaves them. */
export const snapshot = sqliteTable('snapshot', {
	sessionId: ofWorksession().primaryKey(),
	version: integer().notNull(),
	state: text({ mode: 'json' }).$type<KeptState | Worksession>().notNull()
});

/** Names beside the log, so that erasing a person rewrites no history. */
export const person = sqliteTable(
	'person',
	{
		participationId: text('participation_id').primaryKey(),
		sessionId: ofWorksession(),
		name: typedText('name')
	},
	(table) => [index('person_session').on(table.sessionId)]
);

/** The secrets by which a person's devices come in. Apart from the name: one person may hold several. */
export const participationToken = sqliteTable(
	'participation_token',
	{
		tokenHash: text('token_hash').primaryKey(),
		participationId: text('participation_id').notNull(),
		sessionId: ofWorksession()
	},
	(table) => [index('participation_token_participation').on(table.sessionId, table.participationId)]
);

export const deviceLink = sqliteTable('device_link', {
	tokenHash: text('token_hash').primaryKey(),
	participationId: text('participation_id').notNull(),
	sessionId: ofWorksession(),
	expiresAt: integer('expires_at').notNull()
});

export const validationLink = sqliteTable(
	'validation_link',
	{
		tokenHash: text('token_hash').primaryKey(),
		sessionId: ofWorksession(),
		municipality: text().notNull(),
		expiresAt: integer('expires_at').notNull()
	},
	(table) => [uniqueIndex('validation_link_municipality').on(table.sessionId, table.municipality)]
);

export const fixedRecord = sqliteTable('fixed_record', {
	sessionId: ofWorksession().primaryKey(),
	version: integer().notNull(),
	/** Already JSON, and kept as the bytes that were hashed. */
	json: text().notNull(),
	sha256: text().notNull(),
	fixedAt: integer('fixed_at').notNull(),
	redactedAt: integer('redacted_at')
});

/** Folded words of the texts of fixed records. The index `search_index` on `words` is made in its migration, with triggers that follow. */
export const searchText = sqliteTable(
	'search_text',
	{
		id: integer().primaryKey(),
		sessionId: ofWorksession(),
		/** In the order of the record. */
		position: integer().notNull(),
		kind: text().$type<SearchedKind>().notNull(),
		itemId: text('item_id').notNull(),
		round: text().$type<SearchedRound>().notNull(),
		words: text().notNull()
	},
	(table) => [uniqueIndex('search_text_position').on(table.sessionId, table.position)]
);

/** Which record the words of a worksession were taken from, so that one that is not indexed is found when the store opens. */
export const searchedRecord = sqliteTable('searched_record', {
	sessionId: ofWorksession().primaryKey(),
	sha256: text().notNull()
});

/** Versions of a record before the one in `fixed_record`. */
export const earlierRecord = sqliteTable(
	'earlier_record',
	{
		sessionId: ofWorksession(),
		version: integer().notNull(),
		json: text().notNull(),
		sha256: text().notNull(),
		fixedAt: integer('fixed_at').notNull(),
		redactedAt: integer('redacted_at')
	},
	(table) => [primaryKey({ columns: [table.sessionId, table.version] })]
);

/** Of what the text was taken away; ids only, so that it can be done again to a copy of the database from before. */
export const redaction = sqliteTable(
	'redaction',
	{
		sessionId: ofWorksession(),
		/** Of a card, or since of anything else that holds words. */
		textId: text('card_id').notNull(),
		at: integer().notNull(),
		/** Whether no byte of the text is left in the files either. */
		isClean: integer('is_clean', { mode: 'boolean' }).notNull().default(false)
	},
	(table) => [primaryKey({ columns: [table.sessionId, table.textId] })]
);

export const programme = sqliteTable('programme', {
	id: text().primaryKey(),
	name: typedText('name'),
	secret: text().notNull(),
	createdAt: integer('created_at').notNull()
});

/** The log of the programme: what somebody did over closed worksessions. No reference: an act outlives the account. */
export const programmeEvent = sqliteTable(
	'programme_event',
	{
		version: integer().primaryKey(),
		commandId: text('command_id').notNull(),
		event: text({ mode: 'json' }).$type<ProgrammeEvent>().notNull(),
		at: integer().notNull(),
		by: text().notNull()
	},
	(table) => [uniqueIndex('programme_event_command').on(table.commandId, table.version)]
);

/** The same as `redaction`, for words of the programme; by what they are of, as in its log. */
export const programmeRedaction = sqliteTable('programme_redaction', {
	textKey: text('text_key').primaryKey(),
	at: integer().notNull(),
	isClean: integer('is_clean', { mode: 'boolean' }).notNull().default(false)
});

export const template = sqliteTable('template', {
	id: text().primaryKey(),
	name: typedText('name'),
	group: text().$type<Group>().notNull(),
	plan: text({ mode: 'json' }).$type<TemplatePlan>().notNull(),
	createdAt: integer('created_at').notNull(),
	/** No reference: a template outlives the account of its maker, and ids are never given twice. */
	madeBy: text('made_by')
});

/** Whoever is written without a role may as little as possible. */
export const account = sqliteTable('account', {
	id: text().primaryKey(),
	name: typedText('name'),
	role: text().$type<Role>().notNull().default('guest'),
	createdAt: integer('created_at').notNull()
});

const ofAccount = () => text('account_id').references(() => account.id, { onDelete: 'cascade' });

export const signInLink = sqliteTable('sign_in_link', {
	tokenHash: text('token_hash').primaryKey(),
	expiresAt: integer('expires_at').notNull(),
	accountId: ofAccount(),
	invitee: text({ mode: 'json' }).$type<Invitee>()
});

export const signIn = sqliteTable('sign_in', {
	tokenHash: text('token_hash').primaryKey(),
	accountId: ofAccount().notNull(),
	expiresAt: integer('expires_at').notNull()
});

/** Whose a worksession is. Organisers reach every worksession and need not stand here. */
export const sessionFacilitator = sqliteTable(
	'session_facilitator',
	{
		sessionId: ofWorksession(),
		accountId: ofAccount().notNull(),
		since: integer().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.sessionId, table.accountId] }),
		index('session_facilitator_account').on(table.accountId)
	]
);
