import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Server, Socket } from 'socket.io';
import * as v from 'valibot';
import { attendanceOf } from '#lib/domain/visibility/attendance.ts';
import { HoldSchema, parseEnvelope } from '#lib/protocol/commands.ts';
import {
	HelloSchema,
	type Answer,
	type ClientToServer,
	type FreshView,
	type Refusal,
	type ServerToClient
} from '#lib/protocol/messages.ts';
import { SIGN_IN_COOKIE } from './access/sign-ins.ts';
import { cookiesOf, refusalOf, type Visitor } from './access/visitors.ts';
import type { App } from './app.ts';
import type { HandOnBoard } from './hold-board.ts';
import type { Room } from './room.ts';
import {
	accountRoom,
	audienceRoom,
	ownRoom,
	personRoom,
	signInRoom,
	type WaaierServer
} from './socket-transport.ts';
import { realSystem } from './system.ts';

/** Messages per person, over all their tabs, or per screen and facilitator's tab: a burst that holds a whole outbox written offline, then a steady rate no hand reaches. */
const MESSAGES_MAX = 120;
const MESSAGES_SECONDS = 10;
/** Whoever sends what we do not speak, so often, is not our page. */
const MALFORMED_MAX = 5;

type WaaierSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, { visitor: Visitor }>;

/** Admits connections, parses what they send, hands it over and acknowledges. No rule of a worksession stands here. */
export function attachGateway(server: Server, app: App): void {
	const io = server as WaaierServer;
	const limiter = new RateLimiterMemory({ points: MESSAGES_MAX, duration: MESSAGES_SECONDS });
	app.transport.attach(io);
	io.use((socket, next) => {
		admit(app, socket).then(
			(refusal) => next(refusal === null ? undefined : new Error(refusal)),
			(error: unknown) => next(new Error(app.onFault(error, 'admit')))
		);
	});
	io.on('connection', (socket) => {
		serve(app, socket, limiter).catch((error: unknown) => {
			app.onFault(error, 'serve');
			socket.disconnect(true);
		});
	});
}

async function admit(app: App, socket: WaaierSocket): Promise<Refusal | null> {
	const hello = v.safeParse(HelloSchema, socket.handshake.auth);
	if (!hello.success) return 'protocol';
	const visitor = await app.visitors.admit(hello.output, cookiesOf(socket.handshake.headers.cookie));
	if (typeof visitor === 'string') return visitor;
	const room = await app.rooms.open(visitor.sessionId);
	if (!room) return 'unknown-worksession';
	const refusal = refusalOf(room.world.state, visitor);
	if (refusal) return refusal;
	if (!takesPlace(app, socket, visitor)) return 'too-many';
	socket.data.visitor = visitor;
	return null;
}

/** The place is free again when the line itself is gone: whoever leaves in the middle of the door never gets to `disconnect`. */
function takesPlace(
	{ connections }: App,
	{ conn }: WaaierSocket,
	{ sessionId, actor, identity }: Visitor
): boolean {
	const person = actor?.role === 'facilitator' ? actor.accountId : identity?.participationId;
	if (person === undefined || conn.readyState !== 'open') return true;
	const place = `${sessionId}/${person}`;
	if (!connections.take(place)) return false;
	conn.once('close', () => connections.giveBack(place));
	return true;
}

