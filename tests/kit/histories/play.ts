import { isArranging } from '#lib/domain/board/arrangement-change.ts';
import { allCards } from '#lib/domain/card/card-table.ts';
import { isOnSteps } from '#lib/domain/board/step-change.ts';
import type { Command, CommandType, Context } from '#lib/domain/commands.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { initialState, type Worksession } from '#lib/domain/worksession.ts';
import { LATE_CARD_GRACE_MS } from '#lib/domain/limits.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { PERMISSIONS } from '#lib/domain/permissions.ts';
import type { People } from '#lib/domain/visibility/people.ts';
import {
	actorFor,
	deepFreeze,
	MUNICIPALITY,
	MINUTE,
	participationId,
	proofWith,
	shuffledIds,
	START,
	type Who
} from '../worksession.ts';
import { Picks } from './picks.ts';
import { Dice } from './dice.ts';
import { NAMES, keyOf } from './people-there.ts';
import type { World } from './worlds.ts';
import { opening } from './opening.ts';
import { choose } from './choose.ts';

export interface Step {
	readonly before: Worksession;
	readonly after: Worksession;
	readonly command: Command;
	readonly who: Who;
	readonly outcome: Outcome<readonly WorksessionEvent[]>;
	/** Names as known before and after; one is sometimes erased. */
	readonly peopleBefore: People;
	readonly people: People;
	/** A context for this command by anybody; the ids it issues are the same each time it is made. */
	readonly contextOf: (who: Who) => Context;
}

export interface Played {
	readonly everybody: readonly Who[];
	readonly events: readonly WorksessionEvent[];
	readonly state: Worksession;
}

/**
 * Plays a world through `decide` and `evolve` and shows every step. All state is frozen in depth, so an evolver or view
 * that changes what it was given throws.
 */
export function play(world: World, visit: (step: Step) => void): Played {
	const everybody = ['facilitator', ...NAMES.slice(0, world.people)];
	const events: WorksessionEvent[] = [...opening(world)];
	let state = deepFreeze(events.reduce(evolve, initialState('worksession-1')));
	let arrangedBefore = state;
	let stepsBefore = state;
	let people: People = namesOf(state);
	let now = START + MINUTE;
	world.choices.forEach(({ type: wanted, seed }, index) => {
		const dice = new Dice(seed);
		const likely = isInRound(state) || dice.chance(0.6) ? wanted : 'StartItem';
		const type = state.doors === 'closed' && dice.chance(0.8) ? dice.pick(AFTERWARDS) : likely;
		now += dice.chance(0.03) ? LATE_CARD_GRACE_MS + 1 : dice.below(20_000);
		const who = whoActs(dice, type, everybody, state);
		const contextOf = contextsAt(now, index);
		const command = choose(
			type,
			new Picks({ dice, state, arrangedBefore, stepsBefore, context: contextOf(who), index })
		);
		const before = state;
		const outcome = decide(before, command, contextOf(who));
		if (outcome.ok) {
			events.push(...outcome.value);
			state = deepFreeze(deepFreeze(outcome.value).reduce(evolve, before));
			if (isArranging({ type })) arrangedBefore = before;
			if (isOnSteps({ type })) stepsBefore = before;
		}
		const peopleBefore = people;
		people = namesAfter(dice, people, state);
		visit({ before, after: state, command, who, outcome, peopleBefore, people, contextOf });
	});
	return { everybody, events, state };
}

/** What is asked once the day has closed; the first opens the way for the others. */
const AFTERWARDS = ['MoveRecord', 'AnswerPiece', 'AnswerPiece', 'SendValidation'] as const;

function contextsAt(now: number, index: number): (who: Who) => Context {
	return (who) => ({
		actor: actorFor(who),
		now,
		commandId: `draft-day-${String(index).padStart(4, '0')}`,
		// The opening has used the lower numbers.
		newId: shuffledIds(100_000 + index * 16),
		proofOf: proofWith(keyOf(who))
	});
}

function isInRound({ currentItemId, rounds }: Worksession): boolean {
	return currentItemId !== null && Object.hasOwn(rounds, currentItemId);
}

/** Mostly somebody of the right role who has joined; sometimes anybody. */
function whoActs(dice: Dice, type: CommandType, everybody: readonly Who[], state: Worksession): Who {
	if (dice.chance(0.06)) return dice.pick(everybody);
	const { roles } = PERMISSIONS[type];
	if (roles.includes('municipality')) return `${MUNICIPALITY}${dice.pick(codesOn(state))}`;
	const isForBoth = roles.includes('facilitator') && roles.length > 1;
	if (isForBoth ? dice.chance(0.5) : roles.includes('facilitator')) return 'facilitator';
	const people = everybody.filter((who) => who !== 'facilitator');
	const joined = people.filter((who) => state.participations[participationId(who)]);
	const isJoining = type === 'Join';
	const likely = isJoining ? people.filter((who) => !joined.includes(who)) : joined;
	return dice.chance(0.9) && likely.length > 0 ? dice.pick(likely) : dice.pick(people);
}

/** Municipalities that are on cards, and one that is on none. */
function codesOn({ rounds }: Worksession): readonly string[] {
	const cards = Object.values(rounds).flatMap((round) => allCards(round.cards));
	return [...cards.flatMap(({ municipalities }) => municipalities), 'GM0363'];
}

function namesOf(state: Worksession): People {
	const names = Object.keys(state.participations).map((id) => [id, `Naam van ${id}`] as const);
	return { names: new Map(names), epoch: 0 };
}

/** Names are added when people join, and sometimes one is erased, which is the moment that `epoch` exists for. */
function namesAfter(dice: Dice, people: People, state: Worksession): People {
	const ids = Object.keys(state.participations);
	const isAnyNew = ids.some((id) => !people.names.has(id));
	const known = isAnyNew ? new Map([...namesOf(state).names, ...people.names]) : people.names;
	if (ids.length === 0 || !dice.chance(0.02)) return { names: known, epoch: people.epoch };
	return { names: new Map([...known, [dice.pick(ids), '']]), epoch: people.epoch + 1 };
}
