import process from 'node:process';
import { build } from 'vite';

await build({ logLevel: 'warn' });
// Timers of the words' compiler would hold the process for another thirty seconds.
process.exit(0);
