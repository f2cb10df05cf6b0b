import { isDeepStrictEqual } from 'node:util';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, diff, type Patch } from '#lib/protocol/patch.ts';
import {
	ownViewOf,
	play,
	Seen,
	worlds,
	type Played,
	type Step,
	type World
} from '../../../tests/kit/histories/index.ts';
import { MUNICIPALITY, participationId, replay, type Who } from '../../../tests/kit/worksession.ts';
import { allCards, cardOf } from './card/card-table.ts';
import type { Command, CommandType } from './commands.ts';
import type { EventOf, WorksessionEvent } from './events.ts';
import { isLooseItem } from './board/items.ts';
import { mapValues } from './keyed.ts';
import type { Outcome } from './outcome.ts';
import { stateFromView } from './prediction.ts';
import { intakeRecord, recordJson } from './record/record.ts';
import type { Rejection } from './rejections.ts';
import { summaryOf } from './record/summary.ts';
import { hostedTable } from './people/tables.ts';
import { attendanceOf } from './visibility/attendance.ts';
import type { People } from './visibility/people.ts';
import { sharedView, type SharedView } from './visibility/shared-view.ts';
import type { ItemResult } from './visibility/vote-results.ts';
import { AUDIENCES, type AuthorVisibility, type Stage } from './vocabulary.ts';
import type { Card } from './card/card.ts';
import type { Ballots } from './choose/ballot.ts';
import type { Round } from './day/round.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Worksession } from './worksession.ts';

/**
 * What holds whatever happens. Each law plays random days and ends by checking that it met every event and every refusal,
 * because a law that never saw something says nothing about it. A failure prints the seed and the shortest day that breaks it.
 */
const isRelease = process.env['WAAIER_RELEASE_TEST'] === '1';
const RUNS = isRelease ? 5_000 : 250;
const TIMEOUT_MS = isRelease ? 1_200_000 : 60_000;
/** Fixed day by day, so that what passed passes; a release tries others. */
const SEED = isRelease ? {} : { seed: 20_261_123 };

function law(name: string, check: (world: World, seen: Seen) => void): void {
	test(name, { timeout: TIMEOUT_MS }, () => {
		const seen = new Seen();
		fc.assert(
			fc.property(worlds, (world) => check(world, seen)),
			{ numRuns: RUNS, ...SEED }
		);
		expect(seen.missing(), 'every event and refusal was met').toEqual({ events: [], rejections: [] });
	});
}

/** Cheaper than `expect` where a law asks a hundred thousand times. */
function mustHold(isSo: boolean, promise: string): void {
	if (!isSo) throw new Error(promise);
}

function mustEqual(actual: unknown, expected: unknown, what: string): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual, what).toEqual(expected);
}

function playNoting(world: World, seen: Seen, visit: (step: Step) => void): Played {
	return play(world, (step) => {
		seen.note(step);
		visit(step);
	});
}

function peopleOf(world: Pick<World, 'people'>): readonly Who[] {
	return ['anna', 'bram', 'carla', 'driss'].slice(0, world.people);
}

