import { firstLook, field, invitation, signedIn, worksessionRow } from '#lib/server/entrance.ts';
import { trialSpeed } from '#lib/server/trial/speed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, cookies, locals } = event;
	const account = await signedIn(event);
	const row = await worksessionRow(event, params.id);
	const visitor = await locals.app.visitors.facilitator(params.id, (name) => cookies.get(name));
	return {
		fresh: await firstLook(event, visitor),
		...invitation(event, row),
		screenUrl: `/scherm#${locals.app.worksessions.screenToken(params.id)}`,
		account: { name: account.name },
		trial: locals.app.trials.stateOf(params.id)
	};
};

export const actions: Actions = {
	speed: async (event) => {
		await signedIn(event);
		const speed = trialSpeed(field(await event.request.formData(), 'speed'));
		event.locals.app.trials.setSpeed(event.params.id, speed);
	},
	autopilot: async (event) => {
		await signedIn(event);
		const isOn = field(await event.request.formData(), 'autopilot') === 'on';
		event.locals.app.trials.setAutopilot(event.params.id, isOn);
	}
};
