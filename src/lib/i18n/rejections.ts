import type { Rejection } from '#lib/domain/rejections.ts';
import type { Answer } from '#lib/protocol/messages.ts';
import { m } from './words.ts';

/** A sentence for every reason; does not compile while one has none. */
const SENTENCES: Readonly<Record<Rejection, () => string>> = {
	'not-allowed': m.errors_reject_not_allowed,
	'doors-not-open': m.errors_reject_doors_not_open,
	'worksession-closed': m.errors_reject_worksession_closed,
	'not-joined': m.errors_reject_not_joined,
	'not-validating': m.errors_reject_not_validating,
	'answer-sent': m.errors_reject_answer_sent,
	'worksession-open': m.errors_reject_worksession_open,
	'record-not-next': m.errors_reject_record_not_next,
	'reason-missing': m.errors_reject_reason_missing,
	'not-wrapping-up': m.errors_reject_not_wrapping_up,
	frozen: m.errors_reject_frozen,
	'unknown-person': m.errors_reject_unknown_person,
	'has-device': m.errors_reject_has_device,
	'name-empty': m.errors_reject_name_empty,
	'name-too-long': m.errors_reject_name_too_long,
	'same-person': m.errors_reject_same_person,
	'lobby-locked': m.errors_reject_lobby_locked,
	'organisation-missing': m.errors_reject_organisation_missing,
	'cards-anonymous': m.errors_reject_cards_anonymous,
	'unknown-table': m.errors_reject_unknown_table,
	'other-table': m.errors_reject_other_table,
	'tables-full': m.errors_reject_tables_full,
	'tables-none': m.errors_reject_tables_none,
	'person-not-at-table': m.errors_reject_person_not_at_table,
	'agenda-full': m.errors_reject_agenda_full,
	'item-in-use': m.errors_reject_item_in_use,
	'last-round': m.errors_reject_last_round,
	'already-joined': m.errors_reject_already_joined,
	'room-full': m.errors_reject_room_full,
	'wrong-stage': m.errors_reject_wrong_stage,
	'round-not-current': m.errors_reject_round_not_current,
	'stage-not-adjacent': m.errors_reject_stage_not_adjacent,
	'unknown-round': m.errors_reject_unknown_round,
	'unknown-item': m.errors_reject_unknown_item,
	'unknown-agenda-item': m.errors_reject_unknown_agenda_item,
	'unknown-card': m.errors_reject_unknown_card,
	'card-redacted': m.errors_reject_card_redacted,
	'card-hidden': m.errors_reject_card_hidden,
	'unknown-text': m.errors_reject_unknown_text,
	'unknown-cluster': m.errors_reject_unknown_cluster,
	'changed-since': m.errors_reject_changed_since,
	'unknown-step': m.errors_reject_unknown_step,
	'unknown-example': m.errors_reject_unknown_example,
	'unknown-municipality': m.errors_reject_unknown_municipality,
	'without-municipality': m.errors_reject_without_municipality,
	'municipalities-too-many': m.errors_reject_municipalities_too_many,
	'text-empty': m.errors_reject_text_empty,
	'text-too-long': m.errors_reject_text_too_long,
	'title-empty': m.errors_reject_title_empty,
	'title-too-long': m.errors_reject_title_too_long,
	'date-invalid': m.errors_reject_date_invalid,
	'facts-changed': m.errors_reject_facts_changed,
	'minutes-out-of-range': m.errors_reject_minutes_out_of_range,
	'dots-out-of-range': m.errors_reject_dots_out_of_range,
	'no-stage-left': m.errors_reject_no_stage_left,
	'round-full': m.errors_reject_round_full,
	'round-too-late': m.errors_reject_round_too_late,
	'clusters-full': m.errors_reject_clusters_full,
	'steps-full': m.errors_reject_steps_full,
	'examples-full': m.errors_reject_examples_full,
	'links-full': m.errors_reject_links_full,
	'unknown-decision': m.errors_reject_unknown_decision,
	'unknown-action': m.errors_reject_unknown_action,
	'unknown-parked': m.errors_reject_unknown_parked,
	'outcomes-full': m.errors_reject_outcomes_full,
	'unknown-idea': m.errors_reject_unknown_idea,
	'ideas-full': m.errors_reject_ideas_full,
	'items-too-many': m.errors_reject_items_too_many,
	'wrong-round-kind': m.errors_reject_wrong_round_kind,
	'items-too-few': m.errors_reject_items_too_few,
	'not-a-need-and-a-bottleneck': m.errors_reject_not_a_need_and_a_bottleneck,
	'budget-spent': m.errors_reject_budget_spent,
	'item-not-in-vote': m.errors_reject_item_not_in_vote,
	'votes-full': m.errors_reject_votes_full,
	'item-full': m.errors_reject_item_full,
	'no-dot-here': m.errors_reject_no_dot_here,
	'unknown-rating': m.errors_reject_unknown_rating,
	'rating-open': m.errors_reject_rating_open,
	'rating-closed': m.errors_reject_rating_closed,
	'ratings-full': m.errors_reject_ratings_full,
	'no-idea-chosen': m.errors_reject_no_idea_chosen,
	'rated-ideas-too-many': m.errors_reject_rated_ideas_too_many,
	'criterion-not-asked': m.errors_reject_criterion_not_asked,
	'score-out-of-range': m.errors_reject_score_out_of_range,
	'reason-not-taken': m.errors_reject_reason_not_taken,
	'visibility-looser': m.errors_reject_visibility_looser,
	'origin-stays-off': m.errors_reject_origin_stays_off,
	'code-not-asked': m.errors_reject_code_not_asked,
	'author-key-missing': m.errors_reject_author_key_missing,
	'timer-out-of-range': m.errors_reject_timer_out_of_range
};

/** Why something was refused, for the person who asked. */
export function rejectionText(rejection: Rejection): string {
	return SENTENCES[rejection]();
}

/** What to say to an answer that is not yes. */
export function answerText(answer: Exclude<Answer, { ok: true }>): string {
	if ('rejection' in answer) return rejectionText(answer.rejection);
	switch (answer.fault) {
		case 'busy':
			return m.errors_answer_busy();
		case 'malformed':
			return m.errors_answer_malformed();
		case 'offline':
			return m.errors_answer_offline();
		default:
			return m.errors_answer_fault({ id: answer.fault });
	}
}
