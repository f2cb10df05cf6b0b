import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownViewOf, play, worlds, type Played, type World } from '../../../../tests/kit/histories/index.ts';
import { holdsUntilMet, mustEqual, mustHold } from '../../../../tests/kit/law.ts';
import { actorFor, proofWith, replay, shuffledIds, START } from '../../../../tests/kit/worksession.ts';
import { allCards } from '../card/card-table.ts';
import { isTakenOrganisation } from '../card/redacted-text.ts';
import { redactedLog, takenBy } from '../card/redacted-log.ts';
import { ballotOf, dotsOn, OWN_PURSE, purseOfOrganisation, pursesOf } from '../choose/ballots.ts';
import type { CommandType } from '../commands.ts';
import { decide } from '../decide.ts';
import type { WorksessionEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Participation } from '../people/participation.ts';
import { redactedRecord } from '../record/redacted-record.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { NOBODY } from '../visibility/people.ts';
import { sharedView } from '../visibility/shared-view.ts';
import { AUDIENCES } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';

const DAYS = 120;
const TIMEOUT_MS = 60_000;

/** What makes organisations matter on a day, asked between what is asked anyway. */
const BETWEEN: readonly CommandType[] = [
	'AddPerson',
	'PlaceDotFor',
	'PostCardFor',
	'MoveStage',
	'AddAction',
	'PlaceDotFor',
	'StartVote',
	'GiveRatingFor',
	'RemovePerson',
	'MergePeople'
];

/** Days with many people who come for an organisation and vote for it, and without words that went before. */
const days = worlds.map((world): World => ({
	...world,
	budgetPer: 'municipality',
	choices: world.choices
		.filter(({ type }) => !type.startsWith('Redact'))
		.flatMap(({ type, seed }, index) => [
			{ type, seed },
			{ type: BETWEEN[index % BETWEEN.length] ?? type, seed: seed + 1 }
		])
}));

describe('[X11] for whom people come', () => {
	test(
		'[X11] with the words of anybody it goes of everybody who came for it and from everywhere, and changes nothing else',
		{ timeout: TIMEOUT_MS },
		() => {
			const unmet = new Set(Object.keys(CONTENT));
			holdsUntilMet(
				fc.property(days, (world) => {
					const played = play(world, () => undefined);
					// Each of the two organisations goes in turn, so that the second goes beside one that went.
					let left: Log = played;
					for (const name of ['kanarie', 'kolibrie']) {
						const { participations, removed } = left.state;
						const person = Object.values({ ...participations, ...removed }).find(({ organisation }) =>
							organisation.toLowerCase().includes(name)
						);
						if (!person) continue;
						for (const what of unmet) if (CONTENT[what]?.(left.state, person)) unmet.delete(what);
						left = taken(left, person, played.everybody);
					}
				}),
				DAYS,
				() => unmet.size === 0
			);
			expect([...unmet], 'all that an organisation stands on was met').toEqual([]);
		}
	);
});

type Log = Pick<Played, 'events' | 'state'>;

/** The day after the words of this person went, when all that must hold of it holds. */
function taken(before: Log, person: Participation, everybody: Played['everybody']): Log {
	const asked = decide(
		before.state,
		{ type: 'RedactText', target: { kind: 'person', id: person.id }, reason: 'Een naam' },
		{
			actor: actorFor('facilitator'),
			now: START + 24 * 3_600_000,
			commandId: `taken-${person.id}`,
			newId: shuffledIds(900_000),
			proofOf: proofWith('nobody')
		}
	);
	if (!asked.ok) throw new Error(asked.rejection);
	const all = [...before.events, ...asked.value];
	const state = asked.value.reduce(evolve, before.state);
	const asTaken = takenBy(asked.value, state);
	if (!asTaken) throw new Error('Something is taken');
	const log = redactedLog(all, asTaken);
	const events: readonly WorksessionEvent[] = all.map((event, index) => log.changed.get(index) ?? event);
	const after = { events, state: replay(events) };
	const gone = comesFor(before.events, person);
	mustHoldNothingOf(gone, after, everybody);
	mustKeepTogether(before.state, after.state, gone);
	mustKeepDots(before.state, after.state);
	const { retitled, organisations } = log;
	const version = after.state.recordVersions.length;
	const fixed = redactedRecord(intakeRecord(before.state), { ...asTaken, retitled, organisations, version });
	mustHold(recordJson(fixed) === recordJson(intakeRecord(after.state)), 'a record of before says the same');
	return after;
}

/** Purses of what they come for, also as whoever turned out to be them, but for what went before. */
function comesFor(
	events: readonly WorksessionEvent[],
	{ id, formerIds }: Participation
): ReadonlySet<string> {
	const joined = events.filter((event) => event.type === 'ParticipantJoined' || event.type === 'PersonAdded');
	const named = joined.filter(({ participationId }) => [id, ...formerIds].includes(participationId));
	const told = named.map(({ organisation }) => organisation).filter((name) => !isTakenOrganisation(name));
	return new Set(told.map(purseOfOrganisation));
}

