import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant, Hall } from './contestants.ts';
import type { LightClient } from './light-client.ts';
import { cpuMs, ForeignLoad } from './machine.ts';

/** A card of 170 characters, as long as people write them: mostly 60 to 200. */
const TEXT_LENGTH = 170;
const MARK = '~'.charCodeAt(0);
const MARK_DIGITS = 6;
/** What is not seen by then is lost. */
const DELIVERY_MS_MAX = 30_000;

/** How posts fared, in the order in which they were sent; times in milliseconds. */
export interface Posts {
	/** From sending to the moment at which the last client had it. */
	readonly seenByAllMs: readonly number[];
	/** From sending to the answer for the sender. */
	readonly answeredMs: readonly number[];
	/** From the first sending to the last delivery. */
	readonly totalMs: number;
	/** Bytes of events that one client that posted nothing got per post. */
	readonly bytesPerPost: number;
	readonly serverCpuMs: number;
	/** Cores taken by work that is not part of the measurement. */
	readonly foreignCores: number;
}

interface Plan {
	readonly contestant: Contestant;
	readonly hall: Hall;
	readonly clients: readonly LightClient[];
	readonly posts: number;
	/** Hidden cards are seen by nobody, so only their answers and bytes count. */
	readonly areHidden?: boolean;
}

/** One client never posts: its bytes are what everybody receives of others. */
const LISTENER = 0;

/** Posts at a steady rate, each by another client. */
export function paced(plan: Plan & { readonly perSecond: number }): Promise<Posts> {
	return measure(plan, async (send) => {
		const startedAt = performance.now();
		const sent: Promise<void>[] = [];
		for (let index = 0; index < plan.posts; index += 1) {
			await sleep(Math.max(0, startedAt + (index * 1000) / plan.perSecond - performance.now()));
			sent.push(send(index));
		}
		await Promise.all(sent);
	});
}

/** Posts as fast as they are answered: so many are under way at any time. */
export function saturated(plan: Plan & { readonly inFlight: number }): Promise<Posts> {
	return measure(plan, async (send) => {
		let next = 0;
		const poster = async (): Promise<void> => {
			while (next < plan.posts) await send(next++);
		};
		await Promise.all(Array.from({ length: plan.inFlight }, poster));
	});
}

async function measure(
	{ contestant, hall, clients, posts, areHidden = false }: Plan,
	work: (send: (index: number) => Promise<void>) => Promise<void>
): Promise<Posts> {
	const sentAt = new Float64Array(posts);
	const answeredMs = new Array<number>(posts).fill(NaN);
	const seen = watch(contestant, clients, posts, sentAt);
	const listener = clients[LISTENER];
	const bytesBefore = listener?.bytes ?? 0;
	const load = new ForeignLoad([contestant.pid]);
	const cpuBefore = cpuMs(contestant.pid);
	const startedAt = performance.now();
	await work(async (index) => {
		const sender = clients[1 + (index % (clients.length - 1))];
		if (!sender) throw new Error('A run needs two clients at least');
		sentAt[index] = performance.now();
		await hall.post(sender, textOf(index));
		answeredMs[index] = performance.now() - (sentAt[index] ?? 0);
	});
	if (areHidden) await sleep(SETTLE_MS);
	else await seen.all();
	return {
		seenByAllMs: seen.ms,
		answeredMs,
		totalMs: performance.now() - startedAt,
		bytesPerPost: ((listener?.bytes ?? 0) - bytesBefore) / posts,
		serverCpuMs: cpuMs(contestant.pid) - cpuBefore,
		foreignCores: load.cores()
	};
}

const SETTLE_MS = 300;

/** Notes for every post when the last of all clients has seen it. */
function watch(
	{ event }: Contestant,
	clients: readonly LightClient[],
	posts: number,
	sentAt: Float64Array
): { readonly ms: readonly number[]; readonly all: () => Promise<void> } {
	const ms = new Array<number>(posts).fill(NaN);
	const missing = new Int32Array(posts).fill(clients.length);
	const done = Promise.withResolvers<void>();
	let unseen = posts;
	const first = `42["${event}"`;
	const look = (frame: Buffer): void => {
		if (frame.toString('latin1', 0, first.length) !== first) return;
		for (const index of marksIn(frame)) {
			missing[index] = (missing[index] ?? 0) - 1;
			if (missing[index] !== 0) continue;
			ms[index] = performance.now() - (sentAt[index] ?? 0);
			unseen -= 1;
			if (unseen === 0) done.resolve();
		}
	};
	for (const client of clients) client.onEvent = look;
	return {
		ms,
		async all() {
			const timer = setTimeout(
				() => done.reject(new Error('Posts were lost: not everybody saw them')),
				DELIVERY_MS_MAX
			);
			await done.promise.finally(() => clearTimeout(timer));
		}
	};
}

function textOf(index: number): string {
	const mark = `~${String(index).padStart(MARK_DIGITS, '0')}~`;
	return mark.padEnd(TEXT_LENGTH, ' systemen praten niet met elkaar');
}

/** The numbers of the posts in a frame; one frame may hold many. */
function marksIn(frame: Buffer): readonly number[] {
	const marks: number[] = [];
	for (let at = frame.indexOf(MARK); at >= 0; at = frame.indexOf(MARK, at + MARK_DIGITS + 2))
		marks.push(Number(frame.toString('latin1', at + 1, at + 1 + MARK_DIGITS)));
	return marks;
}
