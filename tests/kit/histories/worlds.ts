import fc from 'fast-check';
import {
	AUTHOR_VISIBILITIES,
	BUDGETS_PER,
	STAGES,
	type RoundKind,
	type AuthorVisibility,
	type BudgetPer,
	type Stage
} from '#lib/domain/vocabulary.ts';
import type { CommandType } from '#lib/domain/commands.ts';

/**
 * Random days for the laws: what a facilitator and a few participants may do in any order, sensible or not, on things that
 * exist, are hidden from them, belong to someone else or never were. A world is plain data, so a failing one shrinks well.
 */
export interface World {
	readonly kinds: readonly RoundKind[];
	readonly authorVisibility: AuthorVisibility;
	readonly isTrial: boolean;
	/** Whose dots a budget is in every round, until somebody changes one. */
	readonly budgetPer: BudgetPer;
	/** A history that begins in a vote begins in a second one, on two items. */
	readonly hasVotedBefore: boolean;
	/** Steps, examples, tables and agenda items are one short of their maximum. */
	readonly isNearlyFull: boolean;
	/** Where the group is when the history starts; before that, everybody but the last has joined and written something. */
	readonly begin: 'doors closed' | 'lobby' | Stage;
	/** Two tables, at which everybody sits, or none. */
	readonly hasTables: boolean;
	/** A history that begins in a round begins while the room rates an idea. */
	readonly isRating: boolean;
	/** A history that begins in a round begins while everybody looks back at what they wrote; that ends a rating. */
	readonly isWrappingUp: boolean;
	readonly people: number;
	readonly choices: readonly Choice[];
}

/** What is asked, and the chance from which its particulars follow. */
interface Choice {
	readonly type: CommandType;
	readonly seed: number;
}

/** How often each command is asked, in parts of the sum. */
const WEIGHTS: Readonly<Record<CommandType, number>> = {
	PostCard: 66,
	EditCard: 20,
	WithdrawCard: 20,
	StartItem: 7,
	MoveStage: 24,
	PlaceDot: 60,
	TakeDot: 10,
	AddDecision: 8,
	ChangeDecision: 7,
	RemoveDecision: 5,
	AddAction: 8,
	ChangeAction: 10,
	RemoveAction: 5,
	Park: 14,
	ChangeParked: 8,
	Unpark: 6,
	StartVote: 10,
	StartRating: 16,
	GiveRating: 32,
	GiveRatingFor: 10,
	SayInterest: 18,
	SayInterestFor: 4,
	CloseRating: 8,
	ShowRating: 10,
	AddIdea: 28,
	ChangeIdea: 12,
	RemoveIdea: 8,
	MakeCluster: 20,
	AddToCluster: 18,
	RemoveFromCluster: 8,
	RenameCluster: 5,
	TakeApart: 5,
	Rearrange: 34,
	PinItems: 12,
	LinkNeed: 30,
	UnlinkNeed: 24,
	ClassifyItems: 12,
	AddStep: 24,
	PutInCards: 9,
	TakeOutCards: 8,
	AddRound: 5,
	AddBreak: 5,
	DuplicateItem: 3,
	MoveItem: 4,
	RemoveItem: 24,
	PlanMinutes: 7,
	SetLobbyLocked: 4,
	RemovePerson: 5,
	ReadmitPerson: 6,
	MergePeople: 4,
	AddPerson: 6,
	PostCardFor: 8,
	EditCardFor: 5,
	WithdrawCardFor: 4,
	PlaceDotFor: 12,
	TakeDotFor: 4,
	AddTable: 12,
	ChangeTable: 4,
	RemoveTable: 3,
	SeatPeople: 9,
	TakeSeat: 8,
	SpreadPeople: 5,
	RotateTables: 5,
	SetHost: 10,
	RenameStep: 5,
	DescribeStep: 5,
	SetHidden: 8,
	RedactCard: 20,
	RedactText: 10,
	RedactGone: 4,
	MoveStep: 6,
	RemoveStep: 4,
	RearrangeSteps: 12,
	AdjustTimer: 6,
	PauseTimer: 4,
	ResumeTimer: 4,
	Join: 14,
	Greet: 6,
	RaiseHand: 8,
	LowerHand: 8,
	SetReady: 10,
	SetSpotlight: 8,
	SendMessage: 5,
	ClearMessage: 4,
	SetFrozen: 4,
	ChangeFacts: 5,
	ChangeAuthorVisibility: 8,
	ChangeRound: 9,
	ChangeBreak: 5,
	AddExample: 14,
	ChangeExample: 5,
	RemoveExample: 3,
	OpenDoors: 9,
	CloseWorksession: 1,
	StartWrapUp: 4,
	ShowOutcomes: 2,
	ReadBack: 34,
	ReadBackFor: 5,
	GiveRoti: 16,
	GiveRotiFor: 3,
	MoveRecord: 2,
	AnswerPiece: 2,
	SendValidation: 1
};

const choice: fc.Arbitrary<Choice> = fc.record({
	type: fc.oneof(
		...Object.entries(WEIGHTS).map(([type, weight]) => ({
			weight,
			arbitrary: fc.constant(type as CommandType)
		}))
	),
	seed: fc.nat(0x7fff_ffff)
});

const QUESTIONS = ['process', 'strengths', 'bottlenecks', 'needs'] as const satisfies readonly RoundKind[];

export const worlds: fc.Arbitrary<World> = fc.record({
	kinds: fc
		.tuple(
			fc.oneof(
				{ weight: 9, arbitrary: fc.shuffledSubarray([...QUESTIONS], { minLength: 2 }) },
				{ weight: 5, arbitrary: fc.constantFrom(...QUESTIONS).map((kind) => [kind]) }
			),
			fc.oneof(
				{ weight: 3, arbitrary: fc.constant<RoundKind[]>([]) },
				{
					weight: 1,
					arbitrary: fc.constantFrom<RoundKind[]>(['introduction'], ['ideas'], ['rating'], ['checkout'])
				}
			)
		)
		.map(([questions, around]) => [...questions, ...around]),
	authorVisibility: fc.constantFrom(...AUTHOR_VISIBILITIES),
	isTrial: fc.boolean(),
	budgetPer: fc.constantFrom(...BUDGETS_PER),
	hasVotedBefore: fc.boolean(),
	isNearlyFull: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(false) },
		{ weight: 1, arbitrary: fc.constant(true) }
	),
	begin: fc.oneof(
		{ weight: 1, arbitrary: fc.constant('doors closed' as const) },
		{ weight: 1, arbitrary: fc.constant('lobby' as const) },
		{ weight: 10, arbitrary: fc.constantFrom(...STAGES) }
	),
	hasTables: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(true) },
		{ weight: 1, arbitrary: fc.constant(false) }
	),
	isRating: fc.boolean(),
	isWrappingUp: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(false) },
		{ weight: 1, arbitrary: fc.constant(true) }
	),
	people: fc.integer({ min: 2, max: 4 }),
	choices: fc.array(choice, { minLength: 1, maxLength: 120, size: 'max' })
});
