import {
	FUNCTION_LENGTH_MAX,
	NAME_LENGTH_MAX,
	ORGANISATION_LENGTH_MAX,
	lengthOf
} from '#lib/domain/limits.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { Group } from '#lib/domain/vocabulary.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import { roleOf } from '../participation/participation-role.ts';
import type { JoinFields } from './join-fields.ts';

/** What can be wrong with what somebody filled in to join, per field. */
export type JoinFault =
	Rejection | 'name-empty' | 'name-too-long' | 'theme-role-missing' | 'sent-away' | 'not-saved';
type JoinField = 'name' | 'municipality' | 'organisation' | 'themeRole' | 'functionName' | 'form';
export type JoinFaults = Partial<Record<JoinField, JoinFault>>;

/** The faults that can be told before asking the rules of a worksession for this group. */
export function joinFaults(filled: JoinFields, group: Group): JoinFaults {
	const { as, organisation } = filled;
	const name = filled.name.trim();
	const faults: JoinFaults = {};
	if (name === '') faults.name = 'name-empty';
	else if (lengthOf(name) > NAME_LENGTH_MAX) faults.name = 'name-too-long';
	if (as === 'partner' && organisation.trim() === '') faults.organisation = 'organisation-missing';
	if (lengthOf(organisation.trim()) > ORGANISATION_LENGTH_MAX) faults.organisation = 'text-too-long';
	if (roleOf(filled, group) === null) faults.themeRole = 'theme-role-missing';
	if (lengthOf(filled.functionName.trim()) > FUNCTION_LENGTH_MAX) faults.functionName = 'text-too-long';
	return faults;
}

/** The field that a fault belongs to which the rules found. */
export function fieldOf(fault: JoinFault): JoinField {
	switch (fault) {
		case 'unknown-municipality':
		case 'municipalities-too-many':
			return 'municipality';
		case 'organisation-missing':
			return 'organisation';
		default:
			return 'form';
	}
}

/** What is wrong and how to mend it; undefined when nothing is. */
export function joinFaultText(field: JoinField, fault: JoinFault | undefined): string | undefined {
	switch (fault) {
		case undefined:
			return undefined;
		case 'name-empty':
			return m.join_name_empty();
		case 'name-too-long':
			return m.join_name_too_long({ max: NAME_LENGTH_MAX });
		case 'theme-role-missing':
			return m.join_theme_role_missing();
		case 'sent-away':
			return m.join_sent_away();
		case 'not-saved':
			return m.join_not_saved();
		case 'text-too-long':
			return field === 'organisation'
				? m.join_organisation_too_long({ max: ORGANISATION_LENGTH_MAX })
				: m.join_function_too_long({ max: FUNCTION_LENGTH_MAX });
		default:
			return rejectionText(fault);
	}
}
