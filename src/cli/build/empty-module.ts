// Replaces parts of dependencies that nothing here uses (see ALIAS in src/cli/build/bundle.ts).
export default undefined;
