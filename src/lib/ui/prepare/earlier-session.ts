/** Another worksession of which cards can be taken over. */
export interface EarlierSession {
	readonly id: string;
	readonly title: string;
	/** ISO date, or null while the day was not planned. */
	readonly date: string | null;
	readonly cardCount: number;
}
