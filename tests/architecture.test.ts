import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Which room may import which, besides itself: the direction table of README's map. What is not listed here stays
 * free: routes, and the command line tools, which compose.
 */
const mayImport: Record<string, string[]> = {
	domain: [],
	protocol: ['domain'],
	export: ['domain', 'protocol', 'i18n'],
	i18n: ['protocol', 'domain'],
	simulation: ['protocol', 'domain'],
	client: ['protocol', 'domain', 'i18n'],
	ui: ['client', 'protocol', 'domain', 'i18n', 'export'],
	server: ['protocol', 'domain', 'export', 'i18n', 'simulation']
};

/** The folders of ui that compose one whole page; the other folders, besides primitives, each hold one concept. */
const views = [
	'coding',
	'dossier',
	'home',
	'join',
	'participant',
	'prepare',
	'record',
	'regie',
	'screen',
	'validation'
];

/** How high a folder of ui stands: it may use the lower ones, and none beside it. */
function tierOf(folder: string): number {
	if (folder === 'primitives') return 0;
	return views.includes(folder) ? 2 : 1;
}

/**
 * What others may call of domain/visibility, each for what may be told already. The rest of that folder makes parts of views, some
 * of what is still hidden.
 */
const doors = [
	'NOBODY',
	'SOMEBODY_ELSE',
	'attendanceOf',
	'cardView',
	'closedResults',
	'heldView',
	'ownView',
	'ownerOrigin',
	'ratingsView',
	'sharedView',
	'tellsAuthors',
	'voteResults',
	'writtenFor'
];

/** The rooms whose functions give the same answer in browser and server, today and in a replay. */
const pureRooms = ['domain', 'protocol'];

/** Clock, chance, waiting and the outside world. A test's own file may use them. */
const impure: [name: string, pattern: RegExp][] = [
	['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./],
	['chance', /\bMath\.random\b|\bcrypto\./],
	['waiting', /\b(setTimeout|setInterval|setImmediate|queueMicrotask)\b/],
	['the outside', /\b(fetch|process|window|document|localStorage|console)\.|\bfetch\(/]
];

interface Source {
	/** Path from src/lib, with forward slashes. */
	file: string;
	text: string;
	imports: string[];
}

const IMPORT =
	/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function sourcesOf(room: string): Source[] {
	const folder = path.join(root, 'src', 'lib', room);
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const files = names.filter((name) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$/.test(name));
	return files.map((name) => {
		const text = withoutComments(readFileSync(path.join(folder, name), 'utf8'));
		const imports = [...text.matchAll(IMPORT)].map(([, from, bare]) => from ?? bare ?? '');
		return { file: `${room}/${name.replaceAll(path.sep, '/')}`, text, imports };
	});
}

/** The path from src/lib that an import means, or nothing when it leaves src/lib. */
function targetOf(file: string, specifier: string): string | undefined {
	if (specifier.startsWith('#lib/')) return specifier.slice('#lib/'.length);
	if (!specifier.startsWith('.')) return undefined;
	return path.posix.join(path.posix.dirname(file), specifier);
}

const roomOf = (file: string): string => file.split('/')[0] ?? '';

function wrongDirections({ file, imports }: Source): string[] {
	const room = roomOf(file);
	const targets = imports.flatMap((specifier) => targetOf(file, specifier) ?? []);
	const wrong = targets.filter(
		(target) => roomOf(target) !== room && !mayImport[room]?.includes(roomOf(target))
	);
	return wrong.map((target) => `${file} imports ${target}`);
}

describe('the direction of imports', () => {
	test.each(Object.keys(mayImport))('%s imports only the rooms it may know', (room) => {
		expect(sourcesOf(room).flatMap(wrongDirections)).toEqual([]);
	});

	test('in ui a view may use concepts, a concept only primitives, and a primitive nothing', () => {
		const folders = sourcesOf('ui').flatMap(({ file, imports }) =>
			imports.flatMap((specifier) => {
				const target = targetOf(file, specifier)?.match(/^ui\/([^/]+)\//)?.[1];
				return target === undefined ? [] : { file, own: file.split('/')[1] ?? '', target };
			})
		);
		const wrong = folders.filter(({ own, target }) => own !== target && tierOf(own) <= tierOf(target));
		expect(wrong).toEqual([]);
	});

	test('the check sees a wrong import', () => {
		const wrong: Source = {
			file: 'domain/card/cards.ts',
			text: '',
			imports: ['../../server/room.ts', '#lib/protocol/patch.ts']
		};
		expect(wrongDirections(wrong)).toEqual([
			'domain/card/cards.ts imports server/room.ts',
			'domain/card/cards.ts imports protocol/patch.ts'
		]);
	});
});

const NAMED_IMPORT = /\bimport\s*\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g;

/** What a file imports of domain/visibility, besides types. */
function callsOfVisibility({ file, text }: Source): string[] {
	if (file.startsWith('domain/visibility/')) return [];
	return [...text.matchAll(NAMED_IMPORT)].flatMap(([, names = '', specifier = '']) => {
		if (!targetOf(file, specifier)?.startsWith('domain/visibility/')) return [];
		const values = names.split(',').map((name) => name.trim());
		return values.filter((name) => name !== '' && !name.startsWith('type '));
	});
}

describe('the only way out', () => {
	test('what is hidden comes out of domain/visibility by its doors alone', () => {
		const called = Object.keys(mayImport).flatMap(sourcesOf).flatMap(callsOfVisibility);
		expect([...new Set(called)].sort()).toEqual(doors);
	});

	test('the check sees a part of a view that is made elsewhere', () => {
		const text = "import { type PutInCardView, putInViews } from '#lib/domain/visibility/put-in-view.ts';";
		expect(callsOfVisibility({ file: 'server/room.ts', text, imports: [] })).toEqual(['putInViews']);
	});
});

describe('the pure rooms', () => {
	test.each(pureRooms)('%s has no clock, chance, waiting or outside world', (room) => {
		const found = sourcesOf(room).flatMap(({ file, text }) =>
			impure.filter(([, pattern]) => pattern.test(text)).map(([name]) => `${file}: ${name}`)
		);
		expect(found).toEqual([]);
	});

	test('domain imports no package, and protocol only its schema library', () => {
		const packages = pureRooms
			.flatMap(sourcesOf)
			.flatMap(({ file, imports }) =>
				imports
					.filter((specifier) => !/^[.#]/.test(specifier))
					.map((specifier) => `${roomOf(file)}: ${specifier}`)
			);
		expect(packages.filter((use) => use !== 'protocol: valibot')).toEqual([]);
	});
});
