// A raw text or a page's source, whichever comes in. What reads HTML is loaded only for a page.

import type { Result } from '../result.ts';
import { clean } from './index.ts';
import type { CleanOptions, CleanProblem, Report } from './report.ts';

export const FORMATS = ['text', 'html'] as const;
export type Format = (typeof FORMATS)[number];
export type Source = { readonly raw: string; readonly format: Format };

export const cleanSource = async (
  { raw, format }: Source,
  options: CleanOptions = {},
): Promise<Result<Report, CleanProblem>> =>
  format === 'html' ? (await import('./html.ts')).cleanHtml(raw, options) : clean(raw, options);
