import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { CRITERIA, SCORES, type RatingKind, type RoundKind, type Stage } from '#lib/domain/vocabulary.ts';
import type { ItemRef } from '#lib/domain/board/item.ts';
import type { Command } from '#lib/domain/commands.ts';
import { allCards } from '#lib/domain/card/card-table.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { aWorksession, participationId, roundId, type Story, type Who } from '../worksession.ts';
import { KEYLESS, municipalCodes, NAMES } from './people-there.ts';
import type { World } from './worlds.ts';

export function opening(world: World): readonly WorksessionEvent[] {
	const steps = world.isNearlyFull
		? Array.from({ length: 11 }, (_, n) => `Stap ${n + 1}`)
		: ['Signaal', 'Weging'];
	const story = aWorksession({ ...world, steps, settings: { budgetPer: world.budgetPer } });
	for (let n = world.isNearlyFull ? 29 : 1; n > 0; n -= 1)
		story.act('facilitator', {
			type: 'AddExample',
			example: { name: `Voorbeeld ${n}`, summary: '', municipalities: [] }
		});
	for (let n = world.isNearlyFull ? 29 : world.hasTables ? 2 : 0; n > 0; n -= 1)
		story.act('facilitator', { type: 'AddTable', table: { name: `Tafel ${n}`, exampleId: null } });
	while (world.isNearlyFull && story.state.agenda.length < 39)
		story.act('facilitator', { type: 'AddBreak', title: 'Pauze', minutes: 5, toIndex: 0 });
	const { begin } = world;
	if (begin === 'doors closed') return story.events;
	story.open();
	const present = NAMES.slice(0, world.people - 1);
	present.forEach((who, n) =>
		story.join(who, ...municipalCodes(world.isTrial).slice(...municipalitiesAt(n)))
	);
	if (!world.isNearlyFull) seatAll(story, present);
	if (begin === 'lobby') return story.events;
	const [first, second] = world.kinds;
	if (first) writeRound(story, first, present);
	if (second) voteRound(writeRound(story, second, present), second, begin, present).at(second, begin);
	if (second && begin === 'voting' && world.hasVotedBefore) voteAgain(story, second);
	if (world.isRating) rate(story, world.hasTables ? 'scaling' : 'worth', present);
	if (world.isWrappingUp) story.act('facilitator', { type: 'StartWrapUp' });
	return story.events;
}

/** Two ideas, of which everybody has answered the first question about one. */
function rate(story: Story, kind: RatingKind, present: readonly Who[]): void {
	for (const title of ['Idee', 'Nog een idee'])
		story.act('facilitator', { type: 'AddIdea', idea: { ...NEW_IDEA, title }, tableId: null, from: [] });
	const ideaIds = story.state.ideas.map(({ id }) => id);
	story.act('facilitator', { type: 'StartRating', kind, ideaIds, criteria: null });
	const ratingId = story.state.ratings[0]?.id ?? '';
	const [criterion] = CRITERIA[kind];
	const answer = { score: SCORES[kind].highest, reason: '' };
	for (const who of present)
		story.act(who, { type: 'GiveRating', ratingId, ideaId: ideaIds[0] ?? '', criterion, answer });
}

/** On two late cards, and so not on what was there before. */
function voteAgain(story: Story, kind: RoundKind): void {
	const items = ['laat', 'later'].map((text): ItemRef => ({ kind: 'card', id: story.card('anna', text) }));
	const { dotBudget, budgetPer, dotsPerItemMax } = story.at(kind, 'closed').round(kind).settings;
	const rules = { dotBudget, budgetPer, dotsPerItemMax };
	story.act('facilitator', { type: 'StartVote', roundId: roundId(kind), items, rules });
}

/** The first comes for two municipalities, and shares one of them with the second. */
function municipalitiesAt(place: number): readonly [number, number] {
	return place === 0 ? [0, 2] : [place, place + 1];
}

/** Everybody at the first two tables in turn; who comes first leads. */
function seatAll(story: Story, present: readonly Who[]): void {
	present.forEach((who, n) => {
		const tableId = story.state.tables[n % 2]?.id ?? null;
		story.act(who, { type: 'TakeSeat', tableId });
		if (n < 2 && tableId)
			story.act('facilitator', { type: 'SetHost', tableId, participationId: participationId(who) });
	});
}

/** A round in which everybody writes two cards, of which two become a cluster; on needs an idea rests. */
function writeRound(story: Story, kind: RoundKind, writers: readonly Who[]): Story {
	story.at(kind, 'writing');
	const withKey = writers.filter((who) => who !== KEYLESS);
	const cards = ['een', 'twee'].flatMap((text) =>
		withKey.map((who) => story.card(who, `${kind} ${text} van ${who}`))
	);
	story.at(kind, 'sharing').cluster('Stapel', ...cards.slice(0, 2));
	const needs = cards
		.slice(2, 4)
		.map((id) => ({ roundId: roundId(kind), item: { kind: 'card', id } as const }));
	const idea = { ...NEW_IDEA, title: 'Een model', needs };
	if (kind === 'needs') story.act('facilitator', { type: 'AddIdea', idea, tableId: null, from: [] });
	return story;
}

/** Where the history begins after voting, or just before it, everybody has a dot on each item. */
function voteRound(story: Story, kind: RoundKind, begin: Stage, voters: readonly Who[]): Story {
	if (!['arranging', 'voting', 'closed'].includes(begin)) return story;
	const { id, cards, clusters } = story.at(kind, 'voting').round(kind);
	const loose = allCards(cards).filter((card) => card.clusterId === null);
	const items: readonly ItemRef[] = [
		...loose.slice(0, 1).map((card): ItemRef => ({ kind: 'card', id: card.id })),
		...Object.keys(clusters).map((clusterId): ItemRef => ({ kind: 'cluster', id: clusterId }))
	];
	for (const who of voters)
		for (const item of items) {
			const dot: Command = { type: 'PlaceDot', roundId: id, item };
			if (story.attempt(who, dot).ok) story.act(who, dot);
		}
	return story;
}
