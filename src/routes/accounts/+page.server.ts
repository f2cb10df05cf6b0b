import { fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { accountManager, field, shown } from '#lib/server/entrance.ts';
import type { Actions, PageServerLoad } from './$types';

const AccountRoleSchema = v.picklist(['organiser', 'facilitator']);

export const load: PageServerLoad = async (event) => {
	const account = await accountManager(event);
	const { accounts, store, system, programmeDesk } = event.locals.app;
	const [programme, all, invitations] = await Promise.all([
		store.programme(),
		accounts.list(),
		accounts.invitations()
	]);
	return {
		programme: { name: programme?.name ?? '' },
		account: shown(account),
		accounts: all.map(({ id, name, role, createdAt }) => ({
			id,
			name,
			role,
			createdAt,
			isMe: id === account.id
		})),
		invitations: invitations.map(({ tokenHash, name, role, expiresAt }) => ({
			id: tokenHash,
			name,
			role,
			expiresAt
		})),
		keys: (await programmeDesk.programme()).accessKeys
			.filter(({ endedAt }) => endedAt === null)
			.map(({ id, name, madeAt }) => ({ id, name, madeAt })),
		now: system.now()
	};
};

export const actions: Actions = {
	invite: async (event) => {
		await accountManager(event);
		const form = await event.request.formData();
		const role = v.safeParse(AccountRoleSchema, field(form, 'role'));
		if (!role.success) return fail(400, { fault: 'role-missing' as const });
		const invited = await event.locals.app.accounts.invite(field(form, 'name'), role.output);
		if (!invited.ok) return fail(400, { fault: invited.fault });
		return { name: invited.name, link: linkOf(event, invited.token) };
	},
	link: async (event) => {
		await accountManager(event);
		const id = field(await event.request.formData(), 'id');
		const made = await event.locals.app.accounts.linkFor(id);
		if (!made) return fail(404, { fault: 'unknown-account' as const });
		return { name: made.name, link: linkOf(event, made.token) };
	},
	withdraw: async (event) => {
		await accountManager(event);
		await event.locals.app.accounts.withdraw(field(await event.request.formData(), 'id'));
	},
	role: async (event) => {
		await accountManager(event);
		const form = await event.request.formData();
		const role = v.safeParse(AccountRoleSchema, field(form, 'role'));
		if (!role.success) return fail(400, { fault: 'role-missing' as const });
		const change = await event.locals.app.accounts.setRole(field(form, 'id'), role.output);
		return change === 'changed' ? undefined : fail(400, { fault: change });
	},
	remove: async (event) => {
		await accountManager(event);
		const id = field(await event.request.formData(), 'id');
		const change = await event.locals.app.accounts.remove(id);
		return change === 'changed' ? undefined : fail(400, { fault: change });
	},
	makeKey: async (event) => {
		const { id: by } = await accountManager(event);
		const { programmeDesk, accessKeys, system } = event.locals.app;
		const name = field(await event.request.formData(), 'name');
		const keyId = system.newId();
		const command = { type: 'MakeAccessKey', keyId, name } as const;
		const answer = await programmeDesk.perform({ commandId: system.newId(), command, by, records: [] });
		return answer.ok ? { key: accessKeys.textOf({ id: keyId }) } : fail(400, { rejection: answer.rejection });
	},
	endKey: async (event) => {
		const { id: by } = await accountManager(event);
		const { programmeDesk, system } = event.locals.app;
		const keyId = field(await event.request.formData(), 'id');
		const command = { type: 'EndAccessKey', keyId } as const;
		const answer = await programmeDesk.perform({ commandId: system.newId(), command, by, records: [] });
		return answer.ok ? undefined : fail(400, { rejection: answer.rejection });
	}
};

/** The secret stands behind #, so that no server, proxy or log on the way ever sees it. */
function linkOf({ locals, url }: RequestEvent, token: string): string {
	return `${locals.app.addressForOthers(url.origin)}/inloggen#${token}`;
}
