import {
	DOSSIER_QUESTIONS,
	type DossierFacts,
	type DossierQuestion
} from '#lib/domain/programme/dossier-facts.ts';
import type {
	Assessment,
	DataLevel,
	DataSourceCode,
	DpiaStatus,
	Evidence,
	Maturity,
	Processing,
	ScalingForm,
	Subtheme
} from '#lib/domain/programme/dossier-codes.ts';
import { municipalitiesText } from './names.ts';
import { formatDateTime, m } from './words.ts';

/** What the codes and questions of a dossier are called. */

/** Within a theme. */
export const SUBTHEME_NAMES: Readonly<Record<Subtheme, () => string>> = {
	'adres-woonfraude': m.dossier_subtheme_adres_woonfraude,
	vastgoed: m.dossier_subtheme_vastgoed,
	drugs: m.dossier_subtheme_drugs,
	zorgfraude: m.dossier_subtheme_zorgfraude,
	vakantieparken: m.dossier_subtheme_vakantieparken,
	'buitengebied-bedrijventerrein': m.dossier_subtheme_buitengebied_bedrijventerrein,
	mensenhandel: m.dossier_subtheme_mensenhandel,
	'weerbaarheid-bestuur': m.dossier_subtheme_weerbaarheid_bestuur,
	anders: m.dossier_subtheme_anders,
	'bereik-minimaregelingen': m.dossier_subtheme_bereik_minimaregelingen,
	vroegsignalering: m.dossier_subtheme_vroegsignalering,
	schuldhulp: m.dossier_subtheme_schuldhulp,
	'niet-gebruik': m.dossier_subtheme_niet_gebruik,
	'kinderen-in-armoede': m.dossier_subtheme_kinderen_in_armoede,
	energiearmoede: m.dossier_subtheme_energiearmoede
};

/** Where data comes from. */
export const DATA_SOURCE_NAMES: Readonly<Record<DataSourceCode, () => string>> = {
	brp: m.dossier_data_brp,
	bag: m.dossier_data_bag,
	woz: m.dossier_data_woz,
	nhr: m.dossier_data_nhr,
	brk: m.dossier_data_brk,
	'laa-signalen': m.dossier_data_laa_signalen,
	'cbs-microdata': m.dossier_data_cbs_microdata,
	minimaregelingen: m.dossier_data_minimaregelingen,
	uitkeringen: m.dossier_data_uitkeringen,
	vroegsignalen: m.dossier_data_vroegsignalen,
	vergunningen: m.dossier_data_vergunningen,
	meldingen: m.dossier_data_meldingen,
	belastingen: m.dossier_data_belastingen,
	politie: m.dossier_data_politie,
	'open-data': m.dossier_data_open_data,
	anders: m.dossier_data_anders
};

/** What a row of the data is about. */
export const DATA_LEVEL_NAMES: Readonly<Record<DataLevel, () => string>> = {
	persoon: m.dossier_level_persoon,
	adres: m.dossier_level_adres,
	buurt: m.dossier_level_buurt,
	wijk: m.dossier_level_wijk,
	gemeente: m.dossier_level_gemeente
};

/** What happens with the data. */
export const PROCESSING_NAMES: Readonly<Record<Processing, () => string>> = {
	koppelen: m.dossier_processing_koppelen,
	tellen: m.dossier_processing_tellen,
	profileren: m.dossier_processing_profileren,
	voorspellen: m.dossier_processing_voorspellen,
	visualiseren: m.dossier_processing_visualiseren
};

/** Whether there was a privacy check. */
export const DPIA_NAMES: Readonly<Record<DpiaStatus, () => string>> = {
	ja: m.dossier_dpia_ja,
	loopt: m.dossier_dpia_loopt,
	'niet-nodig': m.dossier_dpia_niet_nodig,
	nee: m.dossier_dpia_nee,
	onbekend: m.dossier_dpia_onbekend
};

/** Checks beside it. */
export const ASSESSMENT_NAMES: Readonly<Record<Assessment, () => string>> = {
	iama: m.dossier_assessment_iama,
	'ethische-toets': m.dossier_assessment_ethische_toets,
	'fg-advies': m.dossier_assessment_fg_advies,
	ap: m.dossier_assessment_ap
};

