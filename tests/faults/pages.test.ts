import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	anInvited,
	anOrganiser,
	aParticipant,
	Browser,
	enterSocket,
	makeWorksession,
	startWriting,
	takeOver,
	takeOverCode,
	type MadeWorksession
} from '../kit/browser.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const TITLE = 'Kanarietitel';
const HIDDEN_CARD = 'kanariekaart';
/** Who may know of a at all, and who is signed in. */
const INSIDE_A = ['anna', 'screen', 'organiser', 'a guest who leads a'];
const SIGNED_IN = ['organiser', 'rachid who leads b', 'a guest who leads a'];
const FOREIGN_ORIGINS = ['http://evil.example', 'null', null] as const;

let server: TestServer;
let a: MadeWorksession;
let b: MadeWorksession;
let organiser: Browser;
let visitors: Readonly<Record<string, Browser>>;

beforeAll(async () => {
	server = await startServer();
	organiser = await anOrganiser(server);
	a = await makeWorksession(server, organiser, TITLE);
	b = await makeWorksession(server, organiser, 'Een andere');
	const anna = await aParticipant(server, a, 'Anna');
	const screen = new Browser(server);
	await screen.post('/scherm', { token: a.screenToken });
	const rachid = await anInvited(server, organiser, 'Rachid', 'facilitator');
	await takeOver(rachid, await takeOverCode(organiser, b), 'Rachid');
	const guest = new Browser(server);
	await takeOver(guest, await takeOverCode(organiser, a), 'Marieke');
	visitors = {
		nobody: new Browser(server),
		anna,
		'bram of b': await aParticipant(server, b, 'Bram'),
		screen,
		organiser,
		'rachid who leads b': rachid,
		'a guest who leads a': guest
	};
	await writeHiddenCard(anna);
});

afterAll(() => server.dispose());

async function writeHiddenCard(anna: Browser): Promise<void> {
	const roundId = await startWriting(server, organiser, a.id);
	const socket = await enterSocket(server, anna, a.id, 'participant');
	const card = { type: 'PostCard', roundId, text: HIDDEN_CARD, stepId: null } as const;
	expect((await socket.send('the-card-nobody-sees', card)).ok).toBe(true);
	await socket.leave();
}

type Row = readonly [path: string, ...outcomes: string[]];

/** Whoever comes, it is the same. */
function forAll(path: string, outcome: string): Row {
	return [path, ...Array.from({ length: 7 }, () => outcome)];
}

/** For the last three, who have an account or lead a worksession; the others are asked to sign in. */
function forAccounts(path: string, organiser: string, leaderOfB: string, guestOfA: string): Row {
	return [path, '/inloggen', '/inloggen', '/inloggen', '/inloggen', organiser, leaderOfB, guestOfA];
}

