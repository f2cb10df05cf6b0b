import { CORE_LISTS, type CodeOf, type CoreCode, type CoreListCode } from '#lib/domain/core-codes.ts';
import type { GroupCode, RoundCode } from '#lib/domain/record/record-codes.ts';
import type {
	FunctionCode,
	LegalBasis,
	Nature,
	NeedType,
	ProcessPhase,
	Theme
} from '#lib/domain/vocabulary.ts';
import { CATEGORY_DEFINITIONS, CATEGORY_NAMES, NATURE_NAMES, NEED_TYPE_NAMES } from './code-words.ts';
import { FORM_DETAILS, FORM_NAMES } from './idea-words.ts';
import { FUNCTION_NAMES, LEGAL_BASIS_NAMES, PHASE_NAMES } from './step-words.ts';
import { m, type Word } from './words.ts';

/** What every code of the closed lists is called and means, in each language. */

type WordsOf<C extends string> = Readonly<Record<C, Word>>;

const PHASE_DEFINITIONS: WordsOf<ProcessPhase> = {
	'vraag-agendering': m.codebook_def_phase_vraag_agendering,
	'grondslag-dpia': m.codebook_def_phase_grondslag_dpia,
	'data-verzamelen': m.codebook_def_phase_data_verzamelen,
	analyse: m.codebook_def_phase_analyse,
	duiding: m.codebook_def_phase_duiding,
	handelen: m.codebook_def_phase_handelen,
	evaluatie: m.codebook_def_phase_evaluatie,
	'borging-opschaling': m.codebook_def_phase_borging_opschaling
};

const NATURE_DEFINITIONS: WordsOf<Nature> = {
	kan: m.codebook_def_nature_kan,
	mag: m.codebook_def_nature_mag,
	wil: m.codebook_def_nature_wil,
	'weet-niet': m.codebook_def_nature_weet_niet
};

const NEED_TYPE_DEFINITIONS: WordsOf<NeedType> = {
	kennis: m.codebook_def_need_type_kennis,
	'juridisch-advies': m.codebook_def_need_type_juridisch_advies,
	'standaard-definities': m.codebook_def_need_type_standaard_definities,
	data: m.codebook_def_need_type_data,
	tool: m.codebook_def_need_type_tool,
	werkwijze: m.codebook_def_need_type_werkwijze,
	capaciteit: m.codebook_def_need_type_capaciteit,
	uitwisseling: m.codebook_def_need_type_uitwisseling,
	'bestuurlijke-afspraak': m.codebook_def_need_type_bestuurlijke_afspraak,
	financiering: m.codebook_def_need_type_financiering
};

const FUNCTION_DEFINITIONS: WordsOf<FunctionCode> = {
	beleid: m.codebook_def_function_beleid,
	uitvoering: m.codebook_def_function_uitvoering,
	'data-analist': m.codebook_def_function_data_analist,
	informatievoorziening: m.codebook_def_function_informatievoorziening,
	jurist: m.codebook_def_function_jurist,
	'privacy-fg': m.codebook_def_function_privacy_fg,
	ciso: m.codebook_def_function_ciso,
	management: m.codebook_def_function_management,
	bestuur: m.codebook_def_function_bestuur,
	projectleider: m.codebook_def_function_projectleider,
	partner: m.codebook_def_function_partner
};

const LEGAL_BASIS_DEFINITIONS: WordsOf<LegalBasis> = {
	wgs: m.codebook_def_basis_wgs,
	participatiewet: m.codebook_def_basis_participatiewet,
	'wet-brp': m.codebook_def_basis_wet_brp,
	gemeentewet: m.codebook_def_basis_gemeentewet,
	'wet-bibob': m.codebook_def_basis_wet_bibob,
	'wgs-samenwerkingsverbanden': m.codebook_def_basis_wgs_samenwerkingsverbanden,
	'cbs-wet': m.codebook_def_basis_cbs_wet,
	'avg-6-1-e': m.codebook_def_basis_avg_6_1_e,
	'avg-6-1-c': m.codebook_def_basis_avg_6_1_c,
	toestemming: m.codebook_def_basis_toestemming,
	convenant: m.codebook_def_basis_convenant,
	'geen-persoonsgegevens': m.codebook_def_basis_geen_persoonsgegevens,
	onbekend: m.codebook_def_basis_onbekend,
	anders: m.codebook_def_basis_anders
};

