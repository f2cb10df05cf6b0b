import { AsyncLocalStorage } from 'node:async_hooks';
import { FRAMED_TYPE, frameOf } from '#lib/export/framed.ts';
import type { MadeFile } from '#lib/export/record-files.ts';

interface DownloadWish {
	/** Told how far it is on its way, in frames (`export/framed.ts`), where the file knows. */
	readonly isFramed?: boolean;
}

/**
 * A file that is made while it is sent, as fast as it is taken and no further when whoever asked goes away. It is made in the language of
 * the request, also after the request was answered. No cache keeps it.
 */
export function download(made: MadeFile, name: string, { isFramed = false }: DownloadWish = {}): Response {
	const inRequest = AsyncLocalStorage.snapshot();
	const { share } = made;
	const iterator = isFramed && share ? framesOf(made, share) : bytesOf(made);
	const type = isFramed && share ? FRAMED_TYPE : made.type;
	const body = new ReadableStream<Uint8Array>(
		{
			pull: (controller) =>
				inRequest(async () => {
					const { done, value } = await iterator.next();
					if (done) controller.close();
					else controller.enqueue(value);
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

async function* bytesOf({ pieces }: MadeFile): AsyncGenerator<Uint8Array, void, undefined> {
	const encoder = new TextEncoder();
	for await (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}

async function* framesOf(made: MadeFile, share: () => number): AsyncGenerator<Uint8Array, void, undefined> {
	for await (const bytes of bytesOf(made)) if (bytes.length > 0) yield frameOf(share(), bytes);
	yield frameOf(1, new Uint8Array());
}
