import { furniture, notices } from './en-furniture.ts';
import type { Language } from './language.ts';

export const en: Language = {
  code: 'en',
  starters:
    'the a an in on at it its this that these those he she they we you his her their our my as by for from with ' +
    'without after before when while if but and or so not no one two three four five some many most more all both whoever whatever whichever whenever wherever ' +
    'each every even also still then there here however meanwhile earlier later last next what who whom whose why ' +
    'how where which between during under over about against since until because although though to of is are was ' +
    'were will would can could has have had do does did nobody nothing only such other another several few since ' +
    'according despite instead once now today yesterday thousands hundreds officials police residents be been',
  abbreviations:
    'mr mrs ms mx dr prof st ste rev fr gen col maj capt cpt lt sgt cmdr adm gov sen rep pres hon inc ltd co corp bros ' +
    'llc plc no nos vs v rs dept est approx fig figs vol pp ed eds al jr sr jan feb mar apr jun jul aug sept sep oct nov ' +
    'dec mon tue tues wed thu thurs fri sat sun e.g i.e p.c cf viz ca ave blvd rd mt ft hwy tel ext etc',
  calendar:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug ' +
    'sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri ' +
    'sat sun am pm a.m p.m gmt utc ist est edt cst cdt mst mdt pst pdt et pt aedt aest acst awst nzdt nzst eat wat cat sast pkt sgt hkt kst msk eastern central mountain pacific daylight standard time bst cet cest eet aest jst of at on the ' +
    'hrs hours hour ago today yesterday local time',
  stamp:
    'checked reviewed published updated posted modified last first on by read reading time min mins minute minutes created edited date',
  byline:
    'by\nwritten by\nposted by\nwords\nreported by\nstory by\nwords by\nreport by\ntext by\nauthor\nwriter\nedited by\nfrom our correspondent',
  credit:
    'photo\nphotos\npicture\npictures\nimage\nimages\nphotograph\nphoto credit\nimage credit\npicture credit\nimage source\nimage caption\n' +
    'photo source\nphoto by\nphotograph by\npicture by\nimage by\ncredit\ncredits\ncaption\nfile photo\nfile image\nfile picture\nillustration\n' +
    'graphic\nvideo credit\ncourtesy\npic\nscreengrab\nscreenshot',
  furniture,
  notices,
  promo: `
(listen|watch|read) next
previously in *
also read
read also
read more
read next
read this next
must[ |-]read
see also
also see
also watch
don't miss
dont miss
you (may|might) [also ]like
you (may|might) [also ]be interested in
recommended[ for you| reading]
related (story|stories|article|articles|news|post|posts|coverage|content|video|reading|link|links)
more on this (story|topic)
most (read|viewed|popular|shared)
(top|trending|popular) stories
trending[ now]
editor's (pick|picks|choice)
further reading
[read the ]full (story|report)
from the archive[s]
in case you missed it
icymi
what to read next
click here to read
(more|read more) from *
(read|see) more (on|about) this
`,
  promoStrict: `
read
related
watch
watch (now|live|video|the video)
listen
video
photos
pictures
in (pictures|photos)
photo gallery
gallery
podcast
quiz
try this
explore
opinion
explained
explainer
live updates
up next
find out more
learn more
more
next
`,
  related: `
(you may like|more news|all news|more top stories|latest press releases|latest releases|latest news|explore more on these topics)
(also read|read also|read more|read next|see also|must reads|don't miss|more stories|more news|further reading)
related[ (stories|articles|news|posts|coverage|content|videos|reading|links|topics)]
(most|more) (read|viewed|watched|popular|shared|commented)[ news][ (articles|stories|news|videos|today|this week|now|in *|on *)]
(top|trending|popular|latest|featured|other|recent|sponsored|promoted|recommended) (stories|news|articles|posts|headlines|videos|now|today|topics|reads|updates|content)
(trending|popular|recommended)
related *
(more|also|read more) (from|in|on|about|by) *
(recommended|selected|picked)[ stories| articles| reading] for you
you (may|might) [also ](like|be interested in|enjoy)
(editor's|editors'|our) (picks|pick|choice|recommendations)
what (to|others are) read[ing][ next]
(from|around) (our partners|the web)
from the archive[s]
in other news
elsewhere on *
up next
on this (story|topic)
trending
`,
  faq: `
faq[s| 's]
(faqs|faq|frequently asked questions|q&a|q & a|q and a|questions and answers|common questions|your questions[,] answered|questions readers ask|readers' questions|reader questions|quick questions|people also ask|key questions[,] answered|questions answered)
frequently asked questions[ (faq|faqs)][ (about|on|:) *]
frequently asked questions (faq[s])
(faq|faqs)[:| -| –| —] *
(faqs|q&a|questions and answers|common questions|your questions) (about|on|for) *
people also ask
`,
  question: 'q\nque\nques\nquest\nquestion',
  answer: 'a\nans\nanswer',
  synopsis: 'synopsis\nsummary\nabstract',
  keyPoints: `
key (points|takeaways|facts|moments|developments|findings)
(highlights|takeaways|at a glance|in brief|in short|the main points|main points|quick read|the key points|what you need to know|what we know|the essentials|story highlights|key takeaway|tl;dr)
`,
  nav:
    'home news world local business politics sport sports opinion culture lifestyle tech technology science health ' +
    'education environment energy travel food entertainment weather video videos region regional community economy ' +
    'economics finance markets crime society arts music money uk us usa europe asia africa india national international ' +
    'latest transport property climate nature cities city county',
  share:
    'channel page share pin font size save print copy link email e-mail mail tweet post comment comments more this on via follow subscribe listen gift',
  pressTail: `
about *
(media|press|investor|company|sales|investor relations|media relations) (contact|contacts|inquiries|enquiries|office|relations)[ *]
contact[s][ information| details| us][: *]
(forward-looking|forward looking|safe harbor|safe harbour|cautionary) (statement|statements|note)[s][ *]
note[s] to editor[s][ *]
for (more|further) information[ *]
editor's note[s]
`,
  cites: `
as (reported|quoted|cited|first reported|published|told) (by|to) (the )?@
according to (a |an |the |data from |figures from |a report (by|from) )*(the )?@
as per (a |an |the )?@( report)?
per a @ report
(quoted|cited|reported) by (the )?@
told (the )?@
in an interview with (the )?@
a report (by|from|in) (the )?@
a (survey|study|statement|poll|paper|analysis) (by|from|of) (the )?@
(the |a )@ report
(the )?@ (reported|reports|has reported|first reported) (that|on|in|last|this|earlier)
source: @
`,
  organisations:
    'news times post herald courier tribune journal gazette chronicle observer guardian telegraph standard press agency ' +
    'institute university council ministry department bureau commission authority association federation league office ' +
    'bank fund centre center foundation organisation organization committee survey laboratory college academy society ' +
    'service review magazine radio television network weekly daily monitor board company corporation group union court ' +
    'ledger echo examiner inquirer dispatch bulletin argus advertiser independent economist broadcasting watch trust',
  saying:
    'said says say revealed reveals reported reports found finds warned warns estimated estimates announced announces ' +
    'stated states wrote writes noted notes told confirmed confirms concluded showed shows suggested suggests claimed',
};
