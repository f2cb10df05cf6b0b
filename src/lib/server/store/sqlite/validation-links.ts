import { and, asc, eq, gt } from 'drizzle-orm';
import { promised } from '../promised.ts';
import type { Store, ValidationLink } from '../store.ts';
import type { Queries } from './queries.ts';
import { validationLink } from './schema.ts';

/** The links by which municipalities answer afterwards. */
export function validationLinks(
	queries: Queries,
	noteWrite: () => void
): Pick<Store, 'saveValidationLink' | 'validationLink' | 'validationLinks'> {
	const { municipality, expiresAt, sessionId, tokenHash } = validationLink;
	return {
		saveValidationLink: (link) =>
			promised(() => {
				queries.transaction(() => save(queries, link), { behavior: 'immediate' });
				noteWrite();
			}),
		validationLink: (hash, now) =>
			promised(
				() =>
					queries
						.select()
						.from(validationLink)
						.where(and(eq(tokenHash, hash), gt(expiresAt, now)))
						.get() ?? null
			),
		validationLinks: (id) =>
			promised(() =>
				queries
					.select({ municipality, expiresAt })
					.from(validationLink)
					.where(eq(sessionId, id))
					.orderBy(asc(municipality))
					.all()
			)
	};
}

function save(queries: Queries, link: ValidationLink): void {
	const { sessionId, municipality } = validationLink;
	const isSame = and(eq(sessionId, link.sessionId), eq(municipality, link.municipality));
	queries.delete(validationLink).where(isSame).run();
	queries.insert(validationLink).values(link).run();
}
