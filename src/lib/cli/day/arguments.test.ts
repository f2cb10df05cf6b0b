import { expect, test } from 'vitest';
import { parseDayArguments } from './arguments.ts';

const needed = ['--cards', 'kaarten.csv', '--participants', '12', '--out', 'verslag.json'];

test('cards, participants and out are enough', () => {
	expect(parseDayArguments(needed, {})).toEqual({
		kind: 'play',
		day: {
			cardsFile: 'kaarten.csv',
			participants: 12,
			outFile: 'verslag.json',
			theme: null,
			server: null
		}
	});
});

test('a server that runs already comes with its link, which may stand in the environment', () => {
	const args = [...needed, '--url', 'http://localhost:3000/'];
	const link = 'http://localhost:3000/inloggen#geheim';
	const server = { url: 'http://localhost:3000', link };
	expect(parseDayArguments([...args, '--link', link], {})).toMatchObject({ day: { server } });
	expect(parseDayArguments(args, { WAAIER_LINK: link })).toMatchObject({ day: { server } });
	expect(parseDayArguments([...needed, '--url', link], {})).toMatchObject({ day: { server } });
	expect(parseDayArguments(args, {})).toMatchObject({ kind: 'wrong' });
});

test.each([
	['nothing at all', []],
	['an unknown option', [...needed, '--fast']],
	['nobody', ['--cards', 'k.csv', '--participants', '0', '--out', 'v.json']],
	['half a person', ['--cards', 'k.csv', '--participants', '1.5', '--out', 'v.json']],
	['an unknown theme', [...needed, '--theme', 'sport']],
	['an address that is none', [...needed, '--url', 'localhost', '--link', 'http://a/inloggen#b']]
])('%s is answered with a sentence', (_, args) => {
	const parsed = parseDayArguments(args, {});
	expect(parsed.kind).toBe('wrong');
	expect(parsed).toHaveProperty('sentence', expect.stringMatching(/\.$|: /));
});
