import * as v from 'valibot';
import { CORE_LIST_CODES } from '#lib/domain/core-codes.ts';
import { GROUP_CODES, ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import { CATEGORIES, THEMES } from '#lib/domain/vocabulary.ts';
import { RecordCardSchema, RecordSchema } from '#lib/export/record-schema.ts';
import { DossierFactsSchema } from '#lib/protocol/dossier-facts.ts';

/** The shapes of what the API answers, as its description tells them. A test holds real answers against them. */

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const link = v.strictObject({ href: v.string() });
const itself = v.strictObject({ self: link });
const group = v.picklist(Object.values(GROUP_CODES));

/** One page of a list, with the ways to the others. */
function pageOfBodies<const Name extends string, Body extends v.GenericSchema>(name: Name, body: Body) {
	return v.strictObject({
		[name]: v.array(body),
		totaal: v.pipe(count, v.description('Op alle pagina’s samen.')),
		pagina: v.pipe(v.number(), v.integer(), v.minValue(1)),
		aantal: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('Hoogstens zoveel op een pagina.')),
		_links: v.strictObject({ self: link, prev: v.optional(link), next: v.optional(link) })
	});
}

const session = v.strictObject({
	id: v.string(),
	titel: v.string(),
	thema: v.picklist(THEMES),
	groep: group,
	datum: v.nullable(v.pipe(v.string(), v.isoDate())),
	plaats: v.string(),
	status: v.string(),
	codeboekVersie: v.pipe(count, v.description('Van de vaste codes; zie codeboeken.')),
	aantalGemeenten: count,
	aantalKaarten: count,
	_links: itself
});

const cell = v.strictObject({
	vraag: v.picklist(Object.values(ROUND_CODES)),
	soort: v.pipe(v.nullable(v.picklist(CATEGORIES)), v.description('Null: nog niet ingedeeld.')),
	thema: v.picklist(THEMES),
	groep: group,
	gemeenten: v.pipe(
		v.array(v.string()),
		v.description('Codes van verschillende gemeenten die het noemden, op de peildatum.')
	),
	vanGemeenten: v.pipe(count, v.description('Zoveel gemeenten namen deel.')),
	kaarten: count,
	stippen: count
});

const code = v.strictObject({
	lijst: v.picklist(CORE_LIST_CODES),
	code: v.string(),
	naam: v.string(),
	engels: v.string(),
	definitie: v.string(),
	bron: v.string(),
	versie: v.pipe(count, v.description('Van de vaste codes, waarin deze code begon.')),
	geldigVanaf: v.pipe(v.string(), v.isoDate()),
	geldigTot: v.pipe(v.nullable(v.pipe(v.string(), v.isoDate())), v.description('Null: geldt nog.')),
	vervangenDoor: v.nullable(v.string())
});

const term = v.strictObject({
	id: v.string(),
	onder: v.picklist(CATEGORIES),
	naam: v.string(),
	definitie: v.string(),
	geldigVanaf: v.pipe(v.string(), v.isoTimestamp()),
	geldigTot: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
	vervangenDoor: v.nullable(v.string())
});

const dossier = v.strictObject({
	id: v.string(),
	versie: count,
	gewijzigdOp: v.pipe(v.string(), v.isoTimestamp()),
	dossier: DossierFactsSchema,
	_links: itself
});

export const SessionsBody = pageOfBodies('sessies', session);
export const RecordBody = RecordSchema;
export const CardsBody = pageOfBodies('kaarten', RecordCardSchema);
export const ComparisonsBody = v.strictObject({
	peildatum: v.pipe(v.string(), v.isoDate()),
	vergelijkingen: v.array(cell),
	_links: itself
});
export const CodeBooksBody = v.strictObject({
	versie: v.pipe(
		count,
		v.description('Van het hele codeboek: één meer met elke wijziging van een eigen term.')
	),
	vasteVersie: v.pipe(count, v.description('Van de vaste codes; een sessie zegt met welke zij is gehouden.')),
	codes: v.array(code),
	eigenTermen: v.array(term),
	_links: itself
});
export const DossiersBody = pageOfBodies('praktijkvoorbeelden', dossier);
export const DossierBody = dossier;
