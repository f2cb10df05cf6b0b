import { itemKey } from '../board/items.ts';
import { neighbour } from './agenda.ts';
import type { Command } from '../commands.ts';
import { CORE_VERSION } from '../core-codes.ts';
import type { Facts } from './facts.ts';
import type { WorksessionEvent } from '../events.ts';
import { accept, assert, reject, type Outcome } from '../outcome.ts';
import type { Rejection } from '../rejections.ts';
import { ITEMS_PER_COMMAND_MAX } from '../limits.ts';
import { roundOf } from './rounds.ts';
import { dayFrom, standardSettings } from './template.ts';
import { ROUND_KINDS, type Category, type RoundKind } from '../vocabulary.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { initialState, type Worksession } from '../worksession.ts';

/**
 * A worksession that was held on paper or with another tool, brought in whole. It is played by the rules for everybody: the facilitator
 * writes each card for somebody without a device, and the rounds go by one after the other. So nothing can come in that could not have
 * happened, and its record, its redaction and its comparison need no rules of their own.
 */

/** A card as it stood on the wall. */
export interface PaperCard {
	readonly kind: RoundKind;
	readonly text: string;
	/** Where it came from; empty where nobody noted that. */
	readonly municipalities: readonly string[];
	/** Null where nobody said. */
	readonly category: Category | null;
	/** The step of the process at which it hung; null where it hung at none. */
	readonly step: string | null;
	/** Dots that it got, 0 to `COUNTED_DOTS_MAX`; null where nobody counted. */
	readonly dots: number | null;
}

/** Everything that goes on disk of it, at once. */
export interface PlayedPaper {
	readonly state: Worksession;
	readonly commands: readonly { readonly commandId: string; readonly events: readonly WorksessionEvent[] }[];
	readonly people: readonly { readonly participationId: string; readonly name: string }[];
}

export interface PlayedBy {
	readonly sessionId: string;
	readonly accountId: string;
	/** When it was held, as near as is known (epoch ms). */
	readonly now: number;
	readonly newId: () => string;
	/** What the writer from these municipalities is called in the list of people. */
	readonly nameOf: (municipalities: readonly string[]) => string;
}

/** A table tells at most how many dots a card got, and not whose or by which rules, so there is no voting to play. */
const MINUTES = { writing: 10, sharing: 5, arranging: 10, voting: null } as const;

/**
 * Plays the day, or tells the first thing that the rules refuse. Whoever wrote cards is one person per place they came from, because
 * cards on paper tell no more than that.
 */
export function paperDay(
	{ facts, cards }: { readonly facts: Facts; readonly cards: readonly PaperCard[] },
	by: PlayedBy
): Outcome<PlayedPaper> {
	const kinds = ROUND_KINDS.filter((kind) => cards.some((card) => card.kind === kind));
	const items = kinds.map((round) => {
		const settings = { ...standardSettings(round, facts.group), minutes: MINUTES };
		return { kind: 'round' as const, round, settings };
	});
	const day = dayFrom({ items }, by.newId);
	const played = new Played(by);
	played.put([
		{
			type: 'WorksessionPrepared',
			isTrial: false,
			facts,
			authorVisibility: 'municipality',
			codeBookVersion: CORE_VERSION,
			...day,
			steps: [],
			examples: [],
			tables: []
		}
	]);
	try {
		played.run({ type: 'OpenDoors' });
		const steps = cards.flatMap(({ step }) => step ?? []);
		for (const title of new Set(steps)) played.addStep(title);
		for (const { id, kind } of day.rounds)
			playRound(
				played,
				id,
				cards.filter((card) => card.kind === kind)
			);
		played.run({ type: 'CloseWorksession' });
	} catch (error) {
		if (error instanceof Refused) return reject(error.rejection);
		throw error;
	}
	return accept(played);
}

