import { describe } from 'vitest';
import { ownViewOf } from '../../../../tests/kit/histories/index.ts';
import { law, mustHold, peopleOf, playNoting } from '../../../../tests/kit/law.ts';
import { ANONYMOUS, isBy } from '../../../../tests/kit/whose.ts';
import type { Who } from '../../../../tests/kit/worksession.ts';
import { allCards } from '../card/card-table.ts';
import type { Card } from '../card/card.ts';
import type { Round } from '../day/round.ts';
import { evolve } from '../evolve.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { summaryOf } from '../record/summary.ts';
import { attendanceOf } from '../visibility/attendance.ts';
import { HIDDEN_TEXT } from '../visibility/card-view.ts';
import type { People } from '../visibility/people.ts';
import { sharedView } from '../visibility/shared-view.ts';
import { AUDIENCES, type Stage } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';

const SHOWN: readonly Stage[] = ['sharing', 'arranging', 'voting', 'closed'];

describe('[H11] what is hidden from the room says nothing there', () => {
	law(
		'[H11] the room and the screen receive its place, and neither its text nor of whom it is',
		(world, seen) => {
			playNoting(world, seen, ({ after, people }) => {
				for (const audience of ['participant', 'screen'] as const) {
					const { rounds, spotlight } = sharedView(after, people, audience);
					for (const round of Object.values(after.rounds))
						for (const { id, isShared, isHidden } of allCards(round.cards)) {
							const view = rounds[round.id]?.cards[id];
							mustHold((view !== undefined) === isShared, 'the room sees what it has seen');
							if (!view) continue;
							mustHold(view.isHidden === isHidden, 'and knows what is hidden');
							const isSilent = view.text === HIDDEN_TEXT && view.author === null && view.redaction === null;
							mustHold(!isHidden || isSilent, 'of which it is told nothing');
							mustHold(!isHidden || spotlight?.item.id !== id, 'nor is it lit');
						}
				}
			});
		}
	);
});

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
