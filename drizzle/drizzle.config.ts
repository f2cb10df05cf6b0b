import { defineConfig } from 'drizzle-kit';

/** For `npx drizzle-kit generate --config drizzle/drizzle.config.ts --name WHAT_CHANGES`; Waaier itself never needs drizzle-kit. */
export default defineConfig({
	dialect: 'sqlite',
	schema: './src/lib/server/store/sqlite/schema.ts',
	out: './drizzle/sqlite'
});