/** The connection joins its socket.io rooms first and looks after, so that no patch falls between its view and the next. */
async function serve(app: App, socket: WaaierSocket, limiter: RateLimiterMemory): Promise<void> {
	const { sessionId, audience, identity, actor, facilitatorName } = socket.data.visitor;
	await socket.join(audienceRoom(sessionId, audience));
	if (identity)
		await socket.join([ownRoom(sessionId, identity.key), personRoom(sessionId, identity.participationId)]);
	const signIn = cookiesOf(socket.handshake.headers.cookie)(SIGN_IN_COOKIE);
	if (audience === 'facilitator' && signIn) await socket.join(signInRoom(signIn));
	if (actor?.role === 'facilitator') await socket.join(accountRoom(actor.accountId));
	const room = await app.rooms.enter(sessionId, audience, identity);
	if (!room) {
		socket.disconnect(true);
		return;
	}
	if (identity) app.presence.enter(sessionId, identity.participationId);
	const hand =
		actor &&
		app.holds.enter(sessionId, {
			actor,
			facilitatorName: facilitatorName ?? '',
			world: () => room.world,
			send: (held) => socket.emit('held', held)
		});
	const lead = actor?.role === 'facilitator' ? actor.accountId : null;
	if (lead !== null) app.presence.enterFacilitator(sessionId, lead, facilitatorName ?? '');
	const leave = () => {
		app.rooms.leave(sessionId, room, audience, identity);
		hand?.leave();
		if (identity) app.presence.leave(sessionId, identity.participationId, socket.id);
		if (lead !== null) app.presence.leaveFacilitator(sessionId, lead);
	};
	// Whoever was sent away between the door and here was not in the room that was ended.
	if (socket.disconnected || refusalOf(room.world.state, socket.data.visitor)) {
		leave();
		socket.disconnect(true);
		return;
	}
	socket.on('disconnect', leave);
	listen(app, socket, room, limiter, hand);
	socket.emit('view', freshView(app, room, socket.data.visitor));
}

function listen(
	app: App,
	socket: WaaierSocket,
	room: Room,
	limiter: RateLimiterMemory,
	hand: HandOnBoard | null
): void {
	const { visitor } = socket.data;
	const { sessionId, identity } = visitor;
	let malformed = 0;
	const atPace = (run: (isFine: boolean) => void): void => {
		const isPaced = limiter.consume(identity?.participationId ?? socket.id).then(
			() => true,
			() => false
		);
		isPaced.then(run).catch((error: unknown) => app.onFault(error, 'listen'));
	};

	socket.on('command', (input: unknown, answer: unknown) => {
		const isAsked = typeof answer === 'function';
		const reply = isAsked ? (answer as (answer: Answer) => void) : () => undefined;
		atPace((isFine) => {
			if (!isFine) return reply({ ok: false, fault: 'busy' });
			const envelope = isAsked ? parseEnvelope(input) : null;
			if (!envelope || !visitor.actor) {
				malformed += 1;
				reply({ ok: false, fault: 'malformed' });
				if (malformed >= MALFORMED_MAX) socket.disconnect(true);
				return;
			}
			const proofOf = identity?.proofOf ?? (() => null);
			app.rooms.submit(sessionId, {
				actor: visitor.actor,
				envelope,
				proofOf,
				newPerson: null,
				answer: reply
			});
		});
	});
	socket.on('resync', () => {
		// A connection that was ended in the same breath has left its room, where nothing was sent to it any more.
		atPace((isFine) => isFine && socket.connected && socket.emit('view', freshView(app, room, visitor)));
	});
	socket.on('writing', (isWriting: unknown) => {
		if (!identity || typeof isWriting !== 'boolean') return;
		app.presence.setWriting(sessionId, identity.participationId, socket.id, isWriting);
	});
	socket.on('hold', (input: unknown) => {
		const hold = v.safeParse(HoldSchema, input);
		if (hold.success) atPace((isFine) => isFine && hand?.hold(hold.output));
	});
	socket.on('clock', (answer: unknown) => {
		if (typeof answer === 'function') (answer as (now: number) => void)(realSystem.now());
	});
}

/** What this visitor has been sent so far, whole: the base on which the next patch fits. */
function freshView(app: App, room: Room, { sessionId, audience, identity }: Visitor): FreshView {
	const { version, shared, ownSeq, own } = room.viewers.sent(audience, identity);
	const presence = app.presence.of(sessionId, audience);
	const attendance = attendanceOf(room.world.state);
	return { version, shared, ownSeq, own, presence, attendance, serverNow: realSystem.now() };
}
