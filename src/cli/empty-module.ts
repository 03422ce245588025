// Stands in for React Email's pretty-printer, which no mail here uses (see [alias] in wrangler.toml).
export const format = undefined;
export default undefined;
