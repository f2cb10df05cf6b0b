import { error } from '@sveltejs/kit';
import { COMPARED_KINDS } from '#lib/domain/compare/compared-cards.ts';
import { compare, evidenceOf } from '#lib/domain/compare/comparison.ts';
import { CATEGORIES, GROUPS } from '#lib/domain/vocabulary.ts';
import { compared } from '#lib/server/compared.ts';
import { shown } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

/** The cards behind one number of the comparison; 404 for a number that there is not. */
export const load: PageServerLoad = async (event) => {
	const { account, programme, records, theme, day } = await compared(event);
	const { searchParams } = event.url;
	const kind = COMPARED_KINDS.find((known) => known === searchParams.get('ronde'));
	const group = GROUPS.find((known) => known === searchParams.get('groep'));
	const asked = searchParams.get('soort') ?? '';
	const category = CATEGORIES.find((known) => known === asked) ?? null;
	if (!kind || !group || !theme || (category === null && asked !== '')) error(404);
	const { codeBook } = await event.locals.app.programmeDesk.programme();
	const askedTerm = searchParams.get('term');
	const term = codeBook.terms.find(({ id, under }) => id === askedTerm && under === category) ?? null;
	if (askedTerm !== null && !term) error(404);
	const column = compare(records, day).columns.find((known) => known.group === group);
	const place = { kind, category, theme, group };
	const { cell, cards } = evidenceOf(records, day, { ...place, term: term?.id ?? null });
	return {
		account: shown(account),
		programme,
		day,
		place,
		term: term?.label ?? null,
		cell,
		cards,
		of: column?.municipalities.length ?? 0
	};
};