const SHOWN: readonly Stage[] = ['sharing', 'arranging', 'voting', 'closed'];
const ANONYMOUS: readonly AuthorVisibility[] = ['anonymous-in-room', 'fully-anonymous'];
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('[V1] nobody receives what the room may not see yet', () => {
	law(
		'[V1] no view, own view, list or record holds a hidden card of someone else, or anything that points to it',
		(world, seen) => {
			let revealed: Set<string> | undefined;
			playNoting(world, seen, ({ before, after, people, outcome }) => {
				revealed ??= seenBefore(before);
				const shown = revealed;
				if (!outcome.ok || outcome.value.length === 0) return;
				outcome.value.reduce((state, event) => noteRevealed(shown, evolve(state, event)), before);
				const cards = Object.values(after.rounds).flatMap((round) => allCards(round.cards));
				const hidden = cards.filter((card) => !shown.has(card.id));
				const room = JSON.stringify(['participant', 'screen'].map((to) => viewFor(after, people, to)));
				const lists = JSON.stringify(summaryOf(after)) + recordJson(intakeRecord(after));
				const regie = JSON.stringify(viewFor(after, people, 'facilitator'));
				for (const card of cards)
					mustHold(!`${room}${regie}`.includes(card.draftId), 'a draft id stays with its writer');
				for (const card of hidden) mustBeAbsent(card, room + lists);
				for (const card of hidden) if (!isFacilitators(card, after)) mustBeAbsent(card, regie);
				for (const who of peopleOf(world)) {
					const view = ownViewOf(after, people, who);
					const text = JSON.stringify(view);
					const others = cards.filter((card) => !isWrittenBy(card, who, view?.cards ?? null));
					for (const card of others) mustHold(!text.includes(card.draftId), 'a draft id is its writer’s');
					for (const card of others) if (!shown.has(card.id)) mustBeAbsent(card, text);
				}
			});
		}
	);

	law(
		'[V1] the room and the screen learn of no person: no participation, no proof, no name but in an open worksession',
		(world, seen) => {
			playNoting(world, seen, ({ after, people }) => {
				const room = JSON.stringify(['participant', 'screen'].map((to) => viewFor(after, people, to)));
				mustHold(!room.includes('proof of'), 'no proof of an author leaves the server');
				mustHold(!room.includes('"person-'), 'no participation is named');
				mustHold(
					!room.includes('Naam van') || after.authorVisibility === 'open',
					'nor a person, unless all agreed'
				);
				const record = recordJson(intakeRecord(after)) + JSON.stringify(summaryOf(after));
				mustHold(!record.includes('person-') && !record.includes('proof of'), 'the record names nobody');
			});
		}
	);
});

/** Put in by the facilitator, or written for somebody without a device where it may be told whose it is. */
function isFacilitators(
	{ author, isWrittenFor, isWithoutOrigin }: Card,
	{ authorVisibility, participations }: Worksession
): boolean {
	if (author.kind !== 'participation') return author.kind === 'facilitator';
	const isTold = !ANONYMOUS.includes(authorVisibility) && !isWithoutOrigin;
	return isWrittenFor && isTold && participations[author.participationId]?.isWithoutDevice === true;
}

function viewFor(state: Worksession, people: People, audience: string): unknown {
	const known = AUDIENCES.find((one) => one === audience);
	return known && [sharedView(state, people, known), attendanceOf(state)];
}

/** What the room had seen when the history began. */
function seenBefore(state: Worksession): Set<string> {
	const cards = Object.values(state.rounds).flatMap((round) => allCards(round.cards));
	return new Set(cards.filter((card) => card.isShared).map((card) => card.id));
}

/** The room has seen what lies in a round that it shares; kept here, so that no mark on the cards is trusted. */
function noteRevealed(revealed: Set<string>, state: Worksession): Worksession {
	const isShown = (round: Round) => state.doors === 'closed' || SHOWN.includes(round.stage);
	for (const round of Object.values(state.rounds))
		if (isShown(round)) for (const card of allCards(round.cards)) revealed.add(card.id);
	return state;
}

function mustBeAbsent(card: Card, text: string): void {
	mustHold(!text.includes(card.id), 'the id of a hidden card is nowhere');
	mustHold(!text.includes(card.draftId), 'the draft id of a hidden card is nowhere');
	// What stands in the place of a text that was taken away tells nothing.
	if (card.redaction !== null) return;
	mustHold(!text.includes(JSON.stringify(card.text).slice(1, -1)), 'the text of a hidden card is nowhere');
}

/** Told apart from the rules under test: by the author, or for an unknown author by the key in the proof. */
function isWrittenBy(card: Card, who: Who, ownCards: Readonly<Record<string, unknown>> | null): boolean {
	if (card.author.kind !== 'unknown') return isBy(card, who);
	const isByKey = card.author.proof === `proof of key of ${who} for ${card.draftId}`;
	if (!ownCards) return false;
	mustHold(isByKey === Object.hasOwn(ownCards, card.id), 'a key opens exactly its own cards');
	return isByKey;
}

describe('[V2] a browser predicts what the server will answer', () => {
	law('[V2] decide on the view equals decide on the state, whoever asks', (world, seen) => {
		const { everybody } = play({ ...world, choices: [] }, () => undefined);
		playNoting(world, seen, ({ before, command, peopleBefore: people, contextOf }) => {
			for (const who of everybody) {
				const audience = who === 'facilitator' ? 'facilitator' : 'participant';
				const view = stateFromView(sharedView(before, people, audience), ownViewOf(before, people, who));
				const predicted = decide(view, command, contextOf(who));
				mustEqual(comparable(predicted), comparable(decide(before, command, contextOf(who))), `as ${who}`);
			}
		});
	});
});

