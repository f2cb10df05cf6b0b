import type { RoundKind, Theme } from '#lib/domain/vocabulary.ts';
import { EXTRA_ROWS } from './trial-cards-extra.ts';

/**
 * What simulated participants write: what people in this field say, paraphrased from public sources, as examples. Names of real
 * municipalities and organisations are replaced, so that no real one gets words in its mouth.
 */
export interface TrialCard {
	readonly round: RoundKind;
	/** A code of the programme's category list, for strengths and bottlenecks the same one; empty where a round is not sorted. */
	readonly category: string;
	readonly text: string;
}

/** A card of one theme or of both. */
export type Row = readonly [theme: Theme | 'beide', round: RoundKind, category: string, text: string];

/** The cards for a theme, those for every theme included. */
export function trialCards(theme: Theme): readonly TrialCard[] {
	const wanted = ROWS.filter(([of]) => of === theme || of === 'beide');
	return wanted.map(([, round, category, text]) => ({ round, category, text }));
}

/** The category of a trial card by its exact text, or undefined for what a person wrote. */
export function categoryOf(round: RoundKind, text: string): string | undefined {
	return CATEGORY_BY_TEXT.get(`${round}:${text}`);
}

const ROWS: readonly Row[] = [
	[
		'ondermijning',
		'process',
		'data-verzamelen',
		'Signaal komt binnen, wij bevragen in één keer BRP, BAG, WOZ, handelsregister en Kadaster, de analist duidt het netwerk, daarna pas naar de casustafel.'
	],
	[
		'ondermijning',
		'process',
		'vraag-agendering',
		'Begonnen met een design sprint: één verschijningsvorm gekozen (woon- en adresfraude) in plaats van heel ondermijning.'
	],
	[
		'ondermijning',
		'process',
		'grondslag-dpia',
		'Het privacyprotocol zit als stappen in de applicatie: eerst doel vastleggen, dan pas gegevens ophalen.'
	],
	[
		'ondermijning',
		'process',
		'analyse',
		'21 indicatoren bepaald met specialisten van drie steden, politie en een landelijke dienst; verhuisaangiften worden automatisch getoetst.'
	],
	[
		'ondermijning',
		'process',
		'handelen',
		'De data geeft alleen een vermoeden. Controle gebeurt altijd door een mens op het adres.'
	],
	[
		'ondermijning',
		'process',
		'handelen',
		'Maandelijks pakket adressignalen van het Rijk, adresonderzoek door gemeente, uitkomst terugmelden, signaaltype wordt bijgesteld.'
	],
	[
		'ondermijning',
		'process',
		'vraag-agendering',
		'Onze aanpak begint bij de informatiepositie; dat is de eerste pijler.'
	],
	[
		'ondermijning',
		'process',
		'borging-opschaling',
		'Scan in drie stappen: vragenlijst per functie, gezamenlijke workshop, eindrapport met prioriteiten. Kost vijf uur per persoon.'
	],
	[
		'ondermijning',
		'process',
		'duiding',
		'Lokaal signalenoverleg is een intern gemeentelijk proces. Politie en andere partners zitten er standaard niet bij.'
	],
	[
		'ondermijning',
		'strengths',
		'techniek-koppelingen',
		'Met één druk op de knop zien we verbanden tussen personen en panden. Vroeger liepen we er twee weken voor rond.'
	],
	[
		'ondermijning',
		'strengths',
		'juridisch-privacy',
		'We hebben het vooraf aan de toezichthouder voorgelegd; er mocht meer dan we dachten.'
	],
	[
		'ondermijning',
		'strengths',
		'samenwerking-keten',
		'Het lukt alleen als juristen, informatievoorziening, analist en veiligheid met elkaar verbonden zijn.'
	],
	[
		'ondermijning',
		'strengths',
		'ethiek-vertrouwen',
		'De data haalt de onderbuik bij de balie weg: iedereen wordt op dezelfde manier getoetst.'
	],
	[
		'ondermijning',
		'strengths',
		'opschaling-borging',
		'Roadshows bij andere gemeenten gegeven; Rietmond en Vlietstad haakten aan op onze oplossing.'
	],
	['ondermijning', 'strengths', 'samenwerking-keten', 'We kregen signalen die we anders nooit hadden gehad.'],
	[
		'ondermijning',
		'strengths',
		'bestuurlijk-draagvlak',
		'Steun van het bestuur regelen was voor ons stap één.'
	],
	[
		'ondermijning',
		'strengths',
		'samenwerking-keten',
		'Meldpunt verbeterde vooral de interne samenwerking: afdelingen weten elkaar nu te vinden.'
	],
	[
		'ondermijning',
		'strengths',
		'bestuurlijk-draagvlak',
		'De burgemeester kan met onze informatie onderbouwd kiezen wat we wel en niet oppakken.'
	],
	['ondermijning', 'strengths', 'capaciteit-kennis', 'De scan leverde ons concrete verbeterpunten op.'],
	[
		'ondermijning',
		'strengths',
		'juridisch-privacy',
		'Door het protocol gebruiken we niet meer gegevens dan nodig en kunnen we achteraf verantwoorden wat we deden.'
	],
	[
		'ondermijning',
		'strengths',
		'datakwaliteit-definities',
		'Vast administratieprotocol ingevoerd; daarna werd de data bruikbaar voor analyse.'
	],
	[
		'ondermijning',
		'strengths',
		'opschaling-borging',
		'Doordat meerdere gemeenten samen doorontwikkelen, krijgen wij nieuwe modules zonder ze zelf te bouwen.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'bestuurlijk-draagvlak',
		'Niemand weet precies wat ondermijning is. Alles krijgt nu dat etiket.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'juridisch-privacy',
		"Collega's denken dat ze tussen afdelingen niets mogen delen, dus delen ze niets."
	],
	[
		'ondermijning',
		'bottlenecks',
		'datakwaliteit-definities',
		'De terugmeldplicht wordt niet nageleefd. Daardoor vervuilen BRP, BAG en handelsregister.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'samenwerking-keten',
		'Het landelijke bureau voor integriteitsonderzoek krijgt te veel onvolledige aanvragen, ook van ons.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'cultuur-datageletterdheid',
		'Bevoegdheden en gegevens die we al hebben, gebruiken we niet samen.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'bestuurlijk-draagvlak',
		'De regierol van de gemeente staat niet in de wet, maar iedereen verwacht het wel van ons.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'juridisch-privacy',
		'Meer dan 150 convenanten in één gemeente, elk met een ander doel en een andere bewaartermijn.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'techniek-koppelingen',
		'Systemen zijn niet gekoppeld. Leegstand zien we niet automatisch; een drugslab werd daardoor laat ontdekt.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'capaciteit-kennis',
		'De casustafel gebruikt systemen, maar ook kennis die alleen in hoofden van mensen zit.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'capaciteit-kennis',
		'We krijgen wel signalen, maar missen gekwalificeerde mensen voor de opvolging.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'samenwerking-keten',
		'Lokaal informatieoverleg was te breed: te veel deelnemers, doel niet helder.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'juridisch-privacy',
		'In het overleg was te weinig aandacht voor privacy en wat je mag uitwisselen.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'capaciteit-kennis',
		'Als kleine gemeente is capaciteit ons grootste knelpunt bij informatiegestuurd werken.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'databeschikbaarheid',
		'Voor ondermijning moeten we onze informatiepositie nog opbouwen.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'samenwerking-keten',
		'Medewerkers weten niet wat ze met een signaal moeten doen en bij wie ze het kwijt kunnen.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'techniek-koppelingen',
		'Elke gemeente heeft een ander systeem; soms is het gewoon Excel.'
	],
	['ondermijning', 'bottlenecks', 'cultuur-datageletterdheid', "Naïef beeld: 'hier gebeurt dat niet'."],
	[
		'ondermijning',
		'bottlenecks',
		'capaciteit-kennis',
		'In een kleine organisatie heeft iedereen meerdere petten op; vier ogen is lastig te organiseren.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'cultuur-datageletterdheid',
		'Gemeenten zijn nog maar beperkt volwassen met data, ook als het dashboard er gewoon is.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'cultuur-datageletterdheid',
		'Een schat aan basisregistraties gebruiken we bijna alleen voor dienstverlening.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'juridisch-privacy',
		'Privacy wordt soms als argument gebruikt om niet te hoeven meewerken.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'datakwaliteit-definities',
		'Ons eerste voorspellende project mislukte: de basis was niet op orde.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'capaciteit-kennis',
		'30.000 verhuizingen per jaar zijn met de hand niet te toetsen.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'capaciteit-kennis',
		'Een te groot deel van de signalen blijft liggen door gebrek aan onderzoekscapaciteit.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'databeschikbaarheid',
		'De cijfers gaan niet tot op het niveau van één vakantiepark.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'databeschikbaarheid',
		'Maar zeven provincies hebben een adressenbestand van vakantieparken.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'databeschikbaarheid',
		'Informatie ligt verspreid over de hele organisatie; niemand heeft het totaalbeeld.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'juridisch-privacy',
		'Doelbinding blijft lastig: één medewerker voert meerdere wettelijke taken uit.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'cultuur-datageletterdheid',
		"Collega's zijn doodsbang om gegevens te delen."
	],
	[
		'ondermijning',
		'bottlenecks',
		'juridisch-privacy',
		'Of zorg- en sociaalteaminformatie voor veiligheid gebruikt mag worden, hangt af van het convenant. Bij twijfel delen we niet.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'capaciteit-kennis',
		'De veiligheidsvraag is groter dan de kennis en mensen die wij bij OOV hebben.'
	],
	[
		'ondermijning',
		'bottlenecks',
		'samenwerking-keten',
		'Wij weigeren een vergunning en de ondernemer begint in de buurgemeente, want die weet van niets.'
	],
	[
		'ondermijning',
		'needs',
		'juridisch-advies',
		'Eén helder antwoord op de vraag: wat mogen wij met welke gegevens, voor welk doel?'
	],
	[
		'ondermijning',
		'needs',
		'werkwijze',
		'Een overleg met scherpe focus, vaste rollen, geborgde privacy en een werkproces dat tot actie leidt.'
	],
	[
		'ondermijning',
		'needs',
		'tool',
		'Een signaalsysteem dat kan praten met de software van onze ketenpartners.'
	],
	[
		'ondermijning',
		'needs',
		'tool',
		'Een dashboard moet ook zeggen wat we ermee kunnen doen: handelingsperspectief erbij.'
	],
	[
		'ondermijning',
		'needs',
		'capaciteit',
		'Vooraf kunnen investeren in informatiepositie; dat is goedkoper dan achteraf herstellen.'
	],
	[
		'ondermijning',
		'needs',
		'bestuurlijke-afspraak',
		'Regionale afspraken, anders schuiven we het probleem naar de buurgemeente (waterbed).'
	],
	[
		'ondermijning',
		'needs',
		'kennis',
		'Weten waar we staan voordat we software kopen: een nulmeting met prioriteiten.'
	],
	[
		'ondermijning',
		'needs',
		'standaard-definities',
		'Een modelprotocol dat we kunnen overnemen in plaats van zelf een convenant te schrijven.'
	],
	['ondermijning', 'needs', 'uitwisseling', 'Op werkbezoek bij een gemeente die dit al werkend heeft.'],
	['ondermijning', 'needs', 'tool', 'Datagedreven en signaalgestuurd werken in één systeem.'],
	[
		'armoede-schulden',
		'process',
		'data-verzamelen',
		'Vastelastenpartners melden achterstand, gemeente controleert BRP, maakt van signalen één melding en doet een hulpaanbod.'
	],
	[
		'armoede-schulden',
		'process',
		'data-verzamelen',
		'Wij leveren bestanden van eigen minimaregelingen aan een landelijk bureau; dat koppelt met inkomens en levert alleen geaggregeerde cijfers terug.'
	],
	[
		'armoede-schulden',
		'process',
		'vraag-agendering',
		'Eerst met een canvas de vraag scherp gemaakt, daarna in vijf dagen een gevalideerd prototype.'
	],
	[
		'armoede-schulden',
		'process',
		'duiding',
		'Armoedescan, een landelijk rapport en eigen onderzoek naast elkaar gelegd om het armoedebeleid te beoordelen.'
	],
	[
		'armoede-schulden',
		'process',
		'grondslag-dpia',
		'Functionaris gegevensbescherming vooraf betrokken, gegevens geanonimiseerd, alleen uitspraken over groepen.'
	],
	[
		'armoede-schulden',
		'process',
		'evaluatie',
		'Standaardgegevens per schuldhulptraject automatisch uit de vakapplicatie naar het landelijke bureau.'
	],
	[
		'armoede-schulden',
		'strengths',
		'samenwerking-keten',
		'Verschillende expertises in het team zorgen voor verschillende manieren om inwoners te benaderen.'
	],
	[
		'armoede-schulden',
		'strengths',
		'bestuurlijk-draagvlak',
		'Het college wilde weten of het beleid werkt; de wethouder was een stimulerende kracht.'
	],
	[
		'armoede-schulden',
		'strengths',
		'databeschikbaarheid',
		'Door koppeling met landelijke gegevens zagen we voor het eerst het niet-gebruik, ook van werkende minima.'
	],
	[
		'armoede-schulden',
		'strengths',
		'databeschikbaarheid',
		'We kunnen nu per wijk of buurt zien waar de doelgroep woont.'
	],
	[
		'armoede-schulden',
		'strengths',
		'opschaling-borging',
		'De afspraak over het signaal werkte niet; na overleg is de landelijke modelovereenkomst voor iedereen aangepast.'
	],
	[
		'armoede-schulden',
		'strengths',
		'samenwerking-keten',
		'Vijf kleine gemeenten samen met een landelijk bureau: samen 90.000 inwoners, alleen hadden we het niet gekund.'
	],
	[
		'armoede-schulden',
		'strengths',
		'juridisch-privacy',
		'Door de wijziging van de Wgs is duidelijker wat wel en niet mag bij gegevens voor vroegsignalering.'
	],
	[
		'armoede-schulden',
		'strengths',
		'samenwerking-keten',
		'Hoe vaker we contact zoeken, hoe groter de kans dat we iemand bereiken.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'databeschikbaarheid',
		'We weten niet in welke wijk de doelgroep van onze regelingen woont.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'databeschikbaarheid',
		'Lokale regelingen worden nergens landelijk verzameld; elke gemeente levert iets anders aan.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'databeschikbaarheid',
		'Een grote groep minima is bij de sociale dienst niet bekend.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'juridisch-privacy',
		"Bestandskoppeling wordt weinig gebruikt: te ingewikkeld, risico's onduidelijk, kennis ontbreekt."
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'juridisch-privacy',
		'Initiatieven voor schuldpreventie zijn arbeidsintensief en stranden op AVG en ethische vragen.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'databeschikbaarheid',
		'Informatie over schulden is versnipperd en verkokerd; niemand heeft het hele plaatje.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'ethiek-vertrouwen',
		'Wanneer zijn we een zorgzame overheid en wanneer een bemoeizuchtige?'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'datakwaliteit-definities',
		'Iedereen registreert anders, daardoor kunnen we niet zeggen welke aanpak werkt.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'datakwaliteit-definities',
		"Hetzelfde gesprek heet bij de één 'inwoner lost het zelf op' en bij de ander 'kortdurende hulp'."
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'datakwaliteit-definities',
		'Cijfers van dit jaar zijn niet te vergelijken met vorig jaar, omdat partners anders zijn gaan aanleveren.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'techniek-koppelingen',
		'Zonder BRP-koppeling controleren we niet of iemand nog in onze gemeente woont.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'datakwaliteit-definities',
		'Door diakrieten, meisjesnaam of bedrijfsnaam matcht een signaal niet met de BRP.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'financiering',
		'BRP-koppeling is te duur voor het aantal signalen dat wij als kleine gemeente krijgen.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'capaciteit-kennis',
		'Signalen onder het drempelbedrag laten we liggen, we hebben de mensen niet.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'datakwaliteit-definities',
		'Signalen die afwijken van de BRP worden meestal niet opgevolgd.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'capaciteit-kennis',
		'Gemiddeld 0,33 fte per 10.000 inwoners. We zouden meer doen als er meer ruimte was.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'samenwerking-keten',
		'Met een klein deel van de gemelde mensen krijgen we contact, en nog minder accepteren hulp.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'databeschikbaarheid',
		'We hebben alleen inputcijfers; welke huishoudens we echt bereiken weten we niet.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'samenwerking-keten',
		'Bij een regionale uitvoerder is soms niet duidelijk welke gemeente verantwoordelijk is.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'juridisch-privacy',
		"Het woord 'versleuteld' in de DPIA gaf discussie: wat is nu anoniem en wat niet?"
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'samenwerking-keten',
		'De afgesproken termijnen bleken belemmerend; sommige signalen mochten pas na 100 dagen gedeeld worden.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'samenwerking-keten',
		'We kregen het einde van levering gemeld zonder dat er eerst een vroegsignaal was.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'ethiek-vertrouwen',
		'Lastige afweging: benaderen we mensen te vroeg of juist te laat?'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'bestuurlijk-draagvlak',
		'Niemand heeft de regie bij huishoudens met meerdere problemen.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'ethiek-vertrouwen',
		'Inwoners schrikken van hoeveel wij van ze willen weten.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'datakwaliteit-definities',
		'Schatten via de bijstand mist de werkende armen.'
	],
	[
		'armoede-schulden',
		'bottlenecks',
		'opschaling-borging',
		'Alleen informatie over onze aanpak geven was niet genoeg; een andere gemeente moet het echt zelf opzetten.'
	],
	[
		'armoede-schulden',
		'needs',
		'standaard-definities',
		'Definities gelijktrekken, zodat we met andere gemeenten kunnen vergelijken.'
	],
	[
		'armoede-schulden',
		'needs',
		'data',
		'Alleen uitvragen wat echt nodig is en één keer aanleveren voor meerdere doelen.'
	],
	[
		'armoede-schulden',
		'needs',
		'tool',
		'Niet meer met de hand invoeren; automatisch uit ons systeem leveren.'
	],
	['armoede-schulden', 'needs', 'data', 'Inwoners kunnen volgen door de hele keten, van signaal tot nazorg.'],
	[
		'armoede-schulden',
		'needs',
		'data',
		'Integraal beeld van schulden om te kunnen voorkomen in plaats van genezen.'
	],
	[
		'armoede-schulden',
		'needs',
		'data',
		'Armoedescan ook voor onze eigen regelingen, niet alleen de basisversie.'
	],
	[
		'armoede-schulden',
		'needs',
		'juridisch-advies',
		'Weten wat kan, wat mag en wat we zelf willen, vóór we data van verhuurder en zorgverzekeraar koppelen.'
	],
	[
		'armoede-schulden',
		'needs',
		'data',
		'Proberen of ook belasting- en hypotheekachterstanden nuttige signalen zijn.'
	],
	[
		'armoede-schulden',
		'needs',
		'werkwijze',
		'Begrijpen waarom mensen een regeling niet gebruiken: niet weten, niet kunnen of niet willen.'
	],
	[
		'armoede-schulden',
		'needs',
		'tool',
		'Inwoner niet opnieuw alles laten verzamelen als de gegevens al in systemen staan.'
	],
	[
		'armoede-schulden',
		'needs',
		'tool',
		'Dashboard dat laat zien of we onze doelen halen en waar we moeten bijsturen.'
	],
	[
		'beide',
		'process',
		'borging-opschaling',
		"Leerkring van zeven collega's uit verschillende teams, anderhalf jaar lang elke donderdag samen aan datavragen."
	],
	[
		'beide',
		'process',
		'vraag-agendering',
		'Het datalab werkt vraaggestuurd: een collega uit de organisatie brengt het vraagstuk in.'
	],
	[
		'beide',
		'process',
		'vraag-agendering',
		'Gestart met twee kleine pilots onder leiding van de CIO en de gemeentesecretaris.'
	],
	[
		'beide',
		'strengths',
		'bestuurlijk-draagvlak',
		'Ruimte, vertrouwen en budget van het management maakten het verschil.'
	],
	['beide', 'strengths', 'capaciteit-kennis', 'Een vaardige projectleider met een gedreven, gemengd team.'],
	[
		'beide',
		'strengths',
		'cultuur-datageletterdheid',
		'In alle lagen van de organisatie is nu het zaadje geplant.'
	],
	[
		'beide',
		'strengths',
		'bestuurlijk-draagvlak',
		'Datastrategie vastgesteld door college en raad; één loket voor alle datavragen.'
	],
	[
		'beide',
		'strengths',
		'juridisch-privacy',
		"Positief beginnen helpt: niet 'mag het', maar 'hoe kan het wél'."
	],
	[
		'beide',
		'bottlenecks',
		'bestuurlijk-draagvlak',
		"Het draait op enthousiaste collega's; vanuit management is er weinig sturing."
	],
	[
		'beide',
		'bottlenecks',
		'bestuurlijk-draagvlak',
		'We willen wel, maar weten niet hoe we het centraal moeten aanpakken.'
	],
	[
		'beide',
		'bottlenecks',
		'bestuurlijk-draagvlak',
		'We verzamelen data zonder dat er een duidelijk doel is.'
	],
	[
		'beide',
		'bottlenecks',
		'datakwaliteit-definities',
		"Een derde van de collega's vindt de kwaliteit van onze data goed. De rest dus niet."
	],
	[
		'beide',
		'bottlenecks',
		'samenwerking-keten',
		'Data-eilanden: losse initiatieven zonder samenhang, veel dubbel werk.'
	],
	[
		'beide',
		'bottlenecks',
		'capaciteit-kennis',
		'Wij hebben 0,5 fte voor data en die doet het naast ander werk.'
	],
	['beide', 'bottlenecks', 'financiering', 'Datalab heeft geen vaste mensen en geen vast budget.'],
	[
		'beide',
		'bottlenecks',
		'capaciteit-kennis',
		'Onvoldoende kennis in huis om goede indicatoren te kiezen en de analyse zelf te doen.'
	],
	[
		'beide',
		'bottlenecks',
		'cultuur-datageletterdheid',
		"Het woord 'data' roept bij collega's gevoelens op; ze durven cijfers niet zelf te duiden."
	],
	[
		'beide',
		'bottlenecks',
		'opschaling-borging',
		'Pilots hebben tijdelijk geld; voor het structurele budget moet je bij iemand anders zijn.'
	],
	['beide', 'bottlenecks', 'opschaling-borging', "'Leuk dat het daar werkt, maar bij ons is het anders.'"],
	[
		'beide',
		'bottlenecks',
		'bestuurlijk-draagvlak',
		'We hebben een visie, maar de stap naar acties lukt niet.'
	],
	[
		'beide',
		'bottlenecks',
		'samenwerking-keten',
		'Wie is verantwoordelijk voor de gegevens in een samenwerkingsverband?'
	],
	[
		'beide',
		'needs',
		'bestuurlijke-afspraak',
		'Een landelijk kader en een gezamenlijk platform, nu zoekt elke gemeente het zelf uit.'
	],
	[
		'beide',
		'needs',
		'kennis',
		'Een dag waarop beleid, uitvoering, ICT en management samen ervaren wat je met data kunt.'
	],
	['beide', 'needs', 'uitwisseling', 'Klein beginnen met een voorbeeld dat elders al werkt.'],
	[
		'beide',
		'needs',
		'juridisch-advies',
		'Een plek waar we een casus kunnen voorleggen en binnen weken antwoord krijgen over verantwoord datagebruik.'
	],
	[
		'beide',
		'needs',
		'capaciteit',
		"Optrekken met buurgemeenten: zelfde thema's, en samen hebben we meer slagkracht."
	],
	...EXTRA_ROWS
];

const CATEGORY_BY_TEXT: ReadonlyMap<string, string> = new Map(
	ROWS.map(([, round, category, text]) => [`${round}:${text}`, category])
);
