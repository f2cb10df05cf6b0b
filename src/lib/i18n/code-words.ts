import type { ItemCodes } from '#lib/domain/board/item.ts';
import type { Category, Nature, NeedType } from '#lib/domain/vocabulary.ts';
import { PHASE_NAMES } from './step-words.ts';
import { m, type Word } from './words.ts';

/** What the codes of the code book are called. */

export const CATEGORY_NAMES: Readonly<Record<Category, Word>> = {
	'juridisch-privacy': m.common_category_juridisch_privacy,
	'datakwaliteit-definities': m.common_category_datakwaliteit_definities,
	databeschikbaarheid: m.common_category_databeschikbaarheid,
	'capaciteit-kennis': m.common_category_capaciteit_kennis,
	'cultuur-datageletterdheid': m.common_category_cultuur_datageletterdheid,
	'samenwerking-keten': m.common_category_samenwerking_keten,
	'techniek-koppelingen': m.common_category_techniek_koppelingen,
	financiering: m.common_category_financiering,
	'bestuurlijk-draagvlak': m.common_category_bestuurlijk_draagvlak,
	'ethiek-vertrouwen': m.common_category_ethiek_vertrouwen,
	'opschaling-borging': m.common_category_opschaling_borging,
	anders: m.common_category_anders
};

/** What belongs under each category, in one sentence. */
export const CATEGORY_DEFINITIONS: Readonly<Record<Category, Word>> = {
	'juridisch-privacy': m.common_category_def_juridisch_privacy,
	'datakwaliteit-definities': m.common_category_def_datakwaliteit_definities,
	databeschikbaarheid: m.common_category_def_databeschikbaarheid,
	'capaciteit-kennis': m.common_category_def_capaciteit_kennis,
	'cultuur-datageletterdheid': m.common_category_def_cultuur_datageletterdheid,
	'samenwerking-keten': m.common_category_def_samenwerking_keten,
	'techniek-koppelingen': m.common_category_def_techniek_koppelingen,
	financiering: m.common_category_def_financiering,
	'bestuurlijk-draagvlak': m.common_category_def_bestuurlijk_draagvlak,
	'ethiek-vertrouwen': m.common_category_def_ethiek_vertrouwen,
	'opschaling-borging': m.common_category_def_opschaling_borging,
	anders: m.common_category_def_anders
};

/** What does not belong under it, and where that does. */
export const CATEGORY_NOT: Readonly<Record<Category, () => string>> = {
	'juridisch-privacy': m.common_category_not_juridisch_privacy,
	'datakwaliteit-definities': m.common_category_not_datakwaliteit_definities,
	databeschikbaarheid: m.common_category_not_databeschikbaarheid,
	'capaciteit-kennis': m.common_category_not_capaciteit_kennis,
	'cultuur-datageletterdheid': m.common_category_not_cultuur_datageletterdheid,
	'samenwerking-keten': m.common_category_not_samenwerking_keten,
	'techniek-koppelingen': m.common_category_not_techniek_koppelingen,
	financiering: m.common_category_not_financiering,
	'bestuurlijk-draagvlak': m.common_category_not_bestuurlijk_draagvlak,
	'ethiek-vertrouwen': m.common_category_not_ethiek_vertrouwen,
	'opschaling-borging': m.common_category_not_opschaling_borging,
	anders: m.common_category_not_anders
};

/** The letter that chooses it: one that stands in its name. */
export const CATEGORY_KEYS: Readonly<Record<Category, () => string>> = {
	'juridisch-privacy': m.common_category_key_juridisch_privacy,
	'datakwaliteit-definities': m.common_category_key_datakwaliteit_definities,
	databeschikbaarheid: m.common_category_key_databeschikbaarheid,
	'capaciteit-kennis': m.common_category_key_capaciteit_kennis,
	'cultuur-datageletterdheid': m.common_category_key_cultuur_datageletterdheid,
	'samenwerking-keten': m.common_category_key_samenwerking_keten,
	'techniek-koppelingen': m.common_category_key_techniek_koppelingen,
	financiering: m.common_category_key_financiering,
	'bestuurlijk-draagvlak': m.common_category_key_bestuurlijk_draagvlak,
	'ethiek-vertrouwen': m.common_category_key_ethiek_vertrouwen,
	'opschaling-borging': m.common_category_key_opschaling_borging,
	anders: m.common_category_key_anders
};

export const NATURE_NAMES: Readonly<Record<Nature, Word>> = {
	kan: m.common_nature_kan,
	mag: m.common_nature_mag,
	wil: m.common_nature_wil,
	'weet-niet': m.common_nature_weet_niet
};

export const NEED_TYPE_NAMES: Readonly<Record<NeedType, Word>> = {
	kennis: m.common_need_type_kennis,
	'juridisch-advies': m.common_need_type_juridisch_advies,
	'standaard-definities': m.common_need_type_standaard_definities,
	data: m.common_need_type_data,
	tool: m.common_need_type_tool,
	werkwijze: m.common_need_type_werkwijze,
	capaciteit: m.common_need_type_capaciteit,
	uitwisseling: m.common_need_type_uitwisseling,
	'bestuurlijke-afspraak': m.common_need_type_bestuurlijke_afspraak,
	financiering: m.common_need_type_financiering
};

/** The chosen codes in words, the first category first; empty when nothing was chosen. */
export function codesText({ category, also, nature, needType, phase }: ItemCodes): string {
	const names = [
		category && CATEGORY_NAMES[category](),
		...also.map((code) => m.common_codes_also({ name: CATEGORY_NAMES[code]() })),
		nature && NATURE_NAMES[nature](),
		needType && NEED_TYPE_NAMES[needType](),
		phase && PHASE_NAMES[phase]()
	];
	return names.filter((name) => name !== null).join(' · ');
}