/** The cards of an event are a set: a view keeps them in another order than the log. */
function comparable(outcome: Outcome<readonly WorksessionEvent[]>): unknown {
	if (!outcome.ok) return outcome;
	return outcome.value.map((event) =>
		'cardIds' in event ? { ...event, cardIds: [...event.cardIds].sort() } : event
	);
}

describe('[V3] who follows the patches sees what a newcomer sees', () => {
	law(
		'[V3] every view is the view before it and its patch, both through JSON, and equals a fresh one',
		(world, seen) => {
			const live = new Map<string, { view: unknown; followed: unknown }>();
			playNoting(world, seen, ({ before, after, peopleBefore, people }) => {
				const isChanged = before !== after || peopleBefore !== people;
				if (!isChanged) return;
				const newcomer = structuredClone(after);
				for (const [name, viewOf] of receivers(world)) {
					const { view, followed } = live.get(name) ?? first(viewOf(before, peopleBefore));
					const next = viewOf(after, people);
					const patch = diff(view, next);
					const reached = patch ? apply(followed, throughJson(patch) as Patch) : followed;
					mustEqual(reached, viewOf(newcomer, people), `live and fresh view of ${name}`);
					mustEqual(reached, throughJson(next), `the view of ${name} is plain JSON`);
					live.set(name, { view: next, followed: reached });
				}
			});
		}
	);
});

function first(view: unknown): { view: unknown; followed: unknown } {
	return { view, followed: throughJson(view) };
}

function receivers(world: World): readonly [string, (state: Worksession, people: People) => unknown][] {
	return [
		...AUDIENCES.map((audience): [string, (state: Worksession, people: People) => unknown] => [
			audience,
			(state, people) => sharedView(state, people, audience)
		]),
		...peopleOf(world).map((who): [string, (state: Worksession, people: People) => unknown] => [
			who,
			(state, people) => ownViewOf(state, people, who)
		])
	];
}

describe('[V4] an anonymous card is anonymous', () => {
	law(
		'[V4] two days that differ only in who wrote the cards look the same to the byte, to everyone, and in the record',
		(world, seen) => {
			const played = playNoting(world, seen, () => undefined);
			const events = untilCardsGo(played.events);
			const twins = withOtherAuthors(events);
			let [one, other] = [replay([]), replay([])];
			events.forEach((event, index) => {
				one = evolve(one, event);
				other = evolve(other, twins[index] ?? event);
				if (ANONYMOUS.includes(one.authorVisibility)) mustHold(toldOf(one) === toldOf(other), event.type);
			});
		}
	);

	law(
		'[V4] in any worksession two days that differ only in who wrote the cards without origin look the same to the byte',
		(world, seen) => {
			const { events } = playNoting(world, seen, () => undefined);
			const without = alwaysWithoutOrigin(events);
			const joined = events.filter((event) => event.type === 'ParticipantJoined');
			if (without.size === 0) return;
			let [one, other] = [replay([]), replay([])];
			for (const event of events) {
				const isTwin = event.type === 'CardPosted' && without.has(event.cardId);
				one = evolve(one, event);
				other = evolve(other, isTwin ? byAnother(event, joined) : event);
				mustHold(toldOf(one) === toldOf(other), event.type);
			}
		}
	);

	law('[V4] of a fully anonymous card the log itself knows no author and no municipality', (world, seen) => {
		playNoting(world, seen, ({ before, outcome }) => {
			if (!outcome.ok || before.authorVisibility !== 'fully-anonymous') return;
			for (const event of outcome.value) {
				if (event.type !== 'CardPosted' || event.author.kind === 'facilitator') continue;
				mustHold(event.author.kind === 'unknown', 'the author is unknown');
				mustHold(event.municipalities.length === 0, 'no municipality is kept');
				mustHold(!JSON.stringify(event).includes('person-'), 'nothing else names the writer');
			}
		});
	});
});

/** Until somebody is sent away with their cards, which an open worksession alone allows: from then on the twins hold other cards. */
function untilCardsGo(events: readonly WorksessionEvent[]): readonly WorksessionEvent[] {
	const index = events.findIndex((event) => event.type === 'PersonRemoved' && event.withCards);
	return index < 0 ? events : events.slice(0, index);
}

