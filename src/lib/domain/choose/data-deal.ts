import type { DealFacts } from './idea.ts';
import { DEAL_DATASET_LENGTH_MAX, DEAL_TEXT_LENGTH_MAX, lengthOf } from '../limits.ts';
import { isCalendarDate } from '../day/preparation.ts';
import type { Rejection } from '../rejections.ts';

/** What is agreed in a data deal: who delivers which data to whom, how often, how good, for how long and at what cost. */

export const NO_DEAL: DealFacts = {
	parties: '',
	dataset: '',
	definitions: '',
	frequency: '',
	quality: '',
	costs: '',
	term: '',
	evaluateOn: null,
	exit: ''
};

/** How long each text of a deal may be, in code points; in the order in which people read them. */
export const DEAL_LENGTHS_MAX = {
	parties: DEAL_TEXT_LENGTH_MAX,
	dataset: DEAL_DATASET_LENGTH_MAX,
	definitions: DEAL_TEXT_LENGTH_MAX,
	frequency: DEAL_TEXT_LENGTH_MAX,
	quality: DEAL_TEXT_LENGTH_MAX,
	costs: DEAL_TEXT_LENGTH_MAX,
	term: DEAL_TEXT_LENGTH_MAX,
	exit: DEAL_TEXT_LENGTH_MAX
} as const;

export type DealText = keyof typeof DEAL_LENGTHS_MAX;
export const DEAL_TEXTS = Object.keys(DEAL_LENGTHS_MAX) as readonly DealText[];

/** Why a deal cannot be kept; null when it can. */
export function dealFault(deal: DealFacts): Rejection | null {
	if (DEAL_TEXTS.some((text) => lengthOf(deal[text]) > DEAL_LENGTHS_MAX[text])) return 'text-too-long';
	return deal.evaluateOn === null || isCalendarDate(deal.evaluateOn) ? null : 'date-invalid';
}

/** Each text of a deal made into another one. */
export function mapDealTexts(deal: DealFacts, change: (text: string) => string): DealFacts {
	return {
		parties: change(deal.parties),
		dataset: change(deal.dataset),
		definitions: change(deal.definitions),
		frequency: change(deal.frequency),
		quality: change(deal.quality),
		costs: change(deal.costs),
		term: change(deal.term),
		evaluateOn: deal.evaluateOn,
		exit: change(deal.exit)
	};
}

/** Texts without the space around them; a deal of which nothing is known is none. */
export function tidiedDeal(deal: DealFacts): DealFacts | null {
	const tidy = mapDealTexts(deal, (text) => text.trim());
	return isSameDeal(tidy, NO_DEAL) ? null : tidy;
}

/** Whether two deals say the same; both tidied. */
export function isSameDeal(one: DealFacts | null, other: DealFacts | null): boolean {
	if (one === null || other === null) return one === other;
	return one.evaluateOn === other.evaluateOn && DEAL_TEXTS.every((text) => one[text] === other[text]);
}
