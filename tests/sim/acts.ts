import { neighbour } from '#lib/domain/day/agenda.ts';
import type { Command } from '#lib/domain/commands.ts';
import { itemOfKey } from '#lib/domain/board/items.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { roundId } from '../kit/worksession.ts';
import { makeCluster, pick, roundAt } from './choices.ts';
import { ROUND_KINDS } from './opening.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';
import type { Fault } from './simulated-server.ts';
import type { Simulation } from './simulation.ts';
import { disturb } from './wire.ts';
import { CHOOSING_ACTS, CHOOSING_WEIGHTS } from './choosing-acts.ts';
import { HOLDING_ACTS, HOLDING_WEIGHTS } from './holding-acts.ts';
import { WORKING_ACTS, WORKING_WEIGHTS } from './working-acts.ts';

const FAULTS: readonly Fault[] = [
	'disk-full',
	'lost-answer',
	'crash-before',
	'crash-after',
	'crash-after-answer'
];
const HOW = ['swap', 'lose'] as const;

/** What a schedule is made of: a kind of act, whose browser, and a number that chooses among what there is. */
export interface Act {
	readonly kind: ActKind;
	readonly who: number;
	readonly choice: number;
}

/** Weights: how often each is drawn. Delivering is most of it, or nothing would ever arrive. */
export const ACT_WEIGHTS = {
	post: 14,
	edit: 3,
	withdraw: 2,
	dot: 8,
	stage: 6,
	item: 2,
	cluster: 4,
	pin: 2,
	intrude: 2,
	sendAway: 1,
	letIn: 2,
	putIn: 1,
	merge: 2,
	lock: 2,
	newcomer: 3,
	sit: 2,
	seat: 1,
	host: 2,
	arrange: 3,
	up: 32,
	down: 32,
	disturbUp: 2,
	disturbDown: 8,
	cut: 5,
	halfOpen: 2,
	orphan: 4,
	connect: 9,
	reload: 3,
	impatience: 4,
	tick: 6,
	fault: 5,
	restart: 6,
	otherTab: 2,
	echo: 6,
	...WORKING_WEIGHTS,
	...CHOOSING_WEIGHTS,
	...HOLDING_WEIGHTS
} as const;
export type ActKind = keyof typeof ACT_WEIGHTS;

type Perform = (simulation: Simulation, browser: SimulatedBrowser, choice: number) => unknown;

