/**
 * Other names under which people look for a municipality, by code: the official name beside the
 * everyday one, the name in the region's other language, and the main town where it is not in the name.
 * Names of former municipalities come from `municipality-history.ts`.
 */
export const MUNICIPALITY_ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
	['GM0060', ['It Amelân']],
	['GM0072', ['Harns']],
	['GM0074', ['It Hearrenfean']],
	['GM0080', ['Ljouwert']],
	['GM0085', ['Eaststellingwerf']],
	['GM0086', ['Opsterlân']],
	['GM0088', ['Skiermûntseach']],
	['GM0090', ['Smellingerlân', 'Drachten']],
	['GM0093', ['Skylge']],
	['GM0096', ['Flylân']],
	['GM0098', ['Wolvega']],
	['GM0171', ['Emmeloord']],
	['GM0373', ['Bergen Noord-Holland']],
	['GM0394', ['Hoofddorp']],
	['GM0453', ['IJmuiden']],
	['GM0518', ["'s-Gravenhage", 'The Hague']],
	['GM0737', ['Tietjerksteradeel']],
	['GM0796', ['Den Bosch']],
	['GM0893', ['Bergen Limburg']],
	['GM1783', ['Naaldwijk']],
	['GM1891', ['Dantumadeel']],
	['GM1900', ['Zuidwest-Friesland', 'Sneek']],
	['GM1930', ['Spijkenisse']],
	['GM1940', ['De Friese Meren', 'Joure']],
	['GM1942', ['Bussum']],
	['GM1948', ['Veghel']],
	['GM1949', ['Franeker']],
	['GM1970', ['Noordoost-Friesland', 'Dokkum']]
]);

/** Everyday names of provinces, by official name: looking for one finds all municipalities in it. */
export const PROVINCE_ALIASES: ReadonlyMap<string, readonly string[]> = new Map([['Fryslân', ['Friesland']]]);
