import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
const config = {
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		adapter: adapter(),
		typescript: {
			config: (generated) => ({
				...generated,
				include: [...generated.include, '../*.config.js', '../drizzle/*.ts']
			})
		},
		// Nonces for the two scripts of the page itself; no inline style anywhere, so a stray style attribute fails in view.
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'frame-ancestors': ['none'],
				'base-uri': ['none'],
				'object-src': ['none'],
				'form-action': ['self'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html']
			}
		}
	}
};

export default config;
