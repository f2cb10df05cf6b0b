import { ownView, type OwnView } from '#lib/domain/visibility/own-view.ts';
import type { People } from '#lib/domain/visibility/people.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { participationId, proofWith, type Who } from '../worksession.ts';

/** Who may come to a random day. */
export const NAMES = ['anna', 'bram', 'carla', 'driss'];

/** Bram's browser keeps no key, so it cannot post in a fully anonymous worksession. */
export const KEYLESS = 'bram';

/** Whether this browser has a key, by which its fully anonymous cards stay its own. */
export function keyOf(who: Who): string | null {
	return who === KEYLESS || who === 'facilitator' ? null : `key of ${who}`;
}

export function ownViewOf(state: Worksession, people: People, who: Who): OwnView | null {
	return who === 'facilitator' ? null : ownView(state, people, participationId(who), proofWith(keyOf(who)));
}

export function municipalCodes(isTrial: boolean): readonly string[] {
	return isTrial ? ['XX0001', 'XX0002', 'XX0003'] : ['GM0014', 'GM0363', 'GM0344'];
}
