import { postAction } from '#lib/client/post-action.ts';
import { randomId } from '#lib/client/random-id.ts';
import { answerText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import type { Answer } from '#lib/protocol/messages.ts';
import type { PutInPart } from './put-in-plan.ts';

type Refused = Exclude<Answer, { readonly ok: true }>;

/**
 * Puts cards in by the form of this page. A part of which nobody knows whether it arrived keeps its command id, so that sending it
 * again puts nothing in twice.
 */
export class PutInSender {
	readonly #ids = new Map<string, string>();

	/** Null once the server has them all; else why it has none of them, in words. */
	async send(part: PutInPart): Promise<string | null> {
		const cards = JSON.stringify(part.cards);
		const form = new FormData();
		form.set('commandId', this.#idOf(`${part.roundId} ${cards}`));
		form.set('roundId', part.roundId);
		form.set('cards', cards);
		const posted = await postAction<undefined, { readonly answer: Refused }>('?/putIn', form);
		if (posted.type === 'failed') return m.prepare_cards_failed();
		this.#ids.clear();
		return posted.type === 'refused' ? answerText(posted.data.answer) : null;
	}

	#idOf(question: string): string {
		const id = this.#ids.get(question) ?? randomId();
		this.#ids.set(question, id);
		return id;
	}
}
