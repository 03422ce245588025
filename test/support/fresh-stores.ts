// Gives every test file a migrated database with nothing in it, and Durable Objects that know nothing: the files
// share one workerd, since starting it takes longer than most of them.

import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

await reset();
await applyD1Migrations(env.DB, env.MIGRATIONS);
