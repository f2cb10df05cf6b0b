import { error, fail, redirect } from '@sveltejs/kit';
import { NOTICE_VERSION } from '#lib/domain/notice.ts';
import { readCode, showCode } from '#lib/server/access/codes.ts';
import { newToken } from '#lib/server/access/tokens.ts';
import { participationCookie } from '#lib/server/access/visitors.ts';
import type { App } from '#lib/server/app.ts';
import { field, setSecret } from '#lib/server/entrance.ts';
import { join } from '#lib/server/joining.ts';
import type { WorksessionRow } from '#lib/server/store/store.ts';
import { fieldOf, joinFaults, type JoinFaults } from '#lib/ui/join/join-faults.ts';
import { joinFields, type JoinFields } from '#lib/ui/join/join-fields.ts';
import { roleOf } from '#lib/ui/participation/participation-role.ts';
import type { Actions, PageServerLoad } from './$types';

/** The worksession of a code. A wrong code counts against the address that tries it. */
async function worksessionOf(typed: string, app: App, address: string): Promise<WorksessionRow> {
	const code = readCode(typed);
	const sessionId = code && (await app.store.sessionIdByCode(code));
	const row = sessionId && (await app.store.worksession(sessionId));
	if (row) return row;
	const mayTry = await app.codeGuard.mayTry(address);
	await app.codeGuard.countWrong(address);
	error(mayTry ? 404 : 429);
}

export const load: PageServerLoad = async ({ params, cookies, locals, getClientAddress }) => {
	const row = await worksessionOf(params.code, locals.app, getClientAddress());
	const token = cookies.get(participationCookie(row.id));
	const known = await locals.app.visitors.participant(row.id, token, null);
	if (typeof known !== 'string') redirect(303, `/sessie/${row.id}`);
	const room = await locals.app.rooms.open(row.id);
	if (!room) error(404);
	const { isLobbyLocked, tables } = room.world.state;
	const { facts, authorVisibility, isTrial, doors, peopleCount, rounds } = row.summary;
	return {
		session: {
			id: row.id,
			code: showCode(row.code),
			facts,
			authorVisibility,
			isTrial,
			doors,
			isLobbyLocked,
			hasTables: tables.length > 0,
			peopleCount,
			rounds
		},
		noticeVersion: NOTICE_VERSION,
		joinKey: newToken()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { params, request, locals, getClientAddress } = event;
		const row = await worksessionOf(params.code, locals.app, getClientAddress());
		const form = await request.formData();
		const values = joinFields(form);
		if (!values) error(400);
		const { group } = row.summary.facts;
		const role = roleOf(values, group);
		const errors = joinFaults(values, group);
		if (role === null || Object.keys(errors).length > 0) return refused(values, errors);
		const outcome = await join(locals.app.rooms, row.id, {
			name: values.name,
			role,
			organisation: values.organisation,
			municipalities: values.municipality,
			functionName: values.functionName,
			noticeVersion: NOTICE_VERSION,
			joinKey: field(form, 'joinKey') || newToken()
		});
		if (!outcome.ok) return refused(values, { [fieldOf(outcome.fault)]: outcome.fault });
		setSecret(event, participationCookie(row.id), outcome.token);
		redirect(303, `/sessie/${row.id}`);
	}
};

/** Back to the form, with what was filled in. */
function refused(values: JoinFields, errors: JoinFaults) {
	return fail(400, { values, errors });
}
