import { toJsonSchema } from '@valibot/to-json-schema';
import { RecordSchema } from './record-schema.ts';

/**
 * The published JSON Schema (2020-12) of the intake record. Without `$id`: every installation serves it from its own address, so its
 * identity is where it was read.
 */
export function recordJsonSchemaText(): string {
	const { $schema, ...schema } = toJsonSchema(RecordSchema, { target: 'draft-2020-12' });
	return `${JSON.stringify({ $schema, ...schema }, null, '\t')}\n`;
}
