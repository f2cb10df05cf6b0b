import * as v from 'valibot';

/** Which version of a dossier the server holds, and where it comes from. */
export const DossierVersionSchema = v.strictObject({
	version: v.pipe(v.number(), v.integer()),
	/** Epoch milliseconds. */
	changedAt: v.number(),
	/** Of the account; null where it is not told, or is no more. */
	name: v.nullable(v.string()),
	/** By whoever had its link, without an account. */
	isByLink: v.boolean()
});
export type DossierVersion = v.InferOutput<typeof DossierVersionSchema>;
