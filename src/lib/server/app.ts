import { randomBytes } from 'node:crypto';
import { AccessKeys } from './access/access-keys.ts';
import { Accounts } from './access/accounts.ts';
import { CodeGuard } from './access/code-guard.ts';
import { DeviceLinks } from './access/device-links.ts';
import { DossierLinks } from './access/dossier-links.ts';
import { SignIns } from './access/sign-ins.ts';
import { TakeOvers } from './access/take-overs.ts';
import { ValidationLinks } from './access/validation-links.ts';
import { Visitors } from './access/visitors.ts';
import type { Env } from './env.ts';
import { Connections } from './connections.ts';
import { ensureProgramme, prepareFirstSessions } from './first-start.ts';
import { QuestionLimit } from './access/question-limit.ts';
import { FixedRecords } from './fixed-records.ts';
import { Health } from './health.ts';
import { HoldBoard } from './hold-board.ts';
import { startHousekeeping } from './housekeeping.ts';
import { roomAddresses } from './listening.ts';
import { log } from './log.ts';
import type { PresenceBoard } from './presence-board.ts';
import { ProgrammeDesk } from './programme-desk.ts';
import { Rooms, type OnFault } from './rooms.ts';
import { SocketTransport } from './socket-transport.ts';
import { openSqliteStore } from './store/sqlite/store.ts';
import type { Store } from './store/store.ts';
import { realSystem, type System } from './system.ts';
import { Templates } from './templates.ts';
import { Trials } from './trial/trials.ts';
import { Worksessions } from './worksessions.ts';
import { BringingIn } from './bringing-in.ts';

/** Everything the pages and the sockets work with: the composition root's product. */
export interface App {
	readonly store: Store;
	readonly health: Health;
	readonly system: System;
	readonly rooms: Rooms;
	readonly worksessions: Worksessions;
	readonly bringingIn: BringingIn;
	readonly records: FixedRecords;
	readonly templates: Templates;
	readonly programmeDesk: ProgrammeDesk;
	readonly dossierLinks: DossierLinks;
	readonly accessKeys: AccessKeys;
	readonly questionLimit: QuestionLimit;
	readonly presence: PresenceBoard;
	readonly holds: HoldBoard;
	readonly connections: Connections;
	readonly transport: SocketTransport;
	readonly visitors: Visitors;
	readonly signIns: SignIns;
	readonly accounts: Accounts;
	readonly takeOvers: TakeOvers;
	readonly deviceLinks: DeviceLinks;
	readonly validationLinks: ValidationLinks;
	readonly codeGuard: CodeGuard;
	readonly trials: Trials;
	readonly onFault: OnFault;
	/** The origin by which other devices reach a page that this machine asked for at `origin`. */
	addressForOthers(origin: string): string;
	/** The one-time link that signs an organiser in; every start prints a new one. */
	issueFirstSignInLink(origin: string): Promise<string | undefined>;
	/** Writes what is under way and closes the database. */
	close(): Promise<void>;
}

/** @throws StartupFault when the data folder or the database cannot be used */
export async function createApp(env: Env): Promise<App> {
	const system = realSystem;
	const store = await openSqliteStore({ dataDir: env.dataDir });
	const transport = new SocketTransport(system);
	const rooms = new Rooms({ store, system, transport, onFault });
	const { presence } = transport;
	const signIns = new SignIns(store, system);
	const { programme, isNew } = await ensureProgramme(store, system.now());
	const worksessions = new Worksessions({ store, rooms, presence, system, secret: programme.secret });
	if (isNew) await prepareFirstSessions(worksessions);
	const programmeDesk = new ProgrammeDesk(store, system);
	const trials = new Trials({ store, rooms, worksessions, transport, system, onFault });
	await trials.removeOld();
	const endHousekeeping = await startHousekeeping(store, system, onFault);
	return {
		store,
		health: new Health(store, system),
		system,
		rooms,
		worksessions,
		records: new FixedRecords(store),
		bringingIn: new BringingIn({ store, worksessions, system }),
		templates: new Templates({ store, worksessions, system }),
		programmeDesk,
		accessKeys: new AccessKeys(programmeDesk, programme.secret),
		questionLimit: new QuestionLimit(),
		dossierLinks: new DossierLinks({ desk: programmeDesk, system, secret: programme.secret }),
		presence,
		holds: new HoldBoard(system),
		connections: new Connections(),
		transport,
		visitors: new Visitors(store, signIns),
		signIns,
		accounts: new Accounts({ store, system, endConnections: (id) => transport.rightsChanged(id) }),
		takeOvers: new TakeOvers({ store, system, secret: programme.secret }),
		deviceLinks: new DeviceLinks(store, system),
		validationLinks: new ValidationLinks(store, system),
		codeGuard: new CodeGuard((ms, run) => system.later(ms, run)),
		trials,
		onFault,
		addressForOthers: (origin) => addressForOthers(origin, env),
		issueFirstSignInLink: async (origin) => `${origin}/inloggen#${await signIns.newLink()}`,
		close: async () => {
			endHousekeeping();
			await trials.close();
			await rooms.quiet();
			await store.close();
		}
	};
}

/** Nobody else can reach "localhost"; whoever opens the page there gets this machine's address on the local network. */
function addressForOthers(origin: string, env: Env): string {
	const { hostname, port } = new URL(origin);
	const isOnlyHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
	return (isOnlyHere && roomAddresses(env.host, Number(port) || 80)[0]) || origin;
}

const FAULT_ID_BYTES = 4;

/** The one place outside pages where a fault becomes an id in the log. */
function onFault(error: unknown, where: string): string {
	const fault = randomBytes(FAULT_ID_BYTES).toString('hex');
	log.error({ fault, where, err: error }, 'fault');
	return fault;
}
