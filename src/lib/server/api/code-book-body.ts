import { CORE_LIST_CODES, CORE_LISTS, CORE_VERSION } from '#lib/domain/core-codes.ts';
import type { CodeBook, Term } from '#lib/domain/programme/code-book.ts';
import { toldCodes } from '#lib/i18n/core-words.ts';

/** The closed lists with their validity, and the terms of the programme, as the API tells them. */
export function codeBookBody({ version, terms }: CodeBook, self: string) {
	return {
		versie: version,
		vasteVersie: CORE_VERSION,
		codes: CORE_LIST_CODES.flatMap((list) =>
			toldCodes(list).map((told) => ({
				lijst: list,
				code: told.code,
				naam: told.name,
				engels: told.english,
				definitie: told.definition,
				bron: CORE_LISTS[list].source,
				versie: told.version,
				geldigVanaf: told.from,
				geldigTot: told.until,
				vervangenDoor: told.replacedBy
			}))
		),
		eigenTermen: terms.map(termBody),
		_links: { self: { href: self } }
	};
}

function termBody({ id, under, label, definition, addedAt, endedAt, replacedBy }: Term) {
	return {
		id,
		onder: under,
		naam: label,
		definitie: definition,
		geldigVanaf: new Date(addedAt).toISOString(),
		geldigTot: endedAt === null ? null : new Date(endedAt).toISOString(),
		vervangenDoor: replacedBy
	};
}
