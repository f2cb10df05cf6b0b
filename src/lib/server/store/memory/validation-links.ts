import { promised } from '../promised.ts';
import type { Store } from '../store.ts';
import type { KeptById } from './kept.ts';

/** The links by which municipalities answer afterwards. */
export function memoryValidationLinks(
	kept: KeptById
): Pick<Store, 'saveValidationLink' | 'validationLink' | 'validationLinks'> {
	const all = () => [...kept.values()].flatMap(({ validationLinks }) => [...validationLinks.values()]);
	return {
		saveValidationLink: (link) =>
			promised(() => {
				const session = kept.get(link.sessionId);
				if (!session) throw new Error('A link needs its worksession');
				session.validationLinks.set(link.municipality, { ...link });
			}),
		validationLink: (hash, now) =>
			promised(() => all().find((link) => link.tokenHash === hash && link.expiresAt > now) ?? null),
		validationLinks: (sessionId) =>
			promised(() =>
				[...(kept.get(sessionId)?.validationLinks.values() ?? [])]
					.map(({ municipality, expiresAt }) => ({ municipality, expiresAt }))
					.sort((a, b) => (a.municipality < b.municipality ? -1 : 1))
			)
	};
}
