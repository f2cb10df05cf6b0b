/** A dossier of the programme that can be brought into a worksession. */
export interface DossierChoice {
	readonly id: string;
	readonly name: string;
	readonly summary: string;
	readonly municipalities: readonly string[];
	/** How many of the ten questions have an answer. */
	readonly answered: number;
	/** Epoch milliseconds. */
	readonly changedAt: number;
	/** Who changed it last; null where that account is no more. */
	readonly changedBy: string | null;
	/** By whoever had its link, without an account. */
	readonly isByLink: boolean;
}
