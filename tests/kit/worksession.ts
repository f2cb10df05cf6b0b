import type { Actor, Command, Context } from '#lib/domain/commands.ts';
import type { Round, RoundSettings } from '#lib/domain/day/round.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { neighbour } from '#lib/domain/day/agenda.ts';
import { allCards } from '#lib/domain/card/card-table.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { People } from '#lib/domain/visibility/people.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { ownView } from '#lib/domain/visibility/own-view.ts';
import { sharedView } from '#lib/domain/visibility/shared-view.ts';
import {
	STAGES,
	type Audience,
	type AuthorVisibility,
	type RoundKind,
	type Stage
} from '#lib/domain/vocabulary.ts';
import type { Card } from '#lib/domain/card/card.ts';
import type { AgendaItem } from '#lib/domain/day/agenda-item.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { initialState, type Worksession } from '#lib/domain/worksession.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

/** A quarter past nine in the Netherlands, on a day of the pilot; every test starts here. */
export const START = Date.UTC(2026, 8, 15, 7, 15);
export const MINUTE = 60_000;

export const BREAK_ID = 'break-lunch';

/** The id of the round of this kind in every worksession of the kit. */
export function roundId(kind: RoundKind): string {
	return `round-${kind}`;
}

/** Ids that are counted, so that a test repeats exactly, and shuffled, so that their order says nothing. */
export function shuffledIds(from = 0): () => string {
	let count = from;
	return () => {
		count += 1;
		// An odd factor makes this one to one over 32 bits.
		return `id-${(Math.imul(count, 2_654_435_761) >>> 0).toString(16).padStart(8, '0')}`;
	};
}

/** The proof that a browser with this key gives of a draft; without a key it proves nothing. */
export function proofWith(key: string | null): Context['proofOf'] {
	return (draftId) => (key === null ? null : `proof of ${key} for ${draftId}`);
}

/** `facilitator`, or the first name of a participant. */
export type Who = string;

export function participationId(who: Who): string {
	return `person-${who}`;
}

/** What somebody is called who answers for a municipality. */
export const MUNICIPALITY = 'gemeente ';

export function actorFor(who: Who): Actor {
	if (who.startsWith(MUNICIPALITY)) return { role: 'municipality', code: who.slice(MUNICIPALITY.length) };
	return who === 'facilitator'
		? { role: 'facilitator', accountId: 'account-1' }
		: { role: 'participant', participationId: participationId(who) };
}

export function aRoundWithSettings(settings: Partial<RoundSettings> = {}): RoundSettings {
	return {
		question: 'Waar liep het op vast?',
		helpText: 'Eén knelpunt per kaart.',
		note: 'Vraag door naar de grondslag.',
		minutes: { writing: 10, sharing: 5, arranging: 10, voting: 5 },
		isAtTables: true,
		dotBudget: 3,
		budgetPer: 'person',
		dotsPerItemMax: 2,
		...settings
	};
}

export interface Preparation {
	readonly kinds?: readonly RoundKind[];
	readonly authorVisibility?: AuthorVisibility;
	readonly isTrial?: boolean;
	readonly steps?: readonly string[];
	readonly settings?: Partial<RoundSettings>;
}

/** The first event of a log: four rounds with a break halfway, unless told otherwise. */
export function prepared({
	kinds = ['process', 'strengths', 'bottlenecks', 'needs'],
	authorVisibility = 'municipality',
	isTrial = false,
	steps = [],
	settings = {}
}: Preparation = {}): WorksessionEvent {
	const rounds = kinds.map((kind): AgendaItem => ({ kind: 'round', id: roundId(kind) }));
	const lunch: AgendaItem = { kind: 'break', id: BREAK_ID, title: 'Lunch', minutes: 30 };
	return {
		type: 'WorksessionPrepared',
		isTrial,
		facts: {
			title: 'Ondermijning, koplopers',
			theme: 'ondermijning',
			group: 'frontrunner',
			date: '2026-09-15',
			startsAt: '09:30',
			place: 'Den Haag'
		},
		authorVisibility,
		agenda: rounds.toSpliced(2, 0, lunch),
		rounds: kinds.map((kind) => ({ id: roundId(kind), kind, settings: aRoundWithSettings(settings) })),
		steps: steps.map((title, index) => ({
			id: `step-${index + 1}`,
			title,
			tableId: null,
			details: NO_DETAILS
		})),
		examples: [],
		tables: []
	};
}

/** The state after these events, from nothing. */
export function replay(
	events: readonly WorksessionEvent[],
	from = initialState('worksession-1')
): Worksession {
	return events.reduce(evolve, from);
}

/**
 * A worksession that is told act by act. `act` is for what must succeed, `attempt` for what is asked of it. Everybody who
 * joins brings a key, and the clock stands still unless `later` moves it.
 */
