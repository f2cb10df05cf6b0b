import type { Redaction } from '../card/card.ts';
import { peopleRedacted, textIdsOf, textKey } from '../card/text-holders.ts';
import type { TextKind } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';
import { REDACTION_CODES, type RedactionCode } from './record-codes.ts';
import { moment } from './record-moment.ts';

/** RFC 3339 in UTC; the reason may be empty where its writer asked it. */
export interface RecordRedaction {
	readonly at: string;
	readonly by: RedactionCode;
	readonly reason: string;
}

/** Of anything but a card: `step:…`, `cluster:…` and so on. */
export interface RecordTextRedaction extends RecordRedaction {
	readonly text: string;
}

/** What a record holds no words of. */
const OUTSIDE_RECORD = ['break', 'message'] as const satisfies readonly TextKind[];

/** Told otherwise, or not at all. */
const APART = [...OUTSIDE_RECORD, 'person'] as const satisfies readonly TextKind[];

/** Of what is still there. */
export function recordRedactions(state: Worksession): readonly RecordTextRedaction[] {
	const kept = textIdsOf(state);
	const told = Object.entries(state.redactions)
		.filter(([key]) => {
			const at = key.indexOf(':');
			return kept.has(key.slice(at + 1)) && !APART.some((kind) => kind === key.slice(0, at));
		})
		.map(([text, redaction]) => ({ text, ...recordRedaction(redaction) }));
	const people = peopleRedacted(state.redactions).map(({ redaction }) => redaction);
	return [...told, ...redactionsOfPeople(people)].sort(byText);
}

/** Of what people said of themselves, in the order in which it went: a number stands in place of who it was. */
export function redactionsOfPeople(redactions: readonly Redaction[]): readonly RecordTextRedaction[] {
	return redactions
		.toSorted((one, other) => one.at - other.at || (one.reason < other.reason ? -1 : 1))
		.map((redaction, index) => ({
			text: textKey({ kind: 'person', id: `${index + 1}` }),
			...recordRedaction(redaction)
		}));
}

/** Whether a redaction of the record is of what somebody said of themselves. */
export function isOfPerson({ text }: RecordTextRedaction): boolean {
	return text.startsWith(textKey({ kind: 'person', id: '' }));
}

export function byText(a: RecordTextRedaction, b: RecordTextRedaction): number {
	return a.text < b.text ? -1 : 1;
}

export function recordRedaction({ at, by, reason }: Redaction): RecordRedaction {
	return { at: moment(at), by: REDACTION_CODES[by], reason };
}
