import * as v from 'valibot';
import type { Command } from '#lib/domain/commands.ts';
import {
	AGENDA_ITEMS_MAX,
	ID_LENGTH_MAX,
	ITEMS_PER_COMMAND_MAX,
	DISSENTS_PER_DECISION_MAX,
	EXAMPLES_MAX,
	IDEAS_MAX,
	ITEMS_PER_IDEA_MAX,
	MUNICIPALITIES_PER_PERSON_MAX,
	PARTICIPATIONS_MAX,
	RATING_IDEAS_MAX,
	STEPS_MAX
} from '#lib/domain/limits.ts';
import {
	AUTHOR_VISIBILITIES,
	CATEGORIES,
	CRITERIA,
	FUNCTIONS,
	BUDGETS_PER,
	GROUPS,
	LEGAL_BASES,
	NATURES,
	NEED_TYPES,
	PARTICIPATION_ROLES,
	INTERESTS,
	PRIVACY_CHECKS,
	PROCESS_PHASES,
	PRODUCT_FORMS,
	RATING_KINDS,
	READ_BACK_VERDICTS,
	RECORD_STATUSES,
	ROUND_KINDS,
	STAGES,
	TEXT_KINDS,
	THEMES,
	WORKING_STAGES
} from '#lib/domain/vocabulary.ts';

/**
 * One schema per command. Shapes and outer bounds only: unknown keys are refused, and what a text may hold is judged by the
 * domain, which answers with a reason in words.
 */

/** 64 bits in base64url; a shorter id could meet another one by chance. */
const COMMAND_ID_LENGTH_MIN = 11;

/** No command text is longer on the wire, in UTF-16 units; the domain's limits are far below. */
const TEXT_WIRE_LENGTH_MAX = 6000;

/** An id of our own making. */
export const IdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(ID_LENGTH_MAX));
const id = IdSchema;
/** What somebody typed, however long the domain allows. */
export const TextSchema = v.pipe(v.string(), v.maxLength(TEXT_WIRE_LENGTH_MAX));
const text = TextSchema;
const nullableId = v.nullable(id);
/** Everything that something can be said to be about. */
export const ItemCodesSchema = v.strictObject({
	category: v.nullable(v.picklist(CATEGORIES)),
	also: v.pipe(v.array(v.picklist(CATEGORIES)), v.maxLength(CATEGORIES.length)),
	phase: v.nullable(v.picklist(PROCESS_PHASES)),
	nature: v.nullable(v.picklist(NATURES)),
	needType: v.nullable(v.picklist(NEED_TYPES))
});
/** What is left out stays as it is. */
const itemCodes = v.partial(ItemCodesSchema);
/** Left out by what waits on devices from before it existed. */
const isWithoutOrigin = v.optional(v.boolean());
const ids = v.pipe(v.array(id), v.maxLength(ITEMS_PER_COMMAND_MAX));
/** A card or a cluster. */
export const ItemSchema = v.strictObject({ kind: v.picklist(['card', 'cluster']), id });
const item = ItemSchema;
const items = v.pipe(v.array(item), v.maxLength(ITEMS_PER_COMMAND_MAX));
const whole = v.pipe(v.number(), v.integer(), v.safeInteger());
const minutes = v.nullable(whole);
const codes = v.pipe(v.array(id), v.maxLength(MUNICIPALITIES_PER_PERSON_MAX));

const facts = v.strictObject({
	title: text,
	theme: v.picklist(THEMES),
	group: v.picklist(GROUPS),
	date: v.nullable(v.pipe(v.string(), v.isoDate())),
	startsAt: v.pipe(v.string(), v.isoTime()),
	place: text
});

const dotRules = {
	dotBudget: whole,
	budgetPer: v.picklist(BUDGETS_PER),
	dotsPerItemMax: whole
};

/** A round as a facilitator sets it. */
export const RoundSettingsSchema = v.strictObject({
	question: text,
	helpText: text,
	note: text,
	minutes: v.strictObject({ writing: minutes, sharing: minutes, arranging: minutes, voting: minutes }),
	isAtTables: v.boolean(),
	...dotRules
});

const table = v.strictObject({ name: text, exampleId: nullableId });
const people = v.pipe(v.array(id), v.maxLength(PARTICIPATIONS_MAX));

const plannedMinutes = v.strictObject({
	itemId: id,
	stage: v.nullable(v.picklist(WORKING_STAGES)),
	minutes: whole
});

const putInCard = v.strictObject({ text, municipalities: codes });