export const ACTS: Readonly<Record<ActKind, Perform>> = {
	post: (simulation, browser, choice) => {
		const round = roundAt(browser, choice);
		if (!round) return;
		const stepId = choice % 3 === 0 ? 'step-1' : null;
		const text = simulation.text(browser);
		const isWithoutOrigin = choice % 4 === 1;
		simulation.keep(browser, { type: 'PostCard', roundId: round.id, text, stepId, isWithoutOrigin });
	},
	edit: (simulation, browser, choice) => {
		const card = pick(Object.values(browser.sync.own?.cards ?? {}), choice);
		if (!card) return;
		const { roundId: round, id: cardId, stepId } = card;
		const text = simulation.text(browser);
		simulation.keep(browser, { type: 'EditCard', roundId: round, cardId, text, stepId });
	},
	withdraw: (simulation, browser, choice) => {
		const card = pick(Object.values(browser.sync.own?.cards ?? {}), choice);
		if (card) simulation.keep(browser, { type: 'WithdrawCard', roundId: card.roundId, cardId: card.id });
	},
	dot: (simulation, browser, choice) => {
		const round = roundAt(browser, choice);
		const card = round && pick(Object.values(round.cards), choice);
		const given = round && pick(Object.keys(browser.sync.own?.dots[round.id] ?? {}), choice);
		if (round && given !== undefined && choice % 3 === 0)
			simulation.act(browser, { type: 'TakeDot', roundId: round.id, item: itemOfKey(given) });
		else if (round && card) {
			const type = choice % 4 === 0 ? 'TakeDot' : 'PlaceDot';
			simulation.act(browser, { type, roundId: round.id, item: { kind: 'card', id: card.id } });
		}
	},
	stage: (simulation, _, choice) => {
		const { shared } = simulation.facilitator(choice).sync;
		const round = shared.currentItemId === null ? undefined : shared.rounds[shared.currentItemId];
		const stage = round && besides(round, choice % 4 === 0 ? -1 : 1);
		if (round && stage) simulation.facilitate(choice, { type: 'MoveStage', roundId: round.id, stage });
	},
	item: (simulation, _, choice) => {
		const itemId = roundId(ROUND_KINDS[choice % 2] ?? 'needs');
		simulation.facilitate(choice, { type: 'StartItem', itemId });
	},
	cluster: (simulation, _, choice) => {
		const command = makeCluster(simulation.facilitator(choice), choice);
		if (command) simulation.facilitate(choice, command);
	},
	pin: (simulation, _, choice) => {
		const round = roundAt(simulation.facilitator(choice), choice);
		const card = round && pick(Object.values(round.cards), choice);
		if (!round || !card) return;
		const items = [{ kind: 'card', id: card.id }] as const;
		simulation.facilitate(choice, { type: 'PinItems', roundId: round.id, items, stepId: 'step-1' });
	},
	intrude: (simulation, browser) => {
		const round = roundAt(browser, 0);
		const stage = round && besides(round, 1);
		if (round && stage && browser.visitor.audience !== 'facilitator')
			simulation.act(browser, { type: 'MoveStage', roundId: round.id, stage });
	},
	sendAway: (simulation, { visitor: { identity } }, choice) => {
		if (!identity) return;
		const { participationId } = identity;
		simulation.facilitate(choice, { type: 'RemovePerson', participationId, withCards: false });
	},
	letIn: (simulation, _, choice) => {
		const { facilitator } = simulation.facilitator(choice).sync.shared;
		const participationId = pick(Object.keys(facilitator?.removed ?? {}), choice);
		if (participationId !== undefined)
			simulation.facilitate(choice, { type: 'ReadmitPerson', participationId });
	},
	putIn: (simulation, _, choice) => {
		const cards = [{ text: simulation.text(simulation.facilitator(choice)), municipalities: [] }];
		simulation.facilitate(choice, { type: 'PutInCards', roundId: roundId('needs'), cards });
	},
	merge: (simulation, _, choice) => {
		const ids = peopleOf(simulation.facilitator(choice));
		const [fromId, intoId] = [pick(ids, choice), pick(ids, choice + 1 + (choice % 2))];
		if (fromId === undefined || intoId === undefined) return;
		simulation.facilitate(choice, { type: 'MergePeople', fromId, intoId });
	},
	lock: (simulation, _, choice) =>
		simulation.facilitate(choice, { type: 'SetLobbyLocked', isLocked: choice % 3 !== 0 }),
	newcomer: (simulation) => simulation.knock(),
	sit: (simulation, browser, choice) =>
		simulation.act(browser, { type: 'TakeSeat', tableId: tableAt(browser, choice) }),
	seat: (simulation, _, choice) => {
		const facilitator = simulation.facilitator(choice);
		const tableId = tableAt(facilitator, choice);
		const id = pick(peopleOf(facilitator), choice);
		const seat: Command = { type: 'SeatPeople', participationIds: id === undefined ? [] : [id], tableId };
		simulation.facilitate(choice, choice % 3 === 0 ? { type: 'RotateTables' } : seat);
	},
	host: (simulation, _, choice) => {
		const facilitator = simulation.facilitator(choice);
		const tableId = tableAt(facilitator, choice) ?? 'nowhere';
		const { participations = {} } = facilitator.sync.shared.facilitator ?? {};
		const seated = Object.values(participations).filter((person) => person.tableId === tableId);
		const participationId = pick(seated, choice)?.id ?? null;
		simulation.facilitate(choice, { type: 'SetHost', tableId, participationId });
	},
	/** A participant arranges, at a table that they lead or not. */
	arrange: (simulation, browser, choice) => {
		if (browser.visitor.audience !== 'participant') return;
		const tableId = tableAt(browser, choice);
		const step: Command = { type: 'AddStep', title: 'Stap', tableId, roundId: null, cardIds: [] };
		const command = choice % 2 === 0 ? step : makeCluster(browser, choice);
		if (command) simulation.act(browser, command);
	},
	up: (simulation, browser) => simulation.deliverUp(browser),
	down: (simulation, browser) => simulation.deliverDown(browser),
	disturbUp: (_, { wire }, choice) => wire && disturb(wire, 'up', HOW[choice % 2] ?? 'lose'),
	disturbDown: (_, { wire }, choice) => wire && disturb(wire, 'down', HOW[choice % 2] ?? 'lose'),
	cut: (simulation, browser, choice) => simulation.cut(browser, choice % 3),
	halfOpen: (simulation, browser) => simulation.leaveHalfOpen(browser),
	orphan: (simulation, _, choice) => simulation.moveOrphan(choice),
	connect: (simulation, browser) => simulation.connect(browser),
	reload: (simulation, browser) => simulation.reload(browser),
	impatience: (_, browser) => browser.stopWaiting(),
	tick: (simulation, _, choice) => simulation.pass(500 * (1 + (choice % 8))),
	fault: ({ server }, _, choice) => server.failNext(FAULTS[choice % FAULTS.length] ?? 'disk-full'),
	restart: (simulation) => simulation.restart(),
	otherTab: (_, browser) => browser.storageChanged(),
	echo: (_, { wire }, choice) => wire?.echo(choice % 3 === 0 ? 'up' : 'down', choice),
	...WORKING_ACTS,
	...CHOOSING_ACTS,
	...HOLDING_ACTS
};

function besides(round: RoundView, direction: 1 | -1) {
	return neighbour({ ...round, settings: { ...round.settings, note: '' } }, direction);
}

function tableAt({ sync }: SimulatedBrowser, choice: number): string | null {
	return choice % 5 === 0 ? null : (pick(sync.shared.tables, choice)?.id ?? null);
}

function peopleOf({ sync }: SimulatedBrowser): readonly string[] {
	return Object.keys(sync.shared.facilitator?.participations ?? {});
}
