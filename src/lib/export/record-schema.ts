import * as v from 'valibot';
import {
	ANONYMITY_CODES,
	BUDGET_CODES,
	GROUP_CODES,
	READ_BACK_CODES,
	REDACTION_CODES,
	STATUS_CODES,
	ROLE_CODES,
	ROUND_CODES
} from '#lib/domain/record/record-codes.ts';
import { RECORD_SCHEMA_VERSION, type IntakeRecord } from '#lib/domain/record/record.ts';
import { RATING_CODES } from '#lib/domain/record/record-ratings.ts';
import {
	FUNCTIONS,
	CATEGORIES,
	CRITERIA,
	LEGAL_BASES,
	NATURES,
	NEED_TYPES,
	INTERESTS,
	PRIVACY_CHECKS,
	PROCESS_PHASES,
	PRODUCT_FORMS,
	TEXT_KINDS,
	THEMES
} from '#lib/domain/vocabulary.ts';

/**
 * The shape of the intake record as a file: what `parseRecord` takes in and what is published as JSON Schema in
 * `static/schema/`. Titles are the Dutch words of the field, descriptions say what an importer has to know. Keys stand in the order in
 * which `intakeRecord` writes them, because a parsed record is serialised again in the order of this schema.
 */

const text = v.string();
const id = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const order = v.pipe(v.number(), v.integer(), v.minValue(1));
const moment = v.pipe(v.string(), v.isoTimestamp());
const codes = v.pipe(
	v.array(id),
	v.description('Codes of municipalities: GM and four digits, or XX and four digits for an invented one.')
);
const toldCodes = v.pipe(
	v.nullable(codes),
	v.title('Gemeenten'),
	v.description('Codes of municipalities; null where the worksession tells nothing of authors.')
);
const nullableId = v.nullable(id);
const itemKey = v.pipe(v.string(), v.regex(/^(?:card|cluster):./));

const givenDots = { dots: count, municipalities: count, people: count };

const dots = v.pipe(
	v.nullable(v.strictObject({ dots: count, municipalities: v.nullable(count), people: v.nullable(count) })),
	v.title('Stippen'),
	v.description(
		'Dots, distinct municipalities and people that gave them. Null before the round closed, and for a card in a cluster; who gave them is null where dots were counted elsewhere, such as on paper.'
	)
);

const session = v.pipe(
	v.strictObject({
		id,
		title: v.pipe(text, v.title('Titel')),
		theme: v.pipe(v.picklist(THEMES), v.title('Thema')),
		group: v.pipe(v.picklist(Object.values(GROUP_CODES)), v.title('Groep')),
		date: v.pipe(v.nullable(v.pipe(v.string(), v.isoDate())), v.title('Datum')),
		place: v.pipe(text, v.title('Plaats')),
		startAt: v.pipe(v.nullable(moment), v.title('Begin'), v.description('RFC 3339 in UTC.')),
		endAt: v.pipe(v.nullable(moment), v.title('Einde'), v.description('RFC 3339 in UTC.')),
		anonymity: v.pipe(v.picklist(Object.values(ANONYMITY_CODES)), v.title('Zichtbaarheid')),
		status: v.pipe(v.picklist(['concept', ...Object.values(STATUS_CODES)]), v.title('Status')),
		statusReason: v.pipe(
			text,
			v.title('Reden bij de status'),
			v.description('Why it was opened again, or fixed with loose ends; else empty.')
		),
		isTrial: v.pipe(
			v.boolean(),
			v.title('Proefsessie'),
			v.description('True for a rehearsal with invented municipalities; never to be counted.')
		),
		municipalityListDate: v.pipe(
			v.string(),
			v.isoDate(),
			v.title('Peildatum gemeentelijst'),
			v.description('The day on which the codes of municipalities were valid.')
		),
		codeBookVersion: v.pipe(
			order,
			v.title('Versie codeboek'),
			v.description(
				'The issue of the closed lists whose codes it holds; own terms of the programme are not in it.'
			)
		)
	}),
	v.title('Werksessie')
);

