/** What a card gives for a title to begin with; nothing while the room may not read it, which reads titles. */
export function proposedText(
	card: { readonly text: string; readonly isHidden: boolean } | undefined
): string {
	return card && !card.isHidden ? card.text : '';
}
