import { expect, test } from 'vitest';
import { anOpenWorksession, roundId, type Story } from '../../../../tests/kit/worksession.ts';
import { itemGroups } from './item-groups.ts';

function titles(story: Story) {
	return itemGroups(story.shared('facilitator'), 'bottlenecks').map(({ title, items }) => [
		title,
		items.map((item) => item.title)
	]);
}

test('a need can be linked to the bottlenecks of every round that asked for them, in the order of the day', () => {
	const story = anOpenWorksession({ kinds: ['bottlenecks', 'strengths', 'needs'] });
	story.act('facilitator', { type: 'AddRound', kind: 'bottlenecks', settings: null, toIndex: 3 });
	story.at('bottlenecks', 'writing').card('anna', 'Te weinig tijd');
	story.at('bottlenecks', 'sharing');
	expect(titles(story)).toEqual([['Ronde 1 · Knelpunten', ['Te weinig tijd']]]);

	const second = story.state.agenda.find(
		({ id }) => story.state.rounds[id]?.kind === 'bottlenecks' && id !== roundId('bottlenecks')
	);
	const again = second?.id ?? '';
	story.act('facilitator', { type: 'StartItem', itemId: again });
	story.card('bram', 'Geen grondslag');
	expect(titles(story), 'what is being written is nobody’s to link').toHaveLength(1);
	story.act('facilitator', { type: 'MoveStage', roundId: again, stage: 'sharing' });
	expect(titles(story)).toEqual([
		['Ronde 1 · Knelpunten', ['Te weinig tijd']],
		['Ronde 3 · Knelpunten', ['Geen grondslag']]
	]);
});

test('there is nothing to link to before bottlenecks are open', () => {
	expect(titles(anOpenWorksession())).toEqual([]);
});
