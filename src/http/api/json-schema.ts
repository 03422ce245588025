// What the OpenAPI library takes from `zod/v4/core` (see [alias] in wrangler.toml).
export { toJSONSchema } from 'zod/mini';
