import { untrack } from 'svelte';
import { roundName, stageName } from '#lib/i18n/names.ts';
import { formatList, m } from '#lib/i18n/words.ts';
import type { Announcer } from '../primitives/announcer.svelte.ts';
import { tellNewCards } from '../round/tell-new-cards.svelte.ts';
import { tellTime, timeWords } from '../round/tell-time.svelte.ts';
import { timeSound } from '../round/time-sound.svelte.ts';
import { breakTitle } from './regie-words.ts';
import { raisedHands } from './raised-hands.ts';
import type { Regie } from './regie.svelte.ts';

/** Says aloud what changes on its own: the stage, the time, the line, a hand. Call while a component is set up. */
export function speak(regie: Regie, announcer: Announcer): void {
	const { client } = regie;

	const place = $derived.by(() => {
		const { round } = regie;
		if (!round) return breakTitle(client.shared);
		return m.regie_said_stage({ name: roundName(round.kind), stage: stageName(round.stage) });
	});
	/** As one text, so that only another one is said. Whoever hears it is there. */
	const away = $derived(
		formatList(
			(client.presence.facilitators ?? []).filter((lead) => lead.awaySince !== null).map(({ name }) => name)
		)
	);
	const isOffline = $derived(client.connection === 'offline');
	const hands = $derived(raisedHands(client.shared.facilitator));
	const newest = $derived(hands.at(-1)?.person.id ?? null);
	let handCount = untrack(() => hands.length);

	onChange(
		() => [newest, hands.length] as const,
		([, count]) => {
			const name = hands.at(-1)?.person.name ?? '';
			if (count > handCount) announcer.polite(m.regie_said_hand({ name }), 'hand');
			handCount = count;
		}
	);
	onChange(
		() => away,
		(names) => names && announcer.polite(m.handover_said_away({ names }), 'leads')
	);
	onChange(
		() => place,
		(text) => text && announcer.polite(text, 'stage')
	);
	onChange(
		() => isOffline,
		(isNow) => (isNow ? announcer.assertive(m.regie_said_offline()) : announcer.polite(m.regie_said_online()))
	);
	tellNewCards(() => regie.round && { roundId: regie.round.id, count: regie.round.cardCount }, announcer);
	tellTime(client, (mark) => {
		announcer.polite(timeWords(mark, false), 'time');
		timeSound.ring(mark);
	});
}

/** Runs on every change, not for how things are at first. */
function onChange<T>(read: () => T, tell: (value: T) => void): void {
	let isFirst = true;
	$effect(() => {
		const value = read();
		if (!isFirst) untrack(() => tell(value));
		isFirst = false;
	});
}
