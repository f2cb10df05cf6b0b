import type { StartupFault, StartupFaultCode } from './startup-fault.ts';

interface Report {
	exitCode: number;
	nl: (detail: string) => string;
	en: (detail: string) => string;
}

/** Not through Paraglide: these sentences must also work before anything has been compiled or built. */
const reports: Record<StartupFaultCode, Report> = {
	'node-too-old': {
		exitCode: 10,
		nl: (found) => `Waaier heeft Node 22.18 of nieuwer nodig; dit is ${found}. Start met npm start.`,
		en: (found) => `Waaier needs Node 22.18 or newer; this is ${found}. Start with npm start.`
	},
	'not-built': {
		exitCode: 11,
		nl: () => 'Waaier is nog niet gebouwd. Start met npm start.',
		en: () => 'Waaier has not been built yet. Start with npm start.'
	},
	'port-invalid': {
		exitCode: 20,
		nl: (value) => `PORT moet een getal van 0 tot en met 65535 zijn, niet "${value}".`,
		en: (value) => `PORT must be a number from 0 to 65535, not "${value}".`
	},
	'host-invalid': {
		exitCode: 21,
		nl: (value) => `HOST moet een IP-adres of "localhost" zijn, niet "${value}".`,
		en: (value) => `HOST must be an IP address or "localhost", not "${value}".`
	},
	'data-dir-invalid': {
		exitCode: 22,
		nl: () => 'DATA_DIR mag niet leeg zijn: noem de map waar Waaier alles bewaart.',
		en: () => 'DATA_DIR may not be empty: name the folder where Waaier keeps everything.'
	},
	'origin-invalid': {
		exitCode: 23,
		nl: (value) => `ORIGIN moet een adres zonder pad zijn, zoals https://waaier.example, niet "${value}".`,
		en: (value) => `ORIGIN must be an address without a path, such as https://waaier.example, not "${value}".`
	},
	'log-level-invalid': {
		exitCode: 24,
		nl: (value) => `LOG_LEVEL moet fatal, error, warn, info, debug, trace of silent zijn, niet "${value}".`,
		en: (value) => `LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent, not "${value}".`
	},
	'port-busy': {
		exitCode: 30,
		nl: (port) => `Poort ${port} is al in gebruik. Stop het andere programma of kies een andere PORT.`,
		en: (port) => `Port ${port} is in use already. Stop the other program or choose another PORT.`
	},
	'port-not-allowed': {
		exitCode: 31,
		nl: (port) => `Poort ${port} mag dit account niet gebruiken. Kies een PORT boven 1023.`,
		en: (port) => `This account may not use port ${port}. Choose a PORT above 1023.`
	},
	'host-not-here': {
		exitCode: 32,
		nl: (host) => `Deze computer heeft het adres ${host} niet. Kies een andere HOST.`,
		en: (host) => `This computer does not have the address ${host}. Choose another HOST.`
	},
	'data-folder-not-writable': {
		exitCode: 40,
		nl: (folder) => `Waaier kan niet schrijven in ${folder}. Geef schrijfrecht of kies een andere DATA_DIR.`,
		en: (folder) => `Waaier cannot write in ${folder}. Allow writing or choose another DATA_DIR.`
	},
	'data-folder-in-use': {
		exitCode: 41,
		nl: (folder) => `Een andere Waaier gebruikt ${folder} al. Stop die eerst of kies een andere DATA_DIR.`,
		en: (folder) => `Another Waaier already uses ${folder}. Stop that one first or choose another DATA_DIR.`
	},
	'database-foreign': {
		exitCode: 42,
		nl: (file) => `${file} is geen database van Waaier. Er is niets aan veranderd. Kies een andere DATA_DIR.`,
		en: (file) => `${file} is not a Waaier database. It was left as it is. Choose another DATA_DIR.`
	},
	'database-corrupt': {
		exitCode: 43,
		nl: (file) => `${file} is beschadigd. Er is niets aan veranderd. Zet een back-up terug.`,
		en: (file) => `${file} is damaged. It was left as it is. Restore a backup.`
	},
	'database-newer': {
		exitCode: 44,
		nl: (file) => `${file} is van een nieuwere Waaier. Er is niets aan veranderd. Start die nieuwere versie.`,
		en: (file) => `${file} comes from a newer Waaier. It was left as it is. Start that newer version.`
	}
};

/** What the person at the terminal reads (Dutch, then English) and the exit code that scripts can tell apart. */
export function reportOf(fault: StartupFault): { sentence: string; exitCode: number } {
	const { exitCode, nl, en } = reports[fault.code];
	return { sentence: `${nl(fault.detail)} / ${en(fault.detail)}`, exitCode };
}

/** Every code with its exit code, for the documentation and the test that keeps them apart. */
export function exitCodes(): Map<StartupFaultCode, number> {
	const codes = Object.keys(reports) as StartupFaultCode[];
	return new Map(codes.map((code) => [code, reports[code].exitCode]));
}
