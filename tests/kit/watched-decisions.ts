import { expect } from 'vitest';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { canary, type WatchedDay } from './watched-day.ts';

/** A thought goes on the parking lot with somebody who comes back to it: who that is only facilitators know, and who it is. */
export async function park(day: WatchedDay): Promise<void> {
	await day.facilitate({
		type: 'Park',
		roundId: null,
		items: [],
		parked: { text: 'Eerst navragen', ownerId: day.participationId('anna'), ownerName: '' },
		tableId: null
	});
	expect((await day.refreshed()).parked).toHaveLength(1);
	await day.lookEverywhere();
}

/** Two municipalities say why; what each said is nobody's business until the rating closes, and then everybody's. */
export async function rate(day: WatchedDay): Promise<void> {
	await day.facilitate({
		type: 'AddIdea',
		idea: { ...NEW_IDEA, title: 'Een toets' },
		tableId: null,
		from: []
	});
	const ideaId = (await day.refreshed()).ideas[0]?.id ?? '';
	await day.facilitate({ type: 'StartRating', kind: 'scaling', ideaIds: [ideaId], criteria: null });
	const ratingId = (await day.refreshed()).ratings.at(-1)?.id ?? '';
	const takesReasons = day.visibility !== 'fully-anonymous';
	const reasons: string[] = [];
	for (const [who, score] of [
		['anna', 0],
		['bram', 2]
	] as const) {
		const reason = takesReasons ? day.watch.hide(canary(), who) : '';
		if (takesReasons) reasons.push(reason);
		const answer = { score, reason };
		const given = await day.send(who, {
			type: 'GiveRating',
			ratingId,
			ideaId,
			criterion: 'overneembaar',
			answer
		});
		expect(given.ok).toBe(true);
	}
	await day.comeBack('screen');
	await day.lookEverywhere();
	day.watch.show(...reasons);
	await day.facilitate({ type: 'CloseRating', ratingId });
	await day.refreshed();
	await day.lookEverywhere();
	for (const reason of reasons)
		expect([...day.watch.seenBy(reason)]).toEqual(expect.arrayContaining(['anna', 'bram', 'facilitator']));
}
