import type { Row } from './trial-cards.ts';

/** For the rounds around the four questions: what people could say, all of it invented. */
export const EXTRA_ROWS: readonly Row[] = [
	['beide', 'introduction', '', 'Ik ben data-analist en kom vooral horen hoe anderen het juridisch regelen.'],
	['beide', 'introduction', '', 'Ik werk bij openbare orde. Wij willen dit jaar beginnen, maar waarmee?'],
	[
		'beide',
		'introduction',
		'',
		'Ik neem graag één aanpak mee die ik morgen aan mijn teamleider kan laten zien.'
	],
	[
		'beide',
		'introduction',
		'',
		'Als privacyjurist hoor ik meestal pas aan het eind wat er gebouwd is. Dat moet anders.'
	],
	['beide', 'introduction', '', 'Wij hebben een dashboard dat niemand gebruikt. Ik wil weten waarom.'],
	['beide', 'introduction', '', 'Nieuw in deze functie. Ik kom luisteren en mensen leren kennen.'],
	['beide', 'introduction', '', 'Ik hoop twee buurgemeenten te vinden om mee op te trekken.'],
	['beide', 'introduction', '', 'Ik zoek een manier om de wethouder mee te krijgen.'],
	['beide', 'introduction', '', 'Bij ons ligt alles klaar, alleen de capaciteit ontbreekt.'],
	['beide', 'introduction', '', 'Vanuit het sociaal domein: ik wil dat data mensen helpt, niet alleen telt.'],
	['beide', 'introduction', '', 'Ik ben benieuwd of kleine gemeenten dit ook kunnen.'],
	['beide', 'introduction', '', 'Ik vertegenwoordig drie gemeenten die samen één team hebben.'],
	[
		'beide',
		'ideas',
		'instrument',
		'Een rekenhulp die laat zien welke bronnen je nodig hebt voor welke vraag.'
	],
	[
		'beide',
		'ideas',
		'instrument',
		'Een kant-en-klaar kaartbeeld dat elke gemeente met eigen bestanden kan vullen.'
	],
	[
		'beide',
		'ideas',
		'instrument',
		'Een checklist voor privacy die je in één middag samen met de jurist invult.'
	],
	['beide', 'ideas', 'instrument', 'Een voorbeeldbestand met verzonnen gegevens om op te oefenen.'],
	['beide', 'ideas', 'werkwijze', 'Een draaiboek van vraag tot terugkoppeling, met per stap wie aan zet is.'],
	[
		'beide',
		'ideas',
		'werkwijze',
		'Elke maand een half uur waarin gemeenten elkaars signalen bespreken, zonder namen.'
	],
	['beide', 'ideas', 'werkwijze', 'Een vaste maatjesgemeente: wie het al doet helpt wie begint.'],
	[
		'beide',
		'ideas',
		'werkwijze',
		'Een vast moment waarop de uitvoering terugmeldt wat een signaal opleverde.'
	],
	[
		'beide',
		'ideas',
		'datadeal',
		'Eén afspraak met alle corporaties in de regio over wat zij wanneer leveren.'
	],
	[
		'beide',
		'ideas',
		'datadeal',
		'Een landelijke afspraak over energiegegevens, zodat niet iedereen apart hoeft te vragen.'
	],
	['beide', 'ideas', 'datadeal', 'Samen één leverancier vragen om open koppelingen, dan moet het wel.'],
	['beide', 'rating', '', 'Veel waard en weinig moeite: het draaiboek kan volgende maand af zijn.'],
	['beide', 'rating', '', 'De landelijke afspraak is het meeste waard, maar kost zeker een jaar.'],
	['beide', 'rating', '', 'Een kaartbeeld klinkt leuk, maar wie houdt het bij?'],
	['beide', 'rating', '', 'Maatjesgemeente: kost twee dagen per jaar en levert meteen iets op.'],
	['beide', 'rating', '', 'De checklist is klein werk. Gewoon doen.'],
	['beide', 'rating', '', 'Zonder afspraak over gegevens hebben we aan de rest weinig.'],
	['beide', 'rating', '', 'Oefenbestanden maken is een week werk voor één analist.'],
	['beide', 'rating', '', 'Terugmelden vraagt vooral discipline, geen geld.'],
	['beide', 'checkout', '', 'Ik bel morgen de gemeente die dit al twee jaar doet.'],
	['beide', 'checkout', '', 'Eerst de vraag scherp, dan pas een systeem.'],
	['beide', 'checkout', '', 'Ik vraag onze jurist om bij het begin aan te schuiven.'],
	['beide', 'checkout', '', 'Wij zijn niet de enigen die hiermee worstelen. Dat helpt.'],
	['beide', 'checkout', '', 'Ik ga kijken wie bij ons het proces eigenlijk kent.'],
	['beide', 'checkout', '', 'Klein beginnen: één wijk, één vraag, drie maanden.'],
	['beide', 'checkout', '', 'Ik zet terugmelden op de agenda van het team.'],
	['beide', 'checkout', '', 'Twee visitekaartjes en een afspraak voor volgende week.'],
	['beide', 'checkout', '', 'Ik vertel de wethouder wat ik hier hoorde.'],
	['beide', 'checkout', '', 'Het draaiboek van tafel 2 wil ik hebben.']
];
