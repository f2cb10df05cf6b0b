import type { Theme } from '../vocabulary.ts';

/** The closed lists of a practice example's dossier (RECORD.md 3). Stored, so never renamed. */

export const SUBTHEMES = {
	ondermijning: [
		'adres-woonfraude',
		'vastgoed',
		'drugs',
		'zorgfraude',
		'vakantieparken',
		'buitengebied-bedrijventerrein',
		'mensenhandel',
		'weerbaarheid-bestuur',
		'anders'
	],
	'armoede-schulden': [
		'bereik-minimaregelingen',
		'vroegsignalering',
		'schuldhulp',
		'niet-gebruik',
		'kinderen-in-armoede',
		'energiearmoede',
		'anders'
	]
} as const satisfies Record<Theme, readonly string[]>;
export type Subtheme = (typeof SUBTHEMES)[Theme][number];
export const ALL_SUBTHEMES = [...new Set(Object.values(SUBTHEMES).flat())] as readonly Subtheme[];

export const DATA_SOURCES = [
	'brp',
	'bag',
	'woz',
	'nhr',
	'brk',
	'laa-signalen',
	'cbs-microdata',
	'minimaregelingen',
	'uitkeringen',
	'vroegsignalen',
	'vergunningen',
	'meldingen',
	'belastingen',
	'politie',
	'open-data',
	'anders'
] as const;
export type DataSourceCode = (typeof DATA_SOURCES)[number];

/** The smallest thing that a row of the data is about. */
export const DATA_LEVELS = ['persoon', 'adres', 'buurt', 'wijk', 'gemeente'] as const;
export type DataLevel = (typeof DATA_LEVELS)[number];

export const PROCESSINGS = ['koppelen', 'tellen', 'profileren', 'voorspellen', 'visualiseren'] as const;
export type Processing = (typeof PROCESSINGS)[number];

export const DPIA_STATUSES = ['ja', 'loopt', 'niet-nodig', 'nee', 'onbekend'] as const;
export type DpiaStatus = (typeof DPIA_STATUSES)[number];

export const ASSESSMENTS = ['iama', 'ethische-toets', 'fg-advies', 'ap'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** How far it is, from idea to many; `gestopt` stands beside the line. */
export const MATURITIES = ['idee', 'ontwikkeling', 'pilot', 'in-gebruik', 'opgeschaald', 'gestopt'] as const;
export type Maturity = (typeof MATURITIES)[number];

export const EVIDENCES = ['geen', 'indruk', 'cijfers', 'evaluatie', 'extern-onderzoek'] as const;
export type Evidence = (typeof EVIDENCES)[number];

export const SCALING_FORMS = ['out', 'in', 'up', 'deep', 'beyond'] as const;
export type ScalingForm = (typeof SCALING_FORMS)[number];
