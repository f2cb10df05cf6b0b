import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import type { Command } from '#lib/domain/commands.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { roundId } from '../kit/worksession.ts';
import { makeCluster, pick, roundAt } from './choices.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';
import type { Simulation } from './simulation.ts';

/** How often the acts of working with cards are drawn, beside those of `acts.ts`. */
export const WORKING_WEIGHTS = {
	scribe: 4,
	redact: 3,
	classify: 3,
	step: 3,
	stack: 3,
	link: 2,
	idea: 3,
	outcome: 2,
	voteAgain: 5,
	undo: 9,
	wrapUp: 6
} as const;

type Perform = (simulation: Simulation, browser: SimulatedBrowser, choice: number) => unknown;

/** An act of a facilitator, which now and then a participant asks as well. */
function arranging(
	commandOf: (browser: SimulatedBrowser, choice: number, simulation: Simulation) => Command | null | undefined
): Perform {
	return (simulation, browser, choice) => {
		const isOwn = choice % 6 === 5 && browser.visitor.identity !== null;
		const who = isOwn ? browser : simulation.facilitator(choice);
		const command = commandOf(who, choice, simulation);
		if (command) simulation.act(who, command);
	};
}

export const WORKING_ACTS: Readonly<Record<keyof typeof WORKING_WEIGHTS, Perform>> = {
	scribe: (simulation, browser, choice) => {
		const facilitator = simulation.facilitator(choice);
		const who = choice % 7 === 6 && browser.visitor.identity ? browser : facilitator;
		const command = forSomebodyElse(facilitator, choice, (id) => simulation.textOf(id));
		if (command) simulation.act(who, command);
	},
	redact: (simulation, browser, choice) => {
		const own = pick(Object.values(browser.sync.own?.cards ?? {}), choice);
		const isWriter = choice % 2 === 0 && own !== undefined;
		const who = isWriter || choice % 5 === 1 ? browser : simulation.facilitator(choice);
		const seen = pick(Object.values(roundAt(who, choice)?.cards ?? {}), choice);
		const round = isWriter ? own.roundId : roundAt(who, choice)?.id;
		const cardId = isWriter ? own.id : seen?.id;
		if (round !== undefined && cardId !== undefined && who.visitor.audience !== 'screen')
			simulation.act(who, { type: 'RedactCard', roundId: round, cardId, reason: 'Een naam' });
	},
	classify: arranging(classified),
	step: arranging(onSteps),
	stack: arranging(onStack),
	link: arranging(linked),
	idea: arranging((browser, choice) => {
		const { ideas, rounds, tables } = browser.sync.shared;
		const known = pick(ideas, choice);
		if (known && choice % 4 === 0) return { type: 'RemoveIdea', ideaId: known.id };
		const needs = (['needs', 'bottlenecks'] as const).flatMap((kind, index) => {
			const item = anItem(rounds[roundId(kind)], choice + index);
			return item && (kind === 'needs' || choice % 9 === 0) ? [{ roundId: roundId(kind), item }] : [];
		});
		const tableId = choice % 2 === 0 ? null : (pick(tables, choice)?.id ?? null);
		return { type: 'AddIdea', idea: { ...NEW_IDEA, title: 'Een model', needs }, tableId, from: [] };
	}),
	outcome: arranging(({ sync: { shared, own } }, choice) => {
		const decision = pick(shared.decisions, choice);
		if (decision && choice % 4 === 0) return { type: 'RemoveDecision', decisionId: decision.id };
		if (choice % 2 === 0) {
			const facts = { text: 'Zo doen we het', reason: '', dissents: [], ideaId: null };
			return { type: 'AddDecision', decision: facts };
		}
		const people = Object.keys(shared.facilitator?.participations ?? {});
		const ownerId = pick(people, choice) ?? own?.participationId ?? null;
		const source = decision ? ({ kind: 'decision', id: decision.id } as const) : null;
		return { type: 'AddAction', action: { text: 'Bellen', ownerId, ownerName: '', dueOn: null, source } };
	}),
	voteAgain: arranging((browser, choice) => {
		const round = roundAt(browser, choice);
		if (!round) return null;
		if (round.stage === 'voting') return { type: 'MoveStage', roundId: round.id, stage: 'closed' };
		const items = Object.values(round.cards)
			.filter((card) => card.clusterId === null)
			.slice(0, 2)
			.map(({ id }) => ({ kind: 'card', id }) as const);
		const { budgetPer } = round.settings;
		const rules = { dotBudget: 2, budgetPer, dotsPerItemMax: 1 };
		return { type: 'StartVote', roundId: round.id, items: choice % 2 === 0 ? items : null, rules };
	}),
	/** Mostly what somebody says of a card of theirs, in words that nobody else may hear; and a mark for the day. */
	wrapUp: (simulation, browser, choice) => {
		const { own, shared } = browser.sync;
		if (!shared.wrapUp) {
			if (choice % 3 === 0) simulation.act(simulation.facilitator(choice), { type: 'StartWrapUp' });
			return;
		}
		if (choice % 5 === 4) {
			const facilitator = simulation.facilitator(choice);
			const written = pick(Object.values(facilitator.sync.shared.facilitator?.writtenFor ?? {}), choice);
			if (!written) return;
			if (choice % 2 === 0) {
				const answer = { score: 3, reason: '' } as const;
				simulation.act(facilitator, {
					type: 'GiveRotiFor',
					participationId: written.participationId,
					answer
				});
				return;
			}
			const { id: cardId, participationId, roundId: at } = written;
			const answer = { verdict: 'corrected', text: simulation.textOf(participationId) } as const;
			simulation.act(facilitator, { type: 'ReadBackFor', participationId, roundId: at, cardId, answer });
			return;
		}
		const card = pick(Object.values(own?.cards ?? {}), choice);
		if (own && choice % 4 === 0)
			simulation.act(browser, { type: 'GiveRoti', answer: { score: 4, reason: '' } });
		else if (own && card) {
			const answer = { verdict: 'corrected', text: simulation.textOf(own.participationId) } as const;
			simulation.act(browser, { type: 'ReadBack', roundId: card.roundId, cardId: card.id, answer });
		}
	},
	/** By the history of a facilitator's own page; a participant makes something up. */
	undo: (simulation, browser, choice) => {
		if (choice % 6 !== 5 || !browser.visitor.identity) return undone(simulation, choice);
		const command = choice % 4 === 1 ? madeUpMove(browser, choice) : madeUpStep(browser);
		if (command) simulation.act(browser, command);
		return undefined;
	}
};

