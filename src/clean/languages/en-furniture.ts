// The longest two lists of the English table: lines of page furniture, and notices. See Language.

export const furniture = `
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
# shares
# view comments
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
(current time|duration|loaded|remaining time|playback rate|volume)[:] [-|- ]#[:#|.#][%|x]
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
(tag|tags|topic|topics|category|categories|filed under|filed in|posted in|suggested topics|related topics|more on|labels|see more on): *
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
`;

export const notices = `
privacy notice: *
this (article|story|content) is free to read *
we want our comments to be *
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
copyright [©|c |by ]#*
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
`;
