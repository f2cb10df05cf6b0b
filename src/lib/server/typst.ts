import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Compile, Compiled } from '#lib/export/document/pdf.ts';

/** Longer than the largest record takes on a slow machine; beyond it something is wrong, and others wait. */
const COMPILE_MS_MAX = 60_000;

/** CommonJS, run beside the server: a long document would hold up everybody in a live room. */
const BESIDE = `
const { parentPort, workerData } = require('node:worker_threads');
const { NodeCompiler } = require(workerData.compiler);
const compiler = NodeCompiler.create();
try {
	const made = compiler.compile({ mainFileContent: workerData.template, inputs: { document: workerData.data } });
	if (!made.result) parentPort.postMessage({ fault: JSON.stringify(made.takeError()?.shortDiagnostics ?? []) });
	else parentPort.postMessage({ pdf: compiler.pdf(made.result, { pdfStandard: 'ua-1' }) });
} catch (error) {
	parentPort.postMessage({ fault: String(error.message) });
} finally {
	// What it remembers outlives this thread, and would outlive a redaction.
	compiler.evictCache(0);
}
`;

/** One for each kind of machine for which the compiler that holds to PDF/UA is published; the one of this machine is installed. */
const COMPILERS = [
	'@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
	'@myriaddreamin/typst-ts-node-compiler-linux-x64-musl'
];

/** Where the compiler of this machine is; null on a kind of machine that has none. */
function compilerHere(): string | null {
	const { resolve } = createRequire(import.meta.url);
	for (const name of COMPILERS) {
		try {
			return resolve(name);
		} catch {
			continue;
		}
	}
	return null;
}

/** Whether PDF files can be made on this kind of machine. Word, printing and the other files work everywhere. */
export const makesPdf = compilerHere() !== null;

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a PDF of a Typst template and its data, one at a time. A fault is told in the compiler's own words.
 * @throws Error where the compiler is missing on this kind of machine, or takes too long.
 */
export const compileTypst: Compile = (template, data) => {
	const made = last.then(() => compiledBeside(template, data));
	last = made.catch(() => undefined);
	return made;
};

function compiledBeside(template: string, data: string): Promise<Compiled> {
	const compiler = compilerHere();
	if (compiler === null)
		return Promise.reject(new Error('no compiler of PDF files for this kind of machine'));
	const worker = new Worker(BESIDE, { eval: true, workerData: { compiler, template, data } });
	return new Promise<Compiled>((resolve, reject) => {
		const tooLong = setTimeout(() => {
			reject(new Error('the PDF takes too long to make'));
		}, COMPILE_MS_MAX);
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', () => {
			clearTimeout(tooLong);
			reject(new Error('the compiler of PDF files stopped'));
		});
	}).finally(() => worker.terminate());
}
