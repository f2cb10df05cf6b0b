import { NAME_LENGTH_MAX } from '#lib/domain/limits.ts';
import { m } from '#lib/i18n/words.ts';

/** The roles that an account can have; a list of them in the order in which they are offered. */
export const ACCOUNT_ROLES = ['facilitator', 'organiser'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

export type AccountFault =
	'name-empty' | 'name-too-long' | 'role-missing' | 'last-organiser' | 'unknown-account';

/** Somebody with an account, as the page shows it. Times in epoch ms. */
export interface ShownAccount {
	readonly id: string;
	readonly name: string;
	readonly role: AccountRole;
	readonly createdAt: number;
	readonly isMe: boolean;
}

export interface ShownInvitation {
	readonly id: string;
	readonly name: string;
	readonly role: AccountRole;
	readonly expiresAt: number;
}

export function roleName(role: AccountRole): string {
	return role === 'organiser' ? m.common_role_organiser() : m.accounts_role_facilitator();
}

export function faultText(fault: AccountFault | undefined): string {
	switch (fault) {
		case 'name-empty':
			return m.accounts_fault_name_empty();
		case 'name-too-long':
			return m.accounts_fault_name_too_long({ max: NAME_LENGTH_MAX });
		case 'role-missing':
			return m.accounts_fault_role_missing();
		case 'last-organiser':
			return m.accounts_fault_last_organiser();
		case 'unknown-account':
			return m.accounts_fault_unknown();
		case undefined:
			return m.accounts_fault_other();
	}
}

const MS_PER_DAY = 24 * 60 * 60_000;

/** Days that a link still works, counted up: the last hours are "1 dag". */
export function daysLeft(expiresAt: number, now: number): number {
	return Math.max(1, Math.ceil((expiresAt - now) / MS_PER_DAY));
}