const participation = v.pipe(
	v.strictObject({
		people: count,
		observers: v.pipe(count, v.title('Waarnemers')),
		roles: v.strictObject({ koploper: count, volger: count, partner: count }),
		partners: v.array(v.strictObject({ organisation: text, people: count })),
		peopleWithoutMunicipality: count,
		municipalities: v.array(
			v.strictObject({
				code: id,
				name: text,
				people: count,
				role: v.pipe(
					v.nullable(v.picklist(Object.values(ROLE_CODES))),
					v.title('Rol'),
					v.description('As what all of its people took part; null where they came as both or nobody said.')
				)
			})
		)
	}),
	v.title('Deelname'),
	v.description('Counts only. A person for several municipalities counts in each of them.')
);

const example = v.strictObject({
	id,
	name: text,
	summary: text,
	municipalities: codes,
	dossier: v.pipe(nullableId, v.description('Id of the dossier by which it is the same over worksessions.'))
});

const table = v.strictObject({
	id,
	order,
	name: text,
	example: v.pipe(nullableId, v.description('Id of the practice example it worked on.')),
	people: v.pipe(count, v.description('Who sat there in the end.'))
});

const vote = v.strictObject({
	order,
	closedAt: v.pipe(moment, v.description('RFC 3339 in UTC.')),
	budget: v.pipe(count, v.title('Stippen'), v.description('Dots of one budget.')),
	budgetPer: v.pipe(
		v.picklist(Object.values(BUDGET_CODES)),
		v.title('Budget per'),
		v.description('"gemeente" is one budget for the people of a municipality together.')
	),
	maxPerItem: v.pipe(count, v.description('Dots of one budget on one item.')),
	votedOn: v.pipe(v.nullable(v.array(itemKey)), v.description('What was voted on; null is everything.')),
	results: v.array(v.strictObject({ item: itemKey, ...givenDots }))
});

const round = v.strictObject({
	id,
	order,
	type: v.picklist(Object.values(ROUND_CODES)),
	prompt: text,
	isClosed: v.boolean(),
	cards: count,
	municipalities: v.pipe(
		v.nullable(count),
		v.description(
			'Distinct municipalities on the cards; null where the worksession tells nothing of authors.'
		)
	),
	votes: v.pipe(
		v.array(vote),
		v.title('Stemrondes'),
		v.description(
			'Every vote that has ended, in the order in which they were held. The last one gives items their dots.'
		)
	)
});

const step = v.strictObject({
	id,
	order,
	name: text,
	table: v.pipe(
		nullableId,
		v.description('The table whose process it is a step of; null for the whole room.')
	),
	phase: v.pipe(v.nullable(v.picklist(PROCESS_PHASES)), v.title('Fase')),
	doneBy: v.pipe(v.array(v.picklist(FUNCTIONS)), v.title('Wie doet het')),
	dataIn: v.pipe(text, v.title('Gegevens erin')),
	dataOut: v.pipe(text, v.title('Gegevens eruit')),
	tool: v.pipe(text, v.title('Hulpmiddel')),
	duration: v.pipe(text, v.title('Doorlooptijd')),
	legalBases: v.pipe(
		v.array(v.picklist(LEGAL_BASES)),
		v.title('Grondslag'),
		v.description('"wgs" is the law on debts, "wgs-samenwerkingsverbanden" the one on partnerships.')
	),
	legalNote: v.pipe(text, v.title('Artikel of toelichting')),
	remark: v.pipe(text, v.title('Opmerking'))
});

const cluster = v.strictObject({
	id,
	round: id,
	title: text,
	step: nullableId,
	cards: v.array(id),
	tables: v.pipe(v.array(id), v.title('Tafels')),
	municipalities: toldCodes,
	dots
});

