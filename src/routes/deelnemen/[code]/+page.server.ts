import { error, fail, redirect } from '@sveltejs/kit';
import { NOTICE_VERSION } from '#lib/domain/notice.ts';
import { readCode, showCode } from '#lib/server/access/codes.ts';
import { newToken } from '#lib/server/access/tokens.ts';
import { participationCookie } from '#lib/server/access/visitors.ts';
import type { App } from '#lib/server/app.ts';
import { field, setSecret } from '#lib/server/entrance.ts';
import { join, type JoinFault } from '#lib/server/joining.ts';
import type { WorksessionRow } from '#lib/server/store/store.ts';
import type { Actions, PageServerLoad } from './$types';

const MUNICIPALITY_FIELDS_MAX = 100;

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
	const { facts, authorVisibility, isTrial, doors, peopleCount, rounds } = row.summary;
	return {
		session: {
			id: row.id,
			code: showCode(row.code),
			facts,
			authorVisibility,
			isTrial,
			doors,
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
		const municipality = form
			.getAll('municipality')
			.slice(0, MUNICIPALITY_FIELDS_MAX)
			.filter((code) => typeof code === 'string' && code !== '') as string[];
		const values = { name: field(form, 'name'), municipality, functionName: field(form, 'functionName') };
		const outcome = await join(locals.app.rooms, row.id, {
			name: values.name,
			role: row.summary.facts.group === 'frontrunner' ? 'frontrunner' : 'follower',
			organisation: '',
			municipalities: [...new Set(municipality)],
			functionName: values.functionName,
			noticeVersion: NOTICE_VERSION,
			joinKey: field(form, 'joinKey') || newToken()
		});
		if (!outcome.ok) return fail(400, { values, errors: { [fieldOf(outcome.fault)]: outcome.fault } });
		setSecret(event, participationCookie(row.id), outcome.token);
		redirect(303, `/sessie/${row.id}`);
	}
};

/** The field that a fault belongs to. */
function fieldOf(fault: JoinFault): 'name' | 'municipality' | 'functionName' | 'form' {
	switch (fault) {
		case 'name-empty':
		case 'name-too-long':
			return 'name';
		case 'unknown-municipality':
		case 'municipalities-too-many':
			return 'municipality';
		case 'text-too-long':
			return 'functionName';
		default:
			return 'form';
	}
}
