import { promised } from '../promised.ts';
import type { Append, Store } from '../store.ts';
import { addNew } from './add-new.ts';
import type { Kept, KeptById } from './kept.ts';

type Participations = Pick<
	Store,
	'people' | 'participationByToken' | 'addDeviceLink' | 'deviceLinkOwner' | 'useDeviceLink'
>;

/** Who joined, and the secrets by which their devices come in. */
export function memoryParticipations(kept: KeptById): Participations {
	const holding = (hash: string, which: 'tokens' | 'deviceLinks') =>
		[...kept.values()].find((session) => session[which].has(hash));

	const working = (hash: string, now: number) => {
		const session = holding(hash, 'deviceLinks');
		const link = session?.deviceLinks.get(hash);
		return session && link && link.expiresAt > now
			? { session, participationId: link.participationId }
			: null;
	};

	return {
		people: (sessionId) =>
			promised(() => (kept.get(sessionId)?.people ?? []).map((person) => ({ ...person }))),
		participationByToken: (tokenHash) =>
			promised(() => {
				const session = holding(tokenHash, 'tokens');
				const participationId = session?.tokens.get(tokenHash);
				return session && participationId !== undefined ? { sessionId: session.id, participationId } : null;
			}),
		addDeviceLink: ({ tokenHash, sessionId, participationId, expiresAt }) =>
			promised(() => {
				const session = kept.get(sessionId);
				if (!session) throw new Error('A device link belongs to a worksession');
				addNew(session.deviceLinks, tokenHash, { participationId, expiresAt });
			}),
		deviceLinkOwner: (linkHash, now) =>
			promised(() => {
				const link = working(linkHash, now);
				return link && { sessionId: link.session.id, participationId: link.participationId };
			}),
		useDeviceLink: (linkHash, tokenHash, now) =>
			promised(() => {
				const link = working(linkHash, now);
				if (!link) return null;
				if (holding(tokenHash, 'tokens')) throw new Error('This id or token is in use already');
				const { session, participationId } = link;
				session.deviceLinks.delete(linkHash);
				session.tokens.set(tokenHash, participationId);
				return { sessionId: session.id, participationId };
			})
	};
}

/** What an append writes about people. */
export function writePeople(session: Kept, { people, merged }: Append): void {
	for (const { participationId, name, tokenHash } of people) {
		session.people.push({ participationId, name });
		if (tokenHash !== null) session.tokens.set(tokenHash, participationId);
	}
	for (const { from, into } of merged) {
		for (const [hash, owner] of session.tokens) if (owner === from) session.tokens.set(hash, into);
		for (const [hash, link] of session.deviceLinks)
			if (link.participationId === from) session.deviceLinks.set(hash, { ...link, participationId: into });
		session.people = session.people.filter(({ participationId }) => participationId !== from);
	}
}
