// Stands in for what a dependency brings and nothing here uses (see [alias] in wrangler.toml).
export default undefined;
