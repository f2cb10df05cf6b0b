import type { Actor, Command, CommandType } from './commands.ts';
import { own } from './keyed.ts';
import type { Rejection } from './rejections.ts';
import { hostedTable } from './people/tables.ts';
import { touchesOtherTables } from './people/table-scope.ts';
import { DOORS, type Doors, type Role, type Stage } from './vocabulary.ts';
import type { Worksession } from './worksession.ts';

/** When a command is allowed at all. `stages` speaks of the round that the command names. */
export interface Permission {
	readonly roles: readonly Role[];
	readonly doors: readonly Doors[];
	readonly stages?: readonly Stage[];
}

const facilitator: readonly Role[] = ['facilitator'];
/** A host arranges what lies at the table they lead, and nothing else. */
const arrangers: readonly Role[] = ['facilitator', 'host'];
const participant: readonly Role[] = ['participant'];
const everybody: readonly Role[] = ['facilitator', 'participant'];
const beforeAndDuring: readonly Doors[] = ['prepared', 'open'];
const during: readonly Doors[] = ['open'];
const afterwards: readonly Doors[] = ['closed'];

/** The one table of who may do what when (R2). What it does not allow is refused before any other rule is asked. */
export const PERMISSIONS: { readonly [T in CommandType]: Permission } = {
	ChangeFacts: { roles: facilitator, doors: beforeAndDuring },
	ChangeAuthorVisibility: { roles: facilitator, doors: beforeAndDuring },
	ChangeRound: { roles: facilitator, doors: beforeAndDuring },
	ChangeBreak: { roles: facilitator, doors: beforeAndDuring },
	AddRound: { roles: facilitator, doors: beforeAndDuring },
	AddBreak: { roles: facilitator, doors: beforeAndDuring },
	DuplicateItem: { roles: facilitator, doors: beforeAndDuring },
	MoveItem: { roles: facilitator, doors: beforeAndDuring },
	RemoveItem: { roles: facilitator, doors: beforeAndDuring },
	PlanMinutes: { roles: facilitator, doors: beforeAndDuring },
	AddExample: { roles: facilitator, doors: beforeAndDuring },
	ChangeExample: { roles: facilitator, doors: beforeAndDuring },
	RemoveExample: { roles: facilitator, doors: beforeAndDuring },
	OpenDoors: { roles: facilitator, doors: beforeAndDuring },
	CloseWorksession: { roles: facilitator, doors: during },
	Join: { roles: ['participant', 'observer'], doors: during },
	Greet: { roles: participant, doors: during },
	SetLobbyLocked: { roles: facilitator, doors: during },
	RemovePerson: { roles: facilitator, doors: during },
	ReadmitPerson: { roles: facilitator, doors: during },
	MergePeople: { roles: facilitator, doors: during },
	AddPerson: { roles: facilitator, doors: during },
	PostCardFor: {
		roles: facilitator,
		doors: during,
		stages: ['writing', 'sharing', 'arranging', 'voting', 'closed']
	},
	EditCardFor: { roles: facilitator, doors: during, stages: ['writing', 'sharing', 'arranging'] },
	WithdrawCardFor: { roles: facilitator, doors: during, stages: ['writing', 'sharing', 'arranging'] },
	PlaceDotFor: { roles: facilitator, doors: during, stages: ['voting'] },
	TakeDotFor: { roles: facilitator, doors: during, stages: ['voting'] },
	AddTable: { roles: facilitator, doors: beforeAndDuring },
	ChangeTable: { roles: facilitator, doors: beforeAndDuring },
	RemoveTable: { roles: facilitator, doors: beforeAndDuring },
	SeatPeople: { roles: facilitator, doors: during },
	TakeSeat: { roles: participant, doors: during },
	SpreadPeople: { roles: facilitator, doors: during },
	RotateTables: { roles: facilitator, doors: during },
	SetHost: { roles: facilitator, doors: during },
	RaiseHand: { roles: participant, doors: during },
	LowerHand: { roles: everybody, doors: during },
	SetReady: { roles: participant, doors: during, stages: ['writing', 'sharing', 'arranging', 'voting'] },
	SetSpotlight: { roles: facilitator, doors: during },
	SendMessage: { roles: facilitator, doors: during },
	ClearMessage: { roles: facilitator, doors: during },
	SetFrozen: { roles: facilitator, doors: during },
	StartItem: { roles: facilitator, doors: during },
	MoveStage: { roles: facilitator, doors: during },
	AdjustTimer: { roles: facilitator, doors: during },
	PauseTimer: { roles: facilitator, doors: during },
	ResumeTimer: { roles: facilitator, doors: during },
	PostCard: {
		roles: participant,
		doors: during,
		stages: ['writing', 'sharing', 'arranging', 'voting', 'closed']
	},
	EditCard: { roles: participant, doors: during, stages: ['writing', 'sharing', 'arranging'] },
	WithdrawCard: { roles: participant, doors: during, stages: ['writing', 'sharing', 'arranging'] },
	SetHidden: { roles: facilitator, doors: during, stages: ['sharing', 'arranging', 'voting', 'closed'] },
	RedactCard: { roles: everybody, doors: DOORS },
	RedactText: { roles: facilitator, doors: DOORS },
	RedactGone: { roles: facilitator, doors: DOORS },
	PutInCards: { roles: facilitator, doors: beforeAndDuring, stages: ['waiting', 'writing'] },
	TakeOutCards: { roles: facilitator, doors: beforeAndDuring, stages: ['waiting', 'writing'] },
	AddStep: { roles: arrangers, doors: beforeAndDuring },
	RenameStep: { roles: arrangers, doors: beforeAndDuring },
	DescribeStep: { roles: arrangers, doors: beforeAndDuring },
	MoveStep: { roles: arrangers, doors: beforeAndDuring },
	RemoveStep: { roles: arrangers, doors: beforeAndDuring },
	RearrangeSteps: { roles: arrangers, doors: beforeAndDuring },
	PinItems: { roles: arrangers, doors: during, stages: ['sharing', 'arranging', 'voting'] },
	MakeCluster: { roles: arrangers, doors: during, stages: ['sharing', 'arranging'] },
	RenameCluster: { roles: arrangers, doors: during, stages: ['sharing', 'arranging', 'voting'] },
	AddToCluster: { roles: arrangers, doors: during, stages: ['sharing', 'arranging'] },
	RemoveFromCluster: { roles: arrangers, doors: during, stages: ['sharing', 'arranging'] },
	TakeApart: { roles: arrangers, doors: during, stages: ['sharing', 'arranging'] },
	Rearrange: { roles: arrangers, doors: during, stages: ['sharing', 'arranging', 'voting', 'closed'] },
	ClassifyItems: { roles: arrangers, doors: during, stages: ['sharing', 'arranging', 'voting', 'closed'] },
	LinkNeed: { roles: arrangers, doors: during, stages: ['sharing', 'arranging', 'voting', 'closed'] },
	UnlinkNeed: { roles: arrangers, doors: during, stages: ['sharing', 'arranging', 'voting', 'closed'] },
	AddIdea: { roles: arrangers, doors: during },
	ChangeIdea: { roles: arrangers, doors: during },
	RemoveIdea: { roles: arrangers, doors: during },
	SayInterest: { roles: participant, doors: during },
	SayInterestFor: { roles: facilitator, doors: during },
	ReadBackFor: { roles: facilitator, doors: during },
	GiveRotiFor: { roles: facilitator, doors: during },
	AddDecision: { roles: facilitator, doors: during },
	ChangeDecision: { roles: facilitator, doors: during },
	RemoveDecision: { roles: facilitator, doors: during },
	AddAction: { roles: facilitator, doors: during },
	ChangeAction: { roles: facilitator, doors: during },
	RemoveAction: { roles: facilitator, doors: during },
	Park: { roles: arrangers, doors: during },
	ChangeParked: { roles: arrangers, doors: during },
	Unpark: { roles: arrangers, doors: during },
	StartVote: { roles: facilitator, doors: during, stages: ['closed'] },
	StartRating: { roles: facilitator, doors: during },
	GiveRating: { roles: participant, doors: during },
	GiveRatingFor: { roles: facilitator, doors: during },
	CloseRating: { roles: facilitator, doors: during },
	ShowRating: { roles: facilitator, doors: during },
	StartWrapUp: { roles: facilitator, doors: during },
	ShowOutcomes: { roles: facilitator, doors: during },
	ReadBack: { roles: participant, doors: during },
	GiveRoti: { roles: participant, doors: during },
	AnswerPiece: { roles: ['municipality'], doors: afterwards },
	SendValidation: { roles: ['municipality'], doors: afterwards },
	MoveRecord: { roles: facilitator, doors: afterwards },
	PlaceDot: { roles: participant, doors: during, stages: ['voting'] },
	TakeDot: { roles: participant, doors: during, stages: ['voting'] }
};

