import type { ProgrammeCommandType } from '#lib/domain/programme/programme-acts.ts';
import type { Account, Role, Store } from '../store/store.ts';

/** What an account may do beside leading worksessions, and which of those are its own. The one place that says so. */

/** Whether this role may see who has an account, invite people and give roles. */
export function mayManageAccounts(role: Role): boolean {
	return role === 'organiser';
}

/** Whether this role may make worksessions. A guest came for the one that they took over. */
export function mayMakeWorksessions(role: Role): boolean {
	return role === 'organiser' || role === 'facilitator';
}

/** Whether this account may give a template another name or remove it. Everybody who makes worksessions may begin with it. */
export function mayChangeTemplate(
	{ id, role }: Account,
	{ madeBy }: { readonly madeBy: string | null }
): boolean {
	return role === 'organiser' || (mayMakeWorksessions(role) && madeBy === id);
}

/** Says of any worksession whether this account may prepare, lead and read it. */
export async function reachOf(store: Store, { id, role }: Account): Promise<(sessionId: string) => boolean> {
	if (role === 'organiser') return () => true;
	const own = await store.sessionIdsOf(id);
	return (sessionId) => own.has(sessionId);
}

/** Who may do what over closed worksessions; of those, everybody only over their own. */
const PROGRAMME_ROLES: Readonly<Record<ProgrammeCommandType, readonly Role[]>> = {
	AssignCoding: ['organiser', 'facilitator'],
	AddTerm: ['organiser'],
	ChangeTerm: ['organiser'],
	EndTerm: ['organiser'],
	JudgeMatch: ['organiser', 'facilitator'],
	PlaceIdea: ['organiser'],
	StartDossier: ['organiser', 'facilitator'],
	ChangeDossier: ['organiser', 'facilitator'],
	MakeDossierLink: ['organiser', 'facilitator'],
	EndDossierLink: ['organiser', 'facilitator'],
	RemoveDossier: ['organiser', 'facilitator'],
	RestoreDossier: ['organiser', 'facilitator'],
	CountIdeaWith: ['organiser'],
	MakeAccessKey: ['organiser'],
	EndAccessKey: ['organiser'],
	RedactProgramme: ['organiser']
};

/** Whether this role may ask this of the programme. */
export function mayAskProgramme(role: Role, command: ProgrammeCommandType): boolean {
	return PROGRAMME_ROLES[command].includes(role);
}
