// Heading levels: h1 once in a mail, and no level skipped below it.

export type Level = 1 | 2 | 3 | 4;

export const headingTag = (level: Level) => `h${level}` as const;
