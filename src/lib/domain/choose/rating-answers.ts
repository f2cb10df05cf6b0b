import { municipalitiesOf, OWN_PURSE, pursesOf } from './ballots.ts';
import type { AnswerSheet, AnswerSheets, KeptAnswer, Rating } from './rating.ts';
import { type Keyed, mapChanged, own, without } from '../keyed.ts';
import { SCORES, type AuthorVisibility, type Criterion, type RatingKind } from '../vocabulary.ts';
import type { Participation } from '../people/participation.ts';

/**
 * The answers of a rating: everything that writes, moves or takes one away is here. Whether somebody may answer is decided in
 * `ratings.ts`.
 *
 * A sheet is filled in by a voice: on value and effort everybody for themselves, on scaling up all people of a municipality together,
 * as they share a purse of dots (see `ballots.ts`). What lies on a sheet is kept with whoever gave it last.
 */

type Voter = Pick<Participation, 'municipalities' | 'organisation'>;

/** For whom somebody answers: `own`, codes of municipalities, or `organisation:` and its bare name. */
export function voicesOf(kind: RatingKind, voter: Voter): readonly string[] {
	return pursesOf({ budgetPer: kind === 'worth' ? 'person' : 'municipality' }, voter);
}

/** Whether a municipality speaks; whoever comes for none is counted apart. */
function isMunicipal(voice: string): boolean {
	return municipalitiesOf(voice, undefined).length > 0;
}

/** Whether an answer may have a reason: a sentence of one's own would have an author, whom a fully anonymous worksession does not know. */
export function takesReasons(kind: RatingKind, visibility: AuthorVisibility): boolean {
	return kind === 'scaling' && visibility !== 'fully-anonymous';
}

/** Under which an answer lies on a sheet. */
export function answerKey(ideaId: string, criterion: Criterion): string {
	return `${criterion}:${ideaId}`;
}

/** What this rating asks about each idea, or about one. */
export function answerKeys({ ideaIds, criteria }: Pick<Rating, 'ideaIds' | 'criteria'>): readonly string[] {
	return ideaIds.flatMap((ideaId) => criteria.map((criterion) => answerKey(ideaId, criterion)));
}

/** What lies on the sheet of a voice, of everybody who fills it in; nobody's sheet is missing, it is empty. */
export function sheetOf(sheets: AnswerSheets, participationId: string, voice: string): AnswerSheet {
	if (voice === OWN_PURSE) return own(own(sheets, participationId) ?? {}, voice) ?? {};
	const parts = Object.values(sheets).map((given) => own(given, voice) ?? {});
	return Object.assign({}, ...parts) as AnswerSheet;
}

/** Of somebody, per voice, what lies on the sheets that they fill in. */
export function sheetsOf(
	{ kind, sheets }: Pick<Rating, 'kind' | 'sheets'>,
	person: Voter & Pick<Participation, 'id'>
): Readonly<Record<string, AnswerSheet>> {
	const known = voicesOf(kind, person).map((voice) => [voice, sheetOf(sheets, person.id, voice)] as const);
	return Object.fromEntries(known.filter(([, sheet]) => Object.keys(sheet).length > 0));
}

/** Sheets on which these voices answer so, in the hand of one person; null takes the answer away. */
export function withAnswer(
	sheets: AnswerSheets,
	participationId: string,
	voices: readonly string[],
	key: string,
	answer: KeptAnswer | null
): AnswerSheets {
	const shared = voices.filter((voice) => voice !== OWN_PURSE);
	const cleared = mapChanged(sheets, (given) => withoutAnswer(given, shared, key));
	const mine = own(cleared, participationId) ?? {};
	const changed = voices.map((voice) => {
		const sheet = without(own(mine, voice) ?? {}, key);
		return [voice, answer === null ? sheet : { ...sheet, [key]: answer }] as const;
	});
	return { ...cleared, [participationId]: { ...mine, ...Object.fromEntries(changed) } };
}

function withoutAnswer(
	given: Keyed<AnswerSheet>,
	voices: readonly string[],
	key: string
): Keyed<AnswerSheet> {
	const touched = voices.flatMap((voice) => {
		const sheet = own(given, voice);
		return sheet && own(sheet, key) ? [[voice, without(sheet, key)] as const] : [];
	});
	return touched.length === 0 ? given : { ...given, ...Object.fromEntries(touched) };
}

