import process from 'node:process';
import { compile } from '@inlang/paraglide-js';
import { wordsCompilerOptions } from '../i18n/compiler-options.ts';

await compile(wordsCompilerOptions);
// The compiler's own timers would hold the process for another thirty seconds.
process.exit(0);
