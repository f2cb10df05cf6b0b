import * as v from 'valibot';
import { AGENDA_ITEMS_MAX, TITLE_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';
import { outlineOf, type Outline, type TemplatePlan } from '#lib/domain/day/template.ts';
import { ROUND_KINDS, type Group } from '#lib/domain/vocabulary.ts';
import { RoundSettingsSchema } from '#lib/protocol/commands.ts';
import { mayChangeTemplate } from './access/rights.ts';
import type { Account, Store } from './store/store.ts';
import type { System } from './system.ts';
import type { Worksessions } from './worksessions.ts';

/** More days than anybody reads through when choosing one. */
export const TEMPLATES_MAX = 100;

export type TemplateFault =
	'name-empty' | 'name-too-long' | 'name-taken' | 'templates-full' | 'unknown-template' | 'not-your-template';

/** A day that somebody kept, as people choose from it. */
export interface ListedTemplate extends Outline {
	readonly id: string;
	readonly name: string;
	/** For whom the worksession was from which it comes. */
	readonly group: Group;
	/** Epoch ms. */
	readonly createdAt: number;
	/** Whether whoever asks may give it another name or remove it. */
	readonly mayChange: boolean;
}

/** What was kept is read again after years: whatever is no day any more is no template. */
const PlanSchema = v.strictObject({
	items: v.pipe(
		v.array(
			v.variant('kind', [
				v.strictObject({ kind: v.literal('break'), title: v.string(), minutes: v.number() }),
				v.strictObject({
					kind: v.literal('round'),
					round: v.picklist(ROUND_KINDS),
					settings: RoundSettingsSchema
				})
			])
		),
		v.minLength(1),
		v.maxLength(AGENDA_ITEMS_MAX)
	)
});

/** The days that facilitators kept to use again. Whether the asker makes worksessions at all is asked before. */
export class Templates {
	readonly #store: Store;
	readonly #worksessions: Worksessions;
	readonly #system: System;

	constructor(parts: { store: Store; worksessions: Worksessions; system: System }) {
		this.#store = parts.store;
		this.#worksessions = parts.worksessions;
		this.#system = parts.system;
	}

	/** Oldest first, as this account sees them. */
	async list(asker: Account): Promise<readonly ListedTemplate[]> {
		return (await this.#store.templates()).flatMap((template) => {
			const { id, name, group, createdAt, plan } = template;
			const day = planIn(plan);
			const mayChange = mayChangeTemplate(asker, template);
			return day ? [{ id, name, group, createdAt, mayChange, ...outlineOf(day) }] : [];
		});
	}

	/** The day of a template; null when there is none. */
	async plan(templateId: string): Promise<TemplatePlan | null> {
		const template = (await this.#store.templates()).find(({ id }) => id === templateId);
		return template ? planIn(template.plan) : null;
	}

	/** Keeps the day of a worksession under a name, or tells why not. */
	async keep(asker: Account, sessionId: string, typed: string): Promise<TemplateFault | null> {
		const name = typed.trim();
		const known = await this.#store.templates();
		if (known.length >= TEMPLATES_MAX) return 'templates-full';
		const fault = nameFault(name, known);
		if (fault) return fault;
		const day = await this.#worksessions.plan(sessionId);
		if (!day) throw new Error('Broken promise: only the day of a known worksession is kept');
		const { newId, now } = this.#system;
		await this.#store.addTemplate({ id: newId(), name, madeBy: asker.id, createdAt: now(), ...day });
		return null;
	}

	async rename(asker: Account, templateId: string, typed: string): Promise<TemplateFault | null> {
		const name = typed.trim();
		const known = await this.#store.templates();
		const template = known.find(({ id }) => id === templateId);
		if (!template) return 'unknown-template';
		if (!mayChangeTemplate(asker, template)) return 'not-your-template';
		const others = known.filter((other) => other !== template);
		const fault = nameFault(name, others);
		if (fault) return fault;
		return (await this.#store.renameTemplate(templateId, name)) ? null : 'unknown-template';
	}

	/** What is gone already is no fault. */
	async remove(asker: Account, templateId: string): Promise<TemplateFault | null> {
		const template = (await this.#store.templates()).find(({ id }) => id === templateId);
		if (!template) return null;
		if (!mayChangeTemplate(asker, template)) return 'not-your-template';
		await this.#store.removeTemplate(templateId);
		return null;
	}
}

/** Two templates of one name cannot be told apart where one is chosen. */
function nameFault(name: string, others: readonly { readonly name: string }[]): TemplateFault | null {
	if (name === '') return 'name-empty';
	if (lengthOf(name) > TITLE_LENGTH_MAX) return 'name-too-long';
	const same = (other: { readonly name: string }) => other.name.toLowerCase() === name.toLowerCase();
	return others.some(same) ? 'name-taken' : null;
}

function planIn(kept: unknown): TemplatePlan | null {
	const parsed = v.safeParse(PlanSchema, kept);
	return parsed.success ? parsed.output : null;
}
