import { describe, expect, test } from 'vitest';
import {
	actorFor,
	anOpenWorksession,
	aRoundWithSettings,
	aWorksession,
	participationId,
	roundId,
	type Story
} from '../../../tests/kit/worksession.ts';
import type { Command, CommandType } from './commands.ts';
import { NEW_IDEA } from './choose/ideas.ts';
import { PERMISSIONS, refusal } from './permissions.ts';
import type { Rejection } from './rejections.ts';
import { DOORS, STAGES, type Doors, type Stage } from './vocabulary.ts';
import type { Worksession } from './worksession.ts';
import { NO_DETAILS } from './board/step-details.ts';

/**
 * Who may do what when, written a second time and by hand: one letter per door (p prepared, o open, c closed) and per stage of
 * the round a command names (w writing … C closed; - for commands that name none). The table under test says the same in
 * its own words, and the matrix below asks it every combination.
 */
/** `arrangers` are the facilitator and whoever leads the table; `both` are the facilitator and every participant; `anyone` at the door, also who only looks on. */
type Who = 'municipality' | 'facilitator' | 'participant' | 'both' | 'arrangers' | 'anyone';

const EXPECTED: Readonly<Record<CommandType, readonly [who: Who, doors: string, stages: string]>> = {
	ChangeFacts: ['facilitator', 'po', '-'],
	ChangeAuthorVisibility: ['facilitator', 'po', '-'],
	ChangeRound: ['facilitator', 'po', '-'],
	ChangeBreak: ['facilitator', 'po', '-'],
	AddRound: ['facilitator', 'po', '-'],
	AddBreak: ['facilitator', 'po', '-'],
	DuplicateItem: ['facilitator', 'po', '-'],
	MoveItem: ['facilitator', 'po', '-'],
	RemoveItem: ['facilitator', 'po', '-'],
	PlanMinutes: ['facilitator', 'po', '-'],
	AddExample: ['facilitator', 'po', '-'],
	ChangeExample: ['facilitator', 'po', '-'],
	RemoveExample: ['facilitator', 'po', '-'],
	OpenDoors: ['facilitator', 'po', '-'],
	CloseWorksession: ['facilitator', 'o', '-'],
	StartWrapUp: ['facilitator', 'o', '-'],
	ShowOutcomes: ['facilitator', 'o', '-'],
	MoveRecord: ['facilitator', 'c', '-'],
	AnswerPiece: ['municipality', 'c', '-'],
	SendValidation: ['municipality', 'c', '-'],
	ReadBack: ['participant', 'o', '-'],
	GiveRoti: ['participant', 'o', '-'],
	SayInterest: ['participant', 'o', '-'],
	SayInterestFor: ['facilitator', 'o', '-'],
	ReadBackFor: ['facilitator', 'o', '-'],
	GiveRotiFor: ['facilitator', 'o', '-'],
	Join: ['anyone', 'o', '-'],
	Greet: ['participant', 'o', '-'],
	SetLobbyLocked: ['facilitator', 'o', '-'],
	RemovePerson: ['facilitator', 'o', '-'],
	ReadmitPerson: ['facilitator', 'o', '-'],
	MergePeople: ['facilitator', 'o', '-'],
	AddPerson: ['facilitator', 'o', '-'],
	PostCardFor: ['facilitator', 'o', 'wsavC'],
	EditCardFor: ['facilitator', 'o', 'wsa'],
	WithdrawCardFor: ['facilitator', 'o', 'wsa'],
	PlaceDotFor: ['facilitator', 'o', 'v'],
	TakeDotFor: ['facilitator', 'o', 'v'],
	AddTable: ['facilitator', 'po', '-'],
	ChangeTable: ['facilitator', 'po', '-'],
	RemoveTable: ['facilitator', 'po', '-'],
	SeatPeople: ['facilitator', 'o', '-'],
	TakeSeat: ['participant', 'o', '-'],
	SpreadPeople: ['facilitator', 'o', '-'],
	RotateTables: ['facilitator', 'o', '-'],
	SetHost: ['facilitator', 'o', '-'],
	RedactCard: ['both', 'poc', '-'],
	RedactText: ['facilitator', 'poc', '-'],
	RedactGone: ['facilitator', 'poc', '-'],
	PutInCards: ['facilitator', 'po', 'qw'],
	TakeOutCards: ['facilitator', 'po', 'qw'],
	RaiseHand: ['participant', 'o', '-'],
	LowerHand: ['both', 'o', '-'],
	SetReady: ['participant', 'o', 'wsav'],
	SetHidden: ['facilitator', 'o', 'savC'],
	SetSpotlight: ['facilitator', 'o', '-'],
	SendMessage: ['facilitator', 'o', '-'],
	ClearMessage: ['facilitator', 'o', '-'],
	SetFrozen: ['facilitator', 'o', '-'],
	StartItem: ['facilitator', 'o', '-'],
	MoveStage: ['facilitator', 'o', '-'],
	AdjustTimer: ['facilitator', 'o', '-'],
	PauseTimer: ['facilitator', 'o', '-'],
	ResumeTimer: ['facilitator', 'o', '-'],
	PostCard: ['participant', 'o', 'wsavC'],
	EditCard: ['participant', 'o', 'wsa'],
	WithdrawCard: ['participant', 'o', 'wsa'],
	AddStep: ['arrangers', 'po', '-'],
	RenameStep: ['arrangers', 'po', '-'],
	DescribeStep: ['arrangers', 'po', '-'],
	ClassifyItems: ['arrangers', 'o', 'savC'],
	MoveStep: ['arrangers', 'po', '-'],
	RemoveStep: ['arrangers', 'po', '-'],
	PinItems: ['arrangers', 'o', 'sav'],
	MakeCluster: ['arrangers', 'o', 'sa'],
	RenameCluster: ['arrangers', 'o', 'sav'],
	AddToCluster: ['arrangers', 'o', 'sa'],
	RemoveFromCluster: ['arrangers', 'o', 'sa'],
	TakeApart: ['arrangers', 'o', 'sa'],
	Rearrange: ['arrangers', 'o', 'savC'],
	RearrangeSteps: ['arrangers', 'po', '-'],
	LinkNeed: ['arrangers', 'o', 'savC'],
	UnlinkNeed: ['arrangers', 'o', 'savC'],
	AddIdea: ['arrangers', 'o', '-'],
	ChangeIdea: ['arrangers', 'o', '-'],
	RemoveIdea: ['arrangers', 'o', '-'],
	AddDecision: ['facilitator', 'o', '-'],
	ChangeDecision: ['facilitator', 'o', '-'],
	RemoveDecision: ['facilitator', 'o', '-'],
	AddAction: ['facilitator', 'o', '-'],
	ChangeAction: ['facilitator', 'o', '-'],
	RemoveAction: ['facilitator', 'o', '-'],
	Park: ['arrangers', 'o', '-'],
	ChangeParked: ['arrangers', 'o', '-'],
	Unpark: ['arrangers', 'o', '-'],
	StartVote: ['facilitator', 'o', 'C'],
	StartRating: ['facilitator', 'o', '-'],
	GiveRating: ['participant', 'o', '-'],
	GiveRatingFor: ['facilitator', 'o', '-'],
	CloseRating: ['facilitator', 'o', '-'],
	ShowRating: ['facilitator', 'o', '-'],
	PlaceDot: ['participant', 'o', 'v'],
	TakeDot: ['participant', 'o', 'v']
};

