import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/** Drizzle's query builder on one connection, without schema: relational queries are not used. */
export type Queries = BetterSQLite3Database;
export const queriesOf = drizzle;
