// The html part. React escapes every text and attribute, so nothing from a report is ever markup.

import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import DigestMail, { type DigestMailProps } from '../../../emails/digest.tsx';
import { breakLines } from './lines.ts';
import { addOutlookHead } from './outlook.ts';

// React Email's own doctype: some programs fall into another layout mode with a shorter one.
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Same mail, same bytes. Why not React Email's `render`: see README.md. */
export const renderMail = (mail: ReactElement): string =>
  breakLines(addOutlookHead(DOCTYPE + renderToStaticMarkup(mail)));

export const renderHtml = (props: DigestMailProps): string => renderMail(createElement(DigestMail, props));
