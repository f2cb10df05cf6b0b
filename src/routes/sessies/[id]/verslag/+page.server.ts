import { error, fail } from '@sveltejs/kit';
import { answerText } from '#lib/i18n/rejections.ts';
import { parseEnvelope } from '#lib/protocol/commands.ts';
import { facilitator, field, shown } from '#lib/server/entrance.ts';
import { statusOf } from '#lib/server/put-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account } = await facilitator(event, event.params.id);
	const { worksessions } = event.locals.app;
	const readable = await worksessions.record(event.params.id);
	if (!readable) error(404);
	const { record, fixed } = readable;
	return { record, fixed, versions: await worksessions.versions(event.params.id), account: shown(account) };
};

export const actions: Actions = {
	move: async (event) => {
		const { account } = await facilitator(event, event.params.id);
		const { rooms, system } = event.locals.app;
		const form = await event.request.formData();
		const command = { type: 'MoveRecord', status: field(form, 'status'), reason: field(form, 'reason') };
		const envelope = parseEnvelope({ commandId: system.newId(), command });
		if (!envelope) error(400);
		const actor = { role: 'facilitator', accountId: account.id } as const;
		const request = { actor, envelope, proofOf: () => null, newPerson: null };
		const answer = await rooms.run(event.params.id, request);
		return answer.ok ? undefined : fail(statusOf(answer), { refused: answerText(answer) });
	}
};