const stepDetails = v.strictObject({
	phase: v.nullable(v.picklist(PROCESS_PHASES)),
	doneBy: v.pipe(v.array(v.picklist(FUNCTIONS)), v.maxLength(FUNCTIONS.length)),
	dataIn: text,
	dataOut: text,
	tool: text,
	duration: text,
	legalBases: v.pipe(v.array(v.picklist(LEGAL_BASES)), v.maxLength(LEGAL_BASES.length)),
	legalNote: text,
	remark: text
});

const example = v.strictObject({
	name: text,
	summary: text,
	municipalities: codes,
	dossierId: v.exactOptional(id)
});

const link = { roundId: id, need: item, bottleneckRoundId: id, bottleneck: item };
const roundItems = v.pipe(v.array(v.strictObject({ roundId: id, item })), v.maxLength(ITEMS_PER_IDEA_MAX));

const arrangement = v.strictObject({
	cards: v.pipe(
		v.array(v.strictObject({ cardId: id, stepId: nullableId, clusterId: nullableId })),
		v.maxLength(ITEMS_PER_COMMAND_MAX)
	),
	clusters: v.pipe(
		v.array(v.strictObject({ id, title: text, stepId: nullableId })),
		v.maxLength(ITEMS_PER_COMMAND_MAX)
	),
	links: v.pipe(v.array(v.strictObject(link)), v.maxLength(ITEMS_PER_COMMAND_MAX)),
	codes: v.pipe(
		v.array(v.strictObject({ item, codes: v.nullable(ItemCodesSchema) })),
		v.maxLength(ITEMS_PER_COMMAND_MAX)
	),
	ideas: v.pipe(
		v.array(v.strictObject({ ideaId: id, needs: roundItems, from: roundItems })),
		v.maxLength(IDEAS_MAX)
	)
});

const processPart = v.strictObject({
	steps: v.pipe(
		v.array(v.strictObject({ id, title: text, tableId: nullableId, details: stepDetails, index: whole })),
		v.maxLength(STEPS_MAX)
	),
	pins: v.pipe(
		v.array(v.strictObject({ roundId: id, item, stepId: nullableId })),
		v.maxLength(ITEMS_PER_COMMAND_MAX)
	)
});

const deal = v.strictObject({
	parties: text,
	dataset: text,
	definitions: text,
	frequency: text,
	quality: text,
	costs: text,
	term: text,
	evaluateOn: v.nullable(v.pipe(v.string(), v.isoDate())),
	exit: text
});

const idea = v.strictObject({
	title: text,
	form: v.picklist(PRODUCT_FORMS),
	summary: text,
	ownPart: text,
	nationalPart: text,
	privacyCheck: v.nullable(v.picklist(PRIVACY_CHECKS)),
	deal: v.nullable(deal),
	needs: roundItems,
	examples: v.pipe(v.array(id), v.maxLength(EXAMPLES_MAX))
});

const criterion = v.picklist([...CRITERIA.worth, ...CRITERIA.scaling]);
const readBackAnswer = v.nullable(v.strictObject({ verdict: v.picklist(READ_BACK_VERDICTS), text }));
const givenAnswer = {
	ratingId: id,
	ideaId: id,
	criterion,
	answer: v.nullable(v.strictObject({ score: whole, reason: text }))
};

const interest = v.nullable(v.picklist(INTERESTS));

const decision = v.strictObject({
	text,
	reason: text,
	dissents: v.pipe(v.array(text), v.maxLength(DISSENTS_PER_DECISION_MAX)),
	ideaId: nullableId
});

const owner = { ownerId: nullableId, ownerName: text };

const parked = v.strictObject({ text, ...owner });

const actionSource = v.variant('kind', [
	v.strictObject({ kind: v.literal('decision'), id }),
	v.strictObject({ kind: v.literal('idea'), id }),
	v.strictObject({
		kind: v.literal('cards'),
		roundId: id,
		cardIds: v.pipe(v.array(id), v.maxLength(ITEMS_PER_COMMAND_MAX))
	})
]);

const action = v.strictObject({
	text,
	...owner,
	dueOn: v.nullable(v.pipe(v.string(), v.isoDate())),
	source: v.nullable(actionSource)
});

function command<T extends string, E extends v.ObjectEntries>(type: T, entries: E) {
	return v.strictObject({ type: v.literal(type), ...entries });
}

