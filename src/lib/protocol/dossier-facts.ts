import * as v from 'valibot';
import {
	ALL_SUBTHEMES,
	ASSESSMENTS,
	DATA_LEVELS,
	DATA_SOURCES,
	DPIA_STATUSES,
	EVIDENCES,
	MATURITIES,
	PROCESSINGS,
	SCALING_FORMS
} from '#lib/domain/programme/dossier-codes.ts';
import {
	DATA_SOURCES_MAX,
	DOSSIER_RESULTS_MAX,
	EVIDENCE_PER_RESULT_MAX,
	resultOf
} from '#lib/domain/programme/dossier-facts.ts';
import { MUNICIPALITIES_PER_EXAMPLE_MAX } from '#lib/domain/limits.ts';
import { FUNCTIONS, LEGAL_BASES, SCORES, THEMES } from '#lib/domain/vocabulary.ts';
import { IdSchema, TextSchema } from './commands.ts';

/** Some of a closed list, each once at most. */
function someOf<const Codes extends readonly [string, ...string[]]>(codes: Codes) {
	return v.pipe(v.array(v.picklist(codes)), v.maxLength(codes.length));
}

const month = v.union([v.literal(''), v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))]);
const { lowest, highest } = SCORES.scaling;
const score = v.optional(v.pipe(v.number(), v.integer(), v.minValue(lowest), v.maxValue(highest)));

export const DossierMunicipalitiesSchema = v.pipe(
	v.array(IdSchema),
	v.maxLength(MUNICIPALITIES_PER_EXAMPLE_MAX)
);

const evidence = v.strictObject({ kind: v.picklist(EVIDENCES), link: TextSchema });
const result = v.strictObject({
	claim: TextSchema,
	evidence: v.pipe(v.array(evidence), v.maxLength(EVIDENCE_PER_RESULT_MAX))
});
/** What a page sends that was open, or a draft that was kept, while a result had one piece of evidence. */
const earlierResult = v.pipe(
	v.strictObject({ claim: TextSchema, evidence: v.nullable(v.picklist(EVIDENCES)), link: TextSchema }),
	v.transform((earlier): v.InferOutput<typeof result> => {
		const { claim, evidence: known } = resultOf(earlier);
		return { claim, evidence: [...known] };
	})
);

/** What is told of a practice example. */
export const DossierFactsSchema = v.strictObject({
	name: TextSchema,
	municipalities: DossierMunicipalitiesSchema,
	theme: v.picklist(THEMES),
	subthemes: v.pipe(v.array(v.picklist(ALL_SUBTHEMES)), v.maxLength(ALL_SUBTHEMES.length)),
	summary: TextSchema,
	problem: TextSchema,
	targetGroup: TextSchema,
	goal: TextSchema,
	dataSources: v.pipe(
		v.array(
			v.strictObject({
				source: v.picklist(DATA_SOURCES),
				name: TextSchema,
				owner: TextSchema,
				isAboutPeople: v.nullable(v.boolean()),
				level: v.nullable(v.picklist(DATA_LEVELS))
			})
		),
		v.maxLength(DATA_SOURCES_MAX)
	),
	processing: someOf(PROCESSINGS),
	legalBases: someOf(LEGAL_BASES),
	legalNote: TextSchema,
	dpia: v.nullable(v.picklist(DPIA_STATUSES)),
	dpiaWhen: TextSchema,
	dpiaLink: TextSchema,
	dpiaWhy: TextSchema,
	assessments: someOf(ASSESSMENTS),
	humanOversight: TextSchema,
	partners: TextSchema,
	functions: someOf(FUNCTIONS),
	tools: TextSchema,
	startMonth: month,
	endMonth: month,
	maturity: v.nullable(v.picklist(MATURITIES)),
	results: v.pipe(v.array(result), v.maxLength(DOSSIER_RESULTS_MAX)),
	cost: TextSchema,
	preconditions: TextSchema,
	transferability: v.strictObject({
		bewijs: score,
		zichtbaar: score,
		gedeeld: score,
		beter: score,
		overneembaar: score,
		'klein-te-proberen': score,
		geld: score
	}),
	transferabilityWhy: TextSchema,
	scalingForm: v.nullable(v.picklist(SCALING_FORMS)),
	adoption: TextSchema,
	contact: TextSchema,
	links: TextSchema
});

/** What may be told of it at once; what is left out stays as it is. */
export const DossierChangesSchema = v.partial(
	v.strictObject({
		...DossierFactsSchema.entries,
		results: v.pipe(v.array(v.union([result, earlierResult])), v.maxLength(DOSSIER_RESULTS_MAX))
	})
);