describe('every page of worksession a', () => {
	/** Status, or where one is sent. In the order nobody, anna, bram of b, screen, organiser, rachid who leads b, a guest who leads a. */
	const expected: readonly Row[] = [
		forAll('/', '200'),
		forAll('/privacy', '200'),
		forAll('/gezond', '200'),
		forAll('/inloggen', '200'),
		forAll('/overnemen', '200'),
		forAll('/verder', '200'),
		forAll('/scherm', '200'),
		['/deelnemen/CODE', '200', '/sessie/A', '200', '200', '200', '200', '200'],
		['/sessie/A', '/', '200', '/', '/', '/', '/', '/'],
		forAll('/sessie/nergens', '/'),
		['/sessie/A/scherm', '/scherm', '/scherm', '/scherm', '200', '200', '/scherm', '200'],
		['/sessie/nergens/scherm', '/scherm', '/scherm', '/scherm', '/scherm', '404', '/scherm', '/scherm'],
		forAccounts('/sessies', '200', '200', '200'),
		forAccounts('/sessies/nieuw', '200', '200', '403'),
		forAccounts('/sessies/papier', '200', '200', '403'),
		forAccounts('/sessies/bestand', '200', '200', '403'),
		forAccounts('/vergelijken', '200', '200', '200'),
		forAccounts(
			'/vergelijken/kaarten?ronde=bottlenecks&groep=follower&thema=ondermijning&soort=',
			'200',
			'200',
			'200'
		),
		forAccounts('/vergelijken/kaarten', '404', '404', '404'),
		forAccounts('/vergelijken/naast-elkaar', '200', '200', '200'),
		forAccounts('/vergelijken/wie-helpt-wie', '200', '200', '200'),
		forAccounts('/vergelijken/kandidaten', '200', '200', '200'),
		forAccounts('/vergelijken/kandidaten/beslisblad.docx', '200', '200', '200'),
		forAccounts('/vergelijken/zoeken?q=de', '200', '200', '200'),
		forAccounts('/codeboek', '200', '200', '200'),
		forAccounts('/codeboek/codeboek.csv', '200', '200', '200'),
		forAccounts('/voorbeelden', '200', '200', '403'),
		forAccounts('/voorbeelden/nergens', '404', '404', '403'),
		forAccounts('/voorbeelden/nergens/invullen', '404', '404', '403'),
		forAll('/voorbeeld/een.verzonnen-link', '404'),
		forAll('/voorbeeld/een.verzonnen-link/lezen', '404'),
		// Still open, and then for whoever leads it with an account.
		forAccounts('/sessies/A/soorten', '404', '404', '403'),
		forAll('/v1/openapi.json', '200'),
		forAll('/v1/sessies', '401'),
		forAccounts('/gemeenten', '200', '200', '200'),
		forAccounts('/vergelijken/bestanden', '200', '200', '200'),
		forAccounts('/vergelijken/bestanden/werksessies.zip', '200', '200', '200'),
		forAccounts('/vergelijken/bestanden/werksessies.zip?sessie=A', '404', '404', '404'),
		forAccounts('/accounts', '200', '403', '403'),
		forAccounts('/sessies/A', '200', '404', '200'),
		forAccounts('/sessies/nergens', '404', '404', '404'),
		forAccounts('/sessies/A/regie', '200', '404', '200'),
		forAccounts('/sessies/nergens/regie', '404', '404', '404'),
		forAccounts('/sessies/A/verslag', '200', '404', '200'),
		forAll('/gemeente/een-verzonnen-link', '404'),
		forAccounts('/sessies/A/verslag/versies/1', '404', '404', '404'),
		forAccounts('/sessies/nergens/verslag', '404', '404', '404'),
		forAccounts('/sessies/A/verslag/intakeverslag.json', '200', '404', '200'),
		forAccounts('/sessies/A/verslag/intakeverslag.csv', '200', '404', '200'),
		forAccounts('/sessies/A/verslag/intakeverslag.xlsx', '200', '404', '200'),
		forAccounts('/sessies/A/verslag/intakeverslag-csv.zip', '200', '404', '200'),
		forAccounts('/sessies/A/verslag/waaier.db', '404', '404', '404'),
		forAll('/nergens', '404')
	];

	const real = (path: string): string => path.replace('/A', `/${a.id}`).replace('CODE', a.code);

	test.each(expected)('%s is for whom it is, and sends others on', async (path, ...outcomes) => {
		const found: string[] = [];
		for (const browser of Object.values(visitors)) {
			const { status, location } = await browser.visit(real(path));
			found.push(location?.replace(a.id, 'A') ?? String(status));
		}
		expect(found).toEqual(outcomes);
	});

	/** The same page as a browser asks it that is on another page of ours. */
	const asData = (path: string): string => {
		const [pathname = '', asked] = path.split('?');
		return `${pathname.replace(/\/$/, '')}/__data.json${asked === undefined ? '' : `?${asked}`}`;
	};

	test('tells nothing of a to whoever is not in it, by no address and as no data', async () => {
		const told: string[] = [];
		for (const [path] of expected)
			for (const form of [real(path), asData(real(path))])
				for (const [who, browser] of Object.entries(visitors)) {
					const { text } = await browser.visit(form);
					if (text.includes(HIDDEN_CARD)) told.push(`card on ${path} to ${who}`);
					if (text.includes(TITLE) && !INSIDE_A.includes(who)) told.push(`title on ${path} to ${who}`);
				}
		expect(new Set(told)).toEqual(
			new Set([
				'card on /sessie/A to anna',
				// Whoever has the code may read what they are invited to.
				'title on /deelnemen/CODE to nobody',
				'title on /deelnemen/CODE to bram of b',
				'title on /deelnemen/CODE to rachid who leads b'
			])
		);
	});
});

