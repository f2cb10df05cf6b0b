import type { Command } from '#lib/domain/commands.ts';
import { roundName, stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import { placeAfter, placeNow, wayBack, type Place } from './moves.ts';
import type { Regie } from './regie.svelte.ts';

type Destination = Pick<Place, 'item' | 'stage'>;

/** Takes everybody somewhere else, and offers the way back for as long as the toast stays. False when it was refused. */
export async function go(regie: Regie, commands: readonly Command[]): Promise<boolean> {
	const { client } = regie;
	const from = placeNow(client.shared, client.now);
	const to = placeAfter(client.shared, commands);
	for (const command of commands) if (!(await regie.perform(command))) return false;
	if (from && to) {
		const action = { label: m.regie_undo(), run: () => void goBack(regie, from, to) };
		regie.toasts.show({ text: placeText(regie, to), action });
	}
	return true;
}

/** Only from where the move led: whoever leads as well may have gone on. */
async function goBack(regie: Regie, from: Place, to: Destination): Promise<void> {
	const { client } = regie;
	const present = placeNow(client.shared, client.now);
	if (present?.item.id !== to.item.id || present.stage !== to.stage) {
		regie.toasts.show({ text: m.regie_moved_on(), icon: 'info' });
		return;
	}
	for (const command of wayBack(client.shared, from, client.now)) if (!(await regie.perform(command))) return;
}

function placeText({ client }: Regie, { item, stage }: Destination): string {
	const round = client.shared.rounds[item.id];
	if (round && stage) return m.regie_said_stage({ name: roundName(round.kind), stage: stageName(stage) });
	return m.regie_moved_break({ title: item.kind === 'break' ? item.title : '' });
}
