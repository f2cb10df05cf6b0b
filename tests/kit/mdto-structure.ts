/**
 * What a document of MDTO-XML 1.0.1 holds and in which order, as the Nationaal Archief describes the schema (repository
 * NationaalArchief/MDTO-XSD, `markdown/xml-schema.md` and `downloads/MDTO-XML1.0.1.html`). The XSD itself is not copied here.
 */

type Type = keyof typeof STRUCTURE | keyof typeof TEXTS;

interface Place {
	readonly name: string;
	readonly type: Type;
	readonly min: 0 | 1;
	readonly isMany: boolean;
}

const HOW_OFTEN = { '1': [1, false], '1..*': [1, true], '0..1': [0, false], '0..*': [0, true] } as const;

/** "naam string 1": an element, what is in it, and how often it stands there. */
function place(said: string): Place {
	const [name = '', type = '', often = ''] = said.split(' ');
	const [min, isMany] = HOW_OFTEN[often as keyof typeof HOW_OFTEN];
	return { name, type: type as Type, min, isMany };
}

const OBJECT = ['identificatie identificatie 1..*', 'naam string 1'];

const STRUCTURE = {
	informatieobject: [
		...OBJECT,
		'aggregatieniveau begrip 0..1',
		'classificatie begrip 0..*',
		'trefwoord string 0..*',
		'omschrijving string 0..*',
		'raadpleeglocatie raadpleeglocatie 0..*',
		'dekkingInTijd dekkingInTijd 0..*',
		'dekkingInRuimte verwijzing 0..*',
		'taal language 0..*',
		'event event 0..*',
		'waardering begrip 1',
		'bewaartermijn termijn 0..1',
		'informatiecategorie begrip 0..1',
		'isOnderdeelVan verwijzing 0..*',
		'bevatOnderdeel verwijzing 0..*',
		'heeftRepresentatie verwijzing 0..*',
		'aanvullendeMetagegevens verwijzing 0..*',
		'gerelateerdInformatieobject gerelateerd 0..*',
		'archiefvormer verwijzing 1..*',
		'betrokkene betrokkene 0..*',
		'activiteit verwijzing 0..1',
		'beperkingGebruik beperkingGebruik 1..*'
	].map(place),
	bestand: [
		...OBJECT,
		'omvang integer 1',
		'bestandsformaat begrip 1',
		'checksum checksum 1..*',
		'URLBestand string 0..1',
		'isRepresentatieVan verwijzing 1'
	].map(place),
	identificatie: ['identificatieKenmerk string 1', 'identificatieBron string 1'].map(place),
	verwijzing: ['verwijzingNaam string 1', 'verwijzingIdentificatie identificatie 0..1'].map(place),
	begrip: ['begripLabel string 1', 'begripCode string 0..1', 'begripBegrippenlijst verwijzing 1'].map(place),
	dekkingInTijd: [
		'dekkingInTijdType begrip 1',
		'dekkingInTijdBegindatum date 1',
		'dekkingInTijdEinddatum date 0..1'
	].map(place),
	beperkingGebruik: [
		'beperkingGebruikType begrip 1',
		'beperkingGebruikNadereBeschrijving string 0..1',
		'beperkingGebruikDocumentatie verwijzing 0..*',
		'beperkingGebruikTermijn termijn 0..1'
	].map(place),
	checksum: ['checksumAlgoritme begrip 1', 'checksumWaarde string 1', 'checksumDatum dateTime 1'].map(place)
} satisfies Record<string, readonly Place[]>;

/** Groups that our documents have not are known by name alone, so that one that appears is told. */
const TEXTS = {
	string: /^[^<]*$/,
	integer: /^[-+]?\d+$/,
	language: /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/,
	date: /^\d{4}(-\d\d(-\d\d)?)?$/,
	dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)?$/
} as const;

/** Labels of the lists that MDTO closes, by the element that takes one of them. */
const CLOSED_LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	waardering: { B: 'Blijvend te bewaren', V: 'Tijdelijk te bewaren', N: 'Nader te bepalen' }
};

interface XmlElement {
	readonly name: string;
	readonly text: string;
	readonly children: readonly XmlElement[];
}

/** Everything in which a document is not as MDTO-XML 1.0.1 says; empty when nothing is. */
export function mdtoFaults(xml: string): readonly string[] {
	const root = parsed(xml);
	if (root.name !== 'MDTO') return [`${root.name} is no root`];
	const isOurs = xml.includes('<MDTO xmlns="https://www.nationaalarchief.nl/mdto"');
	const [object, ...others] = root.children;
	if (!isOurs || !object || others.length > 0) return ['MDTO holds one object, in the namespace of MDTO'];
	if (object.name !== 'informatieobject' && object.name !== 'bestand') return [`${object.name} is no object`];
	return faultsOf(object, object.name, object.name);
}

function faultsOf(element: XmlElement, type: Type, path: string): readonly string[] {
	if (type in TEXTS) {
		const isFine = TEXTS[type as keyof typeof TEXTS].test(element.text) && element.children.length === 0;
		return isFine ? [] : [`${path} is no ${type}: ${element.text}`];
	}
	const places = STRUCTURE[type as keyof typeof STRUCTURE] as readonly Place[] | undefined;
	if (!places) return [`${path} is a group that is not known here`];
	const names = places.map(({ name }) => name);
	const unknown = element.children.filter(({ name }) => !names.includes(name));
	const order = element.children.map(({ name }) => names.indexOf(name));
	return [
		...unknown.map(({ name }) => `${path} has no ${name}`),
		...(order.every((at, index) => index === 0 || at >= (order[index - 1] ?? 0))
			? []
			: [`${path} has its elements in another order`]),
		...places.flatMap(({ name, min, isMany }) => {
			const count = element.children.filter((child) => child.name === name).length;
			return count < min || (count > 1 && !isMany) ? [`${path} has ${count} × ${name}`] : [];
		}),
		...listFaults(element, path),
		...element.children.flatMap((child) => {
			const found = places.find(({ name }) => name === child.name);
			return found ? faultsOf(child, found.type, `${path}/${child.name}`) : [];
		})
	];
}

function listFaults({ name, children }: XmlElement, path: string): readonly string[] {
	const list = CLOSED_LISTS[name];
	const of = (wanted: string) => children.find((child) => child.name === wanted)?.text ?? '';
	return !list || list[of('begripCode')] === of('begripLabel') ? [] : [`${path} is not in its list`];
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([A-Za-z]+)([^<>]*)>|([^<]+)/gy;

/** Elements and texts, which is all that these documents hold. Throws for what is no XML of that kind. */
function parsed(xml: string): XmlElement {
	const top = { name: '', text: '', children: [] as XmlElement[] };
	const open = [top];
	for (const [token, end, name, attributes, text] of xml.matchAll(TOKEN)) {
		const [current] = open;
		if (!current) throw new Error('more is closed than was opened');
		if (text !== undefined) current.text += text.trim();
		else if (name === undefined) continue;
		else if (end === '/') {
			if (open.shift()?.name !== name) throw new Error(`${token} closes nothing`);
		} else {
			if (/[^\s\w:=".\-/]/.test(attributes ?? '')) throw new Error(`${token} is no element`);
			const element = { name, text: '', children: [] as XmlElement[] };
			current.children.push(element);
			open.unshift(element);
		}
	}
	const [root, ...others] = top.children;
	if (!root || others.length > 0 || open.length !== 1) throw new Error('this is no XML document');
	return root;
}
