/** A dossier of the programme that can be brought into a worksession. */
export interface DossierChoice {
	readonly id: string;
	readonly name: string;
	readonly summary: string;
	readonly municipalities: readonly string[];
}
