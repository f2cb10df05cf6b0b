import type { Category, Group } from '#lib/domain/vocabulary.ts';
import type { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { insist, RunHall } from './organised.ts';

interface Said {
	readonly from: string;
	readonly text: string;
	readonly about: Category | null;
}

/** A day on which people say where it gets stuck, each card gets its category or none, and the worksession closes; gives its id. */
export async function heldDay(organiser: WebVisitor, group: Group, cards: readonly Said[]): Promise<string> {
	const hall = await RunHall.prepare(organiser, { group });
	await hall.facilitate({ type: 'OpenDoors' });
	await hall.moveTo('bottlenecks', 'writing');
	const { id: roundId } = hall.round('bottlenecks');
	for (const { from, text } of cards) {
		const { socket } = await hall.join(`Iemand uit ${from}`, from);
		await insist(socket, { type: 'PostCard', roundId, text, stepId: null });
	}
	await hall.moveTo('bottlenecks', 'sharing');
	await hall.when(({ rounds }) => Object.keys(rounds[roundId]?.cards ?? {}).length === cards.length);
	for (const { id, text } of Object.values(hall.round('bottlenecks').cards)) {
		const category = cards.find((card) => card.text === text)?.about ?? null;
		if (!category) continue;
		await hall.facilitate({
			type: 'ClassifyItems',
			roundId,
			items: [{ kind: 'card', id }],
			codes: { category }
		});
	}
	await hall.facilitate({ type: 'CloseWorksession' });
	hall.leave();
	return hall.id;
}
