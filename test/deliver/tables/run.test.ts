import { describe, expect, it } from 'vitest';
import { ISSUE, inWorld, TEMPLATE } from '../world.ts';

describe('a run', () => {
  it(
    'sends every subscriber one mail and tells D1 that it ended',
    inWorld(async (world) => {
      world.join(250);
      await world.tick();
      expect(world.d1).toEqual({ state: 'sending', runId: 'run-1', reason: null });
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 250));
      expect(world.provider.calls.map(({ to }) => to.length)).toEqual([100, 100, 50]);
      expect(world.d1.state).toBe('sent');
      expect(world.alarmAt).toBeNull();
      expect(world.postmaster.progress(ISSUE)).toMatchObject({
        state: 'sent',
        total: 250,
        sent: 250,
        failed: 0,
      });
    }),
  );

  it(
    'splices the token of each subscriber into links and headers, and tags the mail with the id',
    inWorld(async (world) => {
      world.join(2);
      await world.start();
      await world.runUntil();
      const [mail] = world.provider.inboxes.get('reader2@example.com') ?? [];
      expect(mail).toEqual({
        from: TEMPLATE.from,
        to: ['reader2@example.com'],
        subject: TEMPLATE.subject,
        html: '<p>Hello</p><a href="https://desk.example/unsubscribe/token-of-2">Leave</a>',
        text: 'Hello\n\nLeave: https://desk.example/unsubscribe/token-of-2\n',
        reply_to: 'editor@example.com',
        headers: { 'List-Unsubscribe': '<https://desk.example/unsubscribe/token-of-2>' },
        tags: [
          { name: 'issue', value: ISSUE },
          { name: 'subscriber', value: '2' },
        ],
      });
    }),
  );
});