const redaction = { at: moment, by: v.picklist(Object.values(REDACTION_CODES)), reason: text };

const card = v.strictObject({
	id,
	round: id,
	text: v.pipe(text, v.title('Tekst'), v.description('As it was written, unchanged.')),
	municipalities: toldCodes,
	organisation: v.pipe(
		v.nullable(text),
		v.title('Organisatie'),
		v.description('Of a partner; empty for a municipality.')
	),
	table: v.pipe(nullableId, v.title('Tafel')),
	origin: v.pipe(v.picklist(['live', 'vooraf']), v.title('Herkomst')),
	writtenBy: v.pipe(
		v.nullable(v.picklist(['schrijver', 'gespreksleider'])),
		v.title('Ingevoerd door'),
		v.description(
			'The facilitator for somebody without a device. Null where authors are not told, and for what was put in beforehand.'
		)
	),
	readBack: v.pipe(
		v.nullable(v.picklist(Object.values(READ_BACK_CODES))),
		v.title('Nagekeken'),
		v.description(
			'Whether its writer found it right or corrected it, looking back at the end of the day; null when nobody said.'
		)
	),
	step: nullableId,
	cluster: nullableId,
	isLate: v.pipe(v.boolean(), v.title('Nagekomen')),
	redaction: v.pipe(
		v.nullable(v.strictObject(redaction)),
		v.title('Tekst weggehaald'),
		v.description('When the text was taken away for good, by whom and why; null while it stands.')
	),
	dots
});

/** A card as it stands in a record and in what other programs read. */
export const RecordCardSchema = card;

const classification = v.pipe(
	v.strictObject({
		item: itemKey,
		category: v.pipe(v.nullable(v.picklist(CATEGORIES)), v.title('Soort')),
		also: v.pipe(
			v.array(v.picklist(CATEGORIES)),
			v.title('Tweede soort'),
			v.description('Categories beside the first, in the order of the code book.')
		),
		phase: v.pipe(v.nullable(v.picklist(PROCESS_PHASES)), v.title('Fase')),
		nature: v.pipe(v.nullable(v.picklist(NATURES)), v.title('Aard')),
		needType: v.pipe(v.nullable(v.picklist(NEED_TYPES)), v.title('Soort behoefte'))
	}),
	v.description('What a card or cluster is about, in the codes of the code book.')
);

const link = v.pipe(
	v.strictObject({ need: itemKey, bottleneck: itemKey }),
	v.description('A need and the bottleneck it solves, each as "card:" or "cluster:" with an id.')
);

const deal = v.strictObject({
	parties: v.pipe(text, v.title('Partijen')),
	dataset: v.pipe(text, v.title('Dataset')),
	definitions: v.pipe(text, v.title('Definities')),
	frequency: v.pipe(text, v.title('Frequentie')),
	quality: v.pipe(text, v.title('Kwaliteit')),
	costs: v.pipe(text, v.title('Kosten')),
	term: v.pipe(text, v.title('Looptijd')),
	evaluateOn: v.pipe(v.nullable(v.pipe(v.string(), v.isoDate())), v.title('Evaluatiedatum')),
	exit: v.pipe(text, v.title('Hoe het eindigt'))
});

