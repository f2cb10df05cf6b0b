import { FUNCTION_LENGTH_MAX, NAME_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';

/** What can be wrong with what somebody filled in to join, per field. */
export type JoinFault = Rejection | 'name-empty' | 'name-too-long';
export type JoinField = 'name' | 'municipality' | 'functionName' | 'form';
export type JoinFaults = Partial<Record<JoinField, JoinFault>>;

/** The faults that can be told before asking the server. Whoever works elsewhere has to say so, so that nobody forgets their municipality. */
export function joinFaults(filled: { name: string; functionName: string }): JoinFaults {
	const faults: JoinFaults = {};
	if (filled.name.trim() === '') faults.name = 'name-empty';
	else if (lengthOf(filled.name.trim()) > NAME_LENGTH_MAX) faults.name = 'name-too-long';
	if (lengthOf(filled.functionName.trim()) > FUNCTION_LENGTH_MAX) faults.functionName = 'text-too-long';
	return faults;
}

/** What is wrong and how to mend it; undefined when nothing is. */
export function joinFaultText(field: JoinField, fault: JoinFault | undefined): string | undefined {
	if (fault === undefined) return undefined;
	if (fault === 'name-empty') return m.join_name_empty();
	if (fault === 'name-too-long') return m.join_name_too_long({ max: NAME_LENGTH_MAX });
	if (field === 'functionName' && fault === 'text-too-long')
		return m.join_function_too_long({ max: FUNCTION_LENGTH_MAX });
	return rejectionText(fault);
}
