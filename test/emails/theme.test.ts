import { describe, expect, it } from 'vitest';
import { accents, contrast, dark, light } from '../../emails/theme.ts';

const grounds = (colours: typeof dark) => [colours.paper, colours.sheet, colours.panel];

describe('the theme', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ])('keeps every text readable on every ground in %s', (_, colours) => {
    for (const text of [colours.ink, colours.soft, colours.muted])
      for (const ground of grounds(colours)) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('has neither pure black nor pure white, which some programs invert', () => {
    for (const colour of [...Object.values(light), ...Object.values(dark)])
      expect(['#000000', '#ffffff']).not.toContain(colour);
  });

  it.each(['#8c3b2a', '#ffff00', '#000000', '#ffffff', '#777777', '#00ff88'])(
    'moves the accent %s until it reads well in light and dark',
    (accent) => {
      const { light: onLight, dark: onDark } = accents(accent);
      for (const ground of grounds(light)) expect(contrast(onLight, ground)).toBeGreaterThanOrEqual(4.5);
      for (const ground of grounds(dark)) expect(contrast(onDark, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('leaves an accent alone that already reads well', () => {
    expect(accents('#8c3b2a').light).toBe('#8c3b2a');
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
