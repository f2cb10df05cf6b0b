import { untrack } from 'svelte';
import { ownBudget } from '#lib/domain/choose/own-budget.ts';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import { roundName, stageName } from '#lib/i18n/names.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import { litItem } from '../board/lit.ts';
import type { Announcer } from '../primitives/announcer.svelte.ts';
import { tellNewCards, type CardsThere } from '../round/tell-new-cards.svelte.ts';
import { tellTime, timeWords } from '../round/tell-time.svelte.ts';
import { isOfCard } from './outbox-kinds.ts';
import { placeOf, type Place } from './room-place.ts';

/** Says aloud what a reader of the screen sees change. Call while a component starts; it ends with the component. */
export function announceRoom(client: WorksessionClient, announcer: Announcer): void {
	announceOwnCards(client, announcer);
	tellNewCards(() => cardsOfOthers(client), announcer);
	tellTime(client, (mark) => {
		const isWriting = placeOf(client.shared).kind === 'round';
		announcer.polite(timeWords(mark, isWriting), 'time');
	});
	announcePlace(client, announcer);
	announceDots(client, announcer);
	announceNotices(client, announcer);
}

function announceOwnCards(client: WorksessionClient, announcer: Announcer): void {
	let before = new Map<string, string>();
	$effect(() => {
		const saved = new Set(Object.values(client.own?.cards ?? {}).map((card) => card.draftId));
		const now = new Map(client.pending.map((entry) => [entry.commandId, entry.state]));
		for (const id of before.keys())
			if (!now.has(id) && saved.has(id)) announcer.polite(m.room_say_saved(), 'saved');
		for (const { commandId, state, rejection } of client.pending.filter(isOfCard)) {
			const isStuck = state === 'refused' || state === 'failed';
			if (!isStuck || before.get(commandId) === state) continue;
			const reason = rejection === null ? '' : rejectionText(rejection);
			announcer.assertive(m.room_say_refused({ reason }).trim());
		}
		before = now;
	});
}

/** In the round that goes on; null in a break. */
function cardsOfOthers(client: WorksessionClient): CardsThere | null {
	const place = placeOf(client.shared);
	if (place.kind !== 'round') return null;
	const { id, cardCount } = place.round;
	const mine = Object.values(client.own?.cards ?? {}).filter((card) => card.roundId === id).length;
	return { roundId: id, count: cardCount - mine };
}

function announcePlace(client: WorksessionClient, announcer: Announcer): void {
	let before: string | null = null;
	$effect(() => {
		const place = placeOf(client.shared);
		const key = keyOfPlace(place);
		const isMove = before !== null && before !== key;
		before = key;
		if (isMove)
			announcer.polite(
				untrack(() => wordsOfPlace(client)),
				'place'
			);
	});
}

function keyOfPlace(place: Place): string {
	if (place.kind === 'round') return `${place.round.id} ${place.round.stage}`;
	if (place.kind === 'rating') return `${place.rating.id} ${place.rating.closedAt}`;
	return place.kind;
}

function wordsOfPlace(client: WorksessionClient): string {
	const place = placeOf(client.shared);
	if (place.kind === 'closed') return m.room_say_closed();
	if (place.kind === 'break') return m.room_say_break();
	if (place.kind === 'lobby') return m.room_group_lobby();
	if (place.kind === 'wrap-up') return m.room_say_wrap();
	if (place.kind === 'rating')
		return place.rating.closedAt === null ? m.room_say_rating() : m.room_say_rating_result();
	const { round, number } = place;
	if (round.stage === 'sharing') return m.room_say_shared({ count: round.cardCount });
	if (round.stage === 'closed') return m.room_say_result();
	return m.room_say_stage({
		round: m.common_round_numbered({ number, name: roundName(round.kind) }),
		stage: stageName(round.stage)
	});
}

function announceNotices(client: WorksessionClient, announcer: Announcer): void {
	let told = { messageId: client.shared.message?.id, isFrozen: client.shared.isFrozen, litKey: '' };
	$effect(() => {
		const { message, isFrozen } = client.shared;
		const lit = litItem(client.shared);
		if (message && message.id !== told.messageId)
			announcer.polite(`${m.room_message_from()} ${message.text}`, 'message');
		if (isFrozen !== told.isFrozen)
			announcer.polite(isFrozen ? m.room_frozen() : m.room_unfrozen(), 'frozen');
		if (lit && lit.key !== told.litKey) announcer.polite(`${m.room_spot_now()} ${lit.title}`, 'spot');
		told = { messageId: message?.id, isFrozen, litKey: lit?.key ?? '' };
	});
}

const NO_BUDGET = { placed: 0, dots: 0, sharedBy: 'nobody' } as const;

function announceDots(client: WorksessionClient, announcer: Announcer): void {
	let before: { roundId: string; count: number } | null = null;
	$effect(() => {
		const place = placeOf(client.shared);
		if (place.kind !== 'round' || place.round.stage !== 'voting') return;
		const { own } = client;
		const { placed, dots, sharedBy } = own ? ownBudget(place.round, own) : NO_BUDGET;
		const now = { roundId: place.round.id, count: placed };
		const isChanged = before?.roundId === now.roundId && before.count !== now.count;
		before = now;
		const words = { count: placed, budget: dots };
		const text = sharedBy === 'nobody' ? m.room_say_dots(words) : m.room_say_dots_shared(words);
		if (isChanged) announcer.polite(text, 'dots');
	});
}
