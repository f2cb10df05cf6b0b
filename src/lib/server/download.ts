import { AsyncLocalStorage } from 'node:async_hooks';
import type { MadeFile } from '#lib/export/record-files.ts';

/**
 * A file that is made while it is sent, as fast as it is taken and no further when whoever asked goes away. It is made in the language of
 * the request, also after the request was answered. No cache keeps it.
 */
export function download({ type, pieces }: MadeFile, name: string): Response {
	const inRequest = AsyncLocalStorage.snapshot();
	const encoder = new TextEncoder();
	const iterator = piecesOf(pieces);
	const body = new ReadableStream<Uint8Array>(
		{
			pull: (controller) =>
				inRequest(async () => {
					const { done, value } = await iterator.next();
					if (done) controller.close();
					else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
				}),
			cancel: async () => {
				await iterator.return();
			}
		},
		{ highWaterMark: 0 }
	);
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
}

async function* piecesOf(pieces: MadeFile['pieces']): AsyncGenerator<string | Uint8Array, void, undefined> {
	for await (const piece of pieces) yield piece;
}