const idea = v.strictObject({
	id,
	order,
	title: v.pipe(text, v.title('Naam')),
	form: v.pipe(v.picklist(PRODUCT_FORMS), v.title('Vorm')),
	summary: v.pipe(text, v.title('Omschrijving')),
	ownPart: v.pipe(text, v.title('Wat levert een gemeente zelf')),
	nationalPart: v.pipe(text, v.title('Wat levert landelijk')),
	privacyCheck: v.pipe(
		v.nullable(v.picklist(PRIVACY_CHECKS)),
		v.title('Privacytoets of grondslag nodig'),
		v.description('Null while nobody said.')
	),
	deal: v.pipe(
		v.nullable(deal),
		v.title('Datadeal'),
		v.description('Null for another form, and while nothing is known.')
	),
	needs: v.pipe(v.array(itemKey), v.title('Vervult'), v.description('The needs it is for.')),
	examples: v.pipe(
		v.array(id),
		v.title('Gebaseerd op'),
		v.description('Ids of the practice examples where it is there already; each of them tells its dossier.')
	),
	from: v.pipe(
		v.array(itemKey),
		v.description('What it was made from; empty when it was thought up afresh.')
	),
	table: v.pipe(nullableId, v.title('Tafel')),
	interests: v.pipe(
		v.record(id, v.picklist(INTERESTS)),
		v.title('Gemeenten die willen meedoen'),
		v.description('By code: whether it will, or may.')
	)
});

const rating = v.strictObject({
	id,
	order,
	type: v.pipe(v.picklist(Object.values(RATING_CODES)), v.title('Soort beoordeling')),
	closedAt: moment,
	people: v.pipe(count, v.description('People who could answer when it closed.')),
	municipalities: v.pipe(count, v.description('Municipalities that could answer when it closed.')),
	results: v.pipe(
		v.array(
			v.strictObject({
				idea: v.pipe(id, v.title('Productidee')),
				criterion: v.pipe(v.picklist([...CRITERIA.worth, ...CRITERIA.scaling]), v.title('Criterium')),
				scores: v.pipe(
					v.array(v.strictObject({ score: count, count, others: count })),
					v.title('Antwoorden'),
					v.description(
						'Answers per score: of people on value and effort (1 to 5), of municipalities on scaling up (0 no, 1 partly, 2 yes), where others come for no municipality.'
					)
				),
				mean: v.pipe(
					v.nullable(v.number()),
					v.title('Gemiddelde'),
					v.description('To one decimal, without the others.')
				),
				middleHalf: v.pipe(
					v.nullable(v.strictObject({ from: v.number(), to: v.number() })),
					v.title('Middelste helft'),
					v.description('Medians of the lower and the upper half of the answers.')
				),
				isSplit: v.pipe(v.boolean(), v.title('Verdeeld')),
				reasons: v.pipe(
					v.array(v.strictObject({ score: count, reason: text, reasonId: id })),
					v.title('Redenen'),
					v.description('Without who gave them; the id is random and tells nothing.')
				)
			})
		),
		v.title('Uitslag')
	)
});

const roti = v.strictObject({
	people: v.pipe(count, v.description('People who could say it when the day closed.')),
	scores: v.pipe(
		v.array(v.strictObject({ score: count, count })),
		v.title('Antwoorden'),
		v.description('How many people gave each score, from 1 (wasted time) to 5 (more than hoped for).')
	),
	reasons: v.pipe(
		v.array(v.strictObject({ reason: text, reasonId: id })),
		v.title('Redenen'),
		v.description('Without who gave them; empty while fewer than five people answered.')
	)
});

const decision = v.strictObject({
	id,
	order,
	at: v.pipe(moment, v.description('RFC 3339 in UTC: when it was first taken down.')),
	changedAt: v.pipe(
		v.nullable(moment),
		v.title('Gewijzigd'),
		v.description('When it was last changed; null while it says what it said at first.')
	),
	text: v.pipe(text, v.title('Besluit')),
	reason: v.pipe(text, v.title('Reden')),
	dissents: v.pipe(v.array(text), v.title('Tegengeluid')),
	idea: v.pipe(nullableId, v.description('Id of the product idea that it is about.'))
});

const owner = {
	municipalities: v.pipe(
		v.nullable(codes),
		v.description('For whom the owner comes; null when the owner took no part.')
	),
	organisation: v.nullable(text),
	owner: v.pipe(text, v.title('Wie'), v.description('In words, when the owner took no part.'))
};