/** How far it is. */
export const MATURITY_NAMES: Readonly<Record<Maturity, () => string>> = {
	idee: m.dossier_maturity_idee,
	ontwikkeling: m.dossier_maturity_ontwikkeling,
	pilot: m.dossier_maturity_pilot,
	'in-gebruik': m.dossier_maturity_in_gebruik,
	opgeschaald: m.dossier_maturity_opgeschaald,
	gestopt: m.dossier_maturity_gestopt
};

/** How a result is known. */
export const EVIDENCE_NAMES: Readonly<Record<Evidence, () => string>> = {
	geen: m.dossier_evidence_geen,
	indruk: m.dossier_evidence_indruk,
	cijfers: m.dossier_evidence_cijfers,
	evaluatie: m.dossier_evidence_evaluatie,
	'extern-onderzoek': m.dossier_evidence_extern_onderzoek
};

/** How it grows. */
export const SCALING_FORM_NAMES: Readonly<Record<ScalingForm, () => string>> = {
	out: m.dossier_scaling_out,
	in: m.dossier_scaling_in,
	up: m.dossier_scaling_up,
	deep: m.dossier_scaling_deep,
	beyond: m.dossier_scaling_beyond
};

/** The ten questions. */
export const DOSSIER_QUESTION_NAMES: Readonly<Record<DossierQuestion, () => string>> = {
	name: m.dossier_q_name,
	summary: m.dossier_q_summary,
	problem: m.dossier_q_problem,
	targetGroup: m.dossier_q_targetGroup,
	dataSources: m.dossier_q_dataSources,
	legalBases: m.dossier_q_legalBases,
	dpia: m.dossier_q_dpia,
	maturity: m.dossier_q_maturity,
	results: m.dossier_q_results,
	preconditions: m.dossier_q_preconditions
};

/** What each part asks. */
export const DOSSIER_PART_NAMES: Readonly<Record<keyof DossierFacts, () => string>> = {
	name: m.dossier_q_name,
	summary: m.dossier_q_summary,
	problem: m.dossier_q_problem,
	targetGroup: m.dossier_q_targetGroup,
	goal: m.dossier_goal,
	legalNote: m.dossier_r_law,
	dpiaWhen: m.dossier_part_dpia_when,
	dpiaLink: m.dossier_part_dpia_link,
	dpiaWhy: m.dossier_part_dpia_why,
	humanOversight: m.dossier_humanOversight,
	partners: m.dossier_partners,
	tools: m.dossier_tools,
	cost: m.dossier_cost,
	preconditions: m.dossier_q_preconditions,
	transferabilityWhy: m.dossier_part_transferability_why,
	adoption: m.dossier_adoption,
	contact: m.dossier_contact,
	links: m.dossier_links,
	dataSources: m.dossier_q_dataSources,
	results: m.dossier_r_results,
	municipalities: m.dossier_col_who,
	theme: m.dossier_theme,
	subthemes: m.dossier_subthemes,
	processing: m.dossier_processing,
	legalBases: m.dossier_q_legalBases,
	dpia: m.dossier_q_dpia,
	assessments: m.dossier_assessments,
	functions: m.dossier_functions,
	startMonth: m.dossier_startMonth,
	endMonth: m.dossier_endMonth,
	maturity: m.dossier_q_maturity,
	transferability: m.dossier_transferability,
	scalingForm: m.dossier_scalingForm
};

/** How far a dossier is, and who is missing: whoever started it gave a name, the rest is its municipality's to tell. */
export function dossierStateText({
	answered,
	municipalities
}: {
	readonly answered: number;
	readonly municipalities: readonly string[];
}): string {
	if (answered >= DOSSIER_QUESTIONS.length) return m.dossier_state_full();
	if (answered > 1) return m.dossier_state_concept({ done: answered, all: DOSSIER_QUESTIONS.length });
	return municipalities.length === 0
		? m.dossier_state_empty()
		: m.dossier_state_waiting({ municipalities: municipalitiesText(municipalities) });
}

/** Who changed a dossier last, and when. */
export function dossierChangedText({
	changedAt,
	changedBy,
	isByLink
}: {
	/** Epoch milliseconds. */
	readonly changedAt: number;
	readonly changedBy: string | null;
	readonly isByLink: boolean;
}): string {
	return m.dossier_changed_by({
		when: formatDateTime(changedAt),
		who: isByLink ? m.dossier_by_link() : (changedBy ?? m.codebook_somebody())
	});
}
