import { roundNumber } from '#lib/domain/day/agenda.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import type { AgendaItem } from '#lib/domain/day/agenda-item.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { Refusal } from '#lib/protocol/messages.ts';
import { roundName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import type { budgetCounts } from '../board/vote-words.ts';
import { openRatingOf } from './rating-acts.ts';
import { currentRound, type NextAction, type OpenPoint } from './next-action.ts';

/** The sentences of the control bar and the headings that follow the stage. */

/** What stands on the yellow button. */
export function nextText(action: NextAction, shared: SharedView): string {
	switch (action.kind) {
		case 'open-doors':
			return m.regie_next_open_doors();
		case 'start-item':
			return startText(action.item, shared);
		case 'move-stage':
			return stageText(action.stage, action.round.stage);
		case 'close-rating':
			return m.regie_rating_close();
		case 'close-worksession':
			return m.regie_next_close();
		case 'read-record':
			return m.regie_record();
	}
}

function startText(item: AgendaItem, { rounds, agenda }: SharedView): string {
	if (item.kind === 'break') return m.regie_next_item({ title: item.title });
	const round = rounds[item.id];
	if (round && round.stage !== 'waiting') return m.regie_next_item({ title: roundName(round.kind) });
	return m.regie_next_round({ number: roundNumber(agenda, item.id) });
}

function stageText(to: Stage, from: Stage): string {
	switch (to) {
		case 'writing':
			return m.regie_next_writing();
		case 'sharing':
			return m.regie_next_sharing();
		case 'arranging':
			return m.regie_next_arranging();
		case 'voting':
			return m.regie_next_voting();
		case 'closed':
			return from === 'voting' ? m.regie_next_result() : m.regie_next_close_round();
		case 'waiting':
			return m.common_stage_waiting();
	}
}

/** The question above the yellow button. */
export function askText(shared: SharedView): string {
	if (shared.doors === 'prepared') return m.regie_ask_doors();
	if (shared.doors === 'closed') return m.regie_ask_record();
	if (openRatingOf(shared)) return m.regie_ask_rating();
	if (shared.currentItemId === null) return m.regie_ask_lobby();
	const round = currentRound(shared);
	if (!round) return m.regie_ask_break({ title: breakTitle(shared) });
	switch (round.stage) {
		case 'writing':
			return m.regie_ask_writing();
		case 'sharing':
			return m.regie_ask_sharing();
		case 'arranging':
			return m.regie_ask_arranging();
		case 'voting':
			return m.regie_ask_voting();
		case 'closed':
			return isLast(shared) ? m.regie_ask_end() : m.regie_ask_closed();
		case 'waiting':
			return m.regie_ask_lobby();
	}
}

export function pointText(point: OpenPoint): string {
	switch (point.kind) {
		case 'people':
			return m.regie_point_people(point);
		case 'writing':
			return m.regie_point_writing(point);
		case 'without-card':
			return m.regie_point_without_card(point);
		case 'cards':
			return m.regie_point_cards(point);
		case 'raters':
			return point.text;
		case 'no-steps':
			return m.regie_point_no_steps();
		case 'unplaced':
			return m.regie_point_unplaced(point);
		case 'unlinked':
			return m.regie_point_unlinked(point);
		case 'voters':
			return votersText(point);
	}
}

/** How far the vote is: of people, or of municipalities where budgets are theirs. */
export function votersText({ done, count, isOfMunicipalities }: ReturnType<typeof budgetCounts>): string {
	return isOfMunicipalities
		? m.common_voters_municipalities({ done, count })
		: m.regie_voters_done({ done, count });
}

/** What goes on in a stage, beside the question of the round. */
export function hintText(stage: Stage): string {
	switch (stage) {
		case 'waiting':
			return m.regie_waiting_hint();
		case 'writing':
			return m.regie_writing_hint();
		case 'sharing':
			return m.regie_sharing_hint();
		case 'arranging':
			return m.regie_arranging_hint();
		case 'voting':
			return m.regie_voting_hint();
		case 'closed':
			return m.regie_closed_hint();
	}
}

/** Title of the break the group is in; empty in a round and in the lobby. */
export function breakTitle({ agenda, currentItemId }: SharedView): string {
	const item = agenda.find((candidate) => candidate.id === currentItemId);
	return item?.kind === 'break' ? item.title : '';
}

export function refusedText(refusal: Refusal): string {
	switch (refusal) {
		case 'protocol':
			return m.regie_refused_protocol();
		case 'not-signed-in':
		case 'not-joined':
		case 'sent-away':
			return m.regie_refused_signed_out();
		case 'unknown-worksession':
			return m.regie_refused_unknown();
		case 'too-many':
			return m.common_refused_too_many();
		case 'busy':
			return m.regie_refused_busy();
	}
}

function isLast({ agenda, currentItemId }: SharedView): boolean {
	return agenda.at(-1)?.id === currentItemId;
}
