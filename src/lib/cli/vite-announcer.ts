import type { Plugin } from 'vite';

/** SvelteKit's generated root component, which holds its announcer of page changes. */
const ROOT_COMPONENT = /\/generated\/root\.svelte$/;
const INLINE_STYLE = /(<div id="svelte-announcer"[^>]*?) style="[^"]*"/;

/**
 * Takes the style attribute off SvelteKit's page announcer, so that the content policy needs no exception for inline
 * styles. The same rules stand in the app's own stylesheet, under `#svelte-announcer`.
 */
export function announcerWithoutInlineStyle(): Plugin {
	return {
		name: 'waaier-announcer',
		enforce: 'pre',
		transform: {
			filter: { id: ROOT_COMPONENT },
			handler(code) {
				if (!INLINE_STYLE.test(code))
					this.error('SvelteKit writes its announcer differently now: look at this plugin again.');
				return code.replace(INLINE_STYLE, '$1');
			}
		}
	};
}
