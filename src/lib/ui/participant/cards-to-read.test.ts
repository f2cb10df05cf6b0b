import { expect, test } from 'vitest';
import { anOpenWorksession, roundId } from '../../../../tests/kit/worksession.ts';
import { cardsToRead, readCount, whereIs } from './cards-to-read.ts';

function aDay() {
	const day = anOpenWorksession({ steps: ['Signaal'] }).at('bottlenecks', 'sharing');
	const one = day.card('anna', 'een');
	const two = day.later(1).card('anna', 'twee', 'step-1');
	day.cluster('Samen', one, day.card('bram', 'drie'));
	const needs = day.at('needs', 'sharing').card('anna', 'vier');
	return { day, one, two, needs };
}

test('one’s own cards stand per round, in the order of the day', () => {
	const { day } = aDay();
	const rounds = cardsToRead(day.shared('participant'), day.own('anna'));
	expect(rounds.map(({ round, cards }) => [round.id, cards.map(({ text }) => text)])).toEqual([
		[roundId('bottlenecks'), ['een', 'twee']],
		[roundId('needs'), ['vier']]
	]);
});

test('a card says where it lies: in its stack, at its step, or loose', () => {
	const { day, one, two, needs } = aDay();
	const shared = day.shared('participant');
	const places = [one, two, needs].map((id) => {
		const card = day.own('anna')?.cards[id];
		return card && whereIs(card, shared);
	});
	expect(places).toEqual(['in stapel Samen', 'bij stap Signaal', 'los']);
});

test('a card whose text was taken away is not asked about', () => {
	const { day, one } = aDay();
	day.act('anna', { type: 'RedactCard', roundId: roundId('bottlenecks'), cardId: one, reason: '' });
	const rounds = cardsToRead(day.shared('participant'), day.own('anna'));
	expect(readCount(rounds, ({ text }) => text === 'twee')).toEqual({ seen: 1, total: 2 });
});