/** Ids of the cards of which the origin was never told: posted without it, and never edited back. */
function alwaysWithoutOrigin(events: readonly WorksessionEvent[]): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const event of events) {
		if (event.type === 'CardPosted' && event.isWithoutOrigin) ids.add(event.cardId);
		if (event.type === 'CardEdited' && !event.isWithoutOrigin) ids.delete(event.cardId);
	}
	return ids;
}

/** The same day, but each card came from the next person in the room, with that one's municipalities. */
function withOtherAuthors(events: readonly WorksessionEvent[]): readonly WorksessionEvent[] {
	const joined: EventOf<'ParticipantJoined'>[] = [];
	return events.map((event) => {
		if (event.type === 'ParticipantJoined') joined.push(event);
		return event.type === 'CardPosted' ? byAnother(event, joined) : event;
	});
}

function byAnother(
	event: EventOf<'CardPosted'>,
	joined: readonly EventOf<'ParticipantJoined'>[]
): WorksessionEvent {
	const { author } = event;
	const draftId = `other ${event.draftId}`;
	if (author.kind === 'unknown')
		return { ...event, draftId, author: { kind: 'unknown', proof: 'of another' } };
	if (author.kind === 'facilitator') return event;
	const index = joined.findIndex(({ participationId: id }) => id === author.participationId);
	const next = joined[(index + 1) % joined.length];
	if (!next) return event;
	const { participationId: id, municipalities, organisation } = next;
	const by = { kind: 'participation', participationId: id } as const;
	return { ...event, draftId, author: by, municipalities, organisation };
}

/** All that leaves the server for more than one person; names are given so that one that leaks is seen. */
function toldOf(state: Worksession): string {
	const names = Object.keys(state.participations).map((id) => [id, `Naam van ${id}`] as const);
	const people: People = { names: new Map(names), epoch: 0 };
	const views = AUDIENCES.map((audience) => sharedView(state, people, audience));
	return JSON.stringify([views, attendanceOf(state), summaryOf(state)]) + recordJson(intakeRecord(state));
}

describe('[C1] what is yours stays yours', () => {
	law(
		'[C1] no command changes a card, a ballot or a participation of someone else, but what facilitators and hosts arrange',
		(world, seen) => {
			playNoting(world, seen, ({ before, after, command, who }) => {
				if (before === after) return;
				const act: Act = { command, who, hosts: hostedTable(before, participationId(who)) };
				mustKeepParticipations(before, after, act);
				for (const round of Object.values(before.rounds)) {
					const next = after.rounds[round.id];
					if (next) {
						mustKeepCards(round, next, act);
						mustKeepBallots(round, next, act);
					} else mustHold(round.cardCount === 0 && who === 'facilitator', 'only an empty round is taken out');
				}
			});
		}
	);
});

interface Act {
	readonly command: Command;
	readonly who: Who;
	/** The table that whoever acts leads. */
	readonly hosts: string | null;
}

function mustKeepParticipations(before: Worksession, after: Worksession, { command, who }: Act): void {
	for (const [id, participation] of Object.entries(before.participations)) {
		const next = after.participations[id];
		if (id === participationId(who) || next === participation) continue;
		mustHold(who === 'facilitator', 'a participation is its own');
		if (next) {
			const { handRaisedAt, tableId } = next;
			const isMerged = command.type === 'MergePeople' && command.intoId === id;
			const { greeting, formerIds, isWithoutDevice } = isMerged ? next : participation;
			mustEqual(
				next,
				{ ...participation, greeting, handRaisedAt, tableId, formerIds, isWithoutDevice },
				'who somebody is stays'
			);
		} else mustHold(isSentAway(command, id), 'people go when they are sent away or are somebody else');
	}
}

function isSentAway(command: Command, id: string): boolean {
	if (command.type === 'RemovePerson') return command.participationId === id;
	return command.type === 'MergePeople' && command.fromId === id;
}

