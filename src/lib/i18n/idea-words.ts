import type { ProductForm } from '#lib/domain/vocabulary.ts';
import { m } from './words.ts';

/** What the forms of a product idea are called, and what each means. */

export const FORM_NAMES: Readonly<Record<ProductForm, () => string>> = {
	instrument: m.common_form_instrument,
	werkwijze: m.common_form_werkwijze,
	datadeal: m.common_form_datadeal
};

export const FORM_DETAILS: Readonly<Record<ProductForm, () => string>> = {
	instrument: m.common_form_instrument_detail,
	werkwijze: m.common_form_werkwijze_detail,
	datadeal: m.common_form_datadeal_detail
};
