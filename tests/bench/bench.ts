import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startReference, startWaaier, type Contestant, type Hall } from './contestants.ts';
import type { LightClient } from './light-client.ts';
import { residentBytes } from './machine.ts';
import { paced, saturated, type Posts } from './runs.ts';
import { median, quantile } from './statistics.ts';
import { table, type Row } from './table.ts';

/**
 * Our path beside bare socket.io, alternating in one run (A B A B), servers and load generator in processes of their own. Every
 * figure is a ratio or stands beside its reference; pairs beside which other work took the machine are dropped, and said so.
 *
 *   node tests/bench/bench.ts [--json FILE] [--pairs N] [--posts N] [--people 50,100,500] [--short]
 */

const { values } = parseArgs({
	options: {
		json: { type: 'string' },
		pairs: { type: 'string' },
		posts: { type: 'string' },
		people: { type: 'string' },
		short: { type: 'boolean', default: false }
	}
});

const PAIRS = Number(values.pairs ?? (values.short ? 1 : 3));
const POSTS = Number(values.posts ?? (values.short ? 20 : 100));
const PEOPLE = (values.people ?? (values.short ? '20' : '50,100,500')).split(',').map(Number);
const SATURATION_PEOPLE = values.short ? 20 : 200;
const SATURATION_POSTS = values.short ? 200 : 1500;
const STEADY_PEOPLE = values.short ? 10 : 50;
const IDLE_PEOPLE = values.short ? 20 : 300;
const PER_SECOND = 20;
const HIDDEN_POSTS = 20;
const WARM_UP_POSTS = 10;
/** Posts at the begin and at the end of a long run, of which the processor time is compared. */
const CPU_POSTS = values.short ? 50 : 300;
/** A memory figure is read when the garbage of connecting has had time to go. */
const SETTLE_MS = values.short ? 200 : 3000;
/** More than this of a core taken by others disturbs a pair. */
const FOREIGN_CORES_MAX = 0.3;

type Duel<T> = { readonly reference: T; readonly waaier: T };

interface Pairs {
	readonly kept: readonly Duel<Posts>[];
	/** How many pairs were disturbed; when all were, they are all kept, and the table says so. */
	readonly disturbed: number;
}

async function each<T>(make: (contestant: Contestant) => Promise<T>): Promise<Duel<T>> {
	return { reference: await make(reference), waaier: await make(waaier) };
}

function undisturbed(all: readonly Duel<Posts>[]): Pairs {
	const isCalm = ({ reference, waaier }: Duel<Posts>) =>
		Math.max(reference.foreignCores, waaier.foreignCores) <= FOREIGN_CORES_MAX;
	const calm = all.filter(isCalm);
	return { kept: calm.length > 0 ? calm : all, disturbed: all.length - calm.length };
}

interface Room {
	readonly hall: Hall;
	readonly clients: readonly LightClient[];
}

async function fullRoom(contestant: Contestant, people: number): Promise<Room> {
	const hall = await contestant.hall(people);
	return { hall, clients: await hall.enter() };
}

interface Latency {
	readonly people: number;
	readonly hiddenBytes: Duel<number>;
	readonly joinBytes: number;
	readonly pairs: Pairs;
}

/** Steady posting before N people, reference and ours in turn. */
async function latency(people: number): Promise<Latency> {
	const rooms = await each((contestant) => fullRoom(contestant, people));
	await sleep(SETTLE_MS / 3);
	const joinBytes = median(rooms.waaier.clients.map(({ bytes }) => bytes));
	const run = (contestant: Contestant, posts: number, areHidden: boolean) =>
		paced({ contestant, ...rooms[contestant.name], posts, areHidden, perSecond: PER_SECOND });
	const hidden = await run(waaier, HIDDEN_POSTS, true);
	await each(({ name }) => rooms[name].hall.share());
	const warm = await each((contestant) => run(contestant, WARM_UP_POSTS, false));
	const duels: Duel<Posts>[] = [];
	for (let pair = 0; pair < PAIRS; pair += 1)
		duels.push(await each((contestant) => run(contestant, POSTS, false)));
	await each(({ name }) => Promise.resolve(rooms[name].hall.leave()));
	const hiddenBytes = { reference: warm.reference.bytesPerPost, waaier: hidden.bytesPerPost };
	return { people, hiddenBytes, joinBytes, pairs: undisturbed(duels) };
}

/** As many posts as it takes, with as many under way as there are people. */
async function saturation(): Promise<Pairs> {
	const duels: Duel<Posts>[] = [];
	for (let pair = 0; pair < PAIRS; pair += 1)
		duels.push(
			await each(async (contestant) => {
				const { hall, clients } = await fullRoom(contestant, SATURATION_PEOPLE);
				await hall.share();
				const posts = SATURATION_POSTS;
				const result = await saturated({ contestant, hall, clients, posts, inFlight: SATURATION_PEOPLE });
				hall.leave();
				return result;
			})
		);
	return undisturbed(duels);
}

