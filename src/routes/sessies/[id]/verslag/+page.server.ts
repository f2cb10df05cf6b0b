import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { otherTexts } from '#lib/domain/record/other-texts.ts';
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
	const broughtIn = await worksessions.broughtInFrom(event.params.id);
	const accounts = broughtIn ? await store.accounts() : [];
	const by = accounts.find(({ id }) => id === broughtIn?.accountId);
	return {
		record,
		fixed,
		broughtIn: broughtIn && { sha256: broughtIn.sha256, at: broughtIn.at, name: by?.name ?? '' },
		versions: await worksessions.versions(event.params.id),
		otherTexts: room ? otherTexts(room.world.state) : [],
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

	/** Takes a text away for good, of a card or anything else, or of all that is no more. */
	redact: async (event) => {
		const form = await event.request.formData();
		const [kind, id, reason] = [field(form, 'kind'), field(form, 'id'), field(form, 'reason')];
		if (kind === 'gone') return carryOut(event, { type: 'RedactGone', reason });
		const isCard = kind === 'card';
		const command = isCard
			? { type: 'RedactCard', roundId: field(form, 'roundId'), cardId: id, reason }
			: { type: 'RedactText', target: { kind, id }, reason };
		return carryOut(event, command);
	},

	move: async (event) => {
		const form = await event.request.formData();
		const [status, reason] = [field(form, 'status'), field(form, 'reason')];
		return carryOut(event, { type: 'MoveRecord', status, reason });
	}
};

/** What the facilitator asks of the worksession; anything that is no command is refused. */
async function carryOut(event: RequestEvent<{ id: string }>, command: unknown) {
	const { account } = await facilitator(event, event.params.id);
	const { rooms, system } = event.locals.app;
	const envelope = parseEnvelope({ commandId: system.newId(), command });
	if (!envelope) error(400);
	const actor = { role: 'facilitator', accountId: account.id } as const;
	const answer = await rooms.run(event.params.id, { actor, envelope, proofOf: () => null, newPerson: null });
	return answer.ok ? undefined : fail(statusOf(answer), { refused: answerText(answer) });
}
