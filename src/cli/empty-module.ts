// Stands in for modules that the bundle names but never uses (see [alias] in wrangler.toml).
export default {};
