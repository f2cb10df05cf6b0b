import { lengthOf, NAME_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import type { ProgrammeDeciders, ProgrammeEvolvers } from './programme.ts';

/** A key by which another program reads the programme's outcomes. It ends and is never given again. */
export interface AccessKey {
	readonly id: string;
	/** Whose or what for. */
	readonly name: string;
	/** Epoch milliseconds. */
	readonly madeAt: number;
	/** Null while it works. */
	readonly endedAt: number | null;
}

/** Of those that work. */
const ACCESS_KEYS_MAX = 20;

export const accessKeyDeciders: ProgrammeDeciders<'MakeAccessKey' | 'EndAccessKey'> = {
	MakeAccessKey({ accessKeys }, { keyId, name }) {
		if (accessKeys.some(({ id }) => id === keyId)) return reject('unknown-key');
		const wanted = name.trim();
		if (wanted === '') return reject('key-name-empty');
		if (lengthOf(wanted) > NAME_LENGTH_MAX) return reject('key-name-too-long');
		if (accessKeys.filter(({ endedAt }) => endedAt === null).length >= ACCESS_KEYS_MAX)
			return reject('keys-full');
		return accept([{ type: 'AccessKeyMade', keyId, name: wanted }]);
	},

	EndAccessKey({ accessKeys }, { keyId }) {
		const key = accessKeys.find(({ id }) => id === keyId);
		if (!key) return reject('unknown-key');
		return accept(key.endedAt === null ? [{ type: 'AccessKeyEnded', keyId }] : []);
	}
};

export const accessKeyEvolvers: ProgrammeEvolvers<'AccessKeyMade' | 'AccessKeyEnded'> = {
	AccessKeyMade: (programme, { keyId, name }, { at }) => ({
		...programme,
		accessKeys: [...programme.accessKeys, { id: keyId, name, madeAt: at, endedAt: null }]
	}),
	AccessKeyEnded: (programme, { keyId }, { at }) => ({
		...programme,
		accessKeys: programme.accessKeys.map((key) => (key.id === keyId ? { ...key, endedAt: at } : key))
	})
};