const CommandSchema = v.variant('type', [
	command('ChangeFacts', { facts, over: v.nullable(facts) }),
	command('ChangeAuthorVisibility', { authorVisibility: v.picklist(AUTHOR_VISIBILITIES) }),
	command('ChangeRound', {
		roundId: id,
		settings: RoundSettingsSchema,
		over: v.exactOptional(RoundSettingsSchema)
	}),
	command('ChangeBreak', {
		itemId: id,
		title: text,
		minutes: whole,
		over: v.exactOptional(v.strictObject({ title: text, minutes: whole }))
	}),
	command('AddRound', {
		kind: v.picklist(ROUND_KINDS),
		settings: v.nullable(RoundSettingsSchema),
		toIndex: whole
	}),
	command('AddBreak', { title: text, minutes: whole, toIndex: whole }),
	command('DuplicateItem', { itemId: id }),
	command('MoveItem', { itemId: id, toIndex: whole }),
	command('RemoveItem', { itemId: id }),
	command('PlanMinutes', {
		changes: v.pipe(v.array(plannedMinutes), v.maxLength(AGENDA_ITEMS_MAX * WORKING_STAGES.length))
	}),
	command('AddExample', { example }),
	command('ChangeExample', { exampleId: id, example, over: v.exactOptional(example) }),
	command('RemoveExample', { exampleId: id }),
	command('OpenDoors', {}),
	command('CloseWorksession', {}),
	command('Join', {
		role: v.picklist(PARTICIPATION_ROLES),
		organisation: text,
		municipalities: codes,
		functionName: text,
		noticeVersion: id
	}),
	command('Greet', { text }),
	command('SetLobbyLocked', { isLocked: v.boolean() }),
	command('RemovePerson', { participationId: id, withCards: v.boolean() }),
	command('ReadmitPerson', { participationId: id }),
	command('MergePeople', { fromId: id, intoId: id }),
	command('AddPerson', {
		name: text,
		role: v.picklist(PARTICIPATION_ROLES),
		organisation: text,
		municipalities: codes,
		functionName: text
	}),
	command('PostCardFor', {
		participationId: id,
		roundId: id,
		text,
		stepId: nullableId,
		isWithoutOrigin: v.optional(v.boolean())
	}),
	command('EditCardFor', { participationId: id, roundId: id, cardId: id, text, stepId: nullableId }),
	command('WithdrawCardFor', { participationId: id, roundId: id, cardId: id }),
	command('PlaceDotFor', { participationId: id, roundId: id, item }),
	command('TakeDotFor', { participationId: id, roundId: id, item }),
	command('AddTable', { table }),
	command('ChangeTable', { tableId: id, table, over: v.exactOptional(table) }),
	command('RemoveTable', { tableId: id }),
	command('SeatPeople', { participationIds: people, tableId: nullableId }),
	command('TakeSeat', { tableId: nullableId }),
	command('SpreadPeople', { whom: v.picklist(['everybody', 'unseated']) }),
	command('RotateTables', {}),
	command('SetHost', { tableId: id, participationId: nullableId }),
	command('RaiseHand', {}),
	command('LowerHand', { participationId: id }),
	command('SetReady', { roundId: id, isReady: v.boolean() }),
	command('SetHidden', { roundId: id, cardIds: ids, isHidden: v.boolean() }),
	command('SetSpotlight', { spotlight: v.nullable(v.strictObject({ roundId: id, item })) }),
	command('SendMessage', { text }),
	command('ClearMessage', {}),
	command('SetFrozen', { isFrozen: v.boolean() }),
	command('StartItem', { itemId: id }),
	command('MoveStage', { roundId: id, stage: v.picklist(STAGES) }),
	command('AdjustTimer', { deltaMs: whole }),
	command('PauseTimer', {}),
	command('ResumeTimer', {}),
	command('PostCard', { roundId: id, text, stepId: nullableId, isWithoutOrigin }),
	command('EditCard', { roundId: id, cardId: id, text, stepId: nullableId, isWithoutOrigin }),
	command('WithdrawCard', { roundId: id, cardId: id }),
	command('RedactCard', { roundId: id, cardId: id, reason: text }),
	command('RedactText', {
		target: v.strictObject({ kind: v.picklist(TEXT_KINDS), id }),
		reason: text
	}),
	command('RedactGone', { reason: text }),
	command('PutInCards', {
		roundId: id,
		cards: v.pipe(v.array(putInCard), v.maxLength(ITEMS_PER_COMMAND_MAX))
	}),
	command('TakeOutCards', { roundId: id, cardIds: ids }),
	command('AddStep', { title: text, tableId: nullableId, roundId: nullableId, cardIds: ids }),
	command('RenameStep', { stepId: id, title: text }),
	command('DescribeStep', { stepId: id, details: stepDetails }),
	command('MoveStep', { stepId: id, toIndex: whole }),
	command('RemoveStep', { stepId: id }),
	command('RearrangeSteps', { from: processPart, to: processPart }),
	command('PinItems', { roundId: id, items, stepId: nullableId }),
	command('MakeCluster', { roundId: id, title: text, items }),
	command('RenameCluster', { roundId: id, clusterId: id, title: text }),
	command('AddToCluster', { roundId: id, clusterId: id, cardIds: ids }),
	command('RemoveFromCluster', { roundId: id, cardIds: ids }),
	command('TakeApart', { roundId: id, clusterId: id }),
	command('Rearrange', { roundId: id, from: arrangement, to: arrangement }),
	command('ClassifyItems', { roundId: id, items, codes: itemCodes }),
	command('LinkNeed', link),
	command('UnlinkNeed', link),
	command('AddIdea', { idea, tableId: nullableId, from: roundItems }),
	command('ChangeIdea', { ideaId: id, idea }),
	command('RemoveIdea', { ideaId: id }),
	command('SayInterest', { ideaId: id, interest }),
	command('SayInterestFor', { participationId: id, ideaId: id, interest }),
	command('AddDecision', { decision }),
	command('ChangeDecision', { decisionId: id, decision }),
	command('RemoveDecision', { decisionId: id }),
	command('AddAction', { action }),
	command('ChangeAction', { actionId: id, action }),
	command('RemoveAction', { actionId: id }),
	command('Park', { roundId: nullableId, items, parked, tableId: nullableId }),
	command('ChangeParked', { parkedId: id, owner: v.strictObject(owner) }),
	command('Unpark', { parkedId: id }),
	command('StartVote', { roundId: id, items: v.nullable(items), rules: v.strictObject(dotRules) }),
	command('StartRating', {
		kind: v.picklist(RATING_KINDS),
		ideaIds: v.pipe(v.array(id), v.maxLength(RATING_IDEAS_MAX)),
		criteria: v.nullable(v.pipe(v.array(criterion), v.maxLength(CRITERIA.scaling.length)))
	}),
	command('GiveRating', givenAnswer),
	command('GiveRatingFor', { participationId: id, ...givenAnswer }),
	command('CloseRating', { ratingId: id }),
	command('ShowRating', { shown: v.nullable(v.strictObject({ ratingId: id, ideaId: nullableId })) }),
	command('StartWrapUp', {}),
	command('ShowOutcomes', { isShown: v.boolean() }),
	command('ReadBack', { roundId: id, cardId: id, answer: readBackAnswer }),
	command('ReadBackFor', { participationId: id, roundId: id, cardId: id, answer: readBackAnswer }),
	command('GiveRotiFor', { participationId: id, answer: givenAnswer.answer }),
	command('GiveRoti', { answer: givenAnswer.answer }),
	command('AnswerPiece', { roundId: id, cardId: id, answer: readBackAnswer }),
	command('SendValidation', {}),
	command('MoveRecord', { status: v.picklist(RECORD_STATUSES), reason: text }),
	command('PlaceDot', { roundId: id, item }),
	command('TakeDot', { roundId: id, item })
]);

/** What somebody picked up from the board; null when their hand is empty. */
export const HoldSchema = v.nullable(v.strictObject({ roundId: id, items }));

/** Does not compile when the schema and the domain's commands differ. */
export type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export type Mutable<T> = T extends readonly (infer E)[]
	? Mutable<E>[]
	: T extends object
		? { -readonly [K in keyof T]: Mutable<T[K]> }
		: T;
const areEqual: Equal<v.InferOutput<typeof CommandSchema>, Mutable<Command>> = true;
void areEqual;

/** Random id (at least 64 bits) under which a repeated command is answered like the first. */
export const CommandIdSchema = v.pipe(
	v.string(),
	v.minLength(COMMAND_ID_LENGTH_MIN),
	v.maxLength(ID_LENGTH_MAX)
);

export const CommandEnvelopeSchema = v.strictObject({
	commandId: CommandIdSchema,
	command: CommandSchema
});

export interface CommandEnvelope {
	readonly commandId: string;
	readonly command: Command;
}

/** The envelope, or null when it is anything else than exactly what we speak. */
export function parseEnvelope(input: unknown): CommandEnvelope | null {
	const result = v.safeParse(CommandEnvelopeSchema, input, { abortEarly: true });
	return result.success ? result.output : null;
}
