import { expect, test } from 'vitest';
import { fourDays } from '../../../tests/kit/programme.ts';
import { aClosedDay } from '../../../tests/kit/closed-days.ts';
import { FixedRecords } from './fixed-records.ts';
import { searchAsked, searched } from './searched.ts';
import { memoryStore } from './store/memory.ts';
import type { Account } from './store/store.ts';

const ORGANISER: Account = { id: 'o', name: 'Femke', role: 'organiser', createdAt: 1 };
const GUEST: Account = { ...ORGANISER, id: 'g', role: 'guest' };

async function programme() {
	const store = memoryStore();
	const [first, ...others] = fourDays();
	if (!first) throw new Error('There are four days');
	const trial = { ...first, session: { ...first.session, id: 'proef', isTrial: true } };
	await store.append([first, ...others, trial].map(aClosedDay));
	return { store, records: new FixedRecords(store) };
}

/** Ids of what is found, per worksession. */
async function found(question: string, account = ORGANISER) {
	const asked = searchAsked(new URL(`https://waaier.example/vergelijken/zoeken?${question}`));
	const result = await searched(await programme(), account, asked);
	return result && result.sessions.map(({ id, hits }) => [id, hits.map((hit) => hit.id)]);
}

test('every closed session is searched, and none that only plays', async () => {
	expect((await found('q=kaart'))?.map(([id]) => id).sort()).toEqual(['w1', 'w2', 'w3', 'w4']);
	expect(await found('q=kaart+b3')).toEqual([['w2', ['b3']]]);
});

test('theme, group and round narrow it down; what is not known counts as not asked', async () => {
	expect(await found('q=kaart&thema=ondermijning&groep=follower&ronde=needs')).toEqual([['w2', ['b4']]]);
	expect(await found('q=kaart&thema=armoede-schulden&groep=frontrunner')).toEqual([['w3', ['c1', 'c2']]]);
	expect(await found('q=d2&thema=weer&groep=allen&ronde=vier')).toEqual([['w4', ['d2']]]);
});

test('nobody finds what is not theirs to read, and a question without words asks nothing', async () => {
	expect(await found('q=kaart', GUEST)).toEqual([]);
	expect(await found('q=%21')).toBeNull();
	expect(await found('')).toBeNull();
});
