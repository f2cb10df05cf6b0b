import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

/** Processor time of a process so far, in milliseconds. */
export function cpuMs(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident memory of a process now, in bytes. */
export function residentBytes(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}

/** Watches how busy the machine is with what is not ours; a run beside which others work is no measurement. */
export class ForeignLoad {
	readonly #pids: readonly number[];
	readonly #startedAt = performance.now();
	readonly #busyMs = busyMs();
	readonly #ownMs: number;

	constructor(serverPids: readonly number[]) {
		this.#pids = [process.pid, ...serverPids];
		this.#ownMs = this.#own();
	}

	/** Cores taken by others since the start, from 0 up to the number of cores. */
	cores(): number {
		const foreign = busyMs() - this.#busyMs - (this.#own() - this.#ownMs);
		return Math.max(0, foreign) / (performance.now() - this.#startedAt);
	}

	#own(): number {
		return this.#pids.reduce((sum, pid) => sum + cpuMs(pid), 0);
	}
}

function busyMs(): number {
	return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}
