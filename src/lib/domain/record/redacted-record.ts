import type { Redaction } from '../card/card.ts';
import { REDACTED_TEXT, takenAction, takenDecision, takenDetails, takenIdea } from '../card/redacted-text.ts';
import { textKey } from '../card/redaction.ts';
import { TEXT_KINDS } from '../vocabulary.ts';
import { type RecordTextRedaction, byText, recordRedaction } from './record-redactions.ts';
import type { IntakeRecord } from './record.ts';

/** A record that was drawn before a redaction, without what that took away. */
export function redactedRecord(
	record: IntakeRecord,
	texts: ReadonlyMap<string, Redaction>,
	retitled: ReadonlySet<string>
): IntakeRecord {
	const without = <T extends { readonly id: string }>(pieces: readonly T[], take: (piece: T) => T) =>
		pieces.map((piece) => (texts.has(piece.id) ? take(piece) : piece));
	const steps = without(record.steps, (step) => ({ ...takenDetails(step), name: REDACTED_TEXT }));
	const ideas = without(record.ideas, takenIdea);
	return {
		...record,
		steps: steps.map((step) => (retitled.has(step.id) ? { ...step, name: REDACTED_TEXT } : step)),
		clusters: record.clusters.map((cluster) =>
			retitled.has(cluster.id) || texts.has(cluster.id) ? { ...cluster, title: REDACTED_TEXT } : cluster
		),
		ideas: ideas.map((idea) => (retitled.has(idea.id) ? { ...idea, title: REDACTED_TEXT } : idea)),
		cards: record.cards.map((card) => {
			const redaction = texts.get(card.id);
			return redaction ? { ...card, text: REDACTED_TEXT, redaction: recordRedaction(redaction) } : card;
		}),
		decisions: without(record.decisions, takenDecision),
		actions: without(record.actions, takenOwned),
		looseEnds: { ...record.looseEnds, parked: without(record.looseEnds.parked, takenOwned) },
		redactions: redactionsAfter(record, texts)
	};
}

function takenOwned<T extends { readonly text: string; readonly owner: string }>(piece: T): T {
	const { text, ownerName } = takenAction({ text: piece.text, ownerName: piece.owner });
	return { ...piece, text, owner: ownerName };
}

/** Those that the record knew, and those of what it holds now. */
function redactionsAfter(
	record: IntakeRecord,
	texts: ReadonlyMap<string, Redaction>
): readonly RecordTextRedaction[] {
	const { steps, clusters, ideas, decisions, actions, looseEnds: loose } = record;
	const outcomes = { idea: ideas, decision: decisions, action: actions, parked: loose.parked };
	const pieces = { step: steps, cluster: clusters, ...outcomes };
	const added = TEXT_KINDS.flatMap((kind) =>
		pieces[kind].flatMap(({ id }) => {
			const redaction = texts.get(id);
			return redaction ? [{ text: textKey({ kind, id }), ...recordRedaction(redaction) }] : [];
		})
	);
	const again = new Set(added.map(({ text }) => text));
	return [...record.redactions.filter(({ text }) => !again.has(text)), ...added].sort(byText);
}
