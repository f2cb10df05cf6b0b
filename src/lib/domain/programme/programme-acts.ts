import type { ItemCodes, ItemRef } from '../board/item.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import type { Category, Theme } from '../vocabulary.ts';
import type { DossierFacts } from './dossier-facts.ts';
import type { DossierWords } from './redacted-words.ts';

/** What a card or cluster is about, as somebody said after the day. */
export interface Coding extends ItemCodes {
	/** Own terms of the programme, below the categories. */
	readonly terms: readonly string[];
	/** To be talked about. */
	readonly isDoubtful: boolean;
}

/** A term that the programme adds to the code book: always below a category, so that worksessions stay comparable. */
export interface TermFacts {
	readonly under: Category;
	readonly label: string;
	/** What belongs under it. */
	readonly definition: string;
}

/** A stack or loose card of a closed worksession. */
export interface SessionItem {
	readonly sessionId: string;
	readonly item: ItemRef;
}

/** What followers ask for or are stuck on, and what frontrunners do well that may help them. */
export interface MatchPair {
	readonly asked: SessionItem;
	readonly offered: SessionItem;
}

/** Whether somebody who knows both sides thinks that the one helps the other. */
export const VERDICTS = ['accepted', 'dismissed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A product idea of a closed worksession. */
export interface CandidateIdea {
	readonly sessionId: string;
	readonly ideaId: string;
}

/** Where a product idea stands on the way to a choice; on the long list from the start. */
export const PLACES = ['long', 'short', 'chosen', 'dismissed'] as const;
export type Place = (typeof PLACES)[number];

/** Words that people left with the programme, of which the text can be taken away. */
export type ProgrammeTextRef =
	| { readonly kind: 'dossier'; readonly dossierId: string; readonly part: DossierWords }
	| { readonly kind: 'match'; readonly pair: MatchPair }
	| { readonly kind: 'placement'; readonly idea: CandidateIdea }
	| { readonly kind: 'term'; readonly termId: string }
	| { readonly kind: 'key'; readonly keyId: string };

/** Everything that can be asked of the programme. */
export type ProgrammeCommand =
	| {
			readonly type: 'AssignCoding';
			readonly sessionId: string;
			readonly item: ItemRef;
			/** Null: what the worksession said itself counts again. */
			readonly coding: Coding | null;
	  }
	| { readonly type: 'AddTerm'; readonly term: TermFacts }
	| { readonly type: 'ChangeTerm'; readonly termId: string; readonly term: TermFacts }
	| {
			readonly type: 'EndTerm';
			readonly termId: string;
			/** Which term says it from now on; null for none. */
			readonly replacedBy: string | null;
	  }
	| {
			readonly type: 'JudgeMatch';
			readonly pair: MatchPair;
			/** Null: nobody has judged it. */
			readonly verdict: Verdict | null;
			/** May be empty for what is accepted. */
			readonly reason: string;
	  }
	| {
			readonly type: 'PlaceIdea';
			readonly idea: CandidateIdea;
			readonly place: Place;
			/** May be empty on either list. */
			readonly reason: string;
	  }
	| {
			readonly type: 'StartDossier';
			/** New and random, made by who asks: the page of the dossier has it as its address. */
			readonly dossierId: string;
			readonly name: string;
			readonly theme: Theme;
			readonly municipalities: readonly MunicipalityCode[];
	  }
	| {
			readonly type: 'ChangeDossier';
			readonly dossierId: string;
			/** Only what changed: two who fill different parts do not undo each other. */
			readonly changes: Partial<DossierFacts>;
			/** What these parts said as who changes them knew it; what says something else by now is not written over. Left out: whatever they said. */
			readonly from?: Partial<DossierFacts> | undefined;
	  }
	| { readonly type: 'MakeDossierLink'; readonly dossierId: string }
	| { readonly type: 'EndDossierLink'; readonly dossierId: string }
	| { readonly type: 'RemoveDossier'; readonly dossierId: string }
	| { readonly type: 'RestoreDossier'; readonly dossierId: string }
	| {
			readonly type: 'CountIdeaWith';
			readonly idea: CandidateIdea;
			/** The idea that it is the same as; null: it counts by itself. */
			readonly other: CandidateIdea | null;
	  }
	| {
			readonly type: 'MakeAccessKey';
			/** New and random, made by who asks. */
			readonly keyId: string;
			readonly name: string;
	  }
	| { readonly type: 'EndAccessKey'; readonly keyId: string }
	| { readonly type: 'RedactProgramme'; readonly text: ProgrammeTextRef; readonly reason: string };
export type ProgrammeCommandType = ProgrammeCommand['type'];
export type ProgrammeCommandOf<T extends ProgrammeCommandType> = Extract<ProgrammeCommand, { type: T }>;

/** Ids of the worksessions that a command is about: it is decided on their records. */
export function sessionIdsOf(command: ProgrammeCommand): readonly string[] {
	switch (command.type) {
		case 'AssignCoding':
			return [command.sessionId];
		case 'JudgeMatch':
			return [command.pair.asked.sessionId, command.pair.offered.sessionId];
		case 'PlaceIdea':
			return [command.idea.sessionId];
		case 'CountIdeaWith':
			return [command.idea, ...(command.other ? [command.other] : [])].map(({ sessionId }) => sessionId);
		case 'AddTerm':
		case 'ChangeTerm':
		case 'EndTerm':
		case 'StartDossier':
		case 'ChangeDossier':
		case 'MakeDossierLink':
		case 'EndDossierLink':
		case 'RemoveDossier':
		case 'RestoreDossier':
		case 'MakeAccessKey':
		case 'EndAccessKey':
		case 'RedactProgramme':
			return [];
	}
}

/** Everything that can have happened to the programme. */
export type ProgrammeEvent =
	| {
			readonly type: 'CodingAssigned';
			readonly sessionId: string;
			readonly item: ItemRef;
			readonly coding: Coding | null;
			/** Of the code book that was used. */
			readonly bookVersion: number;
	  }
	| { readonly type: 'TermAdded'; readonly termId: string; readonly term: TermFacts }
	| { readonly type: 'TermChanged'; readonly termId: string; readonly term: TermFacts }
	| { readonly type: 'TermEnded'; readonly termId: string; readonly replacedBy: string | null }
	| {
			readonly type: 'MatchJudged';
			readonly pair: MatchPair;
			readonly verdict: Verdict | null;
			readonly reason: string;
	  }
	| {
			readonly type: 'IdeaPlaced';
			readonly idea: CandidateIdea;
			readonly place: Place;
			readonly reason: string;
	  }
	| {
			readonly type: 'DossierStarted';
			readonly dossierId: string;
			readonly facts: Pick<DossierFacts, 'name' | 'theme' | 'municipalities'>;
	  }
	| { readonly type: 'DossierChanged'; readonly dossierId: string; readonly changes: Partial<DossierFacts> }
	| { readonly type: 'DossierLinkMade'; readonly dossierId: string; readonly expiresAt: number }
	| { readonly type: 'DossierLinkEnded'; readonly dossierId: string }
	| { readonly type: 'DossierRemoved'; readonly dossierId: string }
	| { readonly type: 'DossierRestored'; readonly dossierId: string }
	| {
			readonly type: 'IdeaCountedWith';
			readonly idea: CandidateIdea;
			readonly other: CandidateIdea | null;
	  }
	| { readonly type: 'AccessKeyMade'; readonly keyId: string; readonly name: string }
	| { readonly type: 'AccessKeyEnded'; readonly keyId: string }
	/** From then on no event of the log holds these words; see `redacted-programme-log.ts`. */
	| { readonly type: 'ProgrammeRedacted'; readonly text: ProgrammeTextRef; readonly reason: string };
export type ProgrammeEventType = ProgrammeEvent['type'];
export type ProgrammeEventOf<T extends ProgrammeEventType> = Extract<ProgrammeEvent, { type: T }>;

/** Why not. */
export type ProgrammeRejection =
	| 'unknown-command'
	| 'unknown-session'
	| 'unknown-item'
	| 'code-not-asked'
	| 'unknown-term'
	| 'term-ended'
	| 'term-empty'
	| 'term-too-long'
	| 'term-taken'
	| 'terms-full'
	| 'not-a-pair'
	| 'unknown-idea'
	| 'idea-counts-elsewhere'
	| 'reason-empty'
	| 'reason-too-long'
	| 'unknown-dossier'
	| 'dossiers-full'
	| 'dossier-name-empty'
	| 'dossier-text-too-long'
	| 'dossier-too-many'
	| 'dossier-municipality-missing'
	| 'dossier-municipality-unknown'
	| 'dossier-link-wrong'
	| 'dossier-part-changed'
	| 'key-name-empty'
	| 'key-name-too-long'
	| 'keys-full'
	| 'unknown-key';
