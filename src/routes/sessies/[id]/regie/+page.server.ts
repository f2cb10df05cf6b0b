import type { RequestEvent } from '@sveltejs/kit';
import { showCode } from '#lib/server/access/codes.ts';
import { facilitator, field, firstLook, invitation, shown } from '#lib/server/entrance.ts';
import { askedSpeed } from '#lib/server/trial/speed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, cookies, locals } = event;
	const { account, row } = await facilitator(event, params.id);
	const visitor = await locals.app.visitors.facilitator(params.id, (name) => cookies.get(name));
	return {
		fresh: await firstLook(event, visitor),
		...invitation(event, row),
		screenUrl: `/scherm#${locals.app.worksessions.screenToken(params.id)}`,
		account: shown(account),
		trial: locals.app.trials.stateOf(params.id)
	};
};

export const actions: Actions = {
	takeOver: async (event) => {
		const { row } = await facilitator(event, event.params.id);
		return takeOverOf(event, await event.locals.app.takeOvers.code(row));
	},
	renewTakeOver: async (event) => {
		const { row } = await facilitator(event, event.params.id);
		return takeOverOf(event, await event.locals.app.takeOvers.renew(row));
	},
	speed: async (event) => {
		await facilitator(event, event.params.id);
		const speed = askedSpeed(await event.request.formData());
		event.locals.app.trials.setSpeed(event.params.id, speed);
	},
	autopilot: async (event) => {
		await facilitator(event, event.params.id);
		const isOn = field(await event.request.formData(), 'autopilot') === 'on';
		event.locals.app.trials.setAutopilot(event.params.id, isOn);
	},
	pauseTrial: async (event) => {
		await facilitator(event, event.params.id);
		const isPaused = field(await event.request.formData(), 'paused') === 'on';
		event.locals.app.trials.setPaused(event.params.id, isPaused);
	},
	stopTrial: async (event) => {
		await facilitator(event, event.params.id);
		event.locals.app.trials.stop(event.params.id);
	},
	clearTrial: async (event) => {
		await facilitator(event, event.params.id);
		await event.locals.app.trials.remove(event.params.id);
	}
};

/** The code as people read it, and the page where they fill it in. */
function takeOverOf({ locals, url }: RequestEvent, code: string) {
	return { code: showCode(code), page: `${locals.app.addressForOthers(url.origin)}/overnemen` };
}
