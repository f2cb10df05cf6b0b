import { postAction } from '#lib/client/post-action.ts';
import { TITLE_LENGTH_MAX } from '#lib/domain/limits.ts';
import type { Outline } from '#lib/domain/day/template.ts';
import type { Group, RoundKind } from '#lib/domain/vocabulary.ts';
import { groupName, roundName } from '#lib/i18n/names.ts';
import { formatList, m } from '#lib/i18n/words.ts';

/** A day that somebody kept to use again. */
export interface KeptTemplate extends Outline {
	readonly id: string;
	readonly name: string;
	/** Epoch ms. */
	readonly createdAt: number;
	/** Whether whoever looks may give it another name or remove it. */
	readonly mayChange: boolean;
}

type TemplateFault =
	'name-empty' | 'name-too-long' | 'name-taken' | 'templates-full' | 'unknown-template' | 'not-your-template';

/** A sentence for what an action with templates refused; null stands for what nobody knows. */
function faultText(fault: TemplateFault | null): string {
	switch (fault) {
		case 'name-empty':
			return m.home_template_fault_empty();
		case 'name-too-long':
			return m.home_template_fault_long({ max: TITLE_LENGTH_MAX });
		case 'name-taken':
			return m.home_template_fault_taken();
		case 'templates-full':
			return m.home_template_fault_full();
		case 'unknown-template':
			return m.home_template_fault_unknown();
		case 'not-your-template':
			return m.home_template_fault_not_yours();
		case null:
			return m.home_template_fault_other();
	}
}

/** What stands on the programme's own day; a mixed day follows the followers. */
export function standardName(group: Group): string {
	return m.home_template_standard({ group: groupName(group === 'frontrunner' ? group : 'follower') });
}

/** "Proces, Knelpunten en Behoeften" */
export function roundsText(kinds: readonly RoundKind[]): string {
	return formatList(kinds.map(roundName));
}

/** Asks something of the templates of the programme; gives why it was refused, or undefined when it was done. */
export async function askTemplates(
	action: 'keepTemplate' | 'renameTemplate' | 'removeTemplate',
	fields: Readonly<Record<string, string>>
): Promise<string | undefined> {
	const posted = await postAction<undefined, { fault: TemplateFault }>(`/sessies?/${action}`, fields);
	if (posted.type === 'success') return undefined;
	return faultText(posted.type === 'refused' ? posted.data.fault : null);
}
