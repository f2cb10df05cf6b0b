import { isDeepStrictEqual } from 'node:util';
import { describe } from 'vitest';
import { law, mustEqual, mustHold, playNoting } from '../../../../tests/kit/law.ts';
import type { CommandType } from '../commands.ts';
import { decide } from '../decide.ts';
import type { WorksessionEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Outcome } from '../outcome.ts';
import type { Rejection } from '../rejections.ts';
import type { Worksession } from '../worksession.ts';

describe('[P1] asking twice', () => {
	law(
		'[P1] the same question gets the same answer, and an act repeated does not count double',
		(world, seen) => {
			playNoting(world, seen, ({ before, after, command, who, outcome, contextOf }) => {
				mustEqual(decide(before, command, contextOf(who)), outcome, 'a decision depends on nothing else');
				if (!outcome.ok) return;
				const repeated = decide(after, command, contextOf(who));
				mustHold(isRepeat(REPEATED[command.type], repeated, after), `${command.type} repeated`);
			});
		}
	);
});

/**
 * What a command that succeeded is answered when it comes again under another id. `command id` marks the ones that ask for one
 * more: there the room recognises the repeated id.
 */
type Repeat = 'nothing' | 'the same again' | 'command id' | Rejection;

const REPEATED: Readonly<Record<CommandType, Repeat>> = {
	ChangeFacts: 'the same again',
	ChangeAuthorVisibility: 'nothing',
	ChangeRound: 'the same again',
	ChangeBreak: 'the same again',
	AddRound: 'command id',
	AddBreak: 'command id',
	DuplicateItem: 'command id',
	MoveItem: 'nothing',
	RemoveItem: 'unknown-agenda-item',
	PlanMinutes: 'the same again',
	AddExample: 'command id',
	ChangeExample: 'the same again',
	RemoveExample: 'unknown-example',
	OpenDoors: 'nothing',
	CloseWorksession: 'worksession-closed',
	Join: 'already-joined',
	Greet: 'nothing',
	SetLobbyLocked: 'nothing',
	RemovePerson: 'unknown-person',
	ReadmitPerson: 'unknown-person',
	MergePeople: 'unknown-person',
	AddPerson: 'command id',
	PostCardFor: 'command id',
	EditCardFor: 'nothing',
	WithdrawCardFor: 'unknown-card',
	PlaceDotFor: 'command id',
	TakeDotFor: 'command id',
	AddTable: 'command id',
	ChangeTable: 'the same again',
	RemoveTable: 'unknown-table',
	SeatPeople: 'nothing',
	TakeSeat: 'nothing',
	SpreadPeople: 'nothing',
	RotateTables: 'command id',
	SetHost: 'nothing',
	RedactCard: 'nothing',
	RedactText: 'nothing',
	RedactGone: 'the same again',
	PutInCards: 'command id',
	TakeOutCards: 'unknown-card',
	RaiseHand: 'nothing',
	LowerHand: 'nothing',
	SetReady: 'nothing',
	SetSpotlight: 'nothing',
	SetHidden: 'nothing',
	SendMessage: 'command id',
	ClearMessage: 'nothing',
	SetFrozen: 'nothing',
	StartItem: 'nothing',
	MoveStage: 'nothing',
	AdjustTimer: 'command id',
	PauseTimer: 'nothing',
	ResumeTimer: 'nothing',
	PostCard: 'command id',
	EditCard: 'nothing',
	WithdrawCard: 'unknown-card',
	AddStep: 'command id',
	RenameStep: 'nothing',
	DescribeStep: 'nothing',
	ClassifyItems: 'nothing',
	MoveStep: 'nothing',
	RemoveStep: 'unknown-step',
	PinItems: 'nothing',
	MakeCluster: 'command id',
	RenameCluster: 'nothing',
	AddToCluster: 'nothing',
	RemoveFromCluster: 'nothing',
	TakeApart: 'unknown-cluster',
	Rearrange: 'changed-since',
	RearrangeSteps: 'changed-since',
	LinkNeed: 'nothing',
	UnlinkNeed: 'nothing',
	AddIdea: 'command id',
	ChangeIdea: 'nothing',
	RemoveIdea: 'unknown-idea',
	AddDecision: 'command id',
	ChangeDecision: 'nothing',
	RemoveDecision: 'unknown-decision',
	AddAction: 'command id',
	ChangeAction: 'nothing',
	RemoveAction: 'unknown-action',
	Park: 'command id',
	ChangeParked: 'the same again',
	Unpark: 'unknown-parked',
	StartVote: 'wrong-stage',
	StartRating: 'rating-open',
	GiveRating: 'nothing',
	GiveRatingFor: 'nothing',
	SayInterest: 'nothing',
	SayInterestFor: 'nothing',
	ReadBackFor: 'nothing',
	GiveRotiFor: 'nothing',
	CloseRating: 'nothing',
	ShowRating: 'nothing',
	StartWrapUp: 'nothing',
	ShowOutcomes: 'nothing',
	ReadBack: 'nothing',
	GiveRoti: 'nothing',
	MoveRecord: 'nothing',
	AnswerPiece: 'nothing',
	SendValidation: 'answer-sent',
	PlaceDot: 'command id',
	TakeDot: 'command id'
};

function isRepeat(
	repeat: Repeat,
	outcome: Outcome<readonly WorksessionEvent[]>,
	state: Worksession
): boolean {
	switch (repeat) {
		case 'command id':
			return true;
		case 'nothing':
			return outcome.ok && outcome.value.length === 0;
		case 'the same again':
			return outcome.ok && isDeepStrictEqual(outcome.value.reduce(evolve, state), state);
		default:
			return !outcome.ok && outcome.rejection === repeat;
	}
}