/** What a participant may do while the facilitator holds all input. */
const WHILE_FROZEN: ReadonlySet<CommandType> = new Set(['Join', 'RaiseHand', 'LowerHand']);

/** Why the table refuses this command, or null when it allows it. */
export function refusal(state: Worksession, command: Command, actor: Actor): Rejection | null {
	const permission = PERMISSIONS[command.type];
	const allowed = rolesOf(state, actor).filter((role) => permission.roles.includes(role));
	if (allowed.length === 0) return 'not-allowed';
	if (!permission.doors.includes(state.doors)) return doorsRefusal(state.doors, permission);
	const joined = actor.role !== 'participant' || own(state.participations, actor.participationId);
	if (!joined && command.type !== 'Join') return 'not-joined';
	if (state.isFrozen && actor.role === 'participant' && !WHILE_FROZEN.has(command.type)) return 'frozen';
	const wrongStage = permission.stages ? stageRefusal(state, command, permission.stages) : null;
	return wrongStage ?? (allowed.includes('host') ? tableRefusal(state, command, actor) : null);
}

/** As what this actor may act. Whoever has not joined is at the door, like a participant. */
export function rolesOf(state: Worksession, actor: Actor): readonly Role[] {
	if (actor.role !== 'participant') return [actor.role];
	const person = own(state.participations, actor.participationId);
	if (person?.role === 'observer') return ['observer'];
	return hostedTable(state, actor.participationId) === null ? ['participant'] : ['participant', 'host'];
}

/** What a host may do at no other table than their own. */
function tableRefusal(state: Worksession, command: Command, actor: Actor): Rejection | null {
	const tableId = actor.role === 'participant' ? hostedTable(state, actor.participationId) : null;
	return tableId === null || touchesOtherTables(state, command, tableId) ? 'other-table' : null;
}

function doorsRefusal(doors: Doors, permission: Permission): Rejection {
	if (permission.doors === afterwards) return 'worksession-open';
	return doors === 'closed' ? 'worksession-closed' : 'doors-not-open';
}

function stageRefusal(state: Worksession, command: Command, stages: readonly Stage[]): Rejection | null {
	const roundId = 'roundId' in command ? command.roundId : null;
	const round = roundId === null ? undefined : own(state.rounds, roundId);
	if (!round) return 'unknown-round';
	return stages.includes(round.stage) ? null : 'wrong-stage';
}