const STAGE_LETTERS: Readonly<Record<Stage, string>> = {
	waiting: 'q',
	writing: 'w',
	sharing: 's',
	arranging: 'a',
	voting: 'v',
	closed: 'C'
};

const ROUND = roundId('needs');
/** The table that Dora leads. */
const TABLE = 'table-1';
const item = { kind: 'card', id: 'card-1' } as const;
const example = { name: 'Voorbeeld', summary: '', municipalities: [] };
const idea = { ...NEW_IDEA, title: 't' };
const decision = { text: 't', reason: '', dissents: [], ideaId: null };
const action = { text: 't', ownerId: null, ownerName: '', dueOn: null, source: null };
const link = { roundId: ROUND, need: item, bottleneckRoundId: roundId('bottlenecks'), bottleneck: item };

const given = { ratingId: 'r', ideaId: 'i', criterion: 'waarde', answer: { score: 4, reason: '' } } as const;

/** One of each; a missing one does not compile. */
const COMMANDS: { readonly [T in CommandType]: Extract<Command, { type: T }> } = {
	ChangeFacts: {
		type: 'ChangeFacts',
		over: null,
		facts: { title: 't', theme: 'ondermijning', group: 'mixed', date: null, startsAt: '09:00', place: '' }
	},
	ChangeAuthorVisibility: { type: 'ChangeAuthorVisibility', authorVisibility: 'open' },
	ChangeRound: { type: 'ChangeRound', roundId: ROUND, settings: aRoundWithSettings() },
	ChangeBreak: { type: 'ChangeBreak', itemId: 'break-lunch', title: 't', minutes: 1 },
	AddExample: { type: 'AddExample', example },
	ChangeExample: { type: 'ChangeExample', exampleId: 'e', example },
	RemoveExample: { type: 'RemoveExample', exampleId: 'e' },
	OpenDoors: { type: 'OpenDoors' },
	CloseWorksession: { type: 'CloseWorksession' },
	Join: {
		type: 'Join',
		role: 'follower',
		organisation: '',
		municipalities: [],
		functionName: '',
		noticeVersion: 'n'
	},
	Greet: { type: 'Greet', text: 'hoi' },
	AddRound: { type: 'AddRound', kind: 'ideas', settings: null, toIndex: 0 },
	AddBreak: { type: 'AddBreak', title: 't', minutes: 1, toIndex: 0 },
	DuplicateItem: { type: 'DuplicateItem', itemId: ROUND },
	MoveItem: { type: 'MoveItem', itemId: ROUND, toIndex: 0 },
	RemoveItem: { type: 'RemoveItem', itemId: ROUND },
	PlanMinutes: { type: 'PlanMinutes', changes: [] },
	SetLobbyLocked: { type: 'SetLobbyLocked', isLocked: true },
	RemovePerson: { type: 'RemovePerson', participationId: participationId('anna'), withCards: false },
	ReadmitPerson: { type: 'ReadmitPerson', participationId: participationId('anna') },
	MergePeople: { type: 'MergePeople', fromId: participationId('anna'), intoId: participationId('bram') },
	AddPerson: {
		type: 'AddPerson',
		name: 'Els',
		role: 'follower',
		organisation: '',
		municipalities: [],
		functionName: ''
	},
	PostCardFor: { type: 'PostCardFor', participationId: 'p', roundId: ROUND, text: 't', stepId: null },
	EditCardFor: {
		type: 'EditCardFor',
		participationId: 'p',
		roundId: ROUND,
		cardId: 'card-1',
		text: 't',
		stepId: null
	},
	WithdrawCardFor: { type: 'WithdrawCardFor', participationId: 'p', roundId: ROUND, cardId: 'card-1' },
	PlaceDotFor: { type: 'PlaceDotFor', participationId: 'p', roundId: ROUND, item },
	TakeDotFor: { type: 'TakeDotFor', participationId: 'p', roundId: ROUND, item },
	AddTable: { type: 'AddTable', table: { name: 't', exampleId: null } },
	ChangeTable: { type: 'ChangeTable', tableId: 't', table: { name: 't', exampleId: null } },
	RemoveTable: { type: 'RemoveTable', tableId: 't' },
	SeatPeople: { type: 'SeatPeople', participationIds: [], tableId: null },
	TakeSeat: { type: 'TakeSeat', tableId: null },
	SpreadPeople: { type: 'SpreadPeople', whom: 'everybody' },
	RotateTables: { type: 'RotateTables' },
	SetHost: { type: 'SetHost', tableId: 't', participationId: null },
	RedactCard: { type: 'RedactCard', roundId: ROUND, cardId: 'card-1', reason: 'r' },
	RedactText: { type: 'RedactText', target: { kind: 'step', id: 'step-1' }, reason: 'r' },
	RedactGone: { type: 'RedactGone', reason: 'r' },
	PutInCards: { type: 'PutInCards', roundId: ROUND, cards: [] },
	TakeOutCards: { type: 'TakeOutCards', roundId: ROUND, cardIds: [] },
	RaiseHand: { type: 'RaiseHand' },
	LowerHand: { type: 'LowerHand', participationId: participationId('anna') },
	SetReady: { type: 'SetReady', roundId: ROUND, isReady: true },
	SetHidden: { type: 'SetHidden', roundId: ROUND, cardIds: [item.id], isHidden: true },
	SetSpotlight: { type: 'SetSpotlight', spotlight: { roundId: ROUND, item } },
	SendMessage: { type: 'SendMessage', text: 'Nog één minuut' },
	ClearMessage: { type: 'ClearMessage' },
	SetFrozen: { type: 'SetFrozen', isFrozen: true },
	StartItem: { type: 'StartItem', itemId: ROUND },
	MoveStage: { type: 'MoveStage', roundId: ROUND, stage: 'writing' },
	AdjustTimer: { type: 'AdjustTimer', deltaMs: 1 },
	PauseTimer: { type: 'PauseTimer' },
	ResumeTimer: { type: 'ResumeTimer' },
	PostCard: { type: 'PostCard', roundId: ROUND, text: 't', stepId: null },
	EditCard: { type: 'EditCard', roundId: ROUND, cardId: 'card-1', text: 't', stepId: null },
	WithdrawCard: { type: 'WithdrawCard', roundId: ROUND, cardId: 'card-1' },
	AddStep: { type: 'AddStep', title: 't', tableId: TABLE, roundId: null, cardIds: [] },
	RenameStep: { type: 'RenameStep', stepId: 's', title: 't' },
	DescribeStep: { type: 'DescribeStep', stepId: 's', details: NO_DETAILS },
	ClassifyItems: { type: 'ClassifyItems', roundId: ROUND, items: [item], codes: { category: 'anders' } },
	MoveStep: { type: 'MoveStep', stepId: 's', toIndex: 0 },
	RemoveStep: { type: 'RemoveStep', stepId: 's' },
	PinItems: { type: 'PinItems', roundId: ROUND, items: [item], stepId: null },
	MakeCluster: { type: 'MakeCluster', roundId: ROUND, title: 't', items: [item] },
	RenameCluster: { type: 'RenameCluster', roundId: ROUND, clusterId: 'c', title: 't' },
	AddToCluster: { type: 'AddToCluster', roundId: ROUND, clusterId: 'c', cardIds: ['card-1'] },
	RemoveFromCluster: { type: 'RemoveFromCluster', roundId: ROUND, cardIds: ['card-1'] },
	TakeApart: { type: 'TakeApart', roundId: ROUND, clusterId: 'c' },
	Rearrange: {
		type: 'Rearrange',
		roundId: ROUND,
		from: { cards: [], clusters: [], links: [], codes: [], ideas: [] },
		to: { cards: [], clusters: [], links: [], codes: [], ideas: [] }
	},
	RearrangeSteps: {
		type: 'RearrangeSteps',
		from: { steps: [], pins: [] },
		to: { steps: [{ id: 's', title: 't', tableId: TABLE, details: NO_DETAILS, index: 0 }], pins: [] }
	},
	LinkNeed: { type: 'LinkNeed', ...link },
	UnlinkNeed: { type: 'UnlinkNeed', ...link },
	AddIdea: { type: 'AddIdea', idea, tableId: TABLE, from: [] },
	ChangeIdea: { type: 'ChangeIdea', ideaId: 'i', idea },
	RemoveIdea: { type: 'RemoveIdea', ideaId: 'i' },
	AddDecision: { type: 'AddDecision', decision },
	ChangeDecision: { type: 'ChangeDecision', decisionId: 'd', decision },
	RemoveDecision: { type: 'RemoveDecision', decisionId: 'd' },
	AddAction: { type: 'AddAction', action },
	ChangeAction: { type: 'ChangeAction', actionId: 'a', action },
	RemoveAction: { type: 'RemoveAction', actionId: 'a' },
	Park: {
		type: 'Park',
		roundId: null,
		items: [],
		parked: { text: 't', ownerId: null, ownerName: '' },
		tableId: TABLE
	},
	ChangeParked: { type: 'ChangeParked', parkedId: 'p', owner: { ownerId: null, ownerName: 'CBS' } },
	Unpark: { type: 'Unpark', parkedId: 'p' },
	StartVote: {
		type: 'StartVote',
		roundId: ROUND,
		items: null,
		rules: { dotBudget: 5, budgetPer: 'person', dotsPerItemMax: 3 }
	},
	StartRating: { type: 'StartRating', kind: 'worth', ideaIds: ['i'], criteria: null },
	GiveRating: { type: 'GiveRating', ...given },
	GiveRatingFor: { type: 'GiveRatingFor', participationId: 'p', ...given },
	SayInterest: { type: 'SayInterest', ideaId: 'i', interest: 'zeker' },
	SayInterestFor: { type: 'SayInterestFor', participationId: 'p', ideaId: 'i', interest: null },
	CloseRating: { type: 'CloseRating', ratingId: 'r' },
	StartWrapUp: { type: 'StartWrapUp' },
	ShowOutcomes: { type: 'ShowOutcomes', isShown: true },
	MoveRecord: { type: 'MoveRecord', status: 'validating', reason: '' },
	AnswerPiece: { type: 'AnswerPiece', roundId: ROUND, cardId: 'c', answer: null },
	SendValidation: { type: 'SendValidation' },
	ReadBack: {
		type: 'ReadBack',
		roundId: ROUND,
		cardId: 'c',
		answer: { verdict: 'right', text: '' }
	},
	ReadBackFor: { type: 'ReadBackFor', participationId: 'p', roundId: ROUND, cardId: 'c', answer: null },
	GiveRotiFor: { type: 'GiveRotiFor', participationId: 'p', answer: { score: 4, reason: '' } },
	GiveRoti: { type: 'GiveRoti', answer: { score: 4, reason: '' } },
	ShowRating: { type: 'ShowRating', shown: null },
	PlaceDot: { type: 'PlaceDot', roundId: ROUND, item },
	TakeDot: { type: 'TakeDot', roundId: ROUND, item }
};

