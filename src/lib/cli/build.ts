import process from 'node:process';
import { build } from 'vite';

await build({ logLevel: 'error' });
// Timers of the words' compiler would hold the process for another thirty seconds.
process.exit(0);
