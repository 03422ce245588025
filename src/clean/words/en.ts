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
  furniture: `
skip (the |)(ad|ads|advert|advertisement)
advert[s]
refresh (for the latest|to see) *
read later
(tweet|share) this (quote|update)
(share|tell us) what you think
skip past * promotion
scroll down for *
[+]#[ ]view gallery
# viewing now
share or comment on *
the comments below *
newest oldest *
reader poll
vote to see *
(contributing|contributors): *
posted on *
a- a a+
listen with *
did you find this *
yes no *
report a problem *
back to (news|home|all news|results)
accessibility statement *
a to z *
upgrade to paid
type your email *
free weekly newsletter
after newsletter promotion
reuse this content
get email updates*
for media (enquiries|inquiries)*
contact the press office*
cookies on this (website|site)
advertisement [·|-|–] (scroll|continue) *
for information media*
# / #
advertisement[s]
advertisement [-] (scroll|continue|keep) *
ad[s]
ad (feedback|choices)
[story|article] continues (below|after) *
continue reading [below]
sponsored [content|post|story|links]
sponsored by *
(paid|promoted|partner) (content|post|partnership|stories)
promoted
live[ blog| updates| coverage]
(breaking|latest)[ news]
just in
exclusive
premium
updated
developing story
[for ](subscriber|subscribers|member|members)[ |-](only|exclusive)
share[ this][ story| article| page| post| on| via| release]
share (on|via|to) *
share [full|this] article
gift[ this] article
(copy|get) link[ copied]
link copied[ to clipboard]
(print|save|email|bookmark|download)[ this][ article| story| page| for later]
listen[ to][ this][ article| story][ (|-)# (min|mins|minutes|minutes)]
listen to [this|the] (article|story|report) *
(play|read) (audio|aloud)
(text|font) size *
add[ us] (as|to|on) * (google|preferred|favourites|favorites) *
(no|#) comment[s]
comment[s][ (#)]
(add|leave|post|write) (a|your) (comment|reply)
(view|show|read|see|hide)[ all][ #] comments
join the (conversation|discussion|debate)
comments are closed
(log|sign) in to *
(log|sign) in
login[ to *]
register[ to *| now]
(show|load|see|view) (more|less|all)[ *]
(show|load|see|view|read)[ #] (earlier|older|newer|previous|new|latest) (updates|entries|posts|messages)
# new (updates|posts)
read (less|full story|full article|the full story)
skip to[ main] (content|navigation)
(menu|search|home|subscribe|subscribe now|my account|account|newsletters|newsletter|e-paper|epaper|contact us|about us|close|open|expand|topics|tags|sections)
(back|return) to (top|home|homepage)
(next|previous)[ article| story| post]
open in app
follow us[ on *| for *| at *| here]
follow @*
(follow|like|find|join) (us|our *|* news) on (twitter|x|facebook|instagram|google|whatsapp|telegram|linkedin|threads|bluesky|youtube|tiktok) *
(follow|like|find|join) (us|our *) on (twitter|x|facebook|instagram|google news|whatsapp|telegram|linkedin|threads|bluesky|youtube|tiktok)
join our (whatsapp|telegram|facebook) *
(get|download)[ the| our][ free] * app[ *]
(play|pause|mute|unmute|replay|stop)[ video]
(full|exit full)[ ]screen
video player is loading *
this is a modal window *
(current time|duration|loaded|remaining time|playback rate|volume) *
(video|image|content) (unavailable|not available)
watch on (youtube|facebook|x)
up next
(image|photo|slide) # of #
# (photos|images|pictures|slides)
(view|see|open)[ the| full] (gallery|slideshow|image|photos)
(enlarge|expand) [this ]image
(hide|toggle|show) caption
(file|representational|representative|handout|archive|stock) (photo|image|picture|photograph)[ *]
image for representation[al][ purpose[s]][ only]
loading
please wait
was this (article|page|story) helpful *
(report|spotted|found|see) (an|a) (error|typo|mistake) *
(accept|reject|allow) (all|cookies)[ cookies][ *]
(cookie|privacy) (settings|policy|preferences|notice)
manage (settings|cookies|preferences|consent)
terms (of|and) (use|service|conditions)[ *]
(with|-with) * input[s]
with input[s] from *
input[s] from *
(agencies|agency|news agencies|wire reports)
source[s]: (agencies|agency)
(reporting|additional reporting|editing|writing|compiled|edited|reported) by *
(tag|tags|topic|topics|keywords|category|categories|filed under|filed in|posted in|suggested topics|related topics|more on|labels|see more on): *
(tags|topics|suggested topics|related topics|filed under|filed in)[ *]
for immediate release[ *]
(press|news|media) release[ *]
[the ]full story
kindly share *
(jump|skip) to: *
in this (article|story|page|guide): *
[read ]more news on[ *]
(stay|keep) (connected|in touch|informed|up to date) *
# like[s]
(-ends-|ends|- end -|-30-)
news provided by *
view (original|source version|original content)[ *]
(logo|photo) - http*
our standards: *
(report|flag) this[ *]
sign up[ now| here| today| free]
your (email|e-mail)[ address]
yes no
(our|get our) newsletter[s]
(opinion|analysis|explainer|video|podcast)
`,
  notices: `
privacy notice: *
sign up here to *
[do ]you know more? *
(if you have been affected by|were you affected by) *
we use * cookies *
* is a reader-supported publication *
(catch|get|read) all the * news *
we (use|value) (cookies|your privacy) *
(this|our) (site|website|page) uses cookies *
by (continuing|clicking|signing up|subscribing|submitting|using) * (you agree|you accept|you consent|cookies|privacy|terms) *
please enable javascript *
(your browser|javascript) (does not|is disabled) *
to (continue|keep) reading *
(already|not) a subscriber? *
(subscribe|register|log in|sign in) to (continue|read|keep|unlock|access|get) *
this (article|story|content) is [only |exclusively ](for|available to|reserved for) [our ](subscribers|members) *
you (have|'ve) [# |no |reached ] (free articles|article limit|free article) *
unlock * (access|article|story) *
(start|try) your free trial *
create (a|your) free account *
sign up[ now| today| here] (to|for) our *
sign up (to|for) (the|a|your|daily|weekly|free) * (newsletter|letter|briefing|alerts|emails|email|digest|inbox) *
sign up (to|for) * newsletter *
subscribe[ now| today| here] (to|for) (our|the) * (newsletter|letter|briefing|channel|digest|podcast|alerts) *
[you can ][now ]subscribe to our *
(get|receive) our * (letter|newsletter|briefing|email|digest|guide|magazine) *
(get|receive|have) * (in|to|into) your inbox *
(want|do you want|would you like|like what you read|enjoying) * (sign up|subscribe) *
enter your (email|e-mail) *
you can unsubscribe *
sign up to receive *
subscribe now *
subscribe for free *
thank[s| you] for reading *
please read our *
[story ]source: materials provided *
materials provided by *
(catch|get) all the (latest|live) *
for all the latest *
story saved[ *]
follow * on (facebook|x|twitter|instagram|whatsapp|youtube|tiktok|telegram|linkedin)[, *][ *]
send your (stories|story|story ideas|photos|pictures|videos|tips|comments|letters|questions|feedback) *
thank[s] [you ]for (subscribing|signing up) *
(never miss|stay (informed|updated|up to date|ahead)) * (newsletter|app|alerts|subscribe|sign up|follow us) *
(support|fund) [our |independent |local |quality |public ]* journalism *
become a (member|subscriber|supporter) *
(got|have|do you have) (a|any) (story|tip|news tip|news|question)[ for us| to share| to tell| about *]? *
(email|contact|call|write to) our (newsdesk|news desk|newsroom|reporters|team) *
download our * app *
download the * app[ (to|for|now|today|from|on|and) *]
copyright [©|c|by ]#*
copyright ©*
© *
(c) #### *
[*]all rights reserved[ *]
disclaimer[s]: *
disclaimer
[the ](views|opinions)[ and opinions] expressed (in this|in the|here|above|by the author|by the authors|are|do|herein) *
[the ](views|opinions) of [the ](author|authors|writer|columnist|analysts|contributors) *
[the ](views|opinions)[ expressed][ are] (personal|their own|his own|her own)
this (story|article|report|copy|piece|post) (has been|was|is) (published|auto-generated|first published|originally|produced|syndicated|generated|translated|republished|sourced|not been edited|reproduced) *
this (story|article|report) has not been edited *
(except for the headline|apart from the headline), *
the post * (appeared first on|first appeared on) *
[a version of ]this (article|story) (originally|first) appeared *
originally published *
(readers|investors|viewers) (should|are advised to) (consult|seek) *
`,
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
(most|more) (read|viewed|popular|shared|commented)[ (articles|stories|news|today|this week|now|in *|on *)]
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
  question: 'q\nquestion',
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
