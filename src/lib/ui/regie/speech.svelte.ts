import { untrack } from 'svelte';
import { roundName, stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import type { Announcer } from '../primitives/announcer.svelte.ts';
import { timeShown } from '../round/time-shown.ts';
import { breakTitle } from './regie-words.ts';
import { raisedHands } from './raised-hands.ts';
import type { Regie } from './regie.svelte.ts';

const SPOKEN_MINUTES = [5, 1];

/** Says aloud what changes on its own: the stage, the time, the line, a hand. Call while a component is set up. */
export function speak(regie: Regie, announcer: Announcer): void {
	const { client } = regie;

	const place = $derived.by(() => {
		const { round } = regie;
		if (!round) return breakTitle(client.shared);
		return m.regie_said_stage({ name: roundName(round.kind), stage: stageName(round.stage) });
	});
	const isOffline = $derived(client.connection === 'offline');
	const moment = $derived.by(() => {
		const shown = client.shared.timer.kind === 'running' ? timeShown(client.shared.timer, client.now) : null;
		if (!shown) return null;
		if (shown.look === 'over') return 'over';
		const minutes = shown.seconds === 0 ? shown.minutes : shown.minutes + 1;
		return SPOKEN_MINUTES.find((spoken) => minutes === spoken) ?? null;
	});

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
		() => place,
		(text) => text && announcer.polite(text, 'stage')
	);
	onChange(
		() => isOffline,
		(isNow) => (isNow ? announcer.assertive(m.regie_said_offline()) : announcer.polite(m.regie_said_online()))
	);
	onChange(
		() => moment,
		(now) => {
			if (now !== null)
				announcer.polite(now === 'over' ? m.regie_said_over() : m.regie_said_minutes({ count: now }), 'time');
		}
	);
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
