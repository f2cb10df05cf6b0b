import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { once } from 'node:events';
import { renderUnicodeCompact } from 'uqr';
import { StartupFault, type StartupFaultCode } from './startup-fault.ts';

const codes = new Map<string, StartupFaultCode>([
	['EADDRINUSE', 'port-busy'],
	['EACCES', 'port-not-allowed'],
	['EADDRNOTAVAIL', 'host-not-here']
]);

/** Turns a failure to listen into the fault that explains it; any other error stays what it is. */
export function listenFault(error: unknown, host: string, port: number): unknown {
	if (!(error instanceof Error) || !('code' in error)) return error;
	const code = codes.get(String(error.code));
	if (code === undefined) return error;
	return new StartupFault(code, code === 'host-not-here' ? host : String(port), { cause: error });
}

/**
 * Listens for a moment and stops again, so that a busy port is found before the database is touched.
 * @throws StartupFault port-busy, port-not-allowed or host-not-here
 */
export async function checkPortIsFree(host: string, port: number): Promise<void> {
	const probe = createServer().listen({ host, port });
	try {
		await once(probe, 'listening');
	} catch (error) {
		throw listenFault(error, host, port);
	}
	probe.close();
	await once(probe, 'close');
}

/** The addresses by which other devices in the room reach a server that listens on `host`. */
export function roomAddresses(host: string, port: number): string[] {
	if (host === '127.0.0.1' || host === '::1' || host === 'localhost') return [];
	const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
	const reachable = all.filter(({ family, internal }) => family === 'IPv4' && !internal);
	return reachable.map(({ address }) => `http://${address}:${port}`);
}

/** Where a person at this computer opens the app. */
export function localAddress(host: string, port: number): string {
	const everywhere = host === '0.0.0.0' || host === '::';
	const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	return `http://${name}:${port}`;
}

/**
 * What the terminal shows once the server listens. Programs that start the server read the lines "Adres:" and
 * "Organisator:".
 */
export function welcome(
	address: string,
	host: string,
	port: number,
	organiserLink: string | undefined
): string {
	const inTheRoom = address === localAddress(host, port) ? roomAddresses(host, port) : [address];
	const lines = ['', 'Waaier staat klaar.', '', `Adres: ${address}`];
	for (const one of inTheRoom) lines.push(`In de zaal: ${one}`);
	if (inTheRoom[0] !== undefined) lines.push('', renderUnicodeCompact(inTheRoom[0], { border: 2 }));
	if (organiserLink !== undefined) {
		lines.push(
			'',
			'Deze link logt de eerste organisator in. Hij werkt één keer.',
			`Organisator: ${organiserLink}`
		);
	}
	return `${lines.join('\n')}\n`;
}