const action = v.strictObject({
	id,
	order,
	text: v.pipe(text, v.title('Actie')),
	...owner,
	dueOn: v.pipe(v.nullable(v.pipe(v.string(), v.isoDate())), v.title('Wanneer')),
	decision: v.pipe(
		nullableId,
		v.title('Volgt uit'),
		v.description(
			'Id of the decision that it follows from; of this, `idea` and `cards` at most one is given.'
		)
	),
	idea: v.pipe(nullableId, v.description('Id of the product idea that it follows from.')),
	cards: v.pipe(v.array(id), v.description('Ids of the cards of one round that it follows from.'))
});

const parked = v.strictObject({
	id,
	order,
	cards: v.pipe(v.array(id), v.description('Ids of its cards, all of one round; empty for a thought.')),
	text: v.pipe(text, v.description('The thought, or a remark on the cards.')),
	...owner,
	table: v.pipe(nullableId, v.title('Tafel'))
});

const textRedaction = v.pipe(
	v.strictObject({
		text: v.pipe(
			v.string(),
			v.regex(new RegExp(`^(?:${TEXT_KINDS.join('|')}):.`)),
			v.description('What lost its text: a step, an idea, a decision and so on, with its id.')
		),
		...redaction
	}),
	v.description('Of what else than cards the text was taken away for good. Cards tell it themselves.')
);

const looseEnds = v.pipe(
	v.strictObject({
		needsWithoutBottleneck: v.array(itemKey),
		bottlenecksWithoutNeed: v.array(itemKey),
		ideasWithoutNeed: v.array(id),
		decisionsWithoutReason: v.array(id),
		actionsWithoutOwner: v.array(id),
		actionsWithoutDate: v.array(id),
		parked: v.pipe(v.array(parked), v.title('Parkeerplaats'))
	}),
	v.title('Losse eindjes')
);

export const RecordSchema = v.pipe(
	v.strictObject({
		schemaVersion: v.literal(RECORD_SCHEMA_VERSION),
		session,
		participation,
		examples: v.pipe(v.array(example), v.title('Praktijkvoorbeelden')),
		tables: v.pipe(v.array(table), v.title('Tafels')),
		rounds: v.pipe(v.array(round), v.title('Rondes')),
		steps: v.pipe(v.array(step), v.title('Processtappen')),
		clusters: v.pipe(v.array(cluster), v.title('Stapels')),
		cards: v.pipe(v.array(card), v.title('Kaarten')),
		classifications: v.pipe(v.array(classification), v.title('Indeling')),
		links: v.pipe(v.array(link), v.title('Koppelingen')),
		ideas: v.pipe(v.array(idea), v.title('Productideeën')),
		ratings: v.pipe(v.array(rating), v.title('Beoordelingen')),
		roti: v.pipe(v.nullable(roti), v.title('Was de dag de tijd waard')),
		decisions: v.pipe(v.array(decision), v.title('Besluiten')),
		validation: v.pipe(
			v.array(
				v.strictObject({ municipality: id, at: moment, right: count, corrected: count, withdrawn: count })
			),
			v.title('Reacties van gemeenten'),
			v.description('Of how many pieces each municipality said that they are right, corrected or withdrawn.')
		),
		actions: v.pipe(v.array(action), v.title('Acties')),
		redactions: v.pipe(v.array(textRedaction), v.title('Weggehaalde teksten')),
		looseEnds
	}),
	v.title('Intakeverslag'),
	v.description('The structured outcome of one worksession. It holds no name of any person.')
);

/** Does not compile when the schema and the domain's record differ. */
type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type DeepReadonly<T> = T extends (infer E)[]
	? readonly DeepReadonly<E>[]
	: T extends object
		? { readonly [K in keyof T]: DeepReadonly<T[K]> }
		: T;
const areEqual: Equal<DeepReadonly<v.InferOutput<typeof RecordSchema>>, IntakeRecord> = true;
void areEqual;
