import { bareText } from '#lib/domain/compare/fold-text.ts';

/** Whether a text holds what somebody typed, whatever the case, accents or spaces; nothing typed is held by all. */
export function holdsWords(text: string, query: string): boolean {
	return bareText(text).includes(bareText(query));
}