const TYPES = Object.keys(EXPECTED) as CommandType[];
/** Anna takes part, Dora leads a table, Olga looks on, Carla has not joined. */
const PEOPLE = ['facilitator', 'anna', 'dora', 'olga', 'carla'] as const;
type Person = (typeof PEOPLE)[number];

function stateWith(doors: Doors, stage: Stage): Worksession {
	const day = aDay();
	const round = { ...day.round('needs'), stage };
	return { ...day.state, doors, rounds: { ...day.state.rounds, [ROUND]: round } };
}

function aDay(): Story {
	const day = anOpenWorksession();
	day.record([{ type: 'TableAdded', tableId: TABLE, table: { name: 'Tafel 1', exampleId: null } }]);
	day.join('dora', 'GM0014').join('olga');
	const olga = day.state.participations[participationId('olga')];
	if (!olga) throw new Error('Olga has joined');
	const participations = { ...day.state.participations, [olga.id]: { ...olga, role: 'observer' as const } };
	day.state = { ...day.state, participations };
	day.act('dora', { type: 'TakeSeat', tableId: TABLE });
	day.act('facilitator', { type: 'SetHost', tableId: TABLE, participationId: participationId('dora') });
	return day;
}

/** Who each sort of actor is. */
const ALLOWED: Readonly<Record<Who, readonly Person[]>> = {
	municipality: [],
	facilitator: ['facilitator'],
	participant: ['anna', 'dora', 'carla'],
	both: ['facilitator', 'anna', 'dora', 'carla'],
	arrangers: ['facilitator', 'dora'],
	anyone: ['anna', 'dora', 'olga', 'carla']
};

