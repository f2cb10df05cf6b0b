import type { ItemRef, NeedLink } from './item.ts';
import { isVisibleItem, linkKey } from './items.ts';
import { LINKS_MAX } from '../limits.ts';
import { own, without } from '../keyed.ts';
import { accept, reject } from '../outcome.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';
import type { Rejection } from '../rejections.ts';

/** Which needs solve which bottlenecks: the chain that the record and the choice rest on. */

type LinkCommand = 'LinkNeed' | 'UnlinkNeed';
type LinkEvent = 'NeedLinked' | 'NeedUnlinked';

export const linkDeciders: Deciders<LinkCommand> = {
	LinkNeed(state, { type: _, ...link }) {
		const fault = linkFault(state, link);
		if (fault) return reject(fault);
		if (own(state.links, linkKey(link))) return accept([]);
		if (Object.keys(state.links).length >= LINKS_MAX) return reject('links-full');
		return accept([{ type: 'NeedLinked', ...link }]);
	},

	UnlinkNeed(state, { type: _, ...link }) {
		return accept(own(state.links, linkKey(link)) ? [{ type: 'NeedUnlinked', ...link }] : []);
	}
};

export const linkEvolvers: Evolvers<LinkEvent> = {
	NeedLinked: (state, { type: _, ...link }) => ({
		...state,
		links: { ...state.links, [linkKey(link)]: link }
	}),
	NeedUnlinked: (state, link) => ({ ...state, links: without(state.links, linkKey(link)) })
};

/** Why this link cannot be made; null when it can. `isThere` tells which items there are to link. */
export function linkFault(
	state: Worksession,
	link: NeedLink,
	isThere = (item: ItemRef, round: Round) => isVisibleItem(round, item)
): Rejection | null {
	const needs = own(state.rounds, link.roundId);
	const bottlenecks = own(state.rounds, link.bottleneckRoundId);
	if (!needs || !bottlenecks) return 'unknown-round';
	if (needs.kind !== 'needs' || bottlenecks.kind !== 'bottlenecks') return 'not-a-need-and-a-bottleneck';
	const areVisible = isThere(link.need, needs) && isThere(link.bottleneck, bottlenecks);
	return areVisible ? null : 'unknown-item';
}
