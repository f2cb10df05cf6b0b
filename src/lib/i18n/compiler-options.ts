/**
 * How Paraglide turns the messages into typed functions. One place, because the words are compiled by Vite
 * (development, build, tests) and by `src/lib/cli/words.ts` (type check and lint on a fresh clone).
 */
export const wordsCompilerOptions = {
	project: './src/lib/i18n/project.inlang',
	outdir: './src/lib/i18n/generated',
	// The browser's preferred language is left out: a room speaks Dutch until somebody chooses otherwise.
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'waaier_language'
} satisfies { project: string; outdir: string; strategy: ('cookie' | 'baseLocale')[]; cookieName: string };
