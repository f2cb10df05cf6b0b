import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { diff } from './patch.ts';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A view with one part that is new each time, as the cards of a round are. */
function viewOf(count: number) {
	return { rounds: { first: { cards: Object.fromEntries([[`card-${count}`, { count }]]) } } };
}

/** Goes from view to view, as a room does all day; gives the last with weak references to all before it. */
function aDay() {
	const passed: WeakRef<object>[] = [];
	let view = viewOf(0);
	for (let count = 1; count <= 5; count += 1) {
		const next = viewOf(count);
		diff(view, next);
		passed.push(new WeakRef(view), new WeakRef(view.rounds.first.cards));
		view = next;
	}
	return { view, passed };
}

test('what was sent long ago is forgotten, however long the room stays open', async () => {
	const { view, passed } = aDay();
	await setImmediate();
	collectGarbage();
	const remembered = passed.filter((reference) => reference.deref() !== undefined);
	expect(remembered.length, 'the view before this one at most, with its part').toBeLessThanOrEqual(2);
	expect(view.rounds.first.cards).toHaveProperty('card-5');
});
