// The single mails that a reader asks for. The Postmaster keeps one address from being flooded with them: see
// deliver/message.ts for how many it gets.

import { publication } from '../../content/publication.ts';
import { type RequestTemplate, renderConfirmation, renderVisit } from '../render/index.ts';
import { signToken } from '../tokens.ts';
import type { Deps } from './app.ts';

/** Asks the address whether it wants the newsletter. */
export async function sendConfirmation(deps: Deps, asking: { id: string; email: string }): Promise<void> {
  const token = await signToken(deps.signingKey, 'confirm', asking.id);
  await send(deps, asking.email, token, renderConfirmation(letterOptions(deps)));
}

/** Brings the link to one's own data. */
export async function sendVisitLink(
  deps: Deps,
  { email, token }: { email: string; token: string },
): Promise<void> {
  await send(deps, email, token, renderVisit(letterOptions(deps)));
}

const letterOptions = ({ config, signingKey }: Deps) => ({
  publication,
  linkBase: config.siteUrl,
  keyId: signingKey.id,
});

async function send(deps: Deps, to: string, token: string, template: RequestTemplate): Promise<void> {
  await deps.postmaster().sendOne({ id: crypto.randomUUID(), purpose: 'confirmation', to, template, token });
}
