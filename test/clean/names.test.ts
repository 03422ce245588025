// Names, addresses and words of odd shape hold a capital, a stop or a mark inside. No seam goes through them, and nothing of
// them is taken for markup.

import { describe, expect, it } from 'vitest';
import { textOf } from '../score/score-pages.ts';
import { cleaned } from './cleaned.ts';

/** A title and two sentences around the one that is looked at. */
const AROUND: Record<string, readonly [string, string, string]> = {
  en: [
    'Council meets on the plan',
    'The council met on Monday and spoke of the plan for two hours.',
    'It will meet again in June, and the mayor will be there.',
  ],
  de: [
    'Rat berät über den Plan',
    'Der Rat hat am Montag zwei Stunden lang über den Plan gesprochen.',
    'Er trifft sich wieder im Juni, und die Bürgermeisterin kommt dazu.',
  ],
  fr: [
    'Le conseil parle du plan',
    'Le conseil a parlé du plan pendant deux heures ce lundi.',
    'Il se réunira encore en juin, et la maire sera là.',
  ],
  es: [
    'El consejo habla del plan',
    'El consejo habló del plan durante dos horas el lunes.',
    'Se reunirá otra vez en junio, y la alcaldesa estará allí.',
  ],
  pt: [
    'O conselho fala do plano',
    'O conselho falou do plano durante duas horas na segunda-feira.',
    'Vai reunir-se outra vez em junho, e a prefeita estará lá.',
  ],
  it: [
    'Il consiglio parla del piano',
    'Il consiglio ha parlato del piano per due ore lunedì.',
    'Si riunirà ancora a giugno, e la sindaca ci sarà.',
  ],
  ru: [
    'Совет обсудил план',
    'Совет обсуждал план два часа в понедельник вечером.',
    'Он соберётся снова в июне, и мэр тоже придёт.',
  ],
  uk: [
    'Рада обговорила план',
    'Рада обговорювала план дві години в понеділок увечері.',
    'Вона збереться знову в червні, і мер теж прийде.',
  ],
  pl: [
    'Rada mówi o planie',
    'Rada mówiła o planie przez dwie godziny w poniedziałek.',
    'Zbierze się znowu w czerwcu, a burmistrz też przyjdzie.',
  ],
  nl: [
    'Raad praat over het plan',
    'De raad sprak maandag twee uur over het plan.',
    'Hij komt in juni weer bijeen, en de burgemeester is er dan ook.',
  ],
  tr: [
    'Meclis planı konuştu',
    'Meclis pazartesi günü planı iki saat konuştu.',
    'Haziranda yine toplanacak ve başkan da orada olacak.',
  ],
  sv: [
    'Rådet talar om planen',
    'Rådet talade om planen i två timmar i måndags.',
    'Det möts igen i juni, och borgmästaren kommer dit.',
  ],
};

