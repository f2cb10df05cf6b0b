import { describe } from 'vitest';
import { law, mustEqual, mustHold, playNoting, throughJson } from '../../../../tests/kit/law.ts';
import { replay } from '../../../../tests/kit/worksession.ts';
import type { WorksessionEvent } from '../events.ts';
import { intakeRecord, recordJson } from '../record/record.ts';

describe('[R1] the record', () => {
	law(
		'[R1] state and record equal what replaying the stored log gives, and the record survives being read back',
		(world, seen) => {
			const { events, state } = playNoting(world, seen, () => undefined);
			const replayed = replay(throughJson(events) as WorksessionEvent[]);
			mustEqual(replayed, throughJson(state), 'the state follows from the log alone');
			const json = recordJson(intakeRecord(state));
			mustHold(json === recordJson(intakeRecord(replayed)), 'so does the record');
			const readBack = JSON.parse(json) as ReturnType<typeof intakeRecord>;
			mustEqual(readBack, intakeRecord(state), 'the record is plain JSON');
			mustHold(recordJson(readBack) === json, 'written again it is the same to the byte');
		}
	);

	law('[R2] what an item of the record refers to is in the record', (world, seen) => {
		const { state } = playNoting(world, seen, () => undefined);
		const record = intakeRecord(state);
		const [cards, clusters, steps, rounds] = [record.cards, record.clusters, record.steps, record.rounds].map(
			(pieces) => new Set(pieces.map((piece) => piece.id))
		);
		const isKnown = (key: string) => {
			const [kind, id] = key.split(':');
			return (kind === 'card' ? cards : clusters)?.has(id ?? '') === true;
		};
		for (const card of record.cards) {
			mustHold(card.cluster === null || clusters?.has(card.cluster) === true, 'the cluster of a card');
			mustHold(card.step === null || steps?.has(card.step) === true, 'the step of a card');
			mustHold(rounds?.has(card.round) === true, 'the round of a card');
		}
		for (const cluster of record.clusters) {
			mustHold(cluster.step === null || steps?.has(cluster.step) === true, 'the step of a cluster');
			mustHold(cluster.cards.length > 0, 'a cluster has cards');
			mustHold(
				cluster.cards.every((id) => cards?.has(id)),
				'the cards of a cluster'
			);
		}
		for (const { need, bottleneck } of record.links)
			mustHold(isKnown(need) && isKnown(bottleneck), 'the ends of a link');
		for (const { needs, from } of record.ideas)
			mustHold([...needs, ...from].every(isKnown), 'what an idea rests on');
		for (const parked of record.looseEnds.parked)
			mustHold(
				parked.cards.every((id) => cards?.has(id)),
				'the cards that are parked'
			);
		const ideas = new Set(record.ideas.map(({ id }) => id));
		for (const { results } of record.ratings)
			for (const { idea } of results) mustHold(ideas.has(idea), 'the idea that was rated');
	});
});
