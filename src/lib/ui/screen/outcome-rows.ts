import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { longDate } from '#lib/i18n/calendar.ts';
import { m } from '#lib/i18n/words.ts';
import { ownerName } from '../board/owner-choices.ts';

/** A line of what the room is going to do, or decided. */
interface OutcomeRow {
	readonly id: string;
	readonly text: string;
	/** Who and when, of an action; that it is one, of a decision. */
	readonly about: string;
}

/** Actions first, each with who and when, then decisions. */
export function outcomeRows(
	shared: Pick<SharedView, 'actions' | 'decisions' | 'facilitator'>
): readonly OutcomeRow[] {
	const actions = shared.actions.map((action) => {
		const when = action.dueOn === null ? m.common_action_no_date() : longDate(action.dueOn);
		return { id: action.id, text: action.text, about: `${ownerName(shared, action)} · ${when}` };
	});
	const decisions = shared.decisions.map(({ id, text }) => ({ id, text, about: m.common_decided() }));
	return [...actions, ...decisions];
}
