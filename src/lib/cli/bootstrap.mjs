// @ts-check
/**
 * Makes a fresh clone ready, step by step and only where something changed: `bootstrap.mjs install words build browser`.
 * No dependencies and no syntax beyond Node 18, because it runs before anything is installed, on the machine's own Node.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { systemBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const inRoot = (/** @type {string[]} */ ...parts) => path.join(root, ...parts);
const isWindows = process.platform === 'win32';

const INSTALLED_STAMP = inRoot('node_modules', '.waaier-installed');
const BUILT_STAMP = inRoot('build', '.waaier-built');
/** What a build is made of; a change in any of these makes the next start build again. */
const BUILD_SOURCES = [
	'src',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package-lock.json'
];
const NOT_A_BUILD_SOURCE = /(\.test\.ts|\.md|[/\\]generated)$/;

/** A failure with a sentence for the person at the terminal instead of a trace. */
class BootstrapFailure extends Error {}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} failure what to say when it does not succeed
 */
function run(command, args, failure) {
	const viaShell = isWindows && !command.endsWith('.exe');
	const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: viaShell });
	if (status !== 0) throw new BootstrapFailure(failure);
}

/** The Node 24 that the packages bring, else the one at work now. */
function projectNode() {
	const platform = `${isWindows ? 'win' : process.platform}-${process.arch}`;
	const bundled = inRoot('node_modules', `node-${platform}`, 'bin', isWindows ? 'node.exe' : 'node');
	if (existsSync(bundled)) return bundled;
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
	throw new BootstrapFailure(
		`Waaier heeft op deze computer Node 24 nodig; dit is ${process.versions.node}. / Waaier needs Node 24 on this computer; this is ${process.versions.node}.`
	);
}

/** @param {string} stamp */
const stampOf = (stamp) => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : '');

function lockfileHash() {
	const hash = createHash('sha256').update(readFileSync(inRoot('package-lock.json')));
	return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

function install() {
	if (stampOf(INSTALLED_STAMP) === lockfileHash()) return;
	process.stderr.write('Pakketten installeren … / Installing packages …\n');
	run(
		'npm',
		['ci', '--loglevel=error', '--no-audit', '--no-fund'],
		'Het installeren van de pakketten is niet gelukt. / Installing the packages failed.'
	);
	writeFileSync(INSTALLED_STAMP, lockfileHash());
}

/** Typed words and SvelteKit's generated types: what type check and lint read besides the sources. */
function words() {
	const failure = 'Het maken van de getypeerde teksten is niet gelukt. / Compiling the words failed.';
	run(projectNode(), [inRoot('src', 'lib', 'cli', 'words.ts')], failure);
	run(projectNode(), [inRoot('node_modules', '@sveltejs', 'kit', 'svelte-kit.js'), 'sync'], failure);
}

/**
 * @param {string} where
 * @returns {string[]} every file below, sorted
 */
function filesBelow(where) {
	if (NOT_A_BUILD_SOURCE.test(where) || !existsSync(where)) return [];
	try {
		const names = readdirSync(where).sort();
		return names.flatMap((name) => filesBelow(path.join(where, name)));
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [where];
		throw error;
	}
}

function sourcesHash() {
	const hash = createHash('sha256');
	for (const file of BUILD_SOURCES.flatMap((source) => filesBelow(inRoot(source)))) {
		hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

function build() {
	const wanted = sourcesHash();
	if (stampOf(BUILT_STAMP) === wanted) return;
	process.stderr.write('Waaier bouwen … / Building Waaier …\n');
	run(
		projectNode(),
		[inRoot('src', 'lib', 'cli', 'build.ts')],
		'Het bouwen is niet gelukt. / The build failed.'
	);
	mkdirSync(path.dirname(BUILT_STAMP), { recursive: true });
	writeFileSync(BUILT_STAMP, wanted);
}

/** @param {string} command */
const succeeds = (command) => spawnSync('sh', ['-c', command], { stdio: ['ignore', 2, 2] }).status === 0;

function browser() {
	if (systemBrowser() !== undefined) return;
	process.stderr.write('Browser voor de tests zoeken … / Looking for a browser for the tests …\n');
	const mayUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	const apt = (/** @type {string} */ name) => succeeds(`apt-get install -y -qq ${name} >&2`);
	if (mayUseApt && succeeds('apt-get update -qq') && (apt('chromium-headless-shell') || apt('chromium')))
		return;
	run(
		projectNode(),
		[inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'],
		'Er is geen browser voor de tests. Zet CHROMIUM_PATH. / There is no browser for the tests. Set CHROMIUM_PATH.'
	);
}

const steps = new Map([
	['install', install],
	['words', words],
	['build', build],
	['browser', browser]
]);

try {
	for (const name of process.argv.slice(2)) {
		const step = steps.get(name);
		if (step === undefined) throw new BootstrapFailure(`Unknown step: ${name}`);
		step();
	}
} catch (error) {
	if (!(error instanceof BootstrapFailure)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
