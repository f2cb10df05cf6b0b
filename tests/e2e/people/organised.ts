import type { BrowserContext } from '@playwright/test';
import type { Command } from '#lib/domain/commands.ts';
import { neighbour } from '#lib/domain/day/agenda.ts';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { Group, RoundKind, Stage } from '#lib/domain/vocabulary.ts';
import { realSystem } from '#lib/server/system.ts';
import { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { lastPart, WebVisitor } from '#lib/simulation/web-visitor.ts';
import { test as base } from '../../kit/e2e.ts';

interface Organised {
	/** Signed in with the one-time link of this server. */
	organiser: WebVisitor;
}

/** Tests for which the way to a running session is no part of the matter: it is gone without a browser. */
export const test = base.extend<object, Organised>({
	organiser: [
		async ({ server }, use) => {
			const organiser = new WebVisitor(server.url);
			await organiser.signIn(server.organiserLink ?? '', 'Femke Bos');
			await use(organiser);
		},
		{ scope: 'worker' }
	]
});

export { expect } from '@playwright/test';

/** Gives a browser what this visitor was given. */
export async function lendCookies(visitor: WebVisitor, context: BrowserContext): Promise<void> {
	const cookies = visitor.cookie.split('; ').map((pair) => {
		const [name = '', ...value] = pair.split('=');
		return { name, value: value.join('='), url: visitor.origin };
	});
	await context.addCookies(cookies);
}

/** A worksession that is run over sockets, for browsers that come to look at it. */
export class RunHall {
	readonly id: string;
	readonly code: string;
	/** With its secret. */
	readonly screenPath: string;
	readonly #organiser: WebVisitor;
	#host: VisitorSocket;
	readonly #people: VisitorSocket[] = [];

	private constructor(organiser: WebVisitor, id: string, code: string, screenPath: string) {
		this.#organiser = organiser;
		this.id = id;
		this.code = code;
		this.screenPath = screenPath;
		this.#host = this.#visit(organiser, 'facilitator');
	}

	/** A new one, its doors still closed. */
	static async prepare(
		organiser: WebVisitor,
		{ group = 'follower' }: { readonly group?: Group } = {}
	): Promise<RunHall> {
		const place = await organiser.post('/sessies/nieuw', {
			theme: 'ondermijning',
			group,
			date: '2026-09-15',
			place: 'Stadhuis Zwolle'
		});
		const id = lastPart(place);
		const page = await organiser.read(`/sessies/${id}/regie/__data.json`);
		const [, code = ''] = /\/deelnemen\/([^"\\/]+)/.exec(page) ?? [];
		const [screenPath = ''] = /\/scherm#[^"\\]+/.exec(page) ?? [];
		const hall = new RunHall(organiser, id, code, screenPath);
		await hall.#host.when(() => true);
		return hall;
	}

	#visit(visitor: WebVisitor, audience: 'facilitator' | 'participant'): VisitorSocket {
		return new VisitorSocket({
			url: visitor.origin,
			origin: visitor.origin,
			cookie: visitor.cookie,
			hello: { sessionId: this.id, audience, authorKey: null },
			newId: realSystem.newId
		});
	}

	/** The facilitator who leads here. */
	get lead(): VisitorSocket {
		return this.#host;
	}

	get shared(): SharedView {
		const { view } = this.#host;
		if (!view) throw new Error('The facilitator has no view yet');
		return view.shared;
	}

	round(kind: RoundKind): RoundView {
		const round = Object.values(this.shared.rounds).find((candidate) => candidate.kind === kind);
		if (!round) throw new Error(`There is no round of kind ${kind}`);
		return round;
	}

	/** As the facilitator; what is asked must succeed. */
	async facilitate(command: Command): Promise<void> {
		await insist(this.#host, command);
	}

	/** Whoever led until now is gone, and this one goes on. */
	async goOnAs(facilitator: WebVisitor): Promise<void> {
		this.#host.close();
		this.#host = this.#visit(facilitator, 'facilitator');
		await this.#host.when(() => true);
	}

	/**
	 * Somebody joins and takes a seat; gives the socket for what they do and the browser's identity. `guest` is for who does not come for a
	 * municipality.
	 */
	async join(
		name: string,
		municipality: string | readonly string[],
		guest?: { readonly as: 'partner' | 'observer'; readonly organisation: string }
	): Promise<{ web: WebVisitor; socket: VisitorSocket }> {
		const web = new WebVisitor(this.#organiser.origin);
		await web.join(this.code, { name, municipality, functionName: 'Beleidsadviseur', ...guest });
		const socket = this.#visit(web, 'participant');
		this.#people.push(socket);
		await socket.when(({ own }) => own !== null);
		return { web, socket };
	}

	/** Starts the round when needed and moves it, one neighbour at a time, to this stage. */
	async moveTo(kind: RoundKind, stage: Stage): Promise<void> {
		const { id } = this.round(kind);
		if (this.shared.currentItemId !== id) await this.facilitate({ type: 'StartItem', itemId: id });
		for (;;) {
			const { round } = await this.#known(id);
			if (round.stage === stage) return;
			const next = neighbour({ stage: round.stage, settings: { ...round.settings, note: '' } }, 1);
			if (!next) throw new Error(`The round never comes to ${stage}`);
			await this.facilitate({ type: 'MoveStage', roundId: id, stage: next });
			await this.#host.when(({ shared }) => shared.rounds[id]?.stage === next);
		}
	}

	async #known(id: string): Promise<{ round: RoundView }> {
		const { shared } = await this.#host.when((view) => view.shared.currentItemId === id);
		const round = shared.rounds[id];
		if (!round) throw new Error('The round is gone');
		return { round };
	}

	/** Waits until the facilitator's view is so. */
	async when(condition: (shared: SharedView, attendance: Attendance) => boolean): Promise<void> {
		await this.#host.when(({ shared, attendance }) => condition(shared, attendance));
	}

	leave(): void {
		for (const socket of [this.#host, ...this.#people]) socket.close();
	}
}

/** Sends what must succeed. */
export async function insist(socket: VisitorSocket, command: Command): Promise<void> {
	const answer = await socket.send(command);
	if (!answer.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(answer)}`);
}
