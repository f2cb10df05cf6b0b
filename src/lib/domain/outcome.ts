import type { Rejection } from './rejections.ts';

/** What a decision yields: the value, or the one reason why not. A rejection is a value, never thrown. */
export type Outcome<T, R = Rejection> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: R };

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
	return { ok: true, value };
}

export function reject<R extends string = Rejection>(
	rejection: R
): { readonly ok: false; readonly rejection: R } {
	return { ok: false, rejection };
}

/** States a promise of our own code. A failure means a bug: the command is answered with a fault, and its state is dropped. */
export function assert(condition: boolean, promise: string): asserts condition {
	if (!condition) throw new Error(`Broken promise: ${promise}`);
}