const SENTENCES: readonly (readonly [string, string])[] = [
  ['en', 'The makers of OpenAI and DeepL met in Zürich on Monday.'],
  ['en', 'SharePoint was down for six hours, the county said.'],
  ['en', 'ShareNow raises its prices in May, the firm said.'],
  ['en', 'SaveTheChildren asked for tents and blankets on Monday.'],
  ['en', 'SearchGPT answers in four languages, and HomePod speaks five.'],
  ['en', 'A plugIn for remoteStorage was written by moveBuddha on Monday.'],
  ['en', 'ReadWorks and NewsCorp pay for it, and LinkedIn shows it.'],
  ['en', 'CPAs, KPIs and APIs were the talk of the AMAs this week.'],
  ['en', 'Two PhDs and three CEOs of SaaS firms sit on the board.'],
  ['en', 'MyHeritage and 23andMe share their data with PayPal and eBay.'],
  ['en', 'She wrote to @NewsDesk and used #BlackLivesMatter and #SaveOurBus twice.'],
  ['en', 'See https://example.org/ShareThis/ReadMore.html for the plan.'],
  ['en', 'Write to Jane.Doe@Council.Example or call the CityDesk by noon.'],
  ['en', 'The IoT lab of BioNTech uses iOS, macOS and watchOS devices.'],
  ['en', 'McDonald’s and FedEx hired LaTeX writers from O’Reilly Media.'],
  ['en', 'MenuPages and PrintWorks closed, and FollowUp took over their staff.'],
  ['en', 'The 3M plant, a 4G mast and a 6MW turbine stand near the A4.'],
  ['en', 'Add a 2.4GHz stick, a 1TB disk and a 4K screen to the list.'],
  ['en', 'The ID. SPACE VIZZION 4MOTION makes 335 hp, and the X5M more.'],
  ['de', 'Die Aktie von E.ON stieg, die von RWE fiel am Montag.'],
  ['en', 'Yum!Brands opens 300 stores, and Yahoo!Finance wrote about it.'],
  ['en', 'The ID.Buzz and the ID.Life were shown by VW on Monday.'],
  ['de', 'Die Schülerinnen der St.Josef-Schule fuhren mit der BahnCard nach Köln.'],
  ['de', 'Die LehrerInnen und SchülerInnen trafen sich bei s.Oliver in Würzburg.'],
  ['de', 'Der AboutYou-Gründer und der HomeOffice-Chef von TeamViewer sprachen.'],
  ['de', 'ProSiebenSat.1 und Sat.1 zeigen das Spiel, auch Web.de überträgt.'],
  ['de', 'Dr.Oetker baut in Bielefeld ein Werk für 40 Millionen Euro.'],
  ['en', 'J.Crew and L.L.Bean sell coats, and P.F.Chang sells soup.'],
  ['fr', 'Le patron de E.Leclerc a rencontré ceux de BlaBlaCar et de LeBonCoin.'],
  ['fr', 'La société OpenClassrooms recrute, et VivaTech ouvre mardi à Paris.'],
  ['es', 'La empresa MercadoLibre compró BuscaPé, y CaixaBank la financia.'],
  ['es', 'El club CompartirVida reúne a LeerMás y a MenúVerde cada lunes.'],
  ['pt', 'O PicPay e o MercadoPago abriram contas, disse o BuscaVagas.'],
  ['it', 'La startup CondividiMi e la rivale LeggiTutto si fondono lunedì.'],
  ['ru', 'Компания СберБанк и сервис ВкусВилл открыли офис в Казани.'],
  ['uk', 'Застосунок ПриватБанк і служба НоваПошта працювали у понеділок.'],
  ['pl', 'Firma CzytajWięcej i sieć InPost otwierają nowe punkty w maju.'],
  ['nl', 'De dienst DeelMee en het bedrijf PostNL sloten een akkoord.'],
  ['en', 'The file __init__.py must hold __name__ and a_b_c. It was read twice.'],
  ['en', 'Call f(*args, **kwargs) and then run my_module.main() once.'],
  ['en', 'The element <title> holds the name, and <b> makes it bold.'],
  ['en', 'The variable _count_ and the flag __DEBUG__ were both wrong.'],
  ['en', 'In C, int *p and char **argv are pointers, said the teacher.'],
  ['en', 'The area is 5*3*2 metres, and 2**8 is 256 in that language.'],
  ['en', 'Set snake_case_name in settings.Production.json before the start.'],
  ['en', 'List<String> and Map<Key, Value> were used in the new code.'],
  ['en', 'The path C:\\Users\\Public\\ReadMe.txt was deleted by mistake.'],
  ['en', 'Booking.Com and Booking.Com rivals met; Booking.Com won.'],
  ['en', 'At 5 a.m.EST the storm was over, and at 6 p.m. it was back.'],
  ['en', 'The vote on H.R.1 and on S.B.9 is in May, said Rep.Smith.'],
  ['en', 'Will.i.am and A$AP Rocky sang, and P!nk and Ke$ha did not.'],
  ['en', 'Jeopardy!Masters returns on Monday, and so does Who?Weekly.'],
  ['en', 'He works at Guess?Inc and at Toys“R”Us in the same mall.'],
  ['en', 'The group Wham! and the site Joomla!Templates were named.'],
  ['en', 'Prices: 12.Mai, 3.OG and Nr.4 were written on the door.'],
  ['tr', 'Şirket YemekSepeti ve HepsiBurada ile görüştü, dedi Kaya.'],
  ['sv', 'Bolaget KlarnaPay och tjänsten DelaMer gick ihop i måndags.'],
];

const linesOf = (raw: string): string[] => textOf(cleaned(raw)).split('\n');

describe('a word of odd shape stays whole', () => {
  it.each(SENTENCES)('%s: %s', (lang, sentence) => {
    const [title, before, after] = AROUND[lang] ?? ['', '', ''];
    expect(linesOf([title, before, sentence, after].join('\n\n'))).toEqual([title, before, sentence, after]);
    const inside = `${after} ${sentence}`;
    expect(linesOf([title, before, inside].join('\n\n'))).toEqual([title, before, inside]);
  });
});

describe('what was glued is parted', () => {
  it.each([
    [
      'The board of OpenAI met on Monday.The plan was agreed.',
      ['The board of OpenAI met on Monday.', 'The plan was agreed.'],
    ],
    [
      'Nobody had asked E.ON about the price.It fell in May.',
      ['Nobody had asked E.ON about the price.', 'It fell in May.'],
    ],
    [
      'The firm wrote to ShareNow in April.What did it say?',
      ['The firm wrote to ShareNow in April.', 'What did it say?'],
    ],
  ] as const)('%s', (glued, parts) => {
    const [title, before] = AROUND['en'] ?? ['', ''];
    expect(linesOf([title, before, glued].join('\n\n'))).toEqual([title, before, ...parts]);
  });
});
