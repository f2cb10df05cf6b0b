import { boardItems } from '#lib/ui/board/board-columns.ts';
import { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Command } from '#lib/domain/commands.ts';
import {
	CARD_TEXT_LENGTH_MAX,
	GREETING_LENGTH_MAX,
	HELP_TEXT_LENGTH_MAX,
	MESSAGE_LENGTH_MAX,
	NAME_LENGTH_MAX,
	PLACE_LENGTH_MAX,
	QUESTION_LENGTH_MAX,
	TABLE_NAME_LENGTH_MAX,
	TITLE_LENGTH_MAX
} from '#lib/domain/limits.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { standardSettings } from '#lib/domain/day/template.ts';
import { attendanceOf } from '#lib/domain/visibility/attendance.ts';
import { CRITERIA, SCORES, type RatingKind, type RoundKind, type Stage } from '#lib/domain/vocabulary.ts';
import { aWorksession, BREAK_ID, roundId, type Story } from './worksession.ts';

const KINDS: readonly RoundKind[] = [
	'introduction',
	'process',
	'strengths',
	'bottlenecks',
	'needs',
	'ideas',
	'rating',
	'checkout'
];
const PEOPLE = ['anna', 'bram', 'chris', 'dewi', 'emma', 'faye', 'gijs', 'hans', 'ivo', 'jet', 'kim', 'lars'];
const MUNICIPALITIES = ['GM0014', 'GM0193', 'GM0344', 'GM0363', 'GM0518'];

/** The words of a day: as they usually are, or of the greatest length that each may have. */
export interface Texts {
	readonly title: string;
	readonly place: string;
	readonly question: (kind: RoundKind) => string;
	readonly help: (kind: RoundKind) => string;
	readonly card: (index: number) => string;
	readonly stack: string;
	readonly step: string;
	readonly table: (number: number) => string;
	readonly example: string;
	readonly greeting: string;
	readonly pause: string;
	readonly message: string | null;
}

const CARDS = [
	'Niemand weet zeker of dit wel mag',
	'Kennis zit bij één persoon',
	'Adressen passen niet op elkaar, elke afdeling schrijft ze anders',
	'Na de actie horen we niets meer terug van de partners',
	'Signalen raken kwijt',
	'De jurist en de specialist spreken een andere taal, en niemand vertaalt'
];

export const USUAL: Texts = {
	title: 'Ondermijning, volgers',
	place: 'Stadhuis Zwolle',
	question: (kind) => standardSettings(kind, 'follower').question,
	help: (kind) => standardSettings(kind, 'follower').helpText,
	card: (index) => CARDS[index % CARDS.length] ?? '',
	stack: 'Mag dit wel? Niemand weet het zeker',
	step: 'Signaal',
	table: (number) => `Tafel ${number}`,
	example: 'Adresfraude in beeld',
	greeting: 'Goedemorgen uit Groningen',
	pause: 'Lunch',
	message: null
};

const longest = (length: number, word = 'gemeentelijke ') => word.repeat(length).slice(0, length - 1) + '.';

export const LONGEST: Texts = {
	title: longest(TITLE_LENGTH_MAX),
	place: longest(PLACE_LENGTH_MAX),
	question: () => longest(QUESTION_LENGTH_MAX),
	help: () => longest(HELP_TEXT_LENGTH_MAX),
	card: () => longest(CARD_TEXT_LENGTH_MAX),
	stack: longest(TITLE_LENGTH_MAX),
	step: longest(TITLE_LENGTH_MAX),
	table: (number) => `${number} ${longest(TABLE_NAME_LENGTH_MAX - 3)}`,
	example: longest(TITLE_LENGTH_MAX),
	greeting: longest(GREETING_LENGTH_MAX),
	pause: longest(TITLE_LENGTH_MAX),
	message: longest(MESSAGE_LENGTH_MAX)
};

/** A day of every kind of round, with four tables and twelve people, for the screen of the hall. */
export class HallDay {
	readonly story: Story;
	readonly #texts: Texts;

	constructor(texts: Texts = USUAL) {
		this.#texts = texts;
		this.story = aWorksession({ kinds: KINDS, authorVisibility: 'open' });
		this.#ask();
		this.#addTables();
		this.story.open();
		this.#letIn();
		if (texts.message) this.facilitate({ type: 'SendMessage', text: texts.message });
	}

	facilitate(command: Command): this {
		this.story.act('facilitator', command);
		return this;
	}