function expectedRefusal(type: CommandType, person: Person, doors: Doors, stage: Stage): Rejection | null {
	const [who, doorLetters, stageLetters] = EXPECTED[type];
	if (!ALLOWED[who].includes(person)) return 'not-allowed';
	if (!doorLetters.includes(doors.charAt(0)) && doorLetters === 'c') return 'worksession-open';
	if (!doorLetters.includes(doors.charAt(0)))
		return doors === 'closed' ? 'worksession-closed' : 'doors-not-open';
	if (person === 'carla' && type !== 'Join') return 'not-joined';
	return stageLetters === '-' || stageLetters.includes(STAGE_LETTERS[stage]) ? null : 'wrong-stage';
}

/** What participants may do while the facilitator holds all input. */
const WHILE_FROZEN: readonly CommandType[] = ['Join', 'RaiseHand', 'LowerHand'];

const combinations = DOORS.flatMap((doors) => STAGES.map((stage) => ({ doors, stage })));

describe('[M1] the matrix of command × person × doors × stage', () => {
	test('holds every command of the registry', () => {
		expect(Object.keys(PERMISSIONS).sort()).toEqual([...TYPES].sort());
	});

	test.each(TYPES)('%s is allowed exactly when it may', (type) => {
		const wrong = combinations.flatMap(({ doors, stage }) =>
			PEOPLE.flatMap((person) => {
				const actor = actorFor(person);
				const refused = refusal(stateWith(doors, stage), COMMANDS[type], actor);
				const expected = expectedRefusal(type, person, doors, stage);
				return refused === expected ? [] : [{ person, doors, stage, refused, expected }];
			})
		);
		expect(wrong).toEqual([]);
	});
});

