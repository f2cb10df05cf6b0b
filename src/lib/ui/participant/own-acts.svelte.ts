import { createContext } from 'svelte';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import { answerText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import type { Toasts } from '../primitives/toasts.svelte.ts';
import type { CommandOf } from '#lib/domain/commands.ts';
import type { OwnRow } from './own-rows.ts';

/** What a card says, as its writer set it. */
export type CardContent = Required<Pick<CommandOf<'PostCard'>, 'text' | 'stepId'>> & {
	readonly isWithoutOrigin: boolean;
};

/** What I can do with a card of mine that I posted. */
export class OwnActs {
	/** Key of the card that is being changed in its place; one at a time. */
	editing: string | null = $state(null);
	/** Where focus goes after the change, when it did not start at the card itself. */
	returnTo: HTMLElement | null = null;
	readonly client: WorksessionClient;
	readonly #toasts: Toasts;

	constructor(client: WorksessionClient, toasts: Toasts) {
		this.client = client;
		this.#toasts = toasts;
	}

	/** Takes over a changed text. A card that was refused before it was ever saved is posted anew. */
	change(roundId: string, row: OwnRow, content: CardContent): void {
		this.editing = null;
		const isChanged = (['text', 'stepId', 'isWithoutOrigin'] as const).some(
			(part) => content[part] !== row[part]
		);
		if (row.cardId === null) {
			if (row.commandId !== null) this.client.discard(row.commandId);
			this.client.keep({ type: 'PostCard', roundId, ...content });
		} else if (isChanged || row.state !== 'saved') {
			if (row.commandId !== null) this.client.discard(row.commandId);
			this.client.keep({ type: 'EditCard', roundId, cardId: row.cardId, ...content });
		}
	}

	/** Takes a card away; for a while it can be put back, which posts it again. */
	withdraw(roundId: string, row: OwnRow): void {
		if (row.cardId === null) return;
		const { text, stepId, isWithoutOrigin } = row;
		this.client.keep({ type: 'WithdrawCard', roundId, cardId: row.cardId });
		this.#toasts.show({
			text: m.room_card_withdrawn(),
			action: {
				label: m.room_card_restore(),
				run: () => void this.client.keep({ type: 'PostCard', roundId, text, stepId, isWithoutOrigin })
			}
		});
	}

	/** Has the text taken away for good; the answer is why not, or null. Needs the server at once: nothing of it waits on the device. */
	async redact(roundId: string, row: OwnRow, reason: string): Promise<string | null> {
		if (row.cardId === null) return null;
		const answer = await this.client.act({ type: 'RedactCard', roundId, cardId: row.cardId, reason });
		if (!answer.ok) return answerText(answer);
		if (row.commandId !== null) this.client.discard(row.commandId);
		this.#toasts.show({ text: m.room_card_redacted() });
		return null;
	}

	retry(row: OwnRow): void {
		if (row.commandId !== null) this.client.retry(row.commandId);
	}

	/** Gives up what is on its way: a new card goes, a change is undone. */
	giveUp(row: OwnRow): void {
		if (row.commandId !== null) this.client.discard(row.commandId);
	}
}

export const [getOwnActs, setOwnActs] = createContext<OwnActs>();
