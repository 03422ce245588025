// An issue of hand-made reports, as the tests of rendering need it.

import { publication } from '../../content/publication.ts';
import type { Report } from '../../src/clean/report.ts';
import { compose, type PartOfWeek } from '../../src/digest/index.ts';
import { type RenderOptions, renderIssue } from '../../src/render/index.ts';
import { roundUpOf } from '../digest/week.ts';

export const options: RenderOptions = {
  publication,
  linkBase: 'https://second-read.example',
  keyId: '0a1b2c3d',
  local: false,
};

export const issueOf = (reports: readonly Report[], more: Partial<RenderOptions> = {}) =>
  renderIssue(compose(reports, { lang: publication.language }), { ...options, ...more });

export const renderWeek = (parts: readonly PartOfWeek[], more: Partial<RenderOptions> = {}) => {
  const { digest, ledgers } = roundUpOf(parts);
  return renderIssue(digest, { ...options, ledgers, ...more });
};