describe('the decisions rest on the table', () => {
	test.each(TYPES)(
		'[M2] %s that the table refuses is refused for that reason, before any other rule',
		(type) => {
			const wrong = combinations.flatMap(({ doors, stage }) =>
				PEOPLE.flatMap((person) => {
					const day = aDay();
					day.state = stateWith(doors, stage);
					const expected = expectedRefusal(type, person, doors, stage);
					const outcome = day.attempt(person, COMMANDS[type]);
					const isSo = expected === null || (!outcome.ok && outcome.rejection === expected);
					return isSo ? [] : [{ person, doors, stage, outcome, expected }];
				})
			);
			expect(wrong).toEqual([]);
		}
	);

	test.each(TYPES)('[M4] %s waits while all input is paused, unless it may go on', (type) => {
		const [who] = EXPECTED[type];
		const day = aDay();
		day.act('facilitator', { type: 'SetFrozen', isFrozen: true });
		const refused = refusal(day.state, COMMANDS[type], actorFor('dora'));
		const mayGoOn = who === 'facilitator' || who === 'municipality' || WHILE_FROZEN.includes(type);
		expect(refused === 'frozen').toBe(!mayGoOn);
		expect(refusal(day.state, COMMANDS[type], actorFor('facilitator'))).not.toBe('frozen');
	});

	test('[M3] a round that is not there has no stage', () => {
		const day = anOpenWorksession();
		for (const id of ['nowhere', '__proto__', 'constructor']) {
			const command = { ...COMMANDS.PostCard, roundId: id };
			expect(refusal(day.state, command, actorFor('anna'))).toBe('unknown-round');
		}
	});

	test('[M3] a participation of another worksession opens nothing', () => {
		const elsewhere = aWorksession().open();
		expect(elsewhere.attempt('anna', COMMANDS.Greet)).toEqual({ ok: false, rejection: 'not-joined' });
	});
});

