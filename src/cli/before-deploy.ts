// The first part of `npm run deploy`: names what a first deployment lacks and what to do, before anything is changed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publication } from '../../content/publication.ts';
import { ROOT } from './options.ts';
import { findObstacles } from './settings/settings-file.ts';

const { obstacles, hints } = findObstacles(readFileSync(join(ROOT, 'wrangler.toml'), 'utf8'), publication);
for (const hint of hints) console.warn(`Note: ${hint}`);
for (const obstacle of obstacles) console.error(obstacle);
process.exitCode = obstacles.length === 0 ? 0 : 1;
