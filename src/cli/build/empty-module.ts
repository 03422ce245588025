// Stands in for what a dependency brings and nothing here uses (see ALIAS in src/cli/build/bundle.ts).
export default undefined;
