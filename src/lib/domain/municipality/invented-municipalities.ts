import type { Municipality } from './municipalities.ts';

/**
 * Twenty-five municipalities that never existed, for trial sessions: no real one gets words in its
 * mouth. Their codes start with XX, where every official one starts with GM.
 */
export const INVENTED_MUNICIPALITIES: readonly Municipality[] = [
	'Broekmeer',
	'Duinstede',
	'Graafhorst',
	'Heiderade',
	'IJsselhoven',
	'Kerkwoude',
	'Lindewaard',
	'Oosterdrecht',
	'Rietmond',
	'Sluisdam',
	'Vlietstad',
	'Zandrecht',
	'Oortmeer',
	'Oosterhaven',
	'Groot-Linderveld',
	'Eikenvoorde',
	"Heuveloord aan 't Spui",
	'Hoogwierde',
	'Klaverdal',
	'Noorderkoog',
	'Stroomzijl',
	'Súdermar',
	'Vennehout',
	'Wilgenkade',
	"'t Zwaluwveen"
].map((name, index) => ({
	code: `XX${String(index + 1).padStart(4, '0')}`,
	name,
	province: 'Waaierland'
}));
