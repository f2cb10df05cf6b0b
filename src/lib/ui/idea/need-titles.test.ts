import { expect, test } from 'vitest';
import { anOpenWorksession, roundId } from '../../../../tests/kit/worksession.ts';
import { needTitles } from './need-titles.ts';

test('a need is told by the text of its card or the title of its stack, and not when it is no more', () => {
	const day = anOpenWorksession({ kinds: ['needs'] }).at('needs', 'arranging');
	const card = day.card('anna', 'Zekerheid over de wet');
	const cluster = day.cluster('Tijd', day.card('bram', 'een'), day.card('bram', 'twee'));
	const needs = [
		{ kind: 'card', id: card },
		{ kind: 'cluster', id: cluster },
		{ kind: 'card', id: 'nowhere' }
	] as const;
	const items = needs.map((item) => ({ roundId: roundId('needs'), item }));
	expect(needTitles(day.shared('participant'), items)).toEqual([
		{ key: `card:${card}`, title: 'Zekerheid over de wet' },
		{ key: `cluster:${cluster}`, title: 'Tijd' }
	]);
});
