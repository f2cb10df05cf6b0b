import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play, worlds } from '../../../../tests/kit/histories/index.ts';
import { anOpenWorksession, MUNICIPALITY, roundId, type Story } from '../../../../tests/kit/worksession.ts';
import { allCards } from '../card/card-table.ts';
import { cardsWithdrawn } from '../card/cards-withdrawn.ts';
import type { ReadBackAnswer } from '../card/card.ts';
import { NEW_IDEA } from '../choose/ideas.ts';
import { municipalityView } from './municipality-view.ts';
import { redactedLog, takenBy } from '../card/redacted-log.ts';
import { intakeRecord } from './record.ts';
import { tellsAuthors } from '../visibility/card-view.ts';
import type { AuthorVisibility } from '../vocabulary.ts';

const NEEDS = roundId('needs');
/** Anna comes for Groningen, Bram for Amsterdam and Utrecht. */
const [GRONINGEN, AMSTERDAM] = ['GM0014', 'GM0363'];
const groningen = `${MUNICIPALITY}${GRONINGEN}`;

function aDayPutToThem(authorVisibility: AuthorVisibility = 'municipality'): {
	day: Story;
	card: string;
	other: string;
} {
	const day = anOpenWorksession({ authorVisibility }).at('needs', 'sharing');
	const card = day.card('anna', 'Een ingevulde toets');
	const other = day.card('bram', 'Tijd van een jurist');
	const needs = [{ roundId: NEEDS, item: { kind: 'card', id: card } as const }];
	day.act('facilitator', {
		type: 'AddIdea',
		idea: { ...NEW_IDEA, title: 'Toets', needs },
		tableId: null,
		from: []
	});
	const ideaId = day.state.ideas[0]?.id ?? '';
	const decision = { text: 'We maken de toets', reason: 'Gevraagd', dissents: [], ideaId };
	day.act('facilitator', { type: 'AddDecision', decision });
	day.act('facilitator', { type: 'CloseWorksession' });
	day.act('facilitator', { type: 'MoveRecord', status: 'validating', reason: '' });
	return { day, card, other };
}

function say(cardId: string, verdict: ReadBackAnswer['verdict'], text = '') {
	return { type: 'AnswerPiece', roundId: NEEDS, cardId, answer: { verdict, text } } as const;
}

describe('[DD1] what a municipality may answer', () => {
	test('[DD1] it says something of its own cards and of nobody else’s, while the record is put to it', () => {
		const { day, card, other } = aDayPutToThem();
		expect(day.attempt(groningen, say(other, 'away'))).toMatchObject({ rejection: 'unknown-card' });
		expect(day.attempt('anna', say(card, 'right'))).toMatchObject({ rejection: 'not-allowed' });
		expect(day.attempt('facilitator', say(card, 'right'))).toMatchObject({ rejection: 'not-allowed' });
		day.act(groningen, say(card, 'right'));
		day.act('facilitator', { type: 'MoveRecord', status: 'closed', reason: '' });
		expect(day.attempt(groningen, say(card, 'away'))).toMatchObject({ rejection: 'not-validating' });
	});

	test.each(['anonymous-in-room', 'fully-anonymous'] as const)(
		'[DD1] of %s cards it sees none',
		(visibility) => {
			const { day, card } = aDayPutToThem(visibility);
			expect(municipalityView(day.state, GRONINGEN).pieces).toEqual([]);
			expect(day.attempt(groningen, say(card, 'away'))).toMatchObject({ rejection: 'unknown-card' });
		}
	);

	test('[DD1] a card without origin is not on its page', () => {
		const day = anOpenWorksession().at('needs', 'sharing');
		const posted = { roundId: NEEDS, text: 'zonder herkomst', stepId: null, isWithoutOrigin: true };
		day.act('anna', { type: 'PostCard', ...posted });
		day.act('facilitator', { type: 'CloseWorksession' });
		expect(municipalityView(day.state, GRONINGEN).pieces).toEqual([]);
	});
});

describe('[DD2] answers hold once they are sent', () => {
	test('[DD2] until then the record says what it said; then it says the correction, in another version', () => {
		const { day, card } = aDayPutToThem();
		day.act(groningen, say(card, 'corrected', ' Een toets met uitleg '));
		expect(intakeRecord(day.state).cards.map(({ text }) => text)).toContain('Een ingevulde toets');
		const before = day.state.recordVersions.length;
		day.act(groningen, { type: 'SendValidation' });
		expect(intakeRecord(day.state).cards.map(({ text }) => text)).toContain('Een toets met uitleg');
		expect(day.state.recordVersions).toHaveLength(before + 1);
		expect(intakeRecord(day.state).validation).toMatchObject([
			{ municipality: GRONINGEN, right: 0, corrected: 1, withdrawn: 0 }
		]);
	});

	test('[DD2] an answer is sent once, and again only when the record is put to them anew', () => {
		const { day, card } = aDayPutToThem();
		day.act(groningen, { type: 'SendValidation' });
		for (const command of [say(card, 'right'), { type: 'SendValidation' }] as const)
			expect(day.attempt(groningen, command)).toMatchObject({ rejection: 'answer-sent' });
		day.act('facilitator', { type: 'MoveRecord', status: 'fixed', reason: 'Geen tijd' });
		day.act('facilitator', { type: 'MoveRecord', status: 'validating', reason: 'Vraag van Groningen' });
		expect(day.attempt(groningen, say(card, 'right')).ok).toBe(true);
	});
});

