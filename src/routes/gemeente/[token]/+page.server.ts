import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { municipalityView } from '#lib/domain/record/municipality-view.ts';
import type { Actor } from '#lib/domain/commands.ts';
import { answerText } from '#lib/i18n/rejections.ts';
import { parseEnvelope } from '#lib/protocol/commands.ts';
import { field } from '#lib/server/entrance.ts';
import { statusOf } from '#lib/server/put-in.ts';
import type { Actions, PageServerLoad } from './$types';

type Asked = Pick<RequestEvent, 'locals' | 'setHeaders'> & { readonly params: { readonly token: string } };

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'x-robots-tag': 'noindex' });
	const { sessionId, municipality, expiresAt } = await opened(event);
	const room = await event.locals.app.rooms.open(sessionId);
	if (!room) error(404);
	return { view: municipalityView(room.world.state, municipality), expiresAt };
};

export const actions: Actions = {
	/** What the municipality says of one piece; nothing takes it back. Kept at once. */
	answer: async (event) => {
		const form = await event.request.formData();
		const verdict = field(form, 'verdict');
		const answer = verdict === '' ? null : { verdict, text: field(form, 'text') };
		const piece = { roundId: field(form, 'roundId'), cardId: field(form, 'cardId') };
		return act(event, { type: 'AnswerPiece', ...piece, answer }, field(form, 'commandId'));
	},
	send: async (event) => act(event, { type: 'SendValidation' }, event.locals.app.system.newId())
};

async function act(event: Asked, command: object, commandId: string) {
	const { sessionId, municipality } = await opened(event);
	const envelope = parseEnvelope({ commandId, command });
	if (!envelope) error(400);
	const actor: Actor = { role: 'municipality', code: municipality };
	const request = { actor, envelope, proofOf: () => null, newPerson: null };
	const answer = await event.locals.app.rooms.run(sessionId, request);
	return answer.ok ? undefined : fail(statusOf(answer), { refused: answerText(answer) });
}

/** One answer for a link that expired, was replaced or never was. */
async function opened({ params, locals }: Asked) {
	const link = await locals.app.validationLinks.owner(params.token);
	if (!link) error(404);
	return link;
}
