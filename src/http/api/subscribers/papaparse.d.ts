// What is used of papaparse. Its types on npm bring all of Node's into the Worker.
declare module 'papaparse' {
  const Papa: {
    parse(
      text: string,
      options: { delimiter: string; newline: string },
    ): {
      data: string[][];
      errors: { type: 'Quotes' | 'Delimiter' | 'FieldMismatch'; row?: number }[];
    };
    unparse(
      rows: readonly (readonly string[])[],
      options: { newline: string; quotes: (field: string) => boolean },
    ): string;
  };
  export default Papa;
}
