import { itemKey } from '../board/items.ts';
import { own, without } from '../keyed.ts';
import { JUDGEMENT_REASON_LENGTH_MAX, lengthOf } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import type { IntakeRecord } from '../record/record.ts';
import { isSaidAs } from '../record/roles-told.ts';
import type { MunicipalityRole, RoundKind } from '../vocabulary.ts';
import { roundKindOf } from './codings.ts';
import type { MatchPair, ProgrammeRejection, SessionItem, Verdict } from './programme-acts.ts';
import type { ProgrammeDeciders, ProgrammeEvolvers } from './programme.ts';

/** Who helps whom is proposed by counting and decided by people: a pair is accepted or dismissed, with a reason, and can be left open again. */

export interface Judgement {
	readonly pair: MatchPair;
	readonly verdict: Verdict;
	readonly reason: string;
	/** Epoch milliseconds. */
	readonly at: number;
	/** Id of the account. */
	readonly by: string;
}

export type Judgements = Readonly<Record<string, Judgement>>;

/** The same for the same two sides. */
export function pairKey({ asked, offered }: MatchPair): string {
	return `${sideKey(asked)} ${sideKey(offered)}`;
}

export function sideKey({ sessionId, item }: SessionItem): string {
	return `${sessionId} ${itemKey(item)}`;
}

export const judgementDeciders: ProgrammeDeciders<'JudgeMatch'> = {
	JudgeMatch({ judgements }, { pair, verdict, reason: typed }, { records }) {
		const reason = typed.trim();
		const fault = pairFault(pair, records) ?? reasonFault(reason, verdict === 'dismissed');
		if (fault) return reject(fault);
		const before = own(judgements, pairKey(pair));
		const isSame = (before?.verdict ?? null) === verdict && (before?.reason ?? '') === reason;
		return accept(isSame ? [] : [{ type: 'MatchJudged', pair, verdict, reason }]);
	}
};

export const judgementEvolvers: ProgrammeEvolvers<'MatchJudged'> = {
	MatchJudged(programme, { pair, verdict, reason }, { at, by }) {
		const key = pairKey(pair);
		const judgements = verdict
			? { ...programme.judgements, [key]: { pair, verdict, reason, at, by } }
			: without(programme.judgements, key);
		return { ...programme, judgements };
	}
};

/** Why a reason cannot be kept; null when it can. */
export function reasonFault(reason: string, isNeeded: boolean): ProgrammeRejection | null {
	if (isNeeded && reason === '') return 'reason-empty';
	return lengthOf(reason) > JUDGEMENT_REASON_LENGTH_MAX ? 'reason-too-long' : null;
}

function pairFault(
	{ asked, offered }: MatchPair,
	records: readonly IntakeRecord[]
): ProgrammeRejection | null {
	return (
		sideFault(asked, records, { role: 'follower', kinds: ['needs', 'bottlenecks'] }) ??
		sideFault(offered, records, { role: 'frontrunner', kinds: ['strengths'] })
	);
}

function sideFault(
	{ sessionId, item }: SessionItem,
	records: readonly IntakeRecord[],
	{ role, kinds }: { readonly role: MunicipalityRole; readonly kinds: readonly RoundKind[] }
): ProgrammeRejection | null {
	const record = records.find(({ session }) => session.id === sessionId);
	if (!record) return 'unknown-session';
	const kind = roundKindOf(record, item);
	if (!kind) return 'unknown-item';
	return kinds.includes(kind) && isSaidAs(role, record, item) ? null : 'not-a-pair';
}