/** An act of a facilitator who then has second thoughts; others may act in between. */
async function undone(simulation: Simulation, choice: number): Promise<void> {
	const facilitator = simulation.facilitator(choice);
	const act = pick(['stack', 'step', 'pile', 'put', 'classify', 'link', 'put', null] as const, choice);
	const command = act && ACTS_ON_BOARD[act](facilitator, Math.floor(choice / 8));
	if (command) simulation.act(facilitator, command);
	await simulation.quiet(facilitator);
	simulation.stepThrough(facilitator, 'undo');
	if (choice % 4 !== 0) return;
	await simulation.quiet(facilitator);
	simulation.stepThrough(facilitator, 'redo');
}

const FIRST = roundId('bottlenecks');

function anItem(round: RoundView | undefined, choice: number) {
	const card = pick(Object.values(round?.cards ?? {}), choice);
	if (!card) return null;
	return card.clusterId === null
		? ({ kind: 'card', id: card.id } as const)
		: ({ kind: 'cluster', id: card.clusterId } as const);
}

/** What a facilitator does for somebody without a device, and sometimes tries for somebody who has one. */
function forSomebodyElse(
	browser: SimulatedBrowser,
	choice: number,
	textOf: (participationId: string) => string
): Command | null {
	const people = Object.values(browser.sync.shared.facilitator?.participations ?? {});
	const scribed = people.filter(({ isWithoutDevice }) => isWithoutDevice);
	if (scribed.length === 0 || (scribed.length < 2 && choice % 9 === 0))
		return {
			type: 'AddPerson',
			name: 'Naam van Els',
			role: 'follower',
			organisation: '',
			municipalities: ['GM0014'],
			functionName: ''
		};
	const person = choice % 5 === 4 ? pick(people, choice) : pick(scribed, choice);
	const round = roundAt(browser, choice);
	if (!person || !round) return null;
	const participationId = person.id;
	const of = { participationId, roundId: round.id };
	if (round.stage !== 'voting') return { type: 'PostCardFor', ...of, text: textOf(person.id), stepId: null };
	const item = anItem(round, choice);
	return item && { type: choice % 4 === 3 ? 'TakeDotFor' : 'PlaceDotFor', ...of, item };
}

/** What can be done to a board, and undone. */
const ACTS_ON_BOARD = {
	stack: onStack,
	step: onSteps,
	pile: makeCluster,
	put: putAtStep,
	classify: classified,
	link: linked
};

function onStack(browser: SimulatedBrowser, choice: number): Command | null | undefined {
	const round = roundAt(browser, choice);
	const clusterId = pick(Object.keys(round?.clusters ?? {}), choice);
	const card = pick(Object.values(round?.cards ?? {}), choice);
	if (!round || clusterId === undefined || !card) return null;
	const of = { roundId: round.id, clusterId };
	return pick<Command>(
		[
			{ type: 'TakeApart', ...of },
			{ type: 'RenameCluster', ...of, title: `Stapel ${choice}` },
			{ type: 'AddToCluster', ...of, cardIds: [card.id] },
			{ type: 'RemoveFromCluster', roundId: round.id, cardIds: [card.id] }
		],
		choice
	);
}

