import type { RequestHandler } from './$types';

/** Whether the process serves and can write, for whoever watches over it. */
export const GET: RequestHandler = async ({ locals }) => {
	const isWritable = await locals.app.health.isWritable();
	return Response.json({ ok: isWritable }, { status: isWritable ? 200 : 503 });
};