/** The sheets of two who are one person: what both gave is what the one who remains gave, for voices that are theirs. */
export function mergedSheets(
	{ kind, sheets }: Pick<Rating, 'kind' | 'sheets'>,
	fromId: string,
	into: Voter & Pick<Participation, 'id'>
): AnswerSheets {
	const from = own(sheets, fromId);
	if (!from) return sheets;
	const mine = own(sheets, into.id) ?? {};
	const hasAnswered = Object.values(mine).some((sheet) => Object.keys(sheet).length > 0);
	const voices = voicesOf(kind, into);
	const brought = Object.fromEntries(Object.entries(from).filter(([voice]) => voices.includes(voice)));
	return { ...without(sheets, fromId), [into.id]: hasAnswered ? mine : brought };
}

/** Sheets of which some answers say something else. */
export function withAnswersChanged(
	sheets: AnswerSheets,
	change: (answer: KeptAnswer) => KeptAnswer
): AnswerSheets {
	return mapChanged(sheets, (given) => mapChanged(given, (sheet) => mapChanged(sheet, change)));
}

/** Every answer on these sheets. */
export function answersOn(sheets: AnswerSheets): readonly KeptAnswer[] {
	return Object.values(sheets).flatMap((given) => Object.values(given).flatMap(Object.values<KeptAnswer>));
}

/** Sheets without what they say of one idea. */
export function withoutIdea(sheets: AnswerSheets, ideaId: string): AnswerSheets {
	const isOfIdea = (key: string) => key.endsWith(`:${ideaId}`);
	return mapChanged(sheets, (given) =>
		mapChanged(given, (sheet) =>
			Object.keys(sheet).some(isOfIdea)
				? Object.fromEntries(Object.entries(sheet).filter(([key]) => !isOfIdea(key)))
				: sheet
		)
	);
}

/** How many have answered everything: people, or municipalities where these answer. */
export function doneCount(rating: Pick<Rating, 'kind' | 'ideaIds' | 'criteria' | 'sheets'>): number {
	const keys = answerKeys(rating);
	const isDone = (sheet: AnswerSheet) => keys.every((key) => own(sheet, key));
	if (rating.kind === 'worth')
		return Object.values(rating.sheets).filter((given) => isDone(own(given, OWN_PURSE) ?? {})).length;
	return Object.values(municipalSheets(rating.sheets)).filter(isDone).length;
}

function municipalSheets(sheets: AnswerSheets): Keyed<AnswerSheet> {
	const byVoice: Record<string, AnswerSheet> = {};
	for (const given of Object.values(sheets))
		for (const [voice, sheet] of Object.entries(given))
			if (isMunicipal(voice)) byVoice[voice] = { ...byVoice[voice], ...sheet };
	return byVoice;
}

/** What was answered to one question about one idea. */
export interface CriterionResult {
	/** Answers per score, from the lowest up: of people, or of municipalities. */
	readonly counts: readonly number[];
	/** The same of whoever comes for no municipality, where municipalities answer. */
	readonly others: readonly number[];
	/** Without who gave them, in an order that tells nothing of that. */
	readonly reasons: readonly KeptAnswer[];
}

/** What was answered, by answer key. Called for ratings that are closed only. */
export function ratingResults(rating: Rating): Keyed<CriterionResult> {
	return Object.fromEntries(answerKeys(rating).map((key) => [key, criterionResult(rating, key)]));
}

function criterionResult({ kind, sheets }: Rating, key: string): CriterionResult {
	const { lowest, highest } = SCORES[kind];
	const counts = Array.from({ length: highest - lowest + 1 }, () => 0);
	const others = counts.map(() => 0);
	const reasons: KeptAnswer[] = [];
	for (const given of Object.values(sheets)) {
		const answers = Object.entries(given).flatMap(([voice, sheet]) => {
			const answer = own(sheet, key);
			return answer ? [{ voice, answer }] : [];
		});
		for (const { voice, answer } of answers) {
			const side = kind === 'worth' || isMunicipal(voice) ? counts : others;
			const place = answer.score - lowest;
			side[place] = (side[place] ?? 0) + 1;
		}
		reasons.push(...saidBy(answers.map(({ answer }) => answer)));
	}
	return { counts, others, reasons: reasons.toSorted(byWords) };
}

/** One reason of somebody who answers for several is one reason. */
function saidBy(answers: readonly KeptAnswer[]): readonly KeptAnswer[] {
	const said = answers.filter(({ reason }) => reason !== '');
	return [...new Map(said.map((answer) => [answer.reasonId, answer])).values()];
}

/** By score, then by the words themselves, and where these are the same by their random id. */
export function byWords(a: KeptAnswer, b: KeptAnswer): number {
	const key = ({ reason, reasonId }: KeptAnswer) => `${reason}\n${reasonId}`;
	return a.score - b.score || (key(a) < key(b) ? -1 : 1);
}
