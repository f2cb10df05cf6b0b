import { mapValues, own } from '../keyed.ts';
import { remembering } from '../remembering.ts';
import type { Ballots } from '../choose/ballot.ts';
import type { Redaction } from '../card/card.ts';
import type { AnswerSheets, KeptAnswer } from '../choose/rating.ts';
import { type RecordReason, toldReasons } from '../record/record-roti.ts';
import type { Round } from '../day/round.ts';
import type { Table } from '../people/table.ts';
import type { RecordVersion } from '../record/record-status.ts';
import type { Worksession } from '../worksession.ts';
import { tellsAuthors } from './card-view.ts';
import { type ParticipationView, participationView } from './participation-view.ts';
import type { People } from './people.ts';
import { type PutInCardView, putInViews } from './put-in-view.ts';
import { scribedRoti, scribedSheets, scribedView } from './scribed-view.ts';
import { type WrittenForView, writtenFor } from './written-for.ts';

/** What only facilitators receive. */
export interface FacilitatorView {
	readonly notes: Readonly<Record<string, string>>;
	readonly participations: Readonly<Record<string, ParticipationView>>;
	/** Whom a facilitator sent away. */
	readonly removed: Readonly<Record<string, ParticipationView>>;
	/** Who leads which table: table id → participation id. */
	readonly hosts: Readonly<Record<string, string>>;
	/**
	 * Per round the dots of whoever has no device, which the facilitator gives; and under no id those that others gave from the same
	 * purses.
	 */
	readonly scribed: Readonly<Record<string, Ballots>>;
	/** Of the rating that is open: per person without a device, the sheets that the facilitator fills in with them. */
	readonly scribedSheets: AnswerSheets;
	/** What the day was worth to whoever has no device, which the facilitator writes down for them; by participation id. */
	readonly scribedRoti: Readonly<Record<string, KeptAnswer>>;
	/** By card id; nothing where nothing is told of who wrote a card. */
	readonly writtenFor: Readonly<Record<string, WrittenForView>>;
	/** How far the record is, as versions that are oldest first; empty until the worksession closes. */
	readonly recordVersions: readonly RecordVersion[];
	/** Of what else than cards the text was taken away: `idea:…` → when last and why. */
	readonly redactions: Readonly<Record<string, Redaction>>;
	/** Why people found the day worth it or not, once the record tells it. */
	readonly rotiReasons: readonly RecordReason[];
	/** By card id. */
	readonly putIn: Readonly<Record<string, PutInCardView>>;
}

export function facilitatorView(state: Worksession, people: People): FacilitatorView {
	const counts = cardsPerPerson(state);
	const current = state.currentItemId === null ? undefined : own(state.rounds, state.currentItemId);
	return {
		notes: mapValues(state.rounds, (round) => round.settings.note),
		participations: mapValues(state.participations, (participation) =>
			participationView(
				participation,
				people.names.get(participation.id) ?? '',
				counts ? (own(counts, participation.id) ?? 0) : null,
				current !== undefined && own(current.ready, participation.id) === true
			)
		),
		removed: mapValues(state.removed, (participation) =>
			participationView(participation, people.names.get(participation.id) ?? '', null, false)
		),
		hosts: hostsView(state.tables),
		scribed: scribedView(state.rounds, state.participations),
		scribedSheets: scribedSheets(state.ratings, state.participations),
		scribedRoti: scribedRoti(state.roti, state.doors, state.participations),
		writtenFor: writtenFor(state),
		recordVersions: recordVersionsView(state.recordVersions),
		redactions: redactionsView(state.redactions),
		rotiReasons: state.broughtIn?.totals.roti?.reasons ?? rotiReasonsView(state.roti, state.doors),
		putIn: Object.fromEntries(Object.values(state.rounds).flatMap((round) => putInViews(round)))
	};
}

const recordVersionsView = remembering(
	(versions: Worksession['recordVersions']): FacilitatorView['recordVersions'] =>
		versions.map(({ status, reason, at }) => ({ status, reason, at }))
);

const rotiReasonsView = remembering(
	(roti: Worksession['roti'], doors: Worksession['doors']): FacilitatorView['rotiReasons'] =>
		toldReasons({ doors, roti }),
	(_, doors) => [doors]
);

const redactionsView = remembering((redactions: Worksession['redactions']): FacilitatorView['redactions'] =>
	mapValues(redactions, ({ by, reason, at }) => ({ by, reason, at }))
);

const hostsView = remembering((tables: readonly Table[]): FacilitatorView['hosts'] =>
	Object.fromEntries(tables.flatMap(({ id, hostId }) => (hostId === null ? [] : [[id, hostId]])))
);

/** Cards per person in the current round; null where the visibility keeps authors from everyone. */
function cardsPerPerson(state: Worksession): Round['cardCounts'] | null {
	const round = state.currentItemId === null ? undefined : own(state.rounds, state.currentItemId);
	return tellsAuthors(state.authorVisibility) && round ? round.cardCounts : null;
}
