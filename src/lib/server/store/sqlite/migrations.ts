import type { Database } from 'better-sqlite3';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export type Migration = Pick<MigrationMeta, 'sql' | 'folderMillis' | 'hash'>;

/** Drizzle's own table and columns, so that drizzle-kit reads them too. */
const APPLIED_TABLE = '__drizzle_migrations';

/** Every migration of this version of Waaier, oldest first. */
export function knownMigrations(): readonly Migration[] {
	return readMigrationFiles({ migrationsFolder: migrationsFolder() });
}

/** Found upwards from this file, because the built server stands in another folder than the sources do. */
function migrationsFolder(): string {
	const here = path.dirname(fileURLToPath(import.meta.url));
	for (let at = here; at !== path.dirname(at); at = path.dirname(at)) {
		const folder = path.join(at, 'drizzle', 'sqlite');
		if (existsSync(path.join(folder, 'meta', '_journal.json'))) return folder;
	}
	throw new Error(`No folder with migrations above ${here}`);
}

/** When each applied migration was made, which is what Drizzle knows it by. */
export function appliedMigrations(db: Database): ReadonlySet<number> {
	if (!tables(db).includes(APPLIED_TABLE)) return new Set();
	const rows = db.prepare<[], { created_at: number }>(`SELECT created_at FROM ${APPLIED_TABLE}`).all();
	return new Set(rows.map((row) => Number(row.created_at)));
}

/**
 * Brings the tables up to date in one transaction that is undone as a whole when it would lose a row. Drizzle's own migrator
 * commits by itself, so nothing could be checked in time; and with foreign keys on, rebuilding a table would quietly delete
 * what refers to it (drizzle-orm #5782).
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
	const applied = appliedMigrations(db);
	const pending = migrations.filter((migration) => !applied.has(migration.folderMillis));
	if (pending.length === 0) return;
	db.pragma('foreign_keys = OFF');
	db.transaction(() => {
		const before = rowCounts(db);
		for (const migration of pending) apply(db, migration);
		checkNothingLost(db, before);
	}).immediate();
}

function apply(db: Database, { sql, hash, folderMillis }: Migration): void {
	for (const statement of sql) db.exec(statement);
	db.exec(
		`CREATE TABLE IF NOT EXISTS ${APPLIED_TABLE} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`
	);
	db.prepare(`INSERT INTO ${APPLIED_TABLE} (hash, created_at) VALUES (?, ?)`).run(hash, folderMillis);
}

function checkNothingLost(db: Database, before: ReadonlyMap<string, number>): void {
	const after = rowCounts(db);
	for (const [table, count] of before) {
		const left = after.get(table);
		if (table === APPLIED_TABLE || left === undefined || left === count) continue;
		throw new Error(`A migration would leave ${left} of ${count} rows in ${table}`);
	}
	const broken = db.prepare('PRAGMA foreign_key_check').all();
	if (broken.length > 0)
		throw new Error(`A migration would leave ${broken.length} rows that refer to nothing`);
}

function rowCounts(db: Database): ReadonlyMap<string, number> {
	const count = (table: string) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
	return new Map(tables(db).map((table) => [table, count(table)]));
}

function tables(db: Database): readonly string[] {
	const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;
	return db
		.prepare<[], { name: string }>(sql)
		.all()
		.map((row) => row.name);
}
