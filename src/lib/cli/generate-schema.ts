/** Writes the published JSON Schema of the intake record. A test tells when it has to be run again. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { RECORD_SCHEMA_VERSION } from '../domain/record/record.ts';
import { recordJsonSchemaText } from '../export/record-json-schema.ts';

const folder = new URL('../../../static/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL(`intakeverslag-${RECORD_SCHEMA_VERSION}.json`, folder), recordJsonSchemaText());
