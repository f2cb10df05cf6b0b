import { JOIN_AS, THEME_ROLES, type JoinAs, type ThemeRole } from '../participation/participation-role.ts';

/** What the join form holds, each field empty where it was not asked. */
export interface JoinFields {
	readonly name: string;
	readonly as: JoinAs;
	readonly municipality: readonly string[];
	readonly organisation: string;
	readonly themeRole: ThemeRole;
	readonly functionName: string;
}

const MUNICIPALITY_FIELDS_MAX = 100;

/** The fields of a posted form; what is not asked of such a visitor is left out. Null for a form that ours never sends. */
export function joinFields(form: FormData): JoinFields | null {
	const as = JOIN_AS.find((known) => known === (textOf(form, 'as') || 'municipality'));
	const themeRole = THEME_ROLES.find((known) => known === textOf(form, 'themeRole'));
	if (as === undefined || themeRole === undefined) return null;
	return {
		name: textOf(form, 'name'),
		as,
		municipality: as === 'partner' ? [] : municipalitiesOf(form),
		organisation: as === 'municipality' ? '' : textOf(form, 'organisation'),
		themeRole,
		functionName: textOf(form, 'functionName')
	};
}

function municipalitiesOf(form: FormData): readonly string[] {
	const codes = form.getAll('municipality').slice(0, MUNICIPALITY_FIELDS_MAX);
	return [...new Set(codes.filter((code) => typeof code === 'string' && code !== '') as string[])];
}

function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
