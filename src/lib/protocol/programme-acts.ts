import * as v from 'valibot';
import { PLACES, VERDICTS, type ProgrammeCommand } from '#lib/domain/programme/programme-acts.ts';
import { DOSSIER_WORDS } from '#lib/domain/programme/redacted-words.ts';
import { TERMS_MAX } from '#lib/domain/programme/code-book.ts';
import { CATEGORIES, THEMES } from '#lib/domain/vocabulary.ts';
import {
	CommandIdSchema,
	IdSchema,
	ItemCodesSchema,
	ItemSchema,
	TextSchema,
	type Equal,
	type Mutable
} from './commands.ts';
import { DossierChangesSchema, DossierMunicipalitiesSchema } from './dossier-facts.ts';

/** What pages for who is signed in ask of the programme. Shapes and outer bounds only, as for a worksession. */

const term = v.strictObject({ under: v.picklist(CATEGORIES), label: TextSchema, definition: TextSchema });

const coding = v.strictObject({
	...ItemCodesSchema.entries,
	terms: v.pipe(v.array(IdSchema), v.maxLength(TERMS_MAX)),
	isDoubtful: v.boolean()
});

const candidateIdea = v.strictObject({ sessionId: IdSchema, ideaId: IdSchema });
const sessionItem = v.strictObject({ sessionId: IdSchema, item: ItemSchema });
const matchPair = v.strictObject({ asked: sessionItem, offered: sessionItem });

const ProgrammeCommandSchema = v.variant('type', [
	v.strictObject({
		type: v.literal('AssignCoding'),
		sessionId: IdSchema,
		item: ItemSchema,
		coding: v.nullable(coding)
	}),
	v.strictObject({ type: v.literal('AddTerm'), term }),
	v.strictObject({ type: v.literal('ChangeTerm'), termId: IdSchema, term }),
	v.strictObject({ type: v.literal('EndTerm'), termId: IdSchema, replacedBy: v.nullable(IdSchema) }),
	v.strictObject({
		type: v.literal('JudgeMatch'),
		pair: matchPair,
		verdict: v.nullable(v.picklist(VERDICTS)),
		reason: TextSchema
	}),
	v.strictObject({
		type: v.literal('PlaceIdea'),
		idea: candidateIdea,
		place: v.picklist(PLACES),
		reason: TextSchema
	}),
	v.strictObject({
		type: v.literal('StartDossier'),
		dossierId: IdSchema,
		name: TextSchema,
		theme: v.picklist(THEMES),
		municipalities: DossierMunicipalitiesSchema
	}),
	v.strictObject({
		type: v.literal('ChangeDossier'),
		dossierId: IdSchema,
		changes: DossierChangesSchema,
		from: v.optional(DossierChangesSchema)
	}),
	v.strictObject({ type: v.literal('MakeDossierLink'), dossierId: IdSchema }),
	v.strictObject({ type: v.literal('EndDossierLink'), dossierId: IdSchema }),
	v.strictObject({ type: v.literal('RemoveDossier'), dossierId: IdSchema }),
	v.strictObject({ type: v.literal('RestoreDossier'), dossierId: IdSchema }),
	v.strictObject({
		type: v.literal('CountIdeaWith'),
		idea: candidateIdea,
		other: v.nullable(candidateIdea)
	}),
	v.strictObject({ type: v.literal('MakeAccessKey'), keyId: IdSchema, name: TextSchema }),
	v.strictObject({ type: v.literal('EndAccessKey'), keyId: IdSchema }),
	v.strictObject({
		type: v.literal('RedactProgramme'),
		text: v.variant('kind', [
			v.strictObject({
				kind: v.literal('dossier'),
				dossierId: IdSchema,
				part: v.picklist(DOSSIER_WORDS)
			}),
			v.strictObject({ kind: v.literal('match'), pair: matchPair }),
			v.strictObject({ kind: v.literal('placement'), idea: candidateIdea }),
			v.strictObject({ kind: v.literal('term'), termId: IdSchema }),
			v.strictObject({ kind: v.literal('key'), keyId: IdSchema })
		]),
		reason: TextSchema
	})
]);

const areEqual: Equal<v.InferOutput<typeof ProgrammeCommandSchema>, Mutable<ProgrammeCommand>> = true;
void areEqual;

export const ProgrammeEnvelopeSchema = v.strictObject({
	commandId: CommandIdSchema,
	command: ProgrammeCommandSchema
});

/** What somebody with the link of a dossier asks: to change that one, and nothing else. */
export const DossierEnvelopeSchema = v.strictObject({
	commandId: CommandIdSchema,
	changes: DossierChangesSchema,
	/** What these parts said on the page. */
	from: DossierChangesSchema
});
