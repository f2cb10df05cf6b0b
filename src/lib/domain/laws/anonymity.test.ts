import { describe } from 'vitest';
import { law, mustHold, playNoting } from '../../../../tests/kit/law.ts';
import { ANONYMOUS } from '../../../../tests/kit/whose.ts';
import { replay } from '../../../../tests/kit/worksession.ts';
import type { EventOf, WorksessionEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { summaryOf } from '../record/summary.ts';
import { attendanceOf } from '../visibility/attendance.ts';
import type { People } from '../visibility/people.ts';
import { sharedView } from '../visibility/shared-view.ts';
import { AUDIENCES } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';

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
	if (author.kind !== 'participation') return event;
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
