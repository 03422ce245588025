// Stands in for what a dependency brings and nothing here uses (see ALIAS in src/cli/bundle.ts).
export default undefined;
