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

describe('every page of worksession a', () => {
	/** Status, or where one is sent. In the order nobody, anna, bram of b, screen, organiser, rachid who leads b, a guest who leads a. */
	const expected: readonly [path: string, ...outcomes: string[]][] = [
		['/', '200', '200', '200', '200', '200', '200', '200'],
		['/privacy', '200', '200', '200', '200', '200', '200', '200'],
		['/gezond', '200', '200', '200', '200', '200', '200', '200'],
		['/inloggen', '200', '200', '200', '200', '200', '200', '200'],
		['/overnemen', '200', '200', '200', '200', '200', '200', '200'],
		['/verder', '200', '200', '200', '200', '200', '200', '200'],
		['/scherm', '200', '200', '200', '200', '200', '200', '200'],
		['/deelnemen/CODE', '200', '/sessie/A', '200', '200', '200', '200', '200'],
		['/sessie/A', '/', '200', '/', '/', '/', '/', '/'],
		['/sessie/nergens', '/', '/', '/', '/', '/', '/', '/'],
		['/sessie/A/scherm', '/scherm', '/scherm', '/scherm', '200', '200', '/scherm', '200'],
		['/sessie/nergens/scherm', '/scherm', '/scherm', '/scherm', '/scherm', '404', '/scherm', '/scherm'],
		['/sessies', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		['/sessies/nieuw', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '403'],
		['/sessies/papier', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '403'],
		['/sessies/bestand', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '403'],
		['/vergelijken', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		[
			'/vergelijken/kaarten?ronde=bottlenecks&groep=follower&thema=ondermijning&soort=',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'200',
			'200',
			'200'
		],
		['/vergelijken/kaarten', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '404', '404', '404'],
		['/vergelijken/naast-elkaar', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		['/vergelijken/wie-helpt-wie', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		['/vergelijken/kandidaten', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		[
			'/vergelijken/kandidaten/beslisblad.docx',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'200',
			'200',
			'200'
		],
		['/vergelijken/zoeken?q=de', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		['/codeboek', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		['/codeboek/codeboek.csv', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		['/voorbeelden', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '403'],
		['/voorbeelden/nergens', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '404', '404', '403'],
		[
			'/voorbeelden/nergens/invullen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'404',
			'404',
			'403'
		],
		['/voorbeeld/een.verzonnen-link', '404', '404', '404', '404', '404', '404', '404'],
		['/voorbeeld/een.verzonnen-link/lezen', '404', '404', '404', '404', '404', '404', '404'],
		// Still open, and then for whoever leads it with an account.
		['/sessies/A/soorten', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '404', '404', '403'],
		['/v1/openapi.json', '200', '200', '200', '200', '200', '200', '200'],
		['/v1/sessies', '401', '401', '401', '401', '401', '401', '401'],
		['/gemeenten', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		['/vergelijken/bestanden', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '200', '200'],
		[
			'/vergelijken/bestanden/werksessies.zip',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'200',
			'200',
			'200'
		],
		[
			'/vergelijken/bestanden/werksessies.zip?sessie=A',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'404',
			'404',
			'404'
		],
		['/accounts', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '403', '403'],
		['/sessies/A', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '404', '200'],
		['/sessies/nergens', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '404', '404', '404'],
		['/sessies/A/regie', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '404', '200'],
		['/sessies/nergens/regie', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '404', '404', '404'],
		['/sessies/A/verslag', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '200', '404', '200'],
		['/gemeente/een-verzonnen-link', '404', '404', '404', '404', '404', '404', '404'],
		['/sessies/A/verslag/versies/1', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '404', '404', '404'],
		['/sessies/nergens/verslag', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '404', '404', '404'],
		[
			'/sessies/A/verslag/intakeverslag.json',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'200',
			'404',
			'200'
		],
		[
			'/sessies/A/verslag/intakeverslag.csv',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'200',
			'404',
			'200'
		],
		[
			'/sessies/A/verslag/intakeverslag.xlsx',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'200',
			'404',
			'200'
		],
		[
			'/sessies/A/verslag/intakeverslag-csv.zip',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'/inloggen',
			'200',
			'404',
			'200'
		],
		['/sessies/A/verslag/waaier.db', '/inloggen', '/inloggen', '/inloggen', '/inloggen', '404', '404', '404'],
		['/nergens', '404', '404', '404', '404', '404', '404', '404']
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