function playRound(played: Played, roundId: string, cards: readonly PaperCard[]): void {
	played.run({ type: 'StartItem', itemId: roundId });
	moveTo(played, roundId, 'writing');
	const posted = cards.map((card) => ({ ...card, id: post(played, roundId, card) }));
	moveTo(played, roundId, 'sharing');
	for (const [category, those] of Map.groupBy(posted, (card) => card.category)) {
		if (category === null) continue;
		for (let from = 0; from < those.length; from += ITEMS_PER_COMMAND_MAX) {
			const part = those.slice(from, from + ITEMS_PER_COMMAND_MAX);
			const items = part.map(({ id }) => ({ kind: 'card', id }) as const);
			played.run({ type: 'ClassifyItems', roundId, items, codes: { category } });
		}
	}
	const counted = posted.filter(({ dots }) => dots !== null);
	const dots = counted.map(({ id, dots: count }) => [itemKey({ kind: 'card', id }), count ?? 0] as const);
	if (counted.length > 0) played.put([{ type: 'DotsCounted', roundId, dots: Object.fromEntries(dots) }]);
	moveTo(played, roundId, 'closed');
}

/** Gives its id. */
function post(played: Played, roundId: string, { text, municipalities, step }: PaperCard): string {
	const participationId = played.writerFrom(municipalities);
	const stepId = step === null ? null : played.stepCalled(step);
	const events = played.run({ type: 'PostCardFor', participationId, roundId, text, stepId });
	const [posted] = events.filter((event) => event.type === 'CardPosted');
	assert(posted !== undefined, 'a card that was not refused is posted');
	return posted.cardId;
}

function moveTo(played: Played, roundId: string, wanted: 'writing' | 'sharing' | 'closed'): void {
	for (;;) {
		const round = roundOf(played.state, roundId);
		const stage = neighbour(round, 1);
		if (round.stage === wanted || stage === null) return;
		played.run({ type: 'MoveStage', roundId, stage });
	}
}

/** Ends the play: nothing of it is kept. */
class Refused extends Error {
	readonly rejection: Rejection;

	constructor(rejection: Rejection) {
		super(rejection);
		this.rejection = rejection;
	}
}

/** What has been played so far, and who has been met. */
class Played implements PlayedPaper {
	state: Worksession;
	readonly commands: PlayedPaper['commands'][number][] = [];
	readonly people: PlayedPaper['people'][number][] = [];
	readonly #by: PlayedBy;
	/** By the municipalities they came for. */
	readonly #writers = new Map<string, string>();

	constructor(by: PlayedBy) {
		this.#by = by;
		this.state = initialState(by.sessionId);
	}

	put(events: readonly WorksessionEvent[]): void {
		this.commands.push({ commandId: this.#by.newId(), events });
		this.state = events.reduce(evolve, this.state);
	}

	/** What came of it, noted as paper tells it. @throws Refused */
	run(
		command: Command,
		noted: (event: WorksessionEvent) => WorksessionEvent = (event) => event
	): readonly WorksessionEvent[] {
		const { accountId, now, newId } = this.#by;
		const actor = { role: 'facilitator', accountId } as const;
		const outcome = decide(this.state, command, {
			actor,
			now,
			commandId: newId(),
			newId,
			proofOf: () => null
		});
		if (!outcome.ok) throw new Refused(outcome.rejection);
		const events = outcome.value.map(noted);
		if (events.length > 0) this.put(events);
		return events;
	}

	addStep(title: string): void {
		this.run({ type: 'AddStep', title, tableId: null, roundId: null, cardIds: [] });
	}

	stepCalled(title: string): string | null {
		return this.state.steps.find((step) => step.title === title)?.id ?? null;
	}

	/** Somebody who comes for these municipalities, added the first time. */
	writerFrom(municipalities: readonly string[]): string {
		const key = municipalities.join();
		const known = this.#writers.get(key);
		if (known !== undefined) return known;
		const name = this.#by.nameOf(municipalities);
		const { group } = this.state.facts;
		const role = group === 'frontrunner' ? 'frontrunner' : 'follower';
		const facts = { role, organisation: '', municipalities, functionName: '' } as const;
		const untold = (event: WorksessionEvent) =>
			event.type === 'PersonAdded' && group === 'mixed' ? { ...event, isRoleUntold: true as const } : event;
		const [added] = this.run({ type: 'AddPerson', name, ...facts }, untold).filter(
			({ type }) => type === 'PersonAdded'
		);
		assert(added?.type === 'PersonAdded', 'somebody who was not refused is added');
		this.people.push({ participationId: added.participationId, name });
		this.#writers.set(key, added.participationId);
		return added.participationId;
	}
}
