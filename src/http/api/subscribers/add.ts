// Adding one subscriber: active at once if the editor confirms that they agreed, otherwise a mail asks them.

import type { Context } from 'hono';
import {
  createImporter,
  findByAddress,
  normaliseAddress,
  recordEditorConsent,
  type Subscriber,
} from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { requestSignupByMail } from '../../readers/signup.ts';
import { readJson } from '../json.ts';
import { refuse } from './import/index.ts';
import { newSubscriberSchema, requireSubscriber, toSubscriberJson } from './subscriber.ts';

const BY_EDITOR = { source: 'editor' } as const;
const WORDING = 'An editor says that this reader agreed.';

const WAY_BACK: Partial<Record<Subscriber['state'], string>> = {
  unsubscribed:
    'only they can say that they want the mail again. Leave out `confirmed`, and a mail asks them.',
  bounced: 'mail to them comes back. Release them first.',
  complained: 'they reported the mail as spam. Release them first.',
  suppressed: 'they were taken out for good. Release them first.',
};

export async function addSubscriber(deps: Deps, c: Context): Promise<Response> {
  const { email, name, confirmed } = await readJson(c, newSubscriberSchema);
  const address = normaliseAddress(email);
  if (!address.ok) throw new Refusal(422, `This address cannot be used: ${address.error}.`);
  const { id, isNew } = await store(deps, { email: address.value, name: name?.trim(), confirmed });
  const asked = !confirmed && (await requestByMail(deps, c, address.value));
  const reader = await requireSubscriber(deps, id);
  if (!asked && reader.state !== 'active')
    throw new Refusal(409, `This reader is ${reader.state}: ${WAY_BACK[reader.state] ?? ''}`);
  const Location = `/api/subscribers/${id}`;
  return c.json({ ...toSubscriberJson(reader), asked }, isNew ? 201 : 200, { Location });
}

const requestByMail = (deps: Deps, c: Context, email: string): Promise<boolean> =>
  requestSignupByMail(deps, c, { email, ...BY_EDITOR, wording: '' });

async function store(
  deps: Deps,
  { email, name, confirmed }: { email: string; name: string | undefined; confirmed: boolean },
): Promise<{ id: string; isNew: boolean }> {
  const row = { email, name: name || null, state: confirmed ? 'active' : 'pending' } as const;
  const counts = await createImporter(deps.db, deps.erasure, false)([row], deps.now());
  if (typeof counts === 'string') throw refuse(counts);
  const reader = await findByAddress(deps.db, email);
  if (reader === null)
    throw new Refusal(409, 'This reader asked to be forgotten. Only they can come back, through the form.');
  if (confirmed)
    await recordEditorConsent(deps.db, reader.id, { ...BY_EDITOR, wording: WORDING }, deps.now());
  return { id: reader.id, isNew: counts.added === 1 };
}
