import { describe } from 'vitest';
import { type Patch, apply, diff } from '#lib/protocol/patch.ts';
import { type World, ownViewOf } from '../../../../tests/kit/histories/index.ts';
import { law, mustEqual, peopleOf, playNoting, throughJson } from '../../../../tests/kit/law.ts';
import type { People } from '../visibility/people.ts';
import { sharedView } from '../visibility/shared-view.ts';
import { AUDIENCES } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';

describe('[V3] who follows the patches sees what a newcomer sees', () => {
	law(
		'[V3] every view is the view before it and its patch, both through JSON, and equals a fresh one',
		(world, seen) => {
			const live = new Map<string, { view: unknown; followed: unknown }>();
			playNoting(world, seen, ({ before, after, peopleBefore, people }) => {
				const isChanged = before !== after || peopleBefore !== people;
				if (!isChanged) return;
				const newcomer = structuredClone(after);
				for (const [name, viewOf] of receivers(world)) {
					const { view, followed } = live.get(name) ?? first(viewOf(before, peopleBefore));
					const next = viewOf(after, people);
					const patch = diff(view, next);
					const reached = patch ? apply(followed, throughJson(patch) as Patch) : followed;
					mustEqual(reached, viewOf(newcomer, people), `live and fresh view of ${name}`);
					mustEqual(reached, throughJson(next), `the view of ${name} is plain JSON`);
					live.set(name, { view: next, followed: reached });
				}
			});
		}
	);
});

function first(view: unknown): { view: unknown; followed: unknown } {
	return { view, followed: throughJson(view) };
}

function receivers(world: World): readonly [string, (state: Worksession, people: People) => unknown][] {
	return [
		...AUDIENCES.map((audience): [string, (state: Worksession, people: People) => unknown] => [
			audience,
			(state, people) => sharedView(state, people, audience)
		]),
		...peopleOf(world).map((who): [string, (state: Worksession, people: People) => unknown] => [
			who,
			(state, people) => ownViewOf(state, people, who)
		])
	];
}
