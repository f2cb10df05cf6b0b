/**
 * The municipalities that ended since 2018 and are therefore not in `municipality-list.ts`: the last day of each code, and
 * the codes into which it went on the day after, several where its area was divided. `import:municipalities` writes it anew.
 *
 * Source: the laws on the redivisions of 2019, 2021, 2022 (in January, and Weesp on 24 March) and 2023 in the Staatsblad;
 * codes, days and successors compared with version 5 of the government's register of municipalities (TOOI, Register
 * gemeenten compleet). Exchanges of area that ended no code are not in it.
 */
import type { Municipality } from './municipalities.ts';

export const MUNICIPALITY_HISTORY: readonly Municipality[] = [
	{ code: 'GM0003', name: 'Appingedam', province: 'Groningen', end: '2020-12-31', into: ['GM1979'] },
	{ code: 'GM0005', name: 'Bedum', province: 'Groningen', end: '2018-12-31', into: ['GM1966'] },
	{ code: 'GM0009', name: 'Ten Boer', province: 'Groningen', end: '2018-12-31', into: ['GM0014'] },
	{ code: 'GM0010', name: 'Delfzijl', province: 'Groningen', end: '2020-12-31', into: ['GM1979'] },
	{ code: 'GM0015', name: 'Grootegast', province: 'Groningen', end: '2018-12-31', into: ['GM1969'] },
	{ code: 'GM0017', name: 'Haren', province: 'Groningen', end: '2018-12-31', into: ['GM0014'] },
	{ code: 'GM0022', name: 'Leek', province: 'Groningen', end: '2018-12-31', into: ['GM1969'] },
	{ code: 'GM0024', name: 'Loppersum', province: 'Groningen', end: '2020-12-31', into: ['GM1979'] },
	{ code: 'GM0025', name: 'Marum', province: 'Groningen', end: '2018-12-31', into: ['GM1969'] },
	{ code: 'GM0053', name: 'Winsum', province: 'Groningen', end: '2018-12-31', into: ['GM1966', 'GM1969'] },
	{ code: 'GM0056', name: 'Zuidhorn', province: 'Groningen', end: '2018-12-31', into: ['GM1969'] },
	{ code: 'GM0058', name: 'Dongeradeel', province: 'Fryslân', end: '2018-12-31', into: ['GM1970'] },
	{
		code: 'GM0079',
		name: 'Kollumerland en Nieuwkruisland',
		province: 'Fryslân',
		end: '2018-12-31',
		into: ['GM1970']
	},
	{ code: 'GM0236', name: 'Geldermalsen', province: 'Gelderland', end: '2018-12-31', into: ['GM1960'] },
	{ code: 'GM0304', name: 'Neerijnen', province: 'Gelderland', end: '2018-12-31', into: ['GM1960'] },
	{ code: 'GM0370', name: 'Beemster', province: 'Noord-Holland', end: '2021-12-31', into: ['GM0439'] },
	{
		code: 'GM0393',
		name: 'Haarlemmerliede en Spaarnwoude',
		province: 'Noord-Holland',
		end: '2018-12-31',
		into: ['GM0394']
	},
	{ code: 'GM0398', name: 'Heerhugowaard', province: 'Noord-Holland', end: '2021-12-31', into: ['GM1980'] },
	{ code: 'GM0416', name: 'Langedijk', province: 'Noord-Holland', end: '2021-12-31', into: ['GM1980'] },
	{ code: 'GM0457', name: 'Weesp', province: 'Noord-Holland', end: '2022-03-23', into: ['GM0363'] },
	{ code: 'GM0501', name: 'Brielle', province: 'Zuid-Holland', end: '2022-12-31', into: ['GM1992'] },
	{ code: 'GM0530', name: 'Hellevoetsluis', province: 'Zuid-Holland', end: '2022-12-31', into: ['GM1992'] },
	{ code: 'GM0545', name: 'Leerdam', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM1961'] },
	{ code: 'GM0576', name: 'Noordwijkerhout', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM0575'] },
	{ code: 'GM0584', name: 'Oud-Beijerland', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM1963'] },
	{ code: 'GM0585', name: 'Binnenmaas', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM1963'] },
	{ code: 'GM0588', name: 'Korendijk', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM1963'] },
	{ code: 'GM0611', name: 'Cromstrijen', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM1963'] },
	{ code: 'GM0614', name: 'Westvoorne', province: 'Zuid-Holland', end: '2022-12-31', into: ['GM1992'] },
	{ code: 'GM0617', name: 'Strijen', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM1963'] },
	{ code: 'GM0620', name: 'Vianen', province: 'Utrecht', end: '2018-12-31', into: ['GM1961'] },
	{ code: 'GM0689', name: 'Giessenlanden', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM1978'] },
	{ code: 'GM0707', name: 'Zederik', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM1961'] },
	{ code: 'GM0733', name: 'Lingewaal', province: 'Gelderland', end: '2018-12-31', into: ['GM1960'] },
	{ code: 'GM0738', name: 'Aalburg', province: 'Noord-Brabant', end: '2018-12-31', into: ['GM1959'] },
	{ code: 'GM0756', name: 'Boxmeer', province: 'Noord-Brabant', end: '2021-12-31', into: ['GM1982'] },
	{ code: 'GM0786', name: 'Grave', province: 'Noord-Brabant', end: '2021-12-31', into: ['GM1982'] },
	{
		code: 'GM0788',
		name: 'Haaren',
		province: 'Noord-Brabant',
		end: '2020-12-31',
		into: ['GM0757', 'GM0824', 'GM0855', 'GM0865']
	},
	{
		code: 'GM0815',
		name: 'Mill en Sint Hubert',
		province: 'Noord-Brabant',
		end: '2021-12-31',
		into: ['GM1982']
	},
	{ code: 'GM0856', name: 'Uden', province: 'Noord-Brabant', end: '2021-12-31', into: ['GM1991'] },
	{ code: 'GM0870', name: 'Werkendam', province: 'Noord-Brabant', end: '2018-12-31', into: ['GM1959'] },
	{ code: 'GM0874', name: 'Woudrichem', province: 'Noord-Brabant', end: '2018-12-31', into: ['GM1959'] },
	{ code: 'GM0881', name: 'Onderbanken', province: 'Limburg', end: '2018-12-31', into: ['GM1954'] },
	{ code: 'GM0951', name: 'Nuth', province: 'Limburg', end: '2018-12-31', into: ['GM1954'] },
	{ code: 'GM0962', name: 'Schinnen', province: 'Limburg', end: '2018-12-31', into: ['GM1954'] },
	{ code: 'GM1651', name: 'Eemsmond', province: 'Groningen', end: '2018-12-31', into: ['GM1966'] },
	{ code: 'GM1663', name: 'De Marne', province: 'Groningen', end: '2018-12-31', into: ['GM1966'] },
	{ code: 'GM1684', name: 'Cuijk', province: 'Noord-Brabant', end: '2021-12-31', into: ['GM1982'] },
	{ code: 'GM1685', name: 'Landerd', province: 'Noord-Brabant', end: '2021-12-31', into: ['GM1991'] },
	{ code: 'GM1702', name: 'Sint Anthonis', province: 'Noord-Brabant', end: '2021-12-31', into: ['GM1982'] },
	{ code: 'GM1722', name: 'Ferwerderadiel', province: 'Fryslân', end: '2018-12-31', into: ['GM1970'] },
	{ code: 'GM1927', name: 'Molenwaard', province: 'Zuid-Holland', end: '2018-12-31', into: ['GM1978'] }
];
