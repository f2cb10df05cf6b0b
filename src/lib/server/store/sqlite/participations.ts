import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { promised } from '../promised.ts';
import type { Merge, NewPerson, Store } from '../store.ts';
import type { Queries } from './queries.ts';
import { deviceLink, participationToken, person } from './schema.ts';

type Participations = Pick<
	Store,
	'people' | 'participationByToken' | 'addDeviceLink' | 'deviceLinkOwner' | 'useDeviceLink'
>;

/** Who joined, and the secrets by which their devices come in. */
export function participations(queries: Queries, noteWrite: () => void): Participations {
	const byToken = queries
		.select({ sessionId: participationToken.sessionId, participationId: participationToken.participationId })
		.from(participationToken)
		.where(eq(participationToken.tokenHash, sql.placeholder('tokenHash')))
		.prepare();

	return {
		people: (sessionId) =>
			promised(() =>
				queries
					.select({ participationId: person.participationId, name: person.name })
					.from(person)
					.where(eq(person.sessionId, sessionId))
					.orderBy(asc(sql`rowid`))
					.all()
			),
		participationByToken: (tokenHash) => promised(() => byToken.get({ tokenHash }) ?? null),
		addDeviceLink: (link) =>
			promised(() => {
				queries.insert(deviceLink).values(link).run();
				noteWrite();
			}),
		deviceLinkOwner: (linkHash, now) =>
			promised(() => {
				const { sessionId, participationId } = deviceLink;
				const isValid = worksAt(linkHash, now);
				return queries.select({ sessionId, participationId }).from(deviceLink).where(isValid).get() ?? null;
			}),
		useDeviceLink: (linkHash, tokenHash, now) =>
			promised(() => {
				const key = useDeviceLink(queries, linkHash, tokenHash, now);
				noteWrite();
				return key;
			})
	};
}

function worksAt(linkHash: string, now: number) {
	return and(eq(deviceLink.tokenHash, linkHash), gt(deviceLink.expiresAt, now));
}

/** Removing the link is using it: of two that come at once, one statement finds the row. */
function useDeviceLink(queries: Queries, linkHash: string, tokenHash: string, now: number) {
	return queries.transaction(
		(tx) => {
			const { sessionId, participationId } = deviceLink;
			const key = tx
				.delete(deviceLink)
				.where(worksAt(linkHash, now))
				.returning({ sessionId, participationId })
				.get();
			if (!key) return null;
			tx.insert(participationToken)
				.values({ tokenHash, ...key })
				.run();
			return key;
		},
		{ behavior: 'immediate' }
	);
}

/** What an append writes about people, to be called inside its transaction. */
interface ParticipationWrites {
	add(sessionId: string, newPerson: NewPerson): void;
	merge(sessionId: string, merge: Merge): void;
}

export function participationWrites(queries: Queries): ParticipationWrites {
	const ofParticipation = (
		table: typeof participationToken | typeof deviceLink,
		sessionId: string,
		id: string
	) => and(eq(table.sessionId, sessionId), eq(table.participationId, id));

	return {
		add: (sessionId, { participationId, name, tokenHash }) => {
			queries.insert(person).values({ participationId, sessionId, name }).run();
			if (tokenHash !== null)
				queries.insert(participationToken).values({ tokenHash, participationId, sessionId }).run();
		},
		merge: (sessionId, { from, into }) => {
			for (const table of [participationToken, deviceLink])
				queries
					.update(table)
					.set({ participationId: into })
					.where(ofParticipation(table, sessionId, from))
					.run();
			queries
				.delete(person)
				.where(and(eq(person.sessionId, sessionId), eq(person.participationId, from)))
				.run();
		}
	};
}
