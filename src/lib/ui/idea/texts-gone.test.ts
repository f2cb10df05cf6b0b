import { expect, test } from 'vitest';
import { NO_DEAL } from '#lib/domain/choose/data-deal.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { anOpenWorksession, roundId } from '../../../../tests/kit/worksession.ts';
import { ideaFrom } from './idea-start.ts';
import { textsGone, titleGone, withoutTexts } from './texts-gone.ts';

const ROUND = { id: roundId('ideas'), kind: 'ideas' } as const;

test('[X9] the title of a new idea goes with the card or the stack that it was proposed from, and with no other', () => {
	const day = anOpenWorksession({ kinds: ['ideas'] }).at('ideas', 'sharing');
	const card = { kind: 'card', id: day.card('anna', 'Toets') } as const;
	const stack = {
		kind: 'cluster',
		id: day.cluster('Toetsen', day.card('bram', 'een'), day.card('bram', 'twee'))
	} as const;
	const starts = [ideaFrom(ROUND, [card], 'Toets'), ideaFrom(ROUND, [card, stack], 'Toetsen')];
	const gone = () => starts.map((start) => titleGone(day.shared('participant'), start));
	expect(gone()).toEqual([[], []]);
	day.act('facilitator', { type: 'RedactCard', roundId: ROUND.id, cardId: card.id, reason: 'Een naam' });
	expect(gone()).toEqual([['title'], []]);
	day.act('facilitator', { type: 'RedactText', target: stack, reason: 'Een naam' });
	expect(gone()).toEqual([['title'], ['title']]);
});

test('[X8] of an idea that is there every text goes that it had, and nothing that was chosen', () => {
	const day = anOpenWorksession({ kinds: ['ideas'] }).at('ideas', 'sharing');
	const deal = { ...NO_DEAL, parties: 'Mevrouw Kanarie', evaluateOn: '2027-01-31' };
	const idea = { ...NEW_IDEA, title: 'Toets', form: 'datadeal', ownPart: 'Mevrouw Kanarie', deal } as const;
	day.act('facilitator', { type: 'AddIdea', idea, tableId: null, from: [] });
	const [begun] = day.shared('participant').ideas;
	if (!begun) throw new Error('There is no idea.');
	expect(textsGone(day.shared('participant'), begun)).toEqual([]);
	day.act('facilitator', { type: 'RedactText', target: { kind: 'idea', id: begun.id }, reason: 'Een naam' });
	const gone = textsGone(day.shared('participant'), begun);
	expect(gone).toEqual(['title', 'ownPart', 'parties']);
	const left = withoutTexts({ facts: { ...idea, summary: 'Zelf getypt' }, deal }, gone);
	expect(left.facts).toMatchObject({ title: '', summary: 'Zelf getypt', ownPart: '', form: 'datadeal' });
	expect(left.deal).toEqual({ ...NO_DEAL, evaluateOn: '2027-01-31' });
});