/** Microseconds of processor time that a command costs us beyond what the reference spends, with few cards and with many. */
async function cpuPerCommand(): Promise<{ readonly few: number; readonly many: number }> {
	const costs = await each(async (contestant) => {
		const { hall, clients } = await fullRoom(contestant, STEADY_PEOPLE);
		await hall.share();
		const run = (posts: number) => saturated({ contestant, hall, clients, posts, inFlight: 1 });
		await run(WARM_UP_POSTS);
		const few = await run(CPU_POSTS);
		if (!values.short) await run(SATURATION_POSTS - 2 * CPU_POSTS);
		const many = await run(CPU_POSTS);
		hall.leave();
		return { few: few.serverCpuMs, many: many.serverCpuMs };
	});
	const perCommand = (part: 'few' | 'many') =>
		((costs.waaier[part] - costs.reference[part]) / CPU_POSTS) * 1000;
	return { few: perCommand('few'), many: perCommand('many') };
}

interface Memory {
	/** Bytes per connected person who does nothing. The first crowd pays for what later ones reuse. */
	readonly perPerson: number;
	/** Bytes of the whole process with both crowds. */
	readonly whole: number;
}

function memory(): Promise<Duel<Memory>> {
	return each(async (contestant) => {
		const first = await fullRoom(contestant, IDLE_PEOPLE);
		await sleep(SETTLE_MS);
		const hall = await contestant.hall(IDLE_PEOPLE);
		await sleep(SETTLE_MS);
		const before = residentBytes(contestant.pid);
		await hall.enter();
		await sleep(SETTLE_MS);
		const after = residentBytes(contestant.pid);
		hall.leave();
		first.hall.leave();
		return { perPerson: (after - before) / IDLE_PEOPLE, whole: after };
	});
}

const reference = await startReference();
const waaier = await startWaaier();
const startedAt = performance.now();
try {
	const idle = await memory();
	const latencies: Latency[] = [];
	for (const people of PEOPLE) latencies.push(await latency(people));
	const saturations = await saturation();
	const cpu = await cpuPerCommand();
	const rows = [
		...latencies.flatMap(latencyRows),
		saturationRow(saturations),
		...cpuRows(cpu),
		...memoryRows(idle),
		...byteRows(latencies),
		...notMeasured()
	];
	const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '' };
	const sizes = { pairs: PAIRS, postsPerRun: POSTS, perSecond: PER_SECOND };
	const seconds = Math.round((performance.now() - startedAt) / 1000);
	process.stdout.write(table(rows, { ...machine, ...sizes, seconds }));
	if (values.json !== undefined) {
		const figures = { machine, sizes, seconds, rows, latencies, saturations, cpu, idle };
		writeFileSync(values.json, `${JSON.stringify(figures, null, '\t')}\n`);
	}
} finally {
	await each((contestant) => contestant.stop());
}

function latencyRows({ people, pairs }: Latency): readonly Row[] {
	const row = (name: string, part: number, ratioMax: number): Row => {
		const ours = median(pairs.kept.map((duel) => quantile(duel.waaier.seenByAllMs, part)));
		const theirs = median(pairs.kept.map((duel) => quantile(duel.reference.seenByAllMs, part)));
		const ratio = median(
			pairs.kept.map(
				(duel) => quantile(duel.waaier.seenByAllMs, part) / quantile(duel.reference.seenByAllMs, part)
			)
		);
		const isSmall = people <= 50;
		return {
			id: 'T1',
			what: `post → last of ${people}, ${name}`,
			reference: `${theirs.toFixed(1)} ms`,
			ours: `${ours.toFixed(1)} ms`,
			ratio,
			target: isSmall ? '≤ reference + 1.5 ms' : `≤ ${ratioMax} ×`,
			isMet: isSmall ? ours <= theirs + 1.5 : ratio <= ratioMax,
			note: disturbance(pairs)
		};
	};
	const answered = pairs.kept.map(({ waaier: posts }) => quantile(posts.answeredMs, 0.99));
	const answeredByReference = pairs.kept.map(({ reference: posts }) => quantile(posts.answeredMs, 0.99));
	return [
		row('p50', 0.5, 1.3),
		row('p99', 0.99, 1.5),
		{
			id: 'T2',
			what: `sender's own answer, p99, ${people} people`,
			reference: `${median(answeredByReference).toFixed(1)} ms`,
			ours: `${median(answered).toFixed(1)} ms`,
			ratio: null,
			target: '≤ 3 ms',
			isMet: median(answered) <= 3,
			note: disturbance(pairs)
		}
	];
}