describe('a posted form', () => {
	const forms = [
		['/', { code: '' }],
		['/inloggen', { token: 'x' }],
		['/scherm', { token: 'x' }],
		['/deelnemen/CODE', { name: 'Vreemde' }],
		['/sessies?/trial', { speed: '20' }],
		['/sessies?/removeTrial', { id: 'A' }],
		['/sessies?/duplicate', { id: 'A' }],
		['/sessies?/keepTemplate', { id: 'A', name: 'Vreemde dag' }],
		['/sessies?/renameTemplate', { id: 'x', name: 'Vreemde dag' }],
		['/sessies?/removeTemplate', { id: 'x' }],
		['/sessies?/signOut', {}],
		['/sessies/nieuw', { theme: 'ondermijning', group: 'follower' }],
		['/sessies/papier', { theme: 'ondermijning', group: 'follower', cards: '[]' }],
		['/sessies/bestand', {}],
		['/sessies/A?/putIn', { roundId: 'x', cards: '[]', commandId: 'a-command-id' }],
		['/sessies/A/verslag?/move', { status: 'fixed', reason: '' }],
		['/sessies/A/verslag?/link', { municipality: 'GM0014' }],
		[
			'/gemeente/x?/answer',
			{ roundId: 'x', cardId: 'x', verdict: 'away', text: '', commandId: 'a-command-id' }
		],
		['/gemeente/x?/send', {}],
		['/sessies/A/regie?/speed', { speed: '20' }],
		['/sessies/A/regie?/autopilot', { autopilot: 'on' }],
		['/sessies/A/regie?/pauseTrial', { paused: 'on' }],
		['/sessies/A/regie?/stopTrial', {}],
		['/sessies/A/regie?/clearTrial', {}],
		['/sessies/A/regie?/takeOver', {}],
		['/sessies/A/regie?/renewTakeOver', {}],
		['/sessie/A?/otherDevice', {}],
		['/overnemen', { code: '2345-6789', name: 'Vreemde' }],
		['/verder', { token: 'x' }],
		['/accounts?/invite', { name: 'Vreemde', role: 'organiser' }],
		['/accounts?/link', { id: 'x' }],
		['/accounts?/withdraw', { id: 'x' }],
		['/accounts?/role', { id: 'x', role: 'organiser' }],
		['/accounts?/remove', { id: 'x' }]
	] as const;
	const isFor = (part: string) => (form: readonly [path: string, ...unknown[]]) => form[0].startsWith(part);

	const real = (path: string): string => path.replace('/A', `/${a.id}`).replace('CODE', a.code);

	test.each(forms)('%s of another site is refused, whoever is signed in', async (path, fields) => {
		const before = (await organiser.visit('/sessies/__data.json')).text;
		for (const origin of FOREIGN_ORIGINS)
			for (const browser of Object.values(visitors))
				expect((await browser.post(real(path), fields, origin)).status).toBe(403);
		expect((await organiser.visit('/sessies/__data.json')).text).toBe(before);
	});

	const ofFacilitators = [...forms.filter(isFor('/sessies')), ...forms.filter(isFor('/accounts'))];

	test.each(ofFacilitators.filter(([path]) => !path.endsWith('signOut')))(
		'%s of whoever is not signed in leads to signing in, and does nothing',
		async (path, fields) => {
			const before = (await organiser.visit('/sessies/__data.json')).text;
			for (const [who, browser] of Object.entries(visitors)) {
				if (SIGNED_IN.includes(who)) continue;
				expect((await browser.post(real(path), fields)).location).toBe('/inloggen');
			}
			expect((await organiser.visit('/sessies/__data.json')).text).toBe(before);
		}
	);

	test.each([...forms.filter(isFor('/sessies/A')), ...forms.filter(isFor('/accounts'))])(
		'%s of a facilitator without that right is refused, and does nothing',
		async (path, fields) => {
			const before = await takeOverCode(organiser, a);
			const { status } = (await visitors['rachid who leads b']?.post(real(path), fields)) ?? {};
			expect(status).toBe(path.startsWith('/accounts') ? 403 : 404);
			expect(await takeOverCode(organiser, a)).toBe(before);
			expect((await organiser.visit('/accounts')).text).not.toContain('Vreemde');
		}
	);

	test('gives no guest a worksession of their own, nor one that others lead', async () => {
		const guest = visitors['a guest who leads a'];
		const fields = { theme: 'ondermijning', group: 'follower' };
		expect((await guest?.post('/sessies/nieuw', fields))?.status).toBe(403);
		expect((await guest?.post('/sessies?/trial', { speed: '20' }))?.status).toBe(403);
		const rachid = visitors['rachid who leads b'];
		expect((await rachid?.post('/sessies?/trial', { speed: '20', like: a.id }))?.status).toBe(404);
		expect((await guest?.post('/accounts?/invite', { name: 'Vreemde', role: 'organiser' }))?.status).toBe(
			403
		);
		expect((await guest?.visit(`/sessies/${b.id}/regie`))?.status).toBe(404);
		const listed = (await guest?.visit('/sessies'))?.text ?? '';
		expect([listed.includes(TITLE), listed.includes('Een andere')]).toEqual([true, false]);
	});

	test('gives cookies that no script can read and no other site can send', () => {
		const set = Object.values(visitors).flatMap(({ cookiesSet }) => cookiesSet);
		const names = set.map((one) => one.split('=')[0]);
		expect(names.sort()).toEqual(
			[
				`waaier_deelname_${a.id}`,
				`waaier_deelname_${b.id}`,
				...SIGNED_IN.map(() => 'waaier_inlog'),
				`waaier_scherm_${a.id}`
			].sort()
		);
		for (const one of set) expect(one).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
	});

	test('that cannot be read is refused in words, and is no fault of the server', async () => {
		const garbage = [
			['multipart/form-data; boundary=x', '--x\r\nnonsense'],
			['multipart/form-data', 'no boundary'],
			['multipart/form-data; boundary=x', '\u0000\u0001']
		] as const;
		const { cookie } = organiser;
		for (const path of ['/', '/sessies/papier', '/sessies/bestand', `/sessies/${a.id}?/putIn`])
			for (const [type, body] of garbage) {
				const headers = { origin: server.url, cookie, accept: 'text/html', 'content-type': type };
				const response = await fetch(server.url + path, { method: 'POST', body, headers });
				expect([path, response.status]).toEqual([path, 400]);
				expect(await response.text()).toContain('Dit konden we niet lezen');
			}
		expect(server.log).not.toContain('page fault');
	});

	test('removes no worksession that is not a trial', async () => {
		await organiser.post('/sessies?/removeTrial', { id: a.id });
		await organiser.post(`/sessies/${a.id}/regie?/clearTrial`, {});
		expect((await organiser.visit(`/sessies/${a.id}`)).status).toBe(200);
	});

	test('with the right code works also after ten wrong ones from the same address', async () => {
		const browser = new Browser(server);
		for (let wrong = 1; wrong <= 5; wrong += 1) {
			expect((await browser.post('/', { code: '3333-3333' })).status).toBe(400);
			expect((await browser.visit('/deelnemen/3333-3333')).status).toBe(404);
		}
		expect((await browser.post('/', { code: a.code.toLowerCase().replace('-', ' ') })).location).toBe(
			`/deelnemen/${a.code}`
		);
		expect((await browser.visit(`/deelnemen/${a.code}`)).status).toBe(200);
	});

	test('that signs out ends the sign-in itself, also for a copy of its cookie', async () => {
		const { cookie } = organiser;
		expect((await organiser.post('/sessies?/signOut', {})).location).toBe('/inloggen');
		expect(organiser.cookie).toBe('');
		const response = await fetch(`${server.url}/sessies`, { headers: { cookie }, redirect: 'manual' });
		expect(response.headers.get('location')).toBe('/inloggen');
	});
});
