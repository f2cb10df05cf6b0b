import type { Attachment } from 'svelte/attachments';

/**
 * Sets custom properties such as `--m` in the browser, with `{@attach cssVars({ '--m': minutes })}`.
 * A `style` attribute from the server is refused by the content security policy; CSSOM is not.
 */
export function cssVars(variables: Record<`--${string}`, string | number>): Attachment<HTMLElement> {
	return (element) => {
		for (const [name, value] of Object.entries(variables)) element.style.setProperty(name, String(value));
	};
}
