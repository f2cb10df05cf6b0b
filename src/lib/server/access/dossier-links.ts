import { presentDossier, type Dossier } from '#lib/domain/programme/dossiers.ts';
import type { ProgrammeDesk } from '../programme-desk.ts';
import type { System } from '../system.ts';
import { derivedToken, isSameToken } from './tokens.ts';

/** Between the dossier and the secret of its link. */
const SEPARATOR = '.';

/** Links by which a municipality fills a dossier without an account: one at a time per dossier, made from the server's own secret, and for a time. */
export class DossierLinks {
	readonly #desk: Pick<ProgrammeDesk, 'programme'>;
	readonly #system: Pick<System, 'now'>;
	readonly #secret: string;

	constructor(parts: {
		desk: Pick<ProgrammeDesk, 'programme'>;
		system: Pick<System, 'now'>;
		secret: string;
	}) {
		this.#desk = parts.desk;
		this.#system = parts.system;
		this.#secret = parts.secret;
	}

	/** What its link ends with; null while it has none that works. */
	tokenOf(dossier: Dossier): string | null {
		const { id, link, links } = dossier;
		if (!link || link.expiresAt <= this.#system.now()) return null;
		return `${id}${SEPARATOR}${derivedToken(this.#secret, `dossier:${id}:${links}`)}`;
	}

	/** The dossier that a link opens; null when it was ended, has expired or never was. */
	async dossierOf(token: string): Promise<Dossier | null> {
		const [id = ''] = token.split(SEPARATOR, 1);
		const { dossiers } = await this.#desk.programme();
		const dossier = presentDossier(dossiers, id);
		const wanted = dossier && this.tokenOf(dossier);
		return dossier && wanted && isSameToken(token, wanted) ? dossier : null;
	}
}
