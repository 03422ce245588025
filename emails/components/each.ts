// Draws a list whose items have no name of their own: nothing here is ever reordered, so React needs no keys.

import { createElement, Fragment, type ReactNode } from 'react';

export const each = <T>(items: readonly T[], draw: (item: T) => ReactNode): ReactNode =>
  createElement(Fragment, null, ...items.map(draw));