	/** As the day comes to this stage: everybody has written, and what was arranged and voted on is there. */
	at(kind: RoundKind, stage: Stage): this {
		this.#to(kind, 'writing');
		if (stage === 'waiting') return this.#to(kind, stage);
		for (const [index, who] of PEOPLE.entries()) this.story.card(who, this.#texts.card(index));
		if (stage === 'writing') return this;
		this.#to(kind, 'sharing');
		if (stage === 'sharing') return this;
		const { minutes } = this.story.round(kind).settings;
		if (minutes.arranging !== null) this.#to(kind, 'arranging').#arrange(kind);
		if (stage === 'arranging') return this;
		if (minutes.voting !== null) this.#to(kind, 'voting').#vote(kind);
		return this.#to(kind, stage);
	}

	/** The break before the first round, in which people still come in. */
	welcome(): this {
		this.facilitate({ type: 'MoveItem', itemId: BREAK_ID, toIndex: 0 });
		return this.facilitate({ type: 'StartItem', itemId: BREAK_ID });
	}

	/** Puts a card of this round in the spotlight. */
	light(kind: RoundKind): this {
		const [id = ''] = Object.keys(this.story.cards(kind));
		const spotlight = { roundId: roundId(kind), item: { kind: 'card', id } } as const;
		return this.facilitate({ type: 'SetSpotlight', spotlight });
	}

	/** Six ideas that the room rates; everybody has answered all but the last. */
	rate(kind: RatingKind): this {
		for (let count = 0; count < 6; count += 1) {
			const idea = { ...NEW_IDEA, title: this.#texts.stack };
			this.facilitate({ type: 'AddIdea', idea, tableId: null, from: [] });
		}
		const ideaIds = this.story.state.ideas.map(({ id }) => id);
		this.facilitate({ type: 'StartRating', kind, ideaIds, criteria: null });
		const ratingId = this.story.state.ratings.at(-1)?.id ?? '';
		const { lowest, highest } = SCORES[kind];
		for (const [index, who] of PEOPLE.entries())
			for (const ideaId of ideaIds.slice(0, -1))
				for (const criterion of CRITERIA[kind]) {
					const answer = { score: index % 2 === 0 ? lowest : highest, reason: '' };
					this.story.act(who, { type: 'GiveRating', ratingId, ideaId, criterion, answer });
				}
		return this;
	}

	/** What the room answered, of one idea or of all. */
	result({ ofOne = false } = {}): this {
		const { id: ratingId = '' } = this.story.state.ratings.at(-1) ?? {};
		this.facilitate({ type: 'CloseRating', ratingId });
		const ideaId = ofOne ? (this.story.state.ideas[0]?.id ?? null) : null;
		return this.facilitate({ type: 'ShowRating', shown: { ratingId, ideaId } });
	}

	/** The end of the day, with what was decided and who is going to do what. */
	outcomes(): this {
		const text = this.#texts.card(1);
		this.facilitate({ type: 'StartWrapUp' });
		this.facilitate({ type: 'AddDecision', decision: { text, reason: '', dissents: [], ideaId: null } });
		for (const ownerName of ['Hanna Mulder', this.#texts.title.slice(0, NAME_LENGTH_MAX)])
			this.facilitate({
				type: 'AddAction',
				action: { text, ownerId: null, ownerName, dueOn: '2026-04-02', source: null }
			});
		return this.facilitate({ type: 'ShowOutcomes', isShown: true });
	}

	/** Whoever shows this, without a connection. */
	client(): WorksessionClient {
		const { story } = this;
		const fresh = {
			version: 1,
			shared: story.shared('screen'),
			ownSeq: 0,
			own: null,
			presence: { online: PEOPLE.length, writing: 0, people: null, facilitators: null },
			attendance: attendanceOf(story.state),
			serverNow: story.now
		};
		return new WorksessionClient({ sessionId: story.state.id, audience: 'screen' }, fresh);
	}

	#to(kind: RoundKind, stage: Stage): this {
		this.story.at(kind, stage);
		return this;
	}

	#ask(): void {
		const { title, place, question, help, pause, step } = this.#texts;
		const { facts } = this.story.state;
		this.facilitate({ type: 'ChangeFacts', over: null, facts: { ...facts, title, place } });
		this.facilitate({ type: 'ChangeBreak', itemId: BREAK_ID, title: pause, minutes: 30 });
		this.facilitate({ type: 'AddStep', title: step, tableId: null, roundId: null, cardIds: [] });
		for (const kind of KINDS) {
			const texts = { question: question(kind), helpText: help(kind), note: '' };
			const settings = { ...standardSettings(kind, 'follower'), ...texts };
			this.facilitate({ type: 'ChangeRound', roundId: roundId(kind), settings });
		}
	}

	#addTables(): void {
		const example = { name: this.#texts.example, summary: '', municipalities: [] };
		this.facilitate({ type: 'AddExample', example });
		const exampleId = this.story.state.examples[0]?.id ?? null;
		for (const number of [1, 2, 3, 4])
			this.facilitate({ type: 'AddTable', table: { name: this.#texts.table(number), exampleId } });
	}

	#letIn(): void {
		const { tables } = this.story.state;
		for (const [index, who] of PEOPLE.entries()) {
			this.story.join(who, MUNICIPALITIES[index % MUNICIPALITIES.length] ?? '');
			this.story.act(who, { type: 'Greet', text: this.#texts.greeting });
			// The last one is still looking for a table.
			const tableId = index === PEOPLE.length - 1 ? null : (tables[index % tables.length]?.id ?? null);
			this.story.act(who, { type: 'TakeSeat', tableId });
		}
	}

	/** A stack of cards of two tables, and one at a step. */
	#arrange(kind: RoundKind): void {
		const [first = '', second = '', third = '', fourth = '', fifth = ''] = Object.keys(
			this.story.cards(kind)
		);
		this.story.cluster(this.#texts.stack, first, second, third);
		const clusterId = this.story.cluster(this.#texts.stack, fourth, fifth);
		this.facilitate({
			type: 'PinItems',
			roundId: roundId(kind),
			items: [{ kind: 'cluster', id: clusterId }],
			stepId: this.story.state.steps[0]?.id ?? null
		});
	}

	/** Everybody gives two dots to one thing and one to another. */
	#vote(kind: RoundKind): void {
		const round = this.story.shared('screen').rounds[roundId(kind)];
		const items = round ? boardItems(round).map(({ ref }) => ref) : [];
		for (const [index, who] of PEOPLE.entries())
			for (const at of [index, index, index * 3]) {
				const item = items[at % items.length];
				if (item) this.story.act(who, { type: 'PlaceDot', roundId: roundId(kind), item });
			}
	}
}