function saturationRow(pairs: Pairs): Row {
	const perSecond = ({ totalMs }: Posts) => (SATURATION_POSTS * 1000) / totalMs;
	const ratio = median(pairs.kept.map((duel) => perSecond(duel.waaier) / perSecond(duel.reference)));
	return {
		id: 'T3',
		what: `saturation, ${SATURATION_PEOPLE} people, ${SATURATION_POSTS} posts`,
		reference: `${median(pairs.kept.map((duel) => perSecond(duel.reference))).toFixed(0)} posts/s`,
		ours: `${median(pairs.kept.map((duel) => perSecond(duel.waaier))).toFixed(0)} posts/s`,
		ratio,
		target: '≥ 4 ×',
		isMet: ratio >= 4,
		note: disturbance(pairs)
	};
}

function cpuRows({ few, many }: { few: number; many: number }): readonly Row[] {
	const common = { id: 'T5', reference: '', ratio: null, note: 'difference with the reference, same run' };
	const micros = (value: number) => `${value.toFixed(0)} µs`;
	return [
		{
			...common,
			what: `processor per command, ${CPU_POSTS} cards`,
			ours: micros(few),
			target: '≤ 150 µs',
			isMet: few <= 150
		},
		{
			...common,
			what: `processor per command, ${SATURATION_POSTS} cards`,
			ours: micros(many),
			target: '≤ 150 µs and ≤ 1.2 × of few cards',
			isMet: many <= 150 && many <= few * 1.2
		}
	];
}

function memoryRows({ reference: theirs, waaier: ours }: Duel<Memory>): readonly Row[] {
	const row = (what: string, part: keyof Memory, unit: 'kB' | 'MB', target: string, isMet: boolean): Row => {
		const shown = (bytes: number) => `${(bytes / (unit === 'kB' ? 1e3 : 1e6)).toFixed(0)} ${unit}`;
		const ratio = ours[part] / theirs[part];
		const note = 'resident memory, garbage included';
		return {
			id: 'T6',
			what,
			reference: shown(theirs[part]),
			ours: shown(ours[part]),
			ratio,
			target,
			isMet,
			note
		};
	};
	const areFew = ours.whole <= 2 * theirs.whole;
	const isSmall = ours.perPerson <= 50_000;
	return [
		row(`memory per idle participant, ${IDLE_PEOPLE} more people`, 'perPerson', 'kB', '≤ 50 kB', isSmall),
		row(`memory of the process, ${2 * IDLE_PEOPLE} people`, 'whole', 'MB', '≤ 2 ×', areFew)
	];
}

function byteRows(latencies: readonly Latency[]): readonly Row[] {
	const [first] = latencies;
	const last = latencies.at(-1);
	if (!first || !last) return [];
	const shared = median(last.pairs.kept.map(({ waaier: posts }) => posts.bytesPerPost));
	const bare = median(last.pairs.kept.map(({ reference: posts }) => posts.bytesPerPost));
	const bytes = (value: number) => `${value.toFixed(0)} B`;
	const growth = last.joinBytes / first.joinBytes;
	return [
		{
			id: 'T7',
			what: 'bytes per client per post, shared',
			reference: bytes(bare),
			ours: bytes(shared),
			ratio: shared / bare,
			target: '≤ 300 B',
			isMet: shared <= 300,
			note: ''
		},
		{
			id: 'T7',
			what: 'bytes per client per post, hidden',
			reference: '',
			ours: bytes(last.hiddenBytes.waaier),
			ratio: null,
			target: '≤ 60 B',
			isMet: last.hiddenBytes.waaier <= 60,
			note: ''
		},
		{
			id: 'T8',
			what: `bytes of joining, ${last.people} people against ${first.people}`,
			reference: bytes(first.joinBytes),
			ours: bytes(last.joinBytes),
			ratio: growth,
			target: '≤ 1.2 ×',
			isMet: growth <= 1.2,
			note: 'empty board'
		}
	];
}

function notMeasured(): readonly Row[] {
	const row = (id: string, what: string, target: string): Row => ({
		id,
		what,
		reference: '',
		ours: 'not measured',
		ratio: null,
		target,
		isMet: null,
		note: ''
	});
	return [
		row('T4', 'overload: 1000 people, 200 posts/s', 'p99 ≤ 100 ms'),
		row('T8', 'joining after 10,000 events against 100', '≤ 1.2 ×')
	];
}

function disturbance({ kept, disturbed }: Pairs): string {
	if (disturbed === 0) return `${kept.length} pairs`;
	if (kept.length === disturbed) return `all ${disturbed} pairs disturbed by other load`;
	return `${kept.length} pairs, ${disturbed} disturbed and dropped`;
}
