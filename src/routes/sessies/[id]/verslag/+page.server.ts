import { error, fail } from '@sveltejs/kit';
import { answeredBy } from '#lib/domain/record/validation.ts';
import { answerText } from '#lib/i18n/rejections.ts';
import { parseEnvelope } from '#lib/protocol/commands.ts';
import { mayAskProgramme } from '#lib/server/access/rights.ts';
import { facilitator, field, shown } from '#lib/server/entrance.ts';
import { statusOf } from '#lib/server/put-in.ts';
import { makesPdf } from '#lib/server/typst.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account } = await facilitator(event, event.params.id);
	const { worksessions, rooms, store } = event.locals.app;
	const readable = await worksessions.record(event.params.id);
	if (!readable) error(404);
	const { record, fixed } = readable;
	const room = await rooms.open(event.params.id);
	return {
		record,
		fixed,
		versions: await worksessions.versions(event.params.id),
		links: await store.validationLinks(event.params.id),
		answeredBy: room ? answeredBy(room.world.state) : [],
		account: shown(account),
		makesPdf,
		mayCode: mayAskProgramme(account.role, 'AssignCoding')
	};
};

export const actions: Actions = {
	/** A link for a municipality that took part; shown once, because only its hash is kept. */
	link: async (event) => {
		const sessionId = event.params.id;
		await facilitator(event, sessionId);
		const { app } = event.locals;
		const code = field(await event.request.formData(), 'municipality');
		const readable = await app.worksessions.record(sessionId);
		if (!readable?.record.participation.municipalities.some((one) => one.code === code)) error(400);
		const token = await app.validationLinks.make(sessionId, code);
		return { url: `${app.addressForOthers(event.url.origin)}/gemeente/${token}` };
	},

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