function mustHoldNothingOf(
	gone: ReadonlySet<string>,
	{ events, state }: Log,
	everybody: Played['everybody']
): void {
	const views = AUDIENCES.map((audience) => sharedView(state, NOBODY, audience));
	const owns = everybody.map((who) => ownViewOf(state, NOBODY, who));
	const told = JSON.stringify([events, state, views, owns, recordJson(intakeRecord(state))]);
	for (const spelled of SPELLED)
		if (gone.has(purseOfOrganisation(spelled))) mustHold(!told.includes(spelled), 'its name is nowhere');
	for (const purse of gone)
		mustHold(purse === OWN_PURSE || !told.includes(purse), 'nor is what follows from it');
}

/** Who came for one organisation still come for one, and nobody else comes for it. */
function mustKeepTogether(before: Worksession, after: Worksession, gone: ReadonlySet<string>): void {
	const names = new Map<string, string>();
	for (const [was, is] of organisations(before, after)) {
		const known = names.get(was) ?? is;
		mustHold(known === is, 'those of one organisation stay together');
		names.set(was, known);
		mustHold((was === is) === !gone.has(was), 'all others keep theirs');
	}
	mustHold(new Set(names.values()).size === names.size, 'those of two stay apart');
}

/** Of everybody, and on every card, as purses: then and now. */
function organisations(before: Worksession, after: Worksession): readonly (readonly [string, string])[] {
	const [were, are] = [before, after].map(({ participations, removed, rounds }) => [
		...Object.values({ ...participations, ...removed }),
		...Object.values(rounds).flatMap((round) => allCards(round.cards))
	]);
	return (were ?? []).flatMap(({ organisation }, index) =>
		organisation === ''
			? []
			: [[purseOfOrganisation(organisation), purseOfOrganisation(are?.[index]?.organisation ?? '')] as const]
	);
}

/** Everybody has given as many dots as before, and has as many left. */
function mustKeepDots(before: Worksession, after: Worksession): void {
	const given = ({ rounds, participations }: Worksession) =>
		Object.values(rounds).flatMap(({ settings, ballots, earlierVotes }) =>
			Object.values(participations).map((person) => [
				pursesOf(settings, person).map((purse) => dotsOn(ballotOf(ballots, person.id, purse))),
				earlierVotes.map((vote) => Object.values(vote.ballots[person.id] ?? {}).map(dotsOn))
			])
		);
	mustEqual(given(after), given(before), 'dots stay where they are');
}

/** As days name organisations, see `Picks`. */
const SPELLED = ['Bureau Kanarie', 'bureau-kanarie', 'Stichting Kolibrie'];

/** What the law must have met to say anything, of the person whose words go. */
const CONTENT: Readonly<Record<string, (state: Worksession, person: Participation) => boolean>> = {
	'two who spell it differently': (state, { organisation }) =>
		Object.values(state.participations).some(
			(other) =>
				other.organisation !== organisation &&
				purseOfOrganisation(other.organisation) === purseOfOrganisation(organisation)
		),
	'another organisation that stays': (state, { organisation }) =>
		Object.values(state.participations).some(
			(other) =>
				SPELLED.includes(other.organisation) &&
				purseOfOrganisation(other.organisation) !== purseOfOrganisation(organisation)
		),
	'another organisation that went': (state) =>
		Object.values(state.participations).some((other) => other.organisation.startsWith('[…]')),
	'somebody who was sent away': (state, { organisation }) =>
		Object.values(state.removed).some((other) => other.organisation === organisation),
	'somebody who turned out to be two': (_, { formerIds }) => formerIds.length > 0,
	'a card': (state, { organisation }) =>
		Object.values(state.rounds).some((round) =>
			allCards(round.cards).some((card) => card.organisation === organisation)
		),
	'dots of it': (state, { organisation }) =>
		Object.values(state.rounds).some(({ ballots }) => holdsPurse(ballots, organisation)),
	'dots of it in an earlier vote': (state, { organisation }) =>
		Object.values(state.rounds).some(({ earlierVotes }) =>
			earlierVotes.some((vote) => holdsPurse(vote.ballots, organisation))
		),
	'a sheet of a rating': (state, { organisation }) =>
		state.ratings.some(({ sheets }) => holdsPurse(sheets, organisation)),
	'an owner': (state, { id }) => state.actions.some(({ ownerId }) => ownerId === id)
};

function holdsPurse(given: Readonly<Record<string, object>>, organisation: string): boolean {
	return Object.values(given).some((of) => Object.hasOwn(of, purseOfOrganisation(organisation)));
}
