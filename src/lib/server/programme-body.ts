import { error } from '@sveltejs/kit';
import * as v from 'valibot';

/** Longer than any act; more is no act of ours. In UTF-16 units. */
const BODY_LENGTH_MAX = 128 * 1024;

/** The body of a request as its schema reads it; 400 for anything else than exactly that, 413 when it is too long. */
export async function bodyOf<S extends v.GenericSchema>(
	request: Request,
	schema: S
): Promise<v.InferOutput<S>> {
	const body = await request.text();
	if (body.length > BODY_LENGTH_MAX) error(413);
	const parsed = v.safeParse(schema, jsonOf(body), { abortEarly: true });
	return parsed.success ? parsed.output : error(400);
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
