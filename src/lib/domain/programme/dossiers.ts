import { own, type Keyed } from '../keyed.ts';
import { accept, reject } from '../outcome.ts';
import { dossierFault, NO_DOSSIER_FACTS, resultOf, type DossierFacts } from './dossier-facts.ts';
import type { Programme, ProgrammeDeciders, ProgrammeEvolvers } from './programme.ts';

/**
 * Dossiers of practice examples. A dossier is the programme's and not a worksession's: it keeps its identity over sessions, and is filled by
 * whoever is signed in or has its link.
 */
export interface Dossier {
	readonly id: string;
	readonly facts: DossierFacts;
	/** One more with every change. */
	readonly version: number;
	/** Epoch milliseconds. */
	readonly changedAt: number;
	/** Id of the account, or that it was by its link; see `BY_LINK`. */
	readonly changedBy: string;
	/** The link by which it is filled without an account; null while there is none. */
	readonly link: DossierLink | null;
	/** How many links there have been: an older one opens nothing. */
	readonly links: number;
	/** Taken away, and to be brought back. */
	readonly isRemoved: boolean;
}

interface DossierLink {
	/** Epoch milliseconds. */
	readonly expiresAt: number;
}

export type Dossiers = Keyed<Dossier>;

/** More than any programme reads. */
const DOSSIERS_MAX = 500;
/** Long enough to fill it before the day, whenever that was planned. */
export const DOSSIER_LINK_MS = 60 * 24 * 60 * 60 * 1000;

type DossierCommand =
	| 'StartDossier'
	| 'ChangeDossier'
	| 'MakeDossierLink'
	| 'EndDossierLink'
	| 'RemoveDossier'
	| 'RestoreDossier';

export const dossierDeciders: ProgrammeDeciders<DossierCommand> = {
	StartDossier({ dossiers }, { dossierId, name, theme, municipalities }, { day }) {
		if (own(dossiers, dossierId)) return reject('unknown-dossier');
		if (Object.values(dossiers).length >= DOSSIERS_MAX) return reject('dossiers-full');
		const facts = { name: name.trim(), municipalities };
		const fault = dossierFault(facts, day);
		if (fault) return reject(fault);
		return accept([{ type: 'DossierStarted', dossierId, facts: { ...facts, theme } }]);
	},

	ChangeDossier({ dossiers }, { dossierId, changes, from }, { day }) {
		const dossier = presentDossier(dossiers, dossierId);
		if (!dossier) return reject('unknown-dossier');
		const fault = dossierFault(changes, day);
		if (fault) return reject(fault);
		const parts = Object.keys(changes) as readonly (keyof DossierFacts)[];
		const changed = parts.filter((part) => !isSamePart(changes[part], dossier.facts[part]));
		if (from && changed.some((part) => !isSamePart(from[part], dossier.facts[part])))
			return reject('dossier-part-changed');
		return accept(changed.length === 0 ? [] : [{ type: 'DossierChanged', dossierId, changes }]);
	},

	MakeDossierLink({ dossiers }, { dossierId }, { now }) {
		if (!presentDossier(dossiers, dossierId)) return reject('unknown-dossier');
		return accept([{ type: 'DossierLinkMade', dossierId, expiresAt: now + DOSSIER_LINK_MS }]);
	},

	EndDossierLink({ dossiers }, { dossierId }) {
		const dossier = presentDossier(dossiers, dossierId);
		if (!dossier) return reject('unknown-dossier');
		return accept(dossier.link ? [{ type: 'DossierLinkEnded', dossierId }] : []);
	},

	RemoveDossier({ dossiers }, { dossierId }) {
		return accept(presentDossier(dossiers, dossierId) ? [{ type: 'DossierRemoved', dossierId }] : []);
	},

	RestoreDossier({ dossiers }, { dossierId }) {
		const dossier = own(dossiers, dossierId);
		if (!dossier) return reject('unknown-dossier');
		return accept(dossier.isRemoved ? [{ type: 'DossierRestored', dossierId }] : []);
	}
};

export const dossierEvolvers: ProgrammeEvolvers<
	| 'DossierStarted'
	| 'DossierChanged'
	| 'DossierLinkMade'
	| 'DossierLinkEnded'
	| 'DossierRemoved'
	| 'DossierRestored'
> = {
	DossierStarted: (programme, { dossierId, facts }, { at, by }) =>
		withDossier(programme, {
			id: dossierId,
			facts: { ...NO_DOSSIER_FACTS, ...facts },
			version: 1,
			changedAt: at,
			changedBy: by,
			link: null,
			links: 0,
			isRemoved: false
		}),
	DossierChanged: (programme, { dossierId, changes }, { at, by }) =>
		changed(programme, dossierId, (dossier) => ({
			facts: {
				...dossier.facts,
				...changes,
				...(changes.results && { results: changes.results.map(resultOf) })
			},
			version: dossier.version + 1,
			changedAt: at,
			changedBy: by
		})),
	DossierLinkMade: (programme, { dossierId, expiresAt }) =>
		changed(programme, dossierId, ({ links }) => ({ link: { expiresAt }, links: links + 1 })),
	DossierLinkEnded: (programme, { dossierId }) => changed(programme, dossierId, () => ({ link: null })),
	DossierRemoved: (programme, { dossierId }) =>
		changed(programme, dossierId, () => ({ isRemoved: true, link: null })),
	DossierRestored: (programme, { dossierId }) => changed(programme, dossierId, () => ({ isRemoved: false }))
};

/** The dossier, unless it was taken away. */
export function presentDossier(dossiers: Dossiers, dossierId: string): Dossier | undefined {
	const dossier = own(dossiers, dossierId);
	return dossier?.isRemoved ? undefined : dossier;
}

/** Those that were not taken away, by name. */
export function presentDossiers(dossiers: Dossiers): readonly Dossier[] {
	return Object.values(dossiers)
		.filter(({ isRemoved }) => !isRemoved)
		.sort((a, b) => (a.facts.name < b.facts.name ? -1 : 1));
}

function isSamePart(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

function withDossier(programme: Programme, dossier: Dossier): Programme {
	return { ...programme, dossiers: { ...programme.dossiers, [dossier.id]: dossier } };
}

function changed(
	programme: Programme,
	dossierId: string,
	change: (dossier: Dossier) => Partial<Dossier>
): Programme {
	const dossier = own(programme.dossiers, dossierId);
	return dossier ? withDossier(programme, { ...dossier, ...change(dossier) }) : programme;
}
