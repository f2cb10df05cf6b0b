import { INVENTED_MUNICIPALITIES } from '#lib/domain/municipality/invented-municipalities.ts';

/** Somebody who never existed, from a municipality that never existed. */
export interface TrialPerson {
	readonly name: string;
	readonly municipality: string;
	readonly functionName: string;
	/** What they write in the lobby. */
	readonly greeting: string;
}

/** So many municipalities send people, most of them two. */
const MUNICIPALITIES = INVENTED_MUNICIPALITIES.slice(0, 12);

const NAMES = [
	'Sanne de Wit',
	'Mo El Amrani',
	'Karin Postma',
	'Joost van Dijk',
	'Fatma Yildiz',
	'Pieter Hoekstra',
	'Anouk Janssen',
	'Ravi Ramdin',
	'Els Brouwer',
	'Thomas Kuipers',
	'Nadia Bakker',
	'Wim Vermeer',
	'Lotte Smits',
	'Hassan Aydin',
	'Marijke Kok',
	'Daan Willems',
	'Iris van Leeuwen',
	'Bram Dekker',
	'Soraya Pinas',
	'Gerard Mulder',
	'Femke Visser',
	'Ali Demir',
	'Ilse Schouten',
	'Ruben Prins'
] as const;

const FUNCTIONS = [
	'Adviseur openbare orde en veiligheid',
	'Data-analist',
	'Privacyjurist',
	'Beleidsmedewerker sociaal domein',
	'Informatiemanager',
	'Teamleider handhaving',
	'Projectleider datagedreven werken',
	'Functionaris gegevensbescherming'
] as const;

const GREETINGS = [
	'Goedemorgen!',
	'Benieuwd wat jullie al doen.',
	'De koffie is goed hier.',
	'Eerste keer, spannend.',
	'Ik hoop vandaag één ding mee te nemen.',
	'Leuk om iedereen weer te zien.',
	'Wij zijn net begonnen met data.',
	'Hallo vanuit de derde rij.'
] as const;

export const TRIAL_PEOPLE: readonly TrialPerson[] = NAMES.map((name, index) => ({
	name,
	municipality: around(MUNICIPALITIES, index).code,
	functionName: around(FUNCTIONS, index * 3),
	greeting: around(GREETINGS, index)
}));

function around<T>(all: readonly T[], index: number): T {
	const one = all[index % all.length];
	if (one === undefined) throw new Error('Broken promise: the lists of the trial are not empty');
	return one;
}