export class Story {
	readonly events: WorksessionEvent[] = [];
	state: Worksession = initialState('worksession-1');
	now = START;
	readonly #newId = shuffledIds();
	readonly #names = new Map<string, string>();
	#commands = 0;

	constructor(preparation: Preparation) {
		this.record([prepared(preparation)]);
	}

	get people(): People {
		return { names: this.#names, epoch: 0 };
	}

	/** Adds events that are given, whatever the rules say of them. */
	record(events: readonly WorksessionEvent[]): this {
		this.events.push(...events);
		this.state = events.reduce(evolve, this.state);
		return this;
	}

	/** What would be decided now; nothing happens. */
	attempt(who: Who, command: Command, context: Partial<Context> = {}): Outcome<readonly WorksessionEvent[]> {
		return decide(this.state, command, this.#context(who, context));
	}

	/** Decides and evolves; throws when the command is refused. */
	act(who: Who, command: Command, context: Partial<Context> = {}): readonly WorksessionEvent[] {
		const outcome = this.attempt(who, command, context);
		if (!outcome.ok) throw new Error(`${who} may not ${command.type}: ${outcome.rejection}`);
		this.#commands += 1;
		this.record(outcome.value);
		return outcome.value;
	}

	later(ms: number): this {
		this.now += ms;
		return this;
	}

	open(): this {
		this.act('facilitator', { type: 'OpenDoors' });
		return this;
	}

	join(who: Who, ...municipalities: readonly string[]): this {
		this.#names.set(participationId(who), `Naam van ${who}`);
		this.act(who, {
			type: 'Join',
			role: 'follower',
			organisation: '',
			municipalities,
			functionName: 'beleidsadviseur',
			noticeVersion: '2026-09'
		});
		return this;
	}

	/** Starts the round when needed and moves it, one neighbour at a time, to this stage. */
	at(kind: RoundKind, stage: Stage): this {
		this.act('facilitator', { type: 'StartItem', itemId: roundId(kind) });
		for (let round = this.round(kind); round.stage !== stage; round = this.round(kind)) {
			const isAhead = STAGES.indexOf(stage) > STAGES.indexOf(round.stage);
			const next = neighbour(round, isAhead ? 1 : -1);
			if (!next) throw new Error(`The round never comes to ${stage}`);
			this.act('facilitator', { type: 'MoveStage', roundId: round.id, stage: next });
		}
		return this;
	}

	/** Posts a card in the round the group is at; gives its id. */
	card(who: Who, text: string, stepId: string | null = null): string {
		const [posted] = this.act(who, { type: 'PostCard', roundId: this.currentRoundId, text, stepId });
		if (posted?.type !== 'CardPosted') throw new Error('A posted card gives one event');
		return posted.cardId;
	}

	/** Makes a cluster of cards in the round the group is at; gives its id. */
	cluster(title: string, ...cardIds: readonly string[]): string {
		const items = cardIds.map((id) => ({ kind: 'card', id }) as const);
		const [made] = this.act('facilitator', {
			type: 'MakeCluster',
			roundId: this.currentRoundId,
			title,
			items
		});
		if (made?.type !== 'ClusterMade') throw new Error('A made cluster gives one event');
		return made.clusterId;
	}

	get currentRoundId(): string {
		if (this.state.currentItemId === null) throw new Error('No round has started');
		return this.state.currentItemId;
	}

	round(kind: RoundKind): Round {
		const round = this.state.rounds[roundId(kind)];
		if (!round) throw new Error(`There is no round of kind ${kind}`);
		return round;
	}

	/** The cards of a round by id, as they lie in the state. */
	cards(kind: RoundKind): Readonly<Record<string, Card>> {
		return Object.fromEntries(allCards(this.round(kind).cards).map((card) => [card.id, card]));
	}

	shared(audience: Audience): SharedView {
		return sharedView(this.state, this.people, audience);
	}

	own(who: Who): OwnView | null {
		return ownView(this.state, this.people, participationId(who), proofWith(`key of ${who}`));
	}

	#context(who: Who, context: Partial<Context>): Context {
		return {
			actor: actorFor(who),
			now: this.now,
			commandId: `draft-${String(this.#commands).padStart(6, '0')}`,
			newId: this.#newId,
			proofOf: proofWith(`key of ${who}`),
			...context
		};
	}
}

/** A prepared worksession whose doors are closed and to which nobody has come. */
export function aWorksession(preparation: Preparation = {}): Story {
	return new Story(preparation);
}

/** A worksession on its day: the doors are open, and Anna of Groningen and Bram of Amsterdam and Utrecht have joined. */
export function anOpenWorksession(preparation: Preparation = {}): Story {
	return aWorksession(preparation).open().join('anna', 'GM0014').join('bram', 'GM0363', 'GM0344');
}

/** Freezes a value in depth, so that whoever changes it is caught at once. */
export function deepFreeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	Object.freeze(value);
	for (const part of Object.values(value)) deepFreeze(part);
	return value;
}
