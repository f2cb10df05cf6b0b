import type { RequestEvent } from '@sveltejs/kit';
import { candidatesOf, choiceReach, rolesOf } from '#lib/domain/compare/candidates.ts';
import { compared } from './compared.ts';

/** The product ideas that whoever asks may read, on their way to a choice. */
export async function choiceOf(event: Pick<RequestEvent, 'cookies' | 'locals' | 'url'>) {
	const { account, programme, records, day } = await compared(event);
	const { programmeDesk, system } = event.locals.app;
	const candidates = candidatesOf(records, await programmeDesk.programme(), day);
	return {
		account,
		programme,
		now: system.now(),
		sessions: records.length,
		all: rolesOf(records, day),
		candidates,
		reach: choiceReach(records, candidates, day)
	};
}
