import * as v from 'valibot';

/**
 * Records of the list "Register gemeenten compleet" (TOOI, standaarden.overheid.nl/tooi), in expanded JSON-LD: names are
 * whole addresses, and each value stands in an array of its own. What is read of a record is checked strictly; the rest of it
 * (labels, names for sorting, registration) is not looked at.
 */

const ONTOLOGY = 'https://identifier.overheid.nl/tooi/def/ont/';
const PROV = 'http://www.w3.org/ns/prov#';

const FIELD = {
	id: '@id',
	type: '@type',
	date: `${ONTOLOGY}zichtdatum`,
	digits: `${ONTOLOGY}gemeentecode`,
	name: `${ONTOLOGY}voorkeursnaamExclSoort`,
	province: `${ONTOLOGY}ligtInProvincie`,
	begin: `${ONTOLOGY}begindatum`,
	end: `${ONTOLOGY}einddatum`,
	moment: `${ONTOLOGY}tijdstipWijziging`,
	ended: `${PROV}invalidated`,
	extended: `${PROV}used`,
	begun: `${PROV}generated`
} as const;

const NAME_LENGTH_MAX = 60;
const ID_LENGTH_MAX = 200;

export const LIST_TYPE = 'https://identifier.overheid.nl/tooi/def/wl/RegisterwaardelijstCompleet';
export const MUNICIPALITY_TYPE = `${ONTOLOGY}Gemeente`;
/** A second record about the same thing, as it was called before; other registers of TOOI have them. */
export const FORMER_VERSION_TYPE = `${ONTOLOGY}HistorischeVersie`;
/** A merger, an extension of a municipality that stays, and another code for the same area. */
export const CHANGE_TYPES: readonly string[] = ['Samenvoeging', 'Uitbreiding', 'Herschikking'].map(
	(type) => ONTOLOGY + type
);

function isDay(text: string): boolean {
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isDay));
const dayOfMoment = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.Z+-]*$/),
	v.transform((moment) => moment.slice(0, 'YYYY-MM-DD'.length)),
	v.check(isDay)
);
/** Letters and the few signs that names have; nothing that means something in code or to a terminal. */
const name = v.pipe(v.string(), v.maxLength(NAME_LENGTH_MAX), v.regex(/^[\p{L}'’][\p{L}\p{M} '’().,/-]*$/u));
const municipality = v.pipe(
	v.string(),
	v.regex(/^https:\/\/identifier\.overheid\.nl\/tooi\/id\/gemeente\/gm\d{4}$/),
	v.transform((address) => address.slice(-'GM0000'.length).toUpperCase())
);
const province = v.pipe(
	v.string(),
	v.regex(/^https:\/\/identifier\.overheid\.nl\/tooi\/id\/provincie\/pv\d{2}$/),
	v.transform((address) => address.slice(-'pv00'.length))
);

/** The one value of a property. */
function valueOf(schema: v.GenericSchema<string>) {
	return v.pipe(
		v.strictTuple([
			v.strictObject({
				'@type': v.optional(v.string()),
				'@language': v.optional(v.string()),
				'@value': schema
			})
		]),
		v.transform(([one]): string => one['@value'])
	);
}

/** A pointer to another record. */
function referenceTo(schema: v.GenericSchema<string>) {
	return v.pipe(
		v.strictObject({ '@id': schema }),
		v.transform((one): string => one['@id'])
	);
}

const municipalities = v.optional(v.array(referenceTo(municipality)), []);

/** Any record: what it is about, and of which types it is. */
export const HeadSchema = v.object({
	[FIELD.id]: v.pipe(v.string(), v.maxLength(ID_LENGTH_MAX)),
	[FIELD.type]: v.pipe(v.array(v.string()), v.minLength(1))
});

/** The record about the list itself: the day on which the register was looked at. */
export const ListSchema = v.pipe(
	v.object({ [FIELD.date]: valueOf(day) }),
	v.transform((record) => record[FIELD.date])
);

export const MunicipalitySchema = v.pipe(
	v.object({
		[FIELD.id]: municipality,
		[FIELD.digits]: valueOf(v.pipe(v.string(), v.regex(/^\d{4}$/))),
		[FIELD.name]: valueOf(name),
		[FIELD.province]: v.optional(v.strictTuple([referenceTo(province)])),
		[FIELD.begin]: v.optional(valueOf(day)),
		[FIELD.end]: v.optional(valueOf(day))
	}),
	v.forward(
		v.check((record) => record[FIELD.id] === `GM${record[FIELD.digits]}`),
		[FIELD.digits]
	),
	v.forward(
		v.check((record) => (record[FIELD.begin] ?? '') <= (record[FIELD.end] ?? '9999')),
		[FIELD.end]
	),
	v.transform((record) => ({
		code: record[FIELD.id],
		/** The everyday name: "Den Haag" where the official one is "'s-Gravenhage". */
		name: record[FIELD.name],
		/** Code of the province, 'pv20' to 'pv31'; absent where the register does not tell it. */
		province: record[FIELD.province]?.[0],
		/** First day, 'YYYY-MM-DD'; absent where the register does not tell it. */
		begin: record[FIELD.begin],
		/** Last day, 'YYYY-MM-DD'; absent while none is known. */
		end: record[FIELD.end]
	}))
);

/** On this day ('YYYY-MM-DD') some codes were no longer valid, and their area went into the other ones. */
export const ChangeSchema = v.pipe(
	v.object({
		[FIELD.moment]: valueOf(dayOfMoment),
		[FIELD.ended]: municipalities,
		[FIELD.extended]: municipalities,
		[FIELD.begun]: municipalities
	}),
	v.transform((record) => ({
		day: record[FIELD.moment],
		ended: record[FIELD.ended],
		into: [...record[FIELD.extended], ...record[FIELD.begun]]
	}))
);