function mustKeepCards(before: Round, after: Round, act: Act): void {
	mustHold(allCards(after.cards).length === after.cardCount, 'the count counts the cards');
	for (const [id, count] of Object.entries(after.cardCounts)) {
		const written = allCards(after.cards).filter((card) => isOf(card, id) && !card.isWithoutOrigin);
		mustHold(written.length === count, 'so does the count of each person');
	}
	for (const card of allCards(before.cards)) {
		if (isWrittenByActor(card, act.who)) continue;
		const next = cardOf(after.cards, card.id);
		if (next) mustKeepCard(card, next, act);
		else mustHold(goesWithItsWriter(card, act.command), 'a card goes with its writer only');
	}
}

function mustKeepCard(card: Card, next: Card, { command, who, hosts }: Act): void {
	const { stepId, formerStepId, clusterId, isShared } = next;
	const isMerged = command.type === 'MergePeople' && isOf(card, command.fromId);
	const author = isMerged ? { kind: 'participation', participationId: command.intoId } : card.author;
	const isRemoved = command.type === 'RemoveTable' && command.tableId === card.tableId;
	const tableId = isRemoved ? null : card.tableId;
	const isRedacted = command.type === 'RedactCard' && command.cardId === card.id && who === 'facilitator';
	const isEdited = command.type === 'EditCardFor' && command.cardId === card.id && isScribed(card, command);
	const code = who.startsWith(MUNICIPALITY) ? who.slice(MUNICIPALITY.length) : null;
	const isAnswered = code !== null && card.municipalities.includes(code);
	const isCorrected = command.type === 'CloseWorksession' && card.readBack?.verdict === 'corrected';
	const isOther = isRedacted || isEdited || isCorrected || isAnswered;
	const municipalities = isAnswered ? card.municipalities.filter((one) => one !== code) : [];
	const isTakenOff = isAnswered && next.municipalities.length < card.municipalities.length;
	const { text, redaction, editedAt, readBack } = isOther ? next : card;
	mustHold(!isCorrected || text === card.readBack?.text, 'a card says what its writer corrected it to');
	mustEqual(
		next,
		{
			...card,
			...(isTakenOff ? { municipalities } : {}),
			text,
			redaction,
			editedAt,
			readBack,
			author,
			tableId,
			stepId,
			formerStepId,
			clusterId,
			isShared
		},
		'what a card says is its writer’s'
	);
	mustHold(isShared || !card.isShared, 'a seen card stays seen');
	if (who === 'facilitator' || next === card || isAnswered) return;
	mustHold(
		hosts !== null && card.tableId === hosts,
		'a participant arranges what lies at the table they lead'
	);
}

/** Of whom it is asked, for whom the facilitator wrote it. */
function isScribed(card: Card, { participationId: id }: { readonly participationId: string }): boolean {
	return card.isWrittenFor && isOf(card, id);
}

function isOf({ author }: Card, id: string): boolean {
	return author.kind === 'participation' && author.participationId === id;
}

function goesWithItsWriter(card: Card, command: Command): boolean {
	if (command.type === 'WithdrawCardFor') return command.cardId === card.id && isScribed(card, command);
	if (command.type === 'CloseWorksession') return card.readBack?.verdict === 'away';
	const isSentAway = command.type === 'RemovePerson' && command.withCards;
	return isSentAway && !card.isWithoutOrigin && isOf(card, command.participationId);
}

/** Whether a person, or for a card that was put in the facilitator, is known as its writer. */
function isBy(card: Card, who: Who): boolean {
	if (card.author.kind === 'facilitator') return who === 'facilitator';
	return isOf(card, participationId(who));
}

function isWrittenByActor(card: Card, who: Who): boolean {
	if (card.author.kind !== 'unknown') return isBy(card, who);
	return card.author.proof === `proof of key of ${who} for ${card.draftId}`;
}

/** A participant who withdraws what others had dots on gives those dots back; nothing else of theirs changes. */
function mustKeepBallots(before: Round, after: Round, { who, hosts }: Act): void {
	if (who === 'facilitator' || hosts !== null) return;
	const kept = (ballots: Ballots) =>
		Object.entries(ballots)
			.filter(([id]) => id !== participationId(who))
			.map(([id, given]) => [
				id,
				mapValues(given, (ballot) => {
					const there = Object.entries(ballot).filter(([key]) => isStillThere(after, key));
					return Object.fromEntries(there);
				})
			]);
	mustEqual(kept(after.ballots), kept(before.ballots), 'someone’s dots are theirs');
	const earlier = (round: Round) => round.earlierVotes.map(({ ballots }) => kept(ballots));
	mustEqual(earlier(after), earlier(before), 'and so are those of an earlier vote');
}

