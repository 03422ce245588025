// What the clock needs from outside, and the content that an editor wrote.

import type { Publication } from '../../content/publication.ts';
import type { SigningKey } from '../crypto/tokens.ts';
import type { LaunchDeps, PostmasterObject } from '../deliver/index.ts';
import type { Config } from '../env.ts';

/** The steps from reports to bytes. Each may take long. */
export type Freezing = Pick<
  typeof import('../issue/index.ts'),
  'prepareReport' | 'composeIssue' | 'composeRoundUp' | 'renderComposed'
>;

export type ClockDeps = Omit<LaunchDeps, 'postmaster'> & {
  readonly config: Pick<Config, 'local' | 'siteUrl'>;
  readonly signingKey: SigningKey;
  readonly postmaster: () => DurableObjectStub<PostmasterObject>;
  /** A test replaces it to stop a tick in the middle of a step. */
  readonly loadFreezing?: () => Promise<Freezing>;
};

/** When to send, and what. Without `reports`: the files of content/reports. */
export type Content = {
  readonly publication: Publication;
  readonly reports?: readonly { readonly name: string; readonly raw: string }[];
};

export const loadFreezing = (deps: Pick<ClockDeps, 'loadFreezing'>): Promise<Freezing> =>
  deps.loadFreezing?.() ?? import('../issue/index.ts');
