import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { FRAMED_TYPE, Unframing } from '#lib/export/framed.ts';
import { download } from './download.ts';

test('a file is made no faster than it is taken, and no further when whoever asked goes away', async () => {
	const made: number[] = [];
	let isEnded = false;
	async function* pieces(): AsyncGenerator<Uint8Array> {
		try {
			for (let index = 0; index < 1000; index += 1) {
				made.push(index);
				yield await Promise.resolve(new Uint8Array([index % 256]));
			}
		} finally {
			isEnded = true;
		}
	}
	const reader = download({ type: 'application/zip', pieces: pieces() }, 'proef.zip').body?.getReader();
	expect((await reader?.read())?.value).toEqual(new Uint8Array([0]));
	expect(made).toEqual([0]);
	await reader?.cancel();
	expect(isEnded).toBe(true);
	expect(made).toEqual([0]);
});

test('a file is made in the circumstances of the request, also after it was answered', async () => {
	const language = new AsyncLocalStorage<string>();
	function* pieces(): Iterable<string> {
		yield `${language.getStore() ?? 'none'} `;
		yield language.getStore() ?? 'none';
	}
	const response = language.run('en', () => download({ type: 'text/csv', pieces: pieces() }, 'proef.csv'));
	expect(response.headers.get('content-disposition')).toBe('attachment; filename="proef.csv"');
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(await response.text()).toBe('en en');
});

test('a file in frames tells how far it is, ends with an empty one, and is only framed when asked', async () => {
	let made = 0;
	function* pieces(): Iterable<string> {
		for (const word of ['een', '', 'twee']) {
			made += 1;
			yield word;
		}
	}
	const file = () => ({ type: 'text/csv', pieces: pieces(), share: () => made / 3 });
	const framed = download(file(), 'proef.csv', { isFramed: true });
	expect(framed.headers.get('content-type')).toBe(FRAMED_TYPE);
	const unframing = new Unframing();
	const told: (string | number)[] = [];
	for await (const bytes of framed.body ?? []) {
		const words = unframing.take(bytes).map((piece) => new TextDecoder().decode(piece));
		told.push(...words, unframing.share);
	}
	expect(told).toEqual(['een', 0.333, 'twee', 1, 1]);
	expect(unframing.isWhole).toBe(true);
	expect(await download(file(), 'proef.csv').text()).toBe('eentwee');
});