function isStillThere(round: Round, key: string): boolean {
	const [kind, id] = key.split(':');
	return isLooseItem(round, { kind: kind === 'cluster' ? 'cluster' : 'card', id: id ?? '' });
}

/** What lies from each budget, added up anew. */
function perBudget({ ballots }: Round): Readonly<Record<string, Readonly<Record<string, number>>>> {
	const sums: Record<string, Record<string, number>> = {};
	for (const [id, given] of Object.entries(ballots))
		for (const [purse, ballot] of Object.entries(given)) {
			const sum = (sums[purse === 'own' ? `own of ${id}` : purse] ??= {});
			for (const [key, dots] of Object.entries(ballot)) sum[key] = (sum[key] ?? 0) + dots;
		}
	return sums;
}

function given(ballots: Ballots = {}): number {
	const dots = Object.values(ballots).flatMap((purses) =>
		Object.values(purses).flatMap(Object.values<number>)
	);
	return sumOf(dots);
}

function told(results: Readonly<Record<string, ItemResult>>): number {
	return sumOf(Object.values(results).map(({ dots }) => dots));
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, n) => sum + n, 0);
}

function isDot(event: WorksessionEvent): event is EventOf<'DotPlaced' | 'DotTaken'> {
	return event.type === 'DotPlaced' || event.type === 'DotTaken';
}

function isSharer(state: Worksession, id: string, { purse }: EventOf<'DotPlaced' | 'DotTaken'>): boolean {
	const person = state.participations[id];
	if (!person || person.municipalities.length > 0) return person?.municipalities.includes(purse) ?? false;
	return purse.startsWith('organisation:') && person.organisation !== '';
}

function withoutVoters({ rounds, ...view }: SharedView): unknown {
	return { ...view, rounds: mapValues(rounds, (round) => ({ ...round, votersDone: 0 })) };
}

function isPurseOf(purse: string, state: Worksession, dot: EventOf<'DotPlaced'>): boolean {
	const giver = state.participations[dot.participationId];
	if (!giver || state.rounds[dot.roundId]?.settings.budgetPer === 'person') return purse === 'own';
	const { municipalities, organisation } = giver;
	if (municipalities.length > 0) return municipalities.includes(purse);
	return organisation === '' ? purse === 'own' : purse.startsWith('organisation:');
}

describe('[D1] dots', () => {
	law(
		'[D1] nobody ever has more dots than the budget, nor more on an item than its maximum, nor dots on what is no more',
		(world, seen) => {
			playNoting(world, seen, ({ after }) => {
				for (const round of Object.values(after.rounds)) {
					const { settings, votedOn } = round;
					for (const dots of Object.values(perBudget(round))) {
						mustHold(sumOf(Object.values(dots)) <= settings.dotBudget, 'the budget holds');
						for (const [key, n] of Object.entries(dots)) {
							mustHold(n >= 1 && n <= settings.dotsPerItemMax, 'the maximum per item holds');
							mustHold(isStillThere(round, key), 'dots lie on loose items');
							mustHold(votedOn === null || votedOn.includes(key), 'and on what is voted on');
						}
					}
				}
			});
		}
	);

	law(
		'[D1] everybody gives dots from a budget of their own, or of a municipality that they come for',
		(world, seen) => {
			playNoting(world, seen, ({ before, outcome }) => {
				if (!outcome.ok) return;
				for (const event of outcome.value)
					if (event.type === 'DotPlaced')
						mustHold(isPurseOf(event.purse, before, event), 'a dot comes from a budget of whoever gives it');
			});
		}
	);

	law(
		'[D8] a dot tells nothing to whoever does not share its budget, but how many have placed all theirs',
		(world, seen) => {
			playNoting(world, seen, ({ before, after, outcome, people }) => {
				const dot = outcome.ok ? outcome.value.find(isDot) : undefined;
				if (!dot) return;
				for (const audience of ['participant', 'screen'] as const)
					mustEqual(
						withoutVoters(sharedView(after, people, audience)),
						withoutVoters(sharedView(before, people, audience)),
						`what the ${audience} sees`
					);
				for (const id of Object.keys(after.participations)) {
					const who = id.replace(/^person-/, '');
					if (id === dot.participationId || isSharer(after, id, dot)) continue;
					mustEqual(ownViewOf(after, people, who), ownViewOf(before, people, who), 'what somebody else sees');
				}
			});
		}
	);

	law('[D2] totals are nowhere before the round is closed, and count every dot once after', (world, seen) => {
		playNoting(world, seen, ({ after, people }) => {
			for (const audience of AUDIENCES)
				for (const view of Object.values(sharedView(after, people, audience).rounds)) {
					mustHold((view.results === null) === (view.stage !== 'closed'), 'results exist when closed');
					if (!view.results) continue;
					mustHold(given(after.rounds[view.id]?.ballots) === told(view.results), 'every dot counts once');
				}
			for (const { id, earlierVotes } of Object.values(sharedView(after, people, 'screen').rounds))
				earlierVotes.forEach(({ results }, index) => {
					const { ballots } = after.rounds[id]?.earlierVotes[index] ?? {};
					mustHold(given(ballots) === told(results), 'every dot of an earlier vote counts once');
				});
			const open = new Set(
				Object.values(after.rounds).flatMap(({ id, stage }) => (stage === 'closed' ? [] : [id]))
			);
			const { cards, clusters, rounds } = intakeRecord(after);
			for (const { id, votes } of rounds) {
				const { earlierVotes } = after.rounds[id] ?? { earlierVotes: [] };
				const ended = earlierVotes.length + (open.has(id) ? 0 : 1);
				mustHold(votes.length <= ended, 'the record holds votes that have ended');
			}
			for (const { round, dots } of [...cards, ...clusters])
				mustHold(dots === null || !open.has(round), 'nor in the record');
		});
	});
});

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
	CloseRating: 'nothing',
	ShowRating: 'nothing',
	StartWrapUp: 'nothing',
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

