import { StartupFault } from './startup-fault.ts';

const OLDEST_MAJOR = 22;
const OLDEST_MINOR = 18;

/**
 * Node runs our TypeScript as it is from 22.18 on; before 22.14 the database's native module crashes without a word.
 * @throws StartupFault when `version` ("24.21.0") is older than 22.18
 */
export function checkNodeVersion(version: string): void {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const newEnough = major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= OLDEST_MINOR);
	if (!newEnough) throw new StartupFault('node-too-old', version);
}
