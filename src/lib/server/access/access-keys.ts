import type { AccessKey } from '#lib/domain/programme/access-keys.ts';
import type { ProgrammeDesk } from '../programme-desk.ts';
import { derivedToken, isSameToken } from './tokens.ts';

const SCHEME = /^Bearer +([\w.-]+)$/;

/** Keys of other programs, made from the server's own secret: nothing of them is stored but that they were given, and that they ended. */
export class AccessKeys {
	readonly #desk: Pick<ProgrammeDesk, 'programme'>;
	readonly #secret: string;

	constructor(desk: Pick<ProgrammeDesk, 'programme'>, secret: string) {
		this.#desk = desk;
		this.#secret = secret;
	}

	/** What the program sends with every question. */
	textOf({ id }: Pick<AccessKey, 'id'>): string {
		return `${id}.${derivedToken(this.#secret, `api:${id}`)}`;
	}

	/** The key that an Authorization header brings; null when it brings none that works. */
	async keyIn(header: string | null): Promise<AccessKey | null> {
		const text = SCHEME.exec(header ?? '')?.[1];
		if (text === undefined) return null;
		const { accessKeys } = await this.#desk.programme();
		const key = accessKeys.find(({ id }) => id === text.split('.', 1)[0]);
		return key && key.endedAt === null && isSameToken(text, this.textOf(key)) ? key : null;
	}
}