describe('[R1] the record', () => {
	law(
		'[R1] state and record equal what replaying the stored log gives, and the record survives being read back',
		(world, seen) => {
			const { events, state } = playNoting(world, seen, () => undefined);
			const replayed = replay(throughJson(events) as WorksessionEvent[]);
			mustEqual(replayed, throughJson(state), 'the state follows from the log alone');
			const json = recordJson(intakeRecord(state));
			mustHold(json === recordJson(intakeRecord(replayed)), 'so does the record');
			const readBack = JSON.parse(json) as ReturnType<typeof intakeRecord>;
			mustEqual(readBack, intakeRecord(state), 'the record is plain JSON');
			mustHold(recordJson(readBack) === json, 'written again it is the same to the byte');
		}
	);

	law('[R2] what an item of the record refers to is in the record', (world, seen) => {
		const { state } = playNoting(world, seen, () => undefined);
		const record = intakeRecord(state);
		const [cards, clusters, steps, rounds] = [record.cards, record.clusters, record.steps, record.rounds].map(
			(pieces) => new Set(pieces.map((piece) => piece.id))
		);
		const isKnown = (key: string) => {
			const [kind, id] = key.split(':');
			return (kind === 'card' ? cards : clusters)?.has(id ?? '') === true;
		};
		for (const card of record.cards) {
			mustHold(card.cluster === null || clusters?.has(card.cluster) === true, 'the cluster of a card');
			mustHold(card.step === null || steps?.has(card.step) === true, 'the step of a card');
			mustHold(rounds?.has(card.round) === true, 'the round of a card');
		}
		for (const cluster of record.clusters) {
			mustHold(cluster.step === null || steps?.has(cluster.step) === true, 'the step of a cluster');
			mustHold(cluster.cards.length > 0, 'a cluster has cards');
			mustHold(
				cluster.cards.every((id) => cards?.has(id)),
				'the cards of a cluster'
			);
		}
		for (const { need, bottleneck } of record.links)
			mustHold(isKnown(need) && isKnown(bottleneck), 'the ends of a link');
		for (const { needs, from } of record.ideas)
			mustHold([...needs, ...from].every(isKnown), 'what an idea rests on');
		for (const parked of record.looseEnds.parked)
			mustHold(
				parked.cards.every((id) => cards?.has(id)),
				'the cards that are parked'
			);
		const ideas = new Set(record.ideas.map(({ id }) => id));
		for (const { results } of record.ratings)
			for (const { idea } of results) mustHold(ideas.has(idea), 'the idea that was rated');
	});
});
