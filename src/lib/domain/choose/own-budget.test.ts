import { expect, test } from 'vitest';
import { anOpenWorksession, roundId, type Story } from '../../../../tests/kit/worksession.ts';
import type { RoundSettings } from '../day/round.ts';
import { ownBudget, type OwnBudget } from './own-budget.ts';

const ROUND = roundId('bottlenecks');

/** A vote with two cards: three dots per budget, two of them on one card. */
function aVote(budgetPer: RoundSettings['budgetPer']): { day: Story; dot: (who: string) => void } {
	const day = anOpenWorksession({ settings: { budgetPer } }).at('bottlenecks', 'sharing');
	const item = { kind: 'card', id: day.card('anna', 'een') } as const;
	day.join('carla', 'GM0014').join('driss').at('bottlenecks', 'voting');
	return { day, dot: (who) => void day.act(who, { type: 'PlaceDot', roundId: ROUND, item }) };
}

function budgetOf(day: Story, who: string): OwnBudget {
	const [round, own] = [day.shared('participant').rounds[ROUND], day.own(who)];
	if (!round || !own) throw new Error('Round and person are in the views');
	return ownBudget(round, own);
}

test('a budget per person is what I have, less what I placed', () => {
	const { day, dot } = aVote('person');
	dot('anna');
	dot('carla');
	const mine = { dots: 3, placed: 1, left: 2, itemMax: 2, sharedBy: 'nobody', others: {} };
	expect(budgetOf(day, 'anna')).toEqual(mine);
});

test('a budget per municipality counts what others from there placed', () => {
	const { day, dot } = aVote('municipality');
	dot('anna');
	dot('carla');
	expect(budgetOf(day, 'anna')).toMatchObject({ dots: 3, placed: 2, left: 1, sharedBy: 'municipalities' });
	expect(Object.values(budgetOf(day, 'carla').others)).toEqual([1]);
});

test('whoever comes for two municipalities has the dots of both, and whoever comes for none their own', () => {
	const { day } = aVote('municipality');
	expect(budgetOf(day, 'bram')).toMatchObject({ dots: 6, left: 6, itemMax: 4, sharedBy: 'municipalities' });
	expect(budgetOf(day, 'driss')).toMatchObject({ dots: 3, left: 3, itemMax: 2, sharedBy: 'nobody' });
});
