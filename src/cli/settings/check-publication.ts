// The first part of `npm run check` and `npm run deploy`, before they change anything.

import { resolve } from 'node:path';
import { checkSettings, PUBLICATION } from './publication-file.ts';

const mistakes = await checkSettings(resolve(process.argv[2] ?? PUBLICATION));
for (const mistake of mistakes) console.error(mistake);
if (mistakes.length === 0) console.log('content/publication.ts and content/limits.ts are sound.');
process.exitCode = mistakes.length === 0 ? 0 : 1;