function putAtStep(browser: SimulatedBrowser, choice: number): Command | null {
	const round = roundAt(browser, choice + 1);
	const clusterId = pick(Object.keys(round?.clusters ?? {}), choice);
	const cardId = pick(Object.keys(round?.cards ?? {}), choice);
	const stepId = pick([null, ...browser.sync.shared.steps.map(({ id }) => id)], choice) ?? null;
	const item =
		clusterId !== undefined && choice % 4 !== 3
			? ({ kind: 'cluster', id: clusterId } as const)
			: cardId !== undefined && ({ kind: 'card', id: cardId } as const);
	return round && item ? { type: 'PinItems', roundId: round.id, items: [item], stepId } : null;
}

function classified(browser: SimulatedBrowser, choice: number): Command | null | undefined {
	const own = Object.values(browser.sync.own?.cards ?? {}).map(({ id, roundId: at }) => ({ id, at }));
	const round = roundAt(browser, choice);
	const seen = Object.keys(round?.cards ?? {}).map((id) => ({ id, at: round?.id ?? '' }));
	const stacks = Object.keys(round?.clusters ?? {});
	const stack = choice % 2 === 0 ? pick(stacks, choice) : undefined;
	const also = choice % 3 === 0 ? (['financiering'] as const) : [];
	const codes = { category: choice % 4 === 0 ? null : 'anders', also } as const;
	if (round && stack !== undefined)
		return { type: 'ClassifyItems', roundId: round.id, items: [{ kind: 'cluster', id: stack }], codes };
	const card = pick([...own, ...seen], choice);
	return card && { type: 'ClassifyItems', roundId: card.at, items: [{ kind: 'card', id: card.id }], codes };
}

function linked({ sync }: SimulatedBrowser, choice: number): Command | null {
	const [needs, bottlenecks] = [sync.shared.rounds[roundId('needs')], sync.shared.rounds[FIRST]];
	const [need, bottleneck] = [anItem(needs, choice), anItem(bottlenecks, choice)];
	if (!need || !bottleneck) return null;
	return { type: 'LinkNeed', roundId: roundId('needs'), need, bottleneckRoundId: FIRST, bottleneck };
}

/** A new step is named after the card that it is made from, as the page proposes. */
function onSteps(browser: SimulatedBrowser, choice: number): Command | null {
	const { steps } = browser.sync.shared;
	const round = roundAt(browser, choice);
	const cards = Object.values(round?.cards ?? {});
	const card = pick(cards, choice);
	const kind = choice % 5;
	const used = steps.find(({ id }) => cards.some((one) => one.stepId === id));
	const step = kind === 1 ? (used ?? pick(steps, choice)) : pick(steps, choice);
	if (kind === 0 || !step) {
		if (steps.length > 6) return null;
		const from = card && round ? { roundId: round.id, cardIds: [card.id] } : { roundId: null, cardIds: [] };
		const title = [...(card?.text ?? 'Nieuw')].slice(0, 100).join('');
		return { type: 'AddStep', title, tableId: null, ...from };
	}
	if (kind === 1) return { type: 'RemoveStep', stepId: step.id };
	if (kind === 2) return { type: 'RenameStep', stepId: step.id, title: `Stap ${choice}` };
	if (kind === 3) return { type: 'MoveStep', stepId: step.id, toIndex: choice % 2 };
	return { type: 'DescribeStep', stepId: step.id, details: { ...NO_DETAILS, tool: `Systeem ${choice}` } };
}

/** Where a card stands, moved as if that undid something. */
function madeUpMove(browser: SimulatedBrowser, choice: number): Command | null {
	const round = roundAt(browser, choice);
	const card = pick(Object.values(round?.cards ?? {}), choice);
	if (!round || !card) return null;
	const { id: cardId, stepId, clusterId } = card;
	const nothing = { clusters: [], links: [], codes: [], ideas: [] };
	const from = { ...nothing, cards: [{ cardId, stepId, clusterId }] };
	const to = { ...nothing, cards: [{ cardId, stepId: stepId === null ? 'step-1' : null, clusterId }] };
	return { type: 'Rearrange', roundId: round.id, from, to };
}

function madeUpStep({ sync }: SimulatedBrowser): Command | null {
	const [step] = sync.shared.steps;
	if (!step) return null;
	const place = { ...step, index: 0 };
	const from = { steps: [place], pins: [] };
	return { type: 'RearrangeSteps', from, to: { steps: [{ ...place, title: 'Anders' }], pins: [] } };
}