describe('[DD3] what is withdrawn', () => {
	test('[DD3] counts for this municipality no more, and its text goes from the log as well', () => {
		const { day, card } = aDayPutToThem();
		day.act(groningen, say(card, 'away'));
		const events = day.act(groningen, { type: 'SendValidation' });
		const left = intakeRecord(day.state).cards.find(({ id }) => id === card);
		expect(left).toMatchObject({ municipalities: [], redaction: { by: 'gemeente' } });
		expect(JSON.stringify(intakeRecord(day.state))).not.toContain('Een ingevulde toets');
		const taken = takenBy(events, day.state);
		if (!taken) throw new Error('What is withdrawn is taken away');
		const { changed } = redactedLog(day.events, taken);
		const log = day.events.map((event, index) => changed.get(index) ?? event);
		expect(JSON.stringify(log)).not.toContain('Een ingevulde toets');
	});

	test('[DD3] stays where another municipality brought it in as well, and counts for that one', () => {
		const day = anOpenWorksession();
		day.join('carla', GRONINGEN, AMSTERDAM);
		const card = day.at('needs', 'sharing').card('carla', 'Van ons samen');
		day.act('facilitator', { type: 'CloseWorksession' });
		day.act('facilitator', { type: 'MoveRecord', status: 'validating', reason: '' });
		day.act(groningen, say(card, 'away'));
		day.act(groningen, { type: 'SendValidation' });
		expect(intakeRecord(day.state).cards).toMatchObject([
			{ id: card, text: 'Van ons samen', municipalities: [AMSTERDAM] }
		]);
	});

	test('[DD4] a decision tells on how many cards less it rests', () => {
		const { day, card } = aDayPutToThem();
		const ideaId = day.state.ideas[0]?.id ?? '';
		expect(cardsWithdrawn(intakeRecord(day.state), ideaId)).toBe(0);
		day.act(groningen, say(card, 'away'));
		day.act(groningen, { type: 'SendValidation' });
		expect(cardsWithdrawn(intakeRecord(day.state), ideaId)).toBe(1);
		expect(cardsWithdrawn(intakeRecord(day.state), null)).toBe(0);
	});
});

describe('[DD5] the page of a municipality', () => {
	test('[DD5] tells of a piece where it lies and which ideas and decisions rest on it', () => {
		const { day, card } = aDayPutToThem();
		expect(municipalityView(day.state, GRONINGEN).pieces).toMatchObject([
			{ cardId: card, ideas: ['Toets'], decisions: ['We maken de toets'], stack: null, isShared: false }
		]);
	});

	test('[DD5] the title of a stack that is somebody else’s text is left out', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [mine, theirs] = [day.card('anna', 'van ons'), day.card('bram', 'Geheim van Amsterdam')];
		day.cluster('Geheim van Amsterdam', mine, theirs);
		day.act('facilitator', { type: 'CloseWorksession' });
		const view = municipalityView(day.state, GRONINGEN);
		expect(view.pieces).toMatchObject([{ stack: { title: null, cards: 2, municipalities: 3 } }]);
		expect(JSON.stringify(view)).not.toContain('Geheim');
	});

	test('[DD5] whatever happens, no card of anybody else is on it, nor one whose origin nobody may know', () => {
		let met = 0;
		const check = fc.property(worlds, (world) => {
			play(world, ({ after }) => {
				for (const code of [GRONINGEN, AMSTERDAM]) {
					const shown = municipalityView(after, code).pieces.map(({ cardId }) => cardId);
					met += shown.length;
					const cards = Object.values(after.rounds).flatMap((round) => allCards(round.cards));
					for (const card of cards.filter(({ id }) => shown.includes(id)))
						if (
							!card.isShared ||
							card.isWithoutOrigin ||
							!card.municipalities.includes(code) ||
							!tellsAuthors(after.authorVisibility)
						)
							throw new Error('a card is shown that is not theirs');
				}
			});
		});
		fc.assert(check, { numRuns: 60, seed: 20_261_123 });
		expect(met).toBeGreaterThan(100);
	});
});
