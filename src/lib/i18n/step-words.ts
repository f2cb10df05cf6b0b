import type { StepDetails } from '#lib/domain/board/step.ts';
import type { DetailText } from '#lib/domain/board/step-details.ts';
import type { FunctionCode, LegalBasis, ProcessPhase } from '#lib/domain/vocabulary.ts';
import { m, type Word } from './words.ts';

/** What the codes of a process step are called, and its details as rows to read. */

export const PHASE_NAMES: Readonly<Record<ProcessPhase, Word>> = {
	'vraag-agendering': m.common_phase_vraag_agendering,
	'grondslag-dpia': m.common_phase_grondslag_dpia,
	'data-verzamelen': m.common_phase_data_verzamelen,
	analyse: m.common_phase_analyse,
	duiding: m.common_phase_duiding,
	handelen: m.common_phase_handelen,
	evaluatie: m.common_phase_evaluatie,
	'borging-opschaling': m.common_phase_borging_opschaling
};

export const FUNCTION_NAMES: Readonly<Record<FunctionCode, Word>> = {
	beleid: m.common_function_beleid,
	uitvoering: m.common_function_uitvoering,
	'data-analist': m.common_function_data_analist,
	informatievoorziening: m.common_function_informatievoorziening,
	jurist: m.common_function_jurist,
	'privacy-fg': m.common_function_privacy_fg,
	ciso: m.common_function_ciso,
	management: m.common_function_management,
	bestuur: m.common_function_bestuur,
	projectleider: m.common_function_projectleider,
	partner: m.common_function_partner
};

/** In full, because the law on debts and the one on partnerships share their letters. */
export const LEGAL_BASIS_NAMES: Readonly<Record<LegalBasis, Word>> = {
	wgs: m.common_basis_wgs,
	participatiewet: m.common_basis_participatiewet,
	'wet-brp': m.common_basis_wet_brp,
	gemeentewet: m.common_basis_gemeentewet,
	'wet-bibob': m.common_basis_wet_bibob,
	'wgs-samenwerkingsverbanden': m.common_basis_wgs_samenwerkingsverbanden,
	'cbs-wet': m.common_basis_cbs_wet,
	'avg-6-1-e': m.common_basis_avg_6_1_e,
	'avg-6-1-c': m.common_basis_avg_6_1_c,
	toestemming: m.common_basis_toestemming,
	convenant: m.common_basis_convenant,
	'geen-persoonsgegevens': m.common_basis_geen_persoonsgegevens,
	onbekend: m.common_basis_onbekend,
	anders: m.common_basis_anders
};

export const DETAIL_LABELS: Readonly<Record<DetailText, () => string>> = {
	dataIn: m.common_step_data_in,
	dataOut: m.common_step_data_out,
	tool: m.common_step_tool,
	duration: m.common_step_duration,
	legalNote: m.common_step_legal_note,
	remark: m.common_step_remark
};

interface DetailRow {
	readonly label: string;
	readonly text: string;
}

/** What was filled in, each part with its label, in the order in which people read it. */
export function detailRows(details: StepDetails): readonly DetailRow[] {
	const { phase, doneBy, legalBases } = details;
	const said = (text: DetailText): DetailRow => ({ label: DETAIL_LABELS[text](), text: details[text] });
	const rows = [
		{ label: m.common_step_phase(), text: phase === null ? '' : PHASE_NAMES[phase]() },
		{ label: m.common_step_done_by(), text: doneBy.map((code) => FUNCTION_NAMES[code]()).join(', ') },
		said('dataIn'),
		said('dataOut'),
		said('tool'),
		said('duration'),
		{ label: m.common_step_bases(), text: legalBases.map((code) => LEGAL_BASIS_NAMES[code]()).join(', ') },
		said('legalNote'),
		said('remark')
	];
	return rows.filter(({ text }) => text !== '');
}
