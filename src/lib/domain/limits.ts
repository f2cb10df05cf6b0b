/** Every bound of a worksession, with its unit in its name. Lengths count Unicode code points (see `lengthOf`). */

export const CARD_TEXT_LENGTH_MAX = 280;
export const TITLE_LENGTH_MAX = 100;
export const QUESTION_LENGTH_MAX = 100;
export const HELP_TEXT_LENGTH_MAX = 350;
export const NOTE_LENGTH_MAX = 2500;
export const SUMMARY_LENGTH_MAX = 350;
export const PLACE_LENGTH_MAX = 100;
export const NAME_LENGTH_MAX = 80;
export const FUNCTION_LENGTH_MAX = 80;
export const ORGANISATION_LENGTH_MAX = 80;
export const TABLE_NAME_LENGTH_MAX = 40;
export const GREETING_LENGTH_MAX = 80;
/** A message to the room is read at a glance, also on the screen. */
export const MESSAGE_LENGTH_MAX = 140;
/** A tool or a duration of a process step. */
export const STEP_DETAIL_LENGTH_MAX = 100;
/** Data in and out, an article of law, a remark on a process step. */
export const STEP_REMARK_LENGTH_MAX = 350;
/** Why the text of a card was taken away, in somebody's own words. */
export const REDACTION_REASON_LENGTH_MAX = 140;
/** What a product idea does. */
export const IDEA_SUMMARY_LENGTH_MAX = 2500;
/** What a municipality must bring itself for a product idea. */
export const IDEA_OWN_PART_LENGTH_MAX = 350;
/** What is delivered once for all municipalities for a product idea. */
export const IDEA_NATIONAL_PART_LENGTH_MAX = 350;
/** The name of the data of a data deal. */
export const DEAL_DATASET_LENGTH_MAX = 100;
/** Any other part of a data deal. */
export const DEAL_TEXT_LENGTH_MAX = 350;
/** A decision, its reason, or what somebody says against it. */
export const OUTCOME_TEXT_LENGTH_MAX = 350;
/** Why a municipality answers so: one sentence. */
export const RATING_REASON_LENGTH_MAX = 140;
/** Of what somebody looks for in the records. */
export const SEARCH_LENGTH_MAX = 100;
/** What made the day worth somebody's time or not. */
export const ROTI_REASON_LENGTH_MAX = 280;
/** With fewer answers than this a reason would be known by its writer. */
export const ROTI_ANSWERS_FOR_REASONS_MIN = 5;
/** Why a record is fixed with loose ends, or opened again. */
export const RECORD_REASON_LENGTH_MAX = 350;
/** Of why somebody links two sides, or chooses an idea or not. */
export const JUDGEMENT_REASON_LENGTH_MAX = 350;
export const ID_LENGTH_MAX = 64;

/** A room of sixty people writing thirty cards each stays under this. */
export const CARDS_PER_ROUND_MAX = 2000;
export const CLUSTERS_PER_ROUND_MAX = 500;
export const ITEMS_PER_COMMAND_MAX = 500;
/** Of one process: what the whole room shares, or what a table works on. */
export const STEPS_MAX = 12;
export const TABLES_MAX = 30;
export const AGENDA_ITEMS_MAX = 40;
export const EXAMPLES_MAX = 30;
export const DECISIONS_MAX = 100;
export const DISSENTS_PER_DECISION_MAX = 10;
export const ACTIONS_MAX = 200;
/** Things on the parking lot. */
export const PARKED_MAX = 200;
export const IDEAS_MAX = 200;
/** Needs of one product idea, and cards and clusters it was made from. */
export const ITEMS_PER_IDEA_MAX = 50;
/** Of one day, with every time that something was rated again. */
export const RATINGS_MAX = 30;
/** More than a room can weigh at once. */
export const RATING_IDEAS_MAX = 20;
export const LINKS_MAX = 5000;
export const PARTICIPATIONS_MAX = 1000;
export const MUNICIPALITIES_PER_PERSON_MAX = 40;
export const MUNICIPALITIES_PER_EXAMPLE_MAX = 40;

export const STAGE_MINUTES_MIN = 1;
export const STAGE_MINUTES_MAX = 240;
/** Votes that were held again in one round; their results stay to be read beside the last. */
export const EARLIER_VOTES_MAX = 5;
export const DOT_BUDGET_MAX = 20;
/** On one card, counted elsewhere: as if a full room gave it everything. */
export const COUNTED_DOTS_MAX = 20_000;
/** One press on a timer button moves the end by at most this. */
export const TIMER_STEP_MS_MAX = 60 * 60_000;
/** A stage never lasts longer than a day; keeps a wild sum of presses within reason. */
export const TIMER_MS_MAX = 24 * 60 * 60_000;

/** How long after a round closed a card that was written offline is still taken in, marked as late. */
export const LATE_CARD_GRACE_MS = 15 * 60_000;

/** A trial runs at most so many times faster than a real room; its clients and the server stay at ease. */
export const TRIAL_SPEED_MAX = 60;
/** The speeds with a button of their own. */
export const TRIAL_SPEEDS = [1, 5, 20] as const;

/** Length as people count it: code points, so that an emoji outside the basic plane is one. */
export function lengthOf(text: string): number {
	let length = 0;
	for (const _ of text) length += 1;
	return length;
}
