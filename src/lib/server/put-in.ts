import { parseEnvelope, type CommandEnvelope } from '#lib/protocol/commands.ts';
import type { Answer } from '#lib/protocol/messages.ts';
import { field } from './entrance.ts';
import type { Rooms } from './rooms.ts';

/**
 * Puts in the cards of a form: `roundId`, `cards` as JSON and a `commandId` under which a repeated form is answered like the first.
 * They come by form because a frame of the socket is too small for five hundred of them; what may be is asked like any command.
 */
export async function putIn(
	rooms: Rooms,
	{ sessionId, accountId }: { readonly sessionId: string; readonly accountId: string },
	form: FormData
): Promise<Answer> {
	const envelope = envelopeOf(form);
	if (!envelope) return { ok: false, fault: 'malformed' };
	const actor = { role: 'facilitator', accountId } as const;
	return rooms.run(sessionId, { actor, envelope, proofOf: () => null, newPerson: null });
}

/** The status of a page that tells this answer. */
export function statusOf(answer: Exclude<Answer, { readonly ok: true }>): number {
	if ('rejection' in answer) return 409;
	return answer.fault === 'malformed' ? 400 : 503;
}

function envelopeOf(form: FormData): CommandEnvelope | null {
	const cards = parsedJson(field(form, 'cards'));
	const command = { type: 'PutInCards', roundId: field(form, 'roundId'), cards };
	return parseEnvelope({ commandId: field(form, 'commandId'), command });
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return null;
	}
}
