// The title of a text: below a menu, above the prose, and none where the lines above the prose are labels.

import { describe, expect, it } from 'vitest';
import { TITLE } from '../../src/clean/judge/weights/title.gen.ts';
import { hashTitleFeatures } from '../learn/title.ts';
import { cleaned, printed } from './cleaned.ts';

type Story = {
  readonly title: string;
  readonly prose: string;
  readonly head: string;
  readonly labels: readonly string[];
};

const STORIES: Record<string, Story> = {
  en: {
    title: 'Mill to grind oats again after nine years',
    head: 'By Jane Doe\n\nMarch 3, 2026',
    prose:
      'The mill at Corvane will grind oats again from May, the county said. It stood still for nine years.\n\nA miller was found in April. Visitors may come on Saturdays.',
    labels: [
      'Staff Reports',
      'By',
      'Features',
      'Medically reviewed',
      'LONDON, May 3',
      'Local News',
      'Jane Doe',
      'Special to The Courier',
      'Reviewed by Dr. Ann Lee, MD',
      'The Associated Press',
    ],
  },
  de: {
    title: 'Mühle mahlt nach neun Jahren wieder',
    head: 'Von Anna Berg\n\n3. März 2026',
    prose:
      'Die Mühle in Korwan mahlt ab Mai wieder Hafer, teilte der Kreis mit. Sie stand neun Jahre still.\n\nEin Müller wurde im April gefunden. Besucher dürfen samstags kommen.',
    labels: [
      'Von unserer Redaktion',
      'Lokales',
      'Berlin, 3. Mai',
      'Meinung',
      'Pressemitteilung',
      'Aus aller Welt',
      'Medizinisch geprüft',
    ],
  },
  fr: {
    title: 'Le moulin de Corvane reprend du service',
    head: 'Par Jeanne Roux\n\n3 mars 2026',
    prose:
      'Le moulin de Corvane va moudre à nouveau dès le mois de mai, a dit le département. Il était arrêté depuis neuf ans.\n\nUn meunier a été trouvé en avril. Les visiteurs viennent le samedi.',
    labels: ['La rédaction', 'Société', 'Paris, le 3 mai', 'Communiqué de presse', 'Faits divers'],
  },
  es: {
    title: 'El molino vuelve a moler avena',
    head: 'Por Ana Gil\n\n3 de marzo de 2026',
    prose:
      'El molino de Corvane volverá a moler avena en mayo, dijo la diputación. Llevaba nueve años parado.\n\nEn abril se encontró un molinero. Los visitantes pueden venir los sábados.',
    labels: ['Redacción', 'Sucesos', 'Madrid, 3 de mayo', 'Nota de prensa', 'Sociedad'],
  },
};

const MENUS: readonly (readonly [string, readonly string[]])[] = [
  ['en', ['Jump to navigation', 'Issues', 'Court Cases', 'Our Work', 'Donate']],
  ['en', ['The Corvane Courier', 'Sign in', 'Villages', 'Farming', 'Weather maps', 'Jobs board']],
  ['en', ['Who we are', 'What we do', 'Get involved', 'News']],
  ['de', ['Zum Inhalt springen', 'Themen', 'Über uns', 'Mitmachen', 'Spenden']],
  ['de', ['Kontakt', 'Sitzungskalender', 'Ausschüsse', 'Presse']],
  ['fr', ['Aller au contenu', 'Nos actions', 'Qui sommes-nous', 'Faire un don']],
  ['es', ['Saltar al contenido', 'Quiénes somos', 'Nuestro trabajo', 'Donar']],
];

const story = (lang: string): Story => STORIES[lang] as Story;

describe('the headline below a menu is the title', () => {
  it.each(MENUS)('%s: %s', (lang, menu) => {
    const { title, head, prose } = story(lang);
    const report = cleaned([...menu, title, head, prose].join('\n\n'));
    expect(report.title).toBe(title);
    for (const word of menu) expect(printed(report).join('\n')).not.toContain(word);
  });
});

describe('the headline alone above the prose is the title', () => {
  it.each(Object.keys(STORIES))('%s', (lang) => {
    const { title, prose } = story(lang);
    expect(cleaned([title, prose].join('\n\n')).title).toBe(title);
  });
});

describe('a label above the prose is no title', () => {
  it.each(
    Object.entries(STORIES).flatMap(([lang, { labels }]) => labels.map((label) => [lang, label] as const)),
  )('%s: %s', (lang, label) => {
    const { title, prose } = story(lang);
    expect(cleaned([label, prose].join('\n\n')).title).toBeNull();
    expect(cleaned([label, title, prose].join('\n\n')).title).toBe(title);
  });
});

describe('the weights of the headline', () => {
  it('belong to the list of figures', () => expect(TITLE.features).toBe(hashTitleFeatures()));
});
