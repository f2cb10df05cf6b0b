/**
 * Lets a text area grow with its text where the browser does not know `field-sizing` yet.
 * Give it to `{@attach}` in a function that reads the text, so that it runs again when the text changes.
 */
export function growToText(area: HTMLTextAreaElement): void {
	if (CSS.supports('field-sizing', 'content')) return;
	area.style.height = 'auto';
	area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
