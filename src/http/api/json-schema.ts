// What the OpenAPI library takes from `zod/v4/core` (see ALIAS in src/cli/build/bundle.ts).
export { toJSONSchema } from 'zod/mini';
