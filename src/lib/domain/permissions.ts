import type { Actor, Command, CommandType } from './commands.ts';
import type { Rejection } from './rejections.ts';
import type { Worksession } from './worksession.ts';
import { own } from './keyed.ts';
import type { Doors, Role, Stage } from './vocabulary.ts';

/** When a command is allowed at all. `stages` speaks of the round that the command names. */
export interface Permission {
	readonly roles: readonly Role[];
	readonly doors: readonly Doors[];
	readonly stages?: readonly Stage[];
}

const facilitator: readonly Role[] = ['facilitator'];
const participant: readonly Role[] = ['participant'];
const everybody: readonly Role[] = ['facilitator', 'participant'];
const beforeAndDuring: readonly Doors[] = ['prepared', 'open'];
const during: readonly Doors[] = ['open'];

/** The one table of who may do what when (R2). What it does not allow is refused before any other rule is asked. */
export const PERMISSIONS: { readonly [T in CommandType]: Permission } = {
	ChangeFacts: { roles: facilitator, doors: beforeAndDuring },
	ChangeAuthorVisibility: { roles: facilitator, doors: beforeAndDuring },
	ChangeRound: { roles: facilitator, doors: beforeAndDuring },
	ChangeBreak: { roles: facilitator, doors: beforeAndDuring },
	AddExample: { roles: facilitator, doors: beforeAndDuring },
	ChangeExample: { roles: facilitator, doors: beforeAndDuring },
	RemoveExample: { roles: facilitator, doors: beforeAndDuring },
	OpenDoors: { roles: facilitator, doors: beforeAndDuring },
	CloseWorksession: { roles: facilitator, doors: during },
	Join: { roles: participant, doors: during },
	Greet: { roles: participant, doors: during },
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
	AddStep: { roles: facilitator, doors: beforeAndDuring },
	RenameStep: { roles: facilitator, doors: beforeAndDuring },
	MoveStep: { roles: facilitator, doors: beforeAndDuring },
	RemoveStep: { roles: facilitator, doors: beforeAndDuring },
	PinItems: { roles: facilitator, doors: during, stages: ['sharing', 'arranging', 'voting'] },
	MakeCluster: { roles: facilitator, doors: during, stages: ['sharing', 'arranging'] },
	RenameCluster: { roles: facilitator, doors: during, stages: ['sharing', 'arranging', 'voting'] },
	AddToCluster: { roles: facilitator, doors: during, stages: ['sharing', 'arranging'] },
	RemoveFromCluster: { roles: facilitator, doors: during, stages: ['sharing', 'arranging'] },
	TakeApart: { roles: facilitator, doors: during, stages: ['sharing', 'arranging'] },
	LinkNeed: { roles: facilitator, doors: during, stages: ['sharing', 'arranging', 'voting', 'closed'] },
	UnlinkNeed: { roles: facilitator, doors: during, stages: ['sharing', 'arranging', 'voting', 'closed'] },
	PlaceDot: { roles: participant, doors: during, stages: ['voting'] },
	TakeDot: { roles: participant, doors: during, stages: ['voting'] }
};

/** What a participant may do while the facilitator holds all input. */
const WHILE_FROZEN: ReadonlySet<CommandType> = new Set(['Join', 'RaiseHand', 'LowerHand']);

/** Why the table refuses this command, or null when it allows it. */
export function refusal(state: Worksession, command: Command, actor: Actor): Rejection | null {
	const permission = PERMISSIONS[command.type];
	if (!permission.roles.includes(actor.role)) return 'not-allowed';
	if (!permission.doors.includes(state.doors)) return doorsRefusal(state.doors);
	const joined = actor.role === 'facilitator' || own(state.participations, actor.participationId);
	if (!joined && command.type !== 'Join') return 'not-joined';
	if (state.isFrozen && actor.role === 'participant' && !WHILE_FROZEN.has(command.type)) return 'frozen';
	return permission.stages ? stageRefusal(state, command, permission.stages) : null;
}

function doorsRefusal(doors: Doors): Rejection {
	return doors === 'closed' ? 'worksession-closed' : 'doors-not-open';
}

function stageRefusal(state: Worksession, command: Command, stages: readonly Stage[]): Rejection | null {
	const roundId = 'roundId' in command ? command.roundId : null;
	const round = roundId === null ? undefined : own(state.rounds, roundId);
	if (!round) return 'unknown-round';
	return stages.includes(round.stage) ? null : 'wrong-stage';
}
