import { deserialize } from '$app/forms';

/** What a form action of a page answered; `'failed'` when nobody knows what came of it. */
export type Posted<Success, Refusal> =
	| { readonly type: 'success'; readonly data: Success }
	| { readonly type: 'refused'; readonly data: Refusal }
	| { readonly type: 'failed' };

/**
 * Posts to a form action without leaving the page, for buttons that are no form.
 * @param action where to: `?/name` for an action of this page, or the address of another
 * @param fields as `FormData` where they are long: other fields grow to three times their size on the way
 */
export async function postAction<Success, Refusal = undefined>(
	action: string,
	fields: Readonly<Record<string, string>> | FormData = {}
): Promise<Posted<Success, Refusal>> {
	try {
		const response = await fetch(action, {
			method: 'POST',
			body: fields instanceof FormData ? fields : new URLSearchParams(fields),
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
		});
		const result = deserialize(await response.text());
		if (result.type === 'success') return { type: 'success', data: result.data as Success };
		if (result.type === 'failure') return { type: 'refused', data: result.data as Refusal };
		return { type: 'failed' };
	} catch {
		return { type: 'failed' };
	}
}
