/** Carrying what is chosen over the board with arrow keys. It lies where it lay until it is put down. */
export class MoveMode {
	/** Id of the step over which it is held, null for none; undefined while nothing is carried. */
	stepId: string | null | undefined = $state.raw(undefined);

	get isOn(): boolean {
		return this.stepId !== undefined;
	}

	start(stepId: string | null): void {
		this.stepId = stepId;
	}

	/** Over the next (1) or previous (-1) of these places, and no further than the ends; the tray is the last place. */
	step(steps: readonly { readonly id: string }[], direction: 1 | -1): void {
		const places = [...steps.map((step) => step.id), null];
		const index = places.indexOf(this.stepId ?? null);
		this.stepId = places[Math.min(Math.max(index + direction, 0), places.length - 1)] ?? null;
	}

	stop(): void {
		this.stepId = undefined;
	}
}
