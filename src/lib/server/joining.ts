import { own } from '#lib/domain/keyed.ts';
import { NAME_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { ParticipationRole } from '#lib/domain/vocabulary.ts';
import { hashOf, newToken } from './access/tokens.ts';
import type { Rooms } from './rooms.ts';
import { sha256 } from './system.ts';

export interface JoinForm {
	readonly name: string;
	readonly role: ParticipationRole;
	/** Whom a partner or observer comes from. */
	readonly organisation: string;
	readonly municipalities: readonly string[];
	readonly functionName: string;
	readonly noticeVersion: string;
	/** Secret that came with the form: sending the form twice joins once. */
	readonly joinKey: string;
}

type JoinFault = Rejection | 'name-empty' | 'name-too-long' | 'sent-away' | 'not-saved';

export type JoinOutcome =
	| { readonly ok: true; readonly participationId: string; readonly token: string }
	| { readonly ok: false; readonly fault: JoinFault };

/**
 * Joining: the one moment at which a name is given. It goes beside the log, in the transaction of the join. Who has joined with
 * this key has joined, however often the form is sent; a refusal is judged anew each time, because doors open and fields are mended.
 */
export async function join(rooms: Rooms, sessionId: string, form: JoinForm): Promise<JoinOutcome> {
	const name = form.name.trim();
	if (name === '') return { ok: false, fault: 'name-empty' };
	if (lengthOf(name) > NAME_LENGTH_MAX) return { ok: false, fault: 'name-too-long' };
	const participationId = sha256(`participation:${sessionId}:${form.joinKey}`).slice(0, 16);
	const removed = (await rooms.open(sessionId))?.world.state.removed ?? {};
	if (own(removed, participationId)) return { ok: false, fault: 'sent-away' };
	const token = sha256(`token:${sessionId}:${form.joinKey}`);
	const { role, municipalities, noticeVersion } = form;
	const [organisation, functionName] = [form.organisation.trim(), form.functionName.trim()];
	const answer = await rooms.run(sessionId, {
		actor: { role: 'participant', participationId },
		envelope: {
			commandId: newToken(),
			command: { type: 'Join', role, organisation, municipalities, functionName, noticeVersion }
		},
		proofOf: () => null,
		newPerson: { participationId, name, tokenHash: hashOf(token) }
	});
	const fault = answer.ok ? null : 'rejection' in answer ? answer.rejection : 'not-saved';
	return fault === null || fault === 'already-joined'
		? { ok: true, participationId, token }
		: { ok: false, fault };
}
