import { isVisibleItem, linkKey } from './items.ts';
import { LINKS_MAX } from './limits.ts';
import { own, without } from './keyed.ts';
import { accept, reject } from './outcome.ts';
import type { Deciders, Evolvers, NeedLink, Worksession } from './worksession.ts';
import type { Rejection } from './rejections.ts';

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

function linkFault(state: Worksession, link: NeedLink): Rejection | null {
	const needs = own(state.rounds, link.roundId);
	const bottlenecks = own(state.rounds, link.bottleneckRoundId);
	if (!needs || !bottlenecks) return 'unknown-round';
	if (needs.kind !== 'needs' || bottlenecks.kind !== 'bottlenecks') return 'not-a-need-and-a-bottleneck';
	const areVisible = isVisibleItem(needs, link.need) && isVisibleItem(bottlenecks, link.bottleneck);
	return areVisible ? null : 'unknown-item';
}