describe('[M5] a host arranges what lies at their own table', () => {
	test('[M5] what another table wrote, and a process that is not theirs, are refused', () => {
		const day = aDay().at('needs', 'sharing');
		const theirs = day.card('anna', 'van de zaal');
		const own = day.card('dora', 'van tafel 1');
		const pin = (id: string) =>
			({ type: 'PinItems', roundId: ROUND, items: [{ kind: 'card', id }], stepId: null }) as const;
		expect(refusal(day.state, pin(theirs), actorFor('dora'))).toBe('other-table');
		expect(refusal(day.state, pin(own), actorFor('dora'))).toBeNull();
		expect(refusal(day.state, { ...COMMANDS.AddStep, tableId: null }, actorFor('dora'))).toBe('other-table');
		expect(refusal(day.state, COMMANDS.AddStep, actorFor('dora'))).toBeNull();
		day.act('facilitator', { type: 'AddStep', title: 'Samen', tableId: null, roundId: null, cardIds: [] });
		const shared = day.state.steps[0]?.id ?? '';
		const rename = { type: 'RenameStep', stepId: shared, title: 'Van ons' } as const;
		expect(refusal(day.state, rename, actorFor('dora'))).toBe('other-table');
		expect(refusal(day.state, { ...pin(own), stepId: shared }, actorFor('dora'))).toBeNull();
	});

	test('[M5] whoever goes to another table leads none any more', () => {
		const day = aDay();
		day.act('dora', { type: 'TakeSeat', tableId: null });
		expect(refusal(day.state, COMMANDS.AddStep, actorFor('dora'))).toBe('not-allowed');
	});
});
