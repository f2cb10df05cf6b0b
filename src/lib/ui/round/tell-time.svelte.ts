import { untrack } from 'svelte';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { m } from '#lib/i18n/words.ts';
import { TimeMarks, type TimeMark } from './time-marks.ts';

/** What is looked at: a client, and nothing else of it. */
interface Watched {
	readonly shared: Pick<SharedView, 'timer' | 'currentItemId' | 'rounds'>;
	/** Epoch milliseconds of the server. */
	readonly now: number;
}

/** Calls `tell` at each moment that the time is told. Call while a component starts; it ends with the component. */
export function tellTime(client: Watched, tell: (mark: TimeMark) => void): void {
	const marks = new TimeMarks();
	$effect(() => {
		const { timer, currentItemId, rounds } = client.shared;
		const place = `${currentItemId} ${rounds[currentItemId ?? '']?.stage}`;
		const mark = marks.pass(place, timer, client.now);
		if (mark) untrack(() => tell(mark));
	});
}

/** What is said at this moment; `isWriting` for who may have a sentence to finish. */
export function timeWords({ kind, minutes }: TimeMark, isWriting: boolean): string {
	if (kind === 'minutes') return m.common_said_minutes({ count: minutes });
	return isWriting ? m.common_said_over_writing() : m.common_said_over();
}
