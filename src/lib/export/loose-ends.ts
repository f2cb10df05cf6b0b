import { recordOwnerText } from '#lib/i18n/names.ts';
import { formatList, m } from '#lib/i18n/words.ts';
import type { RecordReading } from './record-reading.ts';

/** Something that nobody tied up. */
interface LooseEnd {
	readonly key: string;
	readonly kind: 'untied' | 'parked' | 'late';
	/** What is loose about it, with a colon. */
	readonly words: string;
	readonly title: string;
}

/** Needs and bottlenecks without the other, ideas for no need, decisions without a reason, actions of nobody or for no day, what is parked with its owner, and cards that came late. */
export function looseEndsOf(reading: RecordReading): readonly LooseEnd[] {
	return [
		...of(reading.looseNeeds, ({ key, title }) => [key, m.record_loose_need(), title]),
		...of(reading.looseBottlenecks, ({ key, title }) => [key, m.record_loose_bottleneck(), title]),
		...of(reading.looseIdeas, ({ id, title }) => [`idea:${id}`, m.record_loose_idea(), title]),
		...of(reading.looseDecisions, ({ id, text }) => [`decision:${id}`, m.record_loose_decision(), text]),
		...of(reading.ownerlessActions, ({ id, text }) => [`owner:${id}`, m.record_loose_action_owner(), text]),
		...of(reading.datelessActions, ({ id, text }) => [`date:${id}`, m.record_loose_action_date(), text]),
		...of(
			reading.parked,
			({ parked, titles }) => [
				`parked:${parked.id}`,
				m.record_loose_parked({ owner: recordOwnerText(parked) }),
				formatList([...titles, parked.text].filter((text) => text !== ''))
			],
			'parked'
		),
		...of(reading.lateCards, ({ id, text }) => [`late:${id}`, m.record_loose_late(), text], 'late')
	];
}

function of<T>(
	pieces: readonly T[],
	tell: (piece: T) => readonly [key: string, words: string, title: string],
	kind: LooseEnd['kind'] = 'untied'
): readonly LooseEnd[] {
	return pieces.map((piece) => {
		const [key, words, title] = tell(piece);
		return { key, kind, words, title };
	});
}
