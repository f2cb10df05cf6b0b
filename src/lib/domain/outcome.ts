import type { Rejection } from './rejections.ts';

/** What a decision yields: the value, or the one reason why not. A rejection is a value, never thrown. */
export type Outcome<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: Rejection };

export function accept<T>(value: T): Outcome<T> {
	return { ok: true, value };
}

export function reject(rejection: Rejection): Outcome<never> {
	return { ok: false, rejection };
}

/** States a promise of our own code. A failure means a bug, so the room stops and reopens from its log. */
export function assert(condition: boolean, promise: string): asserts condition {
	if (!condition) throw new Error(`Broken promise: ${promise}`);
}

/** Ends an exhaustive choice; does not compile while a case is missing. */
export function unreachable(value: never): never {
	throw new Error(`Broken promise: unknown case ${String(value)}`);
}
