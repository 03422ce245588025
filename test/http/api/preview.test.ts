import { describe, expect, it } from 'vitest';
import { postText } from '../../support/client.ts';

const RAW = [
  'The harbour authority closed the outer gate on Sunday, as reported by the Bay Courier.',
  'ALSO READ: Ten lighthouse walks you can finish before lunch',
  'What the <script>alert(1)</script> means & why',
  'Two trawlers were still on their way in when the wind passed 110 kilometres an hour.',
].join('\n');

const preview = (accept?: string): Promise<Response> =>
  postText('/api/preview', RAW, accept === undefined ? {} : { Accept: accept });

describe('POST /api/preview', () => {
  it('answers JSON with subject, preheader, both parts and the preflight', async () => {
    const body = (await (await preview('application/json')).json()) as Record<string, unknown>;
    expect(Object.keys(body).sort()).toEqual(['html', 'preflight', 'preheader', 'subject', 'text']);
    expect(body['preflight']).toMatchObject({ ok: true, problems: [] });
    expect(body['preheader']).toContain('The harbour authority closed the outer gate');
  });

  it('answers the html part to a browser', async () => {
    const response = await preview('text/html,application/xhtml+xml,*/*;q=0.8');
    expect(response.headers.get('Content-Type')).toContain('text/html');
    const html = await response.text();
    expect(html).toContain('Two trawlers were still on their way in');
    expect(html).not.toContain('Ten lighthouse walks');
    expect(html).not.toContain('<script>');
  });

  it('is cut off from the desk: no script, no form, no base, nothing but pictures from elsewhere', async () => {
    const policy = (await preview('text/html')).headers.get('Content-Security-Policy')?.split('; ') ?? [];
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "form-action 'none'", "base-uri 'none'", 'sandbox']),
    );
  });

  it('answers the text part on request', async () => {
    const response = await preview('text/plain');
    expect(response.headers.get('Content-Type')).toContain('text/plain');
    expect(await response.text()).toContain('The harbour authority closed the outer gate');
  });

  it('is never cached, and varies by Accept', async () => {
    const { headers } = await preview();
    expect(headers.get('Cache-Control')).toBe('no-store, no-transform');
    expect(headers.get('Vary')).toContain('Accept');
  });

  it("fills in an example reader's links, so that no placeholder is left", async () => {
    const { text } = (await (await preview('application/json')).json()) as { text: string };
    expect(text).toMatch(/http:\/\/copydesk\.test\/unsubscribe\/[\w-]+\.[\w-]+(?=[\s>])/);
  });
});