const THEME_NAMES: WordsOf<Theme> = {
	ondermijning: m.common_theme_ondermijning,
	'armoede-schulden': m.common_theme_armoede_schulden
};

const THEME_DEFINITIONS: WordsOf<Theme> = {
	ondermijning: m.codebook_def_theme_ondermijning,
	'armoede-schulden': m.codebook_def_theme_armoede_schulden
};

const GROUP_NAMES: WordsOf<GroupCode> = {
	koploper: m.common_group_frontrunner,
	volger: m.common_group_follower,
	gemengd: m.common_group_mixed
};

const GROUP_DEFINITIONS: WordsOf<GroupCode> = {
	koploper: m.codebook_def_group_koploper,
	volger: m.codebook_def_group_volger,
	gemengd: m.codebook_def_group_gemengd
};

const ROUND_NAMES: WordsOf<RoundCode> = {
	kennismaking: m.common_round_introduction,
	proces: m.common_round_process,
	'ging-goed': m.common_round_strengths,
	knelpunten: m.common_round_bottlenecks,
	behoeften: m.common_round_needs,
	productideeen: m.common_round_ideas,
	beoordeling: m.common_round_rating,
	uitchecken: m.common_round_checkout
};

const ROUND_DEFINITIONS: WordsOf<RoundCode> = {
	kennismaking: m.codebook_def_round_kennismaking,
	proces: m.codebook_def_round_proces,
	'ging-goed': m.codebook_def_round_ging_goed,
	knelpunten: m.codebook_def_round_knelpunten,
	behoeften: m.codebook_def_round_behoeften,
	productideeen: m.codebook_def_round_productideeen,
	beoordeling: m.codebook_def_round_beoordeling,
	uitchecken: m.codebook_def_round_uitchecken
};

/** By list: names, and what belongs under each code. */
const CORE_WORDS: {
	readonly [L in CoreListCode]: {
		readonly names: WordsOf<CodeOf<L>>;
		readonly definitions: WordsOf<CodeOf<L>>;
	};
} = {
	soort: { names: CATEGORY_NAMES, definitions: CATEGORY_DEFINITIONS },
	aard: { names: NATURE_NAMES, definitions: NATURE_DEFINITIONS },
	'soort-behoefte': { names: NEED_TYPE_NAMES, definitions: NEED_TYPE_DEFINITIONS },
	fase: { names: PHASE_NAMES, definitions: PHASE_DEFINITIONS },
	vorm: { names: FORM_NAMES, definitions: FORM_DETAILS },
	functie: { names: FUNCTION_NAMES, definitions: FUNCTION_DEFINITIONS },
	grondslag: { names: LEGAL_BASIS_NAMES, definitions: LEGAL_BASIS_DEFINITIONS },
	thema: { names: THEME_NAMES, definitions: THEME_DEFINITIONS },
	groep: { names: GROUP_NAMES, definitions: GROUP_DEFINITIONS },
	ronde: { names: ROUND_NAMES, definitions: ROUND_DEFINITIONS }
};

/** A code with what it is called and means in the language of whoever asks. */
export interface ToldCode extends CoreCode {
	readonly name: string;
	readonly english: string;
	readonly definition: string;
}

/** The codes of a list in words, in its order. */
export function toldCodes(list: CoreListCode): readonly ToldCode[] {
	const codes: readonly CoreCode[] = CORE_LISTS[list].codes;
	const { names, definitions }: { names: WordsOf<string>; definitions: WordsOf<string> } = CORE_WORDS[list];
	return codes.map((code) => ({
		...code,
		name: names[code.code]?.() ?? code.code,
		english: names[code.code]?.({}, { locale: 'en' }) ?? code.code,
		definition: definitions[code.code]?.() ?? ''
	}));
}
