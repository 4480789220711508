//! The words that tell what a clause is about: done, wanted, left out, or other work.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::Status;
use crate::tokens::Token;

/// How far a cue reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Onwards, until something done is told or the sentence ends.
    Onwards,
    /// Onwards over the things that it names, no further.
    Things,
    /// Back to where its clause begins.
    Back,
    /// Its whole clause.
    Clause,
    /// Onwards over what was done at another time, until `but` or the sentence ends.
    Past,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub(super) status: Status,
    pub(super) reach: Reach,
    pub(super) length: usize,
}

const TO_BUY: &str = "\
    need to order, needs to order, have to order, must order, should order, will order, going to order, \
    gotta order, to order, order more, order some, order a, order the, order another, order new, reorder, re \
    order, to reorder, need to buy, have to buy, must buy, should buy, to buy, buy more, buy some, buy a, \
    buy another, buy new, buy, order, purchase, need to get, have to get, must get, should get, gotta get, \
    got to get, get more, get some, get another, get new, get a new, need to pick up, have to pick up, must \
    pick up, should pick up, pick up more, pick up some, pick up a, pick up another, pick up, grab more, \
    grab some, need more, need new, need another, need some, need some more, need fresh, need a new, need a \
    bigger, need a, need an, need the, i need, we need, still need, also need, will need, ill need, need, am \
    out of, shopping for, get hold of, must cut more, to get, supplies to get, ordered, reordered, have \
    ordered, put in an order for, placed an order for, waiting on more, want, get, need extra, \
    need two, need three, need four, need five, needs more, want more, want to buy, want to order, want to \
    get, shopping, supplies, wishlist, wish list, top up, top up on, topping up, run low, needs ordered, \
    need ordered, fetch more, more needed, restock, restock on, stock up on, replenish, shopping list, for \
    the shop, put on the list, add to the list, add to the shopping list, remember to buy, remember to \
    order, remember to get, dont forget to buy, dont forget to order, time to order, replace the, need to \
    replace, have to replace, must replace, need to restock, have to restock, on the shopping list is, low \
    on stock, next order, supply run for, supplies needed, must find more, need to find more, request more, \
    need but couldnt find, need but couldnt get, couldnt find any, couldnt find, couldnt get any, couldnt \
    get hold of, cant find any, no sign of the, sold out of, wanted more, want to replace, have got to get, \
    ive got to get, when ive got, once ive got, when i get, until i get, havent bought, havent ordered, havent got any, forgot to buy, \
    forgot to order, never ordered, must remember to get, must remember to buy, must remember to order, need to stock up on, \
    must stock up on, ask for more, ask about more, put in for, to pick up, on the list, still waiting on \
    the, still waiting on, still waiting for the, still waiting for, waiting on a delivery of, backordered, \
    on back order, need to restock on, get in more, get in some, get hold of more, source more, find more, \
    find some, source some, track down, hunt down, need to find, send off for, sent off for, sending off \
    for, put an order in for, put in an order, placing an order for, ordering more, ordering some, reordered \
    some, reordered more, must replace the, need replacement, need proper, needs new, short of, bring more, \
    bring back, remember more, \
    low";

/// These name what they lack, and no more.
const LACKING: &str = "\
    is out of, are out of, was out of, were out of, im out of, am out of, shop is out of, store is out of, out of stock, ran out of, run out \
    of, running out of, runs out of, out of, all out of, almost out of, nearly out of, nearly through my, nearly \
    through the, almost through my, almost through the, low on, very low on, really low on, pretty low on, running low \
    on, ran low on, getting low on, short on, ran short of, running short of, running short on, short of, \
    no more, thats the end of, that was the end of, thats the last of, that was the last of, down to the last of, down to my last, down to the last, only a little, hardly any, barely any, \
    not enough, didnt have enough, dont have enough, havent got enough, not much, could use more, could do \
    with more, could do with some, missing, scraping the bottom of, scraped the bottom of, at the end of, on \
    the last of, down to my, down to one, down to a, nearly through the, almost through the, getting through \
    the, eating through the, going through the, very little, precious little, so little, hardly any of, no \
    sign of, not a scrap of, out of the, clean out of, completely out of, totally out of, right out of, \
    fresh out of, now out of";

const LACKED: &str = "\
    on mondays order, on fridays order, on the order, on the next order, to be got, to be bought, to be fetched, is over, are over, is still missing, are still missing, still \
    missing, after going off, nearly out of stock, \
    left, gone, to arrive, to come in, to be delivered, to turn up, none left, nothing left, all finished, finished off, bone dry, down to the dregs, down to dregs, down to \
    the last, nearly done, almost done for, needs a refill, needs refilling, needs topping, to reorder, to \
    restock, to order, to buy, getting short, running short, is short, on its last legs, is nearly gone, is \
    almost gone, are nearly gone, are almost gone, nearly at an end, low again, gave out, ran out again, \
    ran out, has run out, have run out, had run out, run out, running out, is out, are out, was out, were \
    out, is gone, are gone, all gone, was gone, is empty, are empty, was empty, almost empty, nearly empty, \
    is low, are low, getting low, running low, gets low, almost gone, nearly gone, ran dry, ran low, needs \
    replacing, need replacing, needs to be replaced, needs reordering, to the shopping list, on the \
    shopping list, to my shopping list, to the list, on the list, on order list, needs restocking, is \
    running out, is nearly out, is almost out, is used up, are used up, all used up, is dried up, has dried \
    up, has dried out, needed next, is nearly finished, is almost finished, will need replacing, needs \
    topping up, has not arrived, hasnt arrived, havent arrived, never arrived, didnt arrive, still hasnt \
    arrived, to be ordered, needs ordering, need ordering, is on its way, are on their way, is on order, \
    are on order, is backordered, is ordered, are ordered, ordered, nearly exhausted, is exhausted, ran \
    short, is finished up, is done for, wont last, will run out, about to run out, almost out, nearly out, \
    all out, not here yet, havent come yet, hasnt come yet, hasnt come, need buying, needs buying, both \
    need buying, all need buying, want buying, wants buying, want ordering, wants replacing, want replacing, \
    need restocking, need topping up, need replenishing, needs replenishing, need reordering, needs \
    refreshing, was spent, is spent, were spent, are spent, exhausted, was exhausted, are exhausted, has \
    gone off, have gone off, gone off, has expired, is past it, is past its best, has had it, is on its last \
    legs, is dead, is kaput, is shot, nearly spent, almost spent, is getting low, are getting low, looks \
    low, looking low, very low, pretty low, really low, is very low, is pretty low, running very low, a bit \
    low, getting thin on the ground, down to the last bit, down to nothing, down to fumes, down to scraps, \
    nearly all gone, all but gone, just about gone, about gone, mostly gone, practically gone, virtually \
    gone, totally gone, completely gone, nearly used up, almost used up, nearly finished, almost finished, \
    has finished, has all gone, have all gone, has nearly gone, have nearly gone, has almost gone, wont see \
    out the week, wont last the week, wont last another, not going to last, wont stretch, wont make it, \
    didnt stretch, not enough left, hardly any left, not much left, barely any left, only a bit left, only a \
    little left, a little left, next to nothing left, a dribble left, two sheets left, one sheet left, one \
    left, last one, was the last of it, is the last of it, that was the last of it, thats the last of it, \
    thats the last, was the last, low now, out now, gone now, empty now, to get, to fetch, to pick up, more \
    needed, needed, needed soon, needed for next, on the shopping, back on the list, for the list, still on \
    its way, still in the post, still on order, still not here, still not arrived, not arrived yet, not \
    arrived, not turned up, hasnt turned up, havent turned up, still hasnt turned up, never turned up, didnt \
    turn up, didnt come, didnt show up, delayed again, is delayed, are delayed, is late, on backorder, on \
    back order, out of stock, is out of stock, sold out, is sold out, were sold out, was sold out, wanted for, \
    required for, needed for, wanted soon, badly needed, all need replacing, i need to order, i need to get, \
    i must order, i must get, i have to order, i should order, \
    if they have any, if they have it, if they have some, if they have them, if they still have, if in stock, if i can \
    find, if i can get, if theres any, to be ordered from, to be got from, to be bought from, \
    on order, on its last squeeze, on its last, on their last, is finished, are finished, on the way, \
    when it comes, when it arrives, when they come, when they arrive, once it arrives, once it comes, down to dust, is down to, are down to, was down to, getting down to, not ordered yet, not ordered, not bought \
    yet, not here, not in yet, not come yet, not delivered, yet to arrive, is over now, hasnt come back, is on the way, are on the way, has run dry";

/// What comes by post, and when: `seagrass arrives next month`.
const ARRIVING: &str =
    "arrives, arriving, arrive, comes, coming, due, lands, should come, should arrive, should be here";
const SOON: &str = "\
    tomorrow, next week, next month, this week, later this week, soon, monday, tuesday, wednesday, thursday, friday, \
    saturday, sunday, on monday, on tuesday, on wednesday, on thursday, on friday, on saturday";

const PLANNED: &str = "\
    before any, keep meaning to, been meaning to, meaning to, need to, needs to, needs, have to, has to, must, should, want to, wants to, would like to, id like to, \
    hope to, hoping to, plan to, plan is to, planning to, planning on, plan on, plan for, the plan is, \
    going to, gonna, gotta, will, ill, well be, i will, intend to, intending to, might, may, maybe, perhaps, \
    could, lets, thinking of, thinking about, thinking i, think ill, considering, debating, to be sealed, to be varnished, to be waxed, to be gilded, to be painted, to be coated, to be \
    filled, to be finished, to be primed, need another \
    coat, need one more coat, need a second coat, need another layer, need a few more, next, plan, to \
    finish, next layer, next coat, next time, next up, next step, next i, next week, next session, \
    tomorrow, remember to, remind me, dont forget, todo, to do, then next, later this week, looking forward \
    to, ready to, ready for, aim to, aiming to, about to, if, once it, when its, once its, waiting for, \
    waiting on, waits for, supposed to, due to be, up next, try next, still to, yet to, wish, would, id, \
    the idea is to, time to, wondering, consider, eventually, someday, one day, next is, for next, on monday \
    ill, can start, can finally, hopefully, tbd, some day, in the future, starting next, save for, saving \
    for, reserve for, keep for, keeping for, earmarked, lined up for, then ill, then i will, could try, \
    could use, might try, would be good, would be nice, wouldnt mind, one of these days, before i, as soon \
    as, until i, next glaze test will be, next test will be, next one will be, next will be, next will, im \
    going to, i am going to, gonna try, want to try, wanting to, keen to, tempted to try \
    next, might go for, might use, may use, may try, may go for, will go for, will use, ill try, ill use, \
    will try, going back to, going to try, try some, ill do, ill need to, would love to, id love to, would \
    rather, id rather, toying with using, planning a, plans for, planned for, pencilled in, then tomorrow, \
    tomorrows job, tomorrow its, tomorrow is, tonight ill, later ill, after that ill, afterwards ill, this \
    weekend ill, weekend plan, monday ill, tuesday ill, wednesday ill, thursday ill, friday ill, saturday \
    ill, sunday ill, next up is, next job is, next thing is, left to do, still left to, still \
    have to, still got to, have got to, ive got to, ought to, had better, id better, best \
    to, thinking maybe, thinking about trying, idea for, ideas for, in two minds about, debating whether to, \
    wondering about, wondering whether to, wondering if, depends on, in case i, so that i can, hope the, \
    ready to start, ready for the, for the next";

/// What is meant for later when it ends a clause.
const LATER: &str = "\
    tomorrow, next week, next time, next session, next month, later this week, tomorrow morning, first \
    thing tomorrow, on monday, this weekend, at the weekend, on tuesday, on wednesday, on thursday, on \
    friday, on saturday, on sunday, comes next, is next, can wait, still to come, still to do, is planned, \
    are planned, starts, start monday, start tuesday, start wednesday, start thursday, start friday, next \
    monday, next tuesday, next wednesday, next thursday, next friday, maybe sunday, maybe monday, not yet, \
    is for next, to follow, still to go, still to go on, goes on next, goes on tomorrow, to go on tomorrow, \
    is on for, yet to come, some day, someday, later, has to wait, have to wait, will come, will follow, \
    will go on, will be next, tmrw, tmr, tomoz, save for next week, i save for next week, i save for, i am \
    saving for, is saved for, are saved for, is reserved for, kept for later, keep for later, for next week, \
    for next time, for next session, for the next one, for the next, for another day, for later, can wait \
    til, can wait until, can wait till, waits til, waits until, waits till, will have to wait, is waiting, \
    after that dries, when its dry, when it dries, when thats dry, once its dry, once dry, this evening \
    maybe, another day, another time, next job, to come, is still to come, still to be done, left to do, \
    remains to be done, im leaving till, im leaving until, im leaving for, i am leaving till, im saving, im \
    keeping for, not til, not till, not until, not before, when its cured, when its set, when cured, once \
    cured, once set, when ready, once its cured, when theyre dry, when thats cured, once thats dry, \
    to go on, to go over, to be added, to be applied, to be glazed, to be varnished, is to go on, to come after, goes \
    over it next, is for the weekend, are for the weekend, for the weekend, comes last, come last, goes on last, goes in last, \
    is last, comes later, comes after, goes on after, still to choose, to choose, still to pick, still to decide, \
    tbd, tbc, the next stage, the next step, the next job, the next thing, next wk, nxt week, next month sometime, this weekend coming";

const NEGATED: &str = "\
    have considered, had considered, \
    shant, didnt, did not, havent, have not, hasnt, has not, hadnt, had not, wasnt, werent, couldnt, could not, \
    planned, i planned, had planned, no time on, no work on, nothing on, no progress on, didnt touch, no \
    studio, was meant to, were meant to, was tempted to, instead of using, without using, not using, wasnt \
    able to, no need to, too tired to, could not face, never got round to, never got to, never got around \
    to, didnt get to, didnt get round to, give it a miss, wouldnt, wont, will not, not going to, \
    never, dont, do not, cant, cannot, doesnt, does not, shouldnt, should not, thought id use, thought i \
    would use, thought i might, nearly reached for, almost reached for, reached for, would have been, would \
    have liked, wouldve been, had hoped to, never touched, never opened, never used, left the, leave the, \
    passed over, in the end no, opted not to, chose not to, refrained from, supposed to use, wanted, wanted \
    to, was going to, were going to, meant to, had meant to, planned to, intended to, hoped to, was hoping \
    to, almost used, nearly used, almost added, almost put, almost grabbed, almost tried, almost mixed, nearly added, nearly put, \
    nearly grabbed, nearly tried, nearly mixed, too cold for, too hot for, too wet for, too damp for, too late for, too dark for, should have, could have, would have, shouldve, couldve, wouldve, thought \
    about, thought of, toyed with, toyed with the idea, decided against, decided not to, skipped, skip, \
    skipping, avoided, avoid, avoiding, refused, forgot, forgot to, forgot the, too early for, too soon \
    for, no time for, no need for, held off on, holding off on, hold off on, put off, gave up on, tempted \
    to, tempted by, considered, was tempted, ruled out, abandoned, left out, leave out, leaving out, stayed \
    away from, ditched, saved, saving, was supposed to, were supposed to, resisted, passed on, left off, \
    failed to, declined, kept away from, put away, put aside, set aside, left at home, i left the, no \
    touching, stayed away from the, resisted the, didnt bother with, not bothering with, didnt bother, \
    decided not, opted against, vetoed, rejected, dropped the idea of, gave up on the, went off the, went \
    without, do without, did without, doing without, made do without, managed without, no use for, havent \
    touched, hasnt touched, havent used, havent opened, havent tried, havent started, wouldnt dare, wouldnt \
    touch, rather than use, instead of the, thought of using, thought about using, thought i would, thought \
    id, nearly went for, almost went for, nearly used the, had intended, meant to use, wanted to use, wanted \
    to try, would have used, could have used, might have used, no call for, the plan was, plan had been, \
    idea was, was tempted by, were tempted by, tempted by the, considered the, considered using, swore off, \
    banned, not a drop of, not touching, didnt dare, didnt want, did not want, did not use, am not using, im \
    not using, were not using, isnt going, not going with, not gone with, never did, failed at, couldnt \
    face, couldnt get to, \
    shoulda, coulda, woulda, shoulda used, should of, would of, could of, might have, wasnt tempted by";

const NOT_THESE: &str = "\
    without, no, not, instead of, rather than, except, except for, neither, nor, in place of, not any, apart \
    from, as opposed to, nothing like, zero, minus the, and not, not the, not with, not using, never the, \
    hold the, no more of the, not a bit of, none of the, as opposed to the, in lieu of, over \
    the usual";

const NOT_THAT: &str = "\
    would have done, would have been easier, would have been better, would have worked, still in the fridge, \
    still in the box, still in the packet, still in the drawer, still in the cupboard, still on the shelf, \
    but not used, but not needed, but not necessary, but never used, \
    stayed in the drawer, stayed in the box, stays in the drawer, stayed on the shelf, stays on the shelf, \
    untouched, unopened, unused, not used, wasnt used, was not used, werent used, not today, not this time, \
    left alone, never came out, never happened, didnt happen, not attempted, not tried, not touched, postponed, cancelled, shelved, scrapped, changed my mind, left in the drawer, stayed \
    shut, stayed in its box, stayed in the bag, stays in the bag, stays shut, stays put, went unused, was \
    left at home, got left at home, wasnt needed, werent needed, not needed, not required, wasnt required, \
    no thanks, not for this one, not for this, not on this one, not on this, ruled out, was out of the \
    question, was rejected, got rejected, i left in the, i left at, left in the van, left in the car, left \
    in the studio, i left behind, got left behind, left behind, i left in, left on the bus, i forgot to \
    bring, wouldnt float, wouldnt work, wouldnt stick, wouldnt take, wouldnt dry, was no good, was useless \
    so, \
    is at home, are at home, was at home, went in the bin, is in the bin, went straight in the bin, would \
    have saved, would have helped, wouldve helped, is banned, are banned, was banned, got vetoed, was vetoed, \
    wasnt even on, stays home, stayed home, went back in the box, is too dear, is too expensive, are too \
    dear, was too dear, was too expensive, too dear so, too expensive so, is out of the question";

const OTHER: &str = "\
    at the museum, correspondence, report for, report to, wrote the report, writing the report, writing up, \
    went to see, was calling, kept calling, kept ringing, museum visit, zoom with, the website, grant form, grant writing, making calls, tidied the \
    studio, tidying the studio, tidied up the studio, organising the studio, organizing the studio, posted \
    the, delivered the, phone to, email, emails, emailed, emailing, e mail, e mails, inbox, called, call \
    with, phone call, phone calls, phoned, on the phone, client call, feedback call, video call, zoom call, skype, invoice, \
    invoices, invoiced, invoicing, invoiced for, meeting, meetings, met with, meeting with, admin, \
    administration, paperwork, taxes, tax return, accounting, bookkeeping, web site, webshop, etsy, \
    instagram, social media, facebook, tiktok, newsletter, mailing list, grant application, applied for, \
    applying for, quote for, quoted, estimate for, shipping, shipped, packing up, post office, postage, \
    errands, errand, shopping, drove, driving, drive to, the drive, commute, commuting, delivering, chatted, \
    chatting, talked to, talked with, talking to, talking with, spoke to, spoke with, chat with, \
    conversation with, interview, interviewed, gallery visit, studio visit, supply store, art store, art \
    shop, hardware store, supply run, store run, art supply, budget, budgeting, spreadsheet, spreadsheets, \
    inventory, scheduling, phone with, call from, call about, calls about, calls with, messaged, texted, \
    texting, artist statement, wrote to, writing to, wrote the statement, taught, teaching, open studio, \
    private view, opening night, unpacked, unpacking, deliveries, printer jam, studio cleanup, cleaned the \
    studio, cleaning the studio, tidy up, tidied up, mopped, sorted out the, tutorial, tutorials, video \
    about, watched, reading about, read about, researching prices, pricing, priced, landlord, plumber, \
    electrician, dentist, doctors, to the doctor, school run, groceries, gym, walked the dog, dog walk, haircut, phone calls \
    to, client meeting, consult, consultation, wrote an email, replying, replied, press release, crating, \
    crated, courier, photo shoot admin, portfolio update, cv, on a call, a call, site visit, negotiating, \
    negotiated, haggling, ordering, online shopping, browsing, i taught, taught a, taught the, taught two, \
    teaching a, teaching the, ran a workshop, running a workshop, ran the workshop, workshop for, gave a \
    workshop, gave a talk, gave a demo, demo for, demonstrated, night class i, evening class i, lesson with, \
    tutorial with, group crit, lecture, listings, listed the, uploading, uploaded, photographed for the \
    website, updating the website, updated the website, shop update, etsy shop, wrapped parcels, parcels, \
    dispatch, dispatched, chasing invoices, chasing payment, quotes, costings, costing, risk assessment, \
    insurance, funding application, application form, grant report, residency application, waiting around, \
    waiting for the, queued, stocktake, stock take, hoovered, hoovering, bench swept, cleared out, clear \
    out, reorganised, reorganized, reorganising, moved studio, unloaded the van, loaded the van, picked up \
    kids, picked the kids up, hospital, appointment, school pickup, meeting about, call about the, rang, \
    ringing, text from, texts, whatsapp, dm, dms, market stall, craft fair, vat return, packing orders, \
    packed orders, packed up, delivery run, delivery to, met the client, met a client, met my, met a, \
    meeting the client, saw the client, client visit, client came, had a visit, visit from, studio visitors, \
    visitors, \
    craft fair, bench fair, trade fair, hanging day, hung the show, hanging the show, on the telephone, \
    telephone, telephoned, round trip, visited the, visited my, visited a, guild meeting, site meeting, css, \
    the accounts, did the books, the books, standup, stand up meeting, review with, accountant, fitting with";

/// What one looks at, reads or pays for: all that is named behind it is only spoken of.
const SEEN: &str = "\
    show of, exhibition of, talk on, book on, article on, video on, looked at, looking at, saw, read that, heard that, \
    im told, i am told, apparently, supposedly, i hear, read about, read up on, watched a video, paid, showed the, was like, were like, shop only had, shop had, they only \
    had, store only had";

/// Other times than that of the note: deeds told behind it were not done now.
const PAST: &str = "\
    usually, normally, typically, ordinarily, as a rule, most days, in the past, back then, years ago, last year, in \
    college, as a student, at art school";

const ACQUIRED: &str = "\
    uses, found a, found an, found some, found my, found the, \
    said, allergic to, sick of, fed up with, hate, not sold on, not keen on, not a fan of, never liked, a fan of, \
    impressed by, curious about, fascinated by, obsessed with, in love with, showed them, showed us, showed me, explained, \
    wonders about, asked whether, asked if, works in, working in a, piece in, pieces in, show on, a pot of someone elses, \
    \
    bought, purchased, picked up, restocked, in the old days, i tried last, tried last, used \
    last, used to use, priced at, costs, cost, price of, the price of, prices of, \
    reminds me of, looks like, looked like, like a, as if, smells \
    like, colour of, color of, teacher used, he used, she used, they used, somebody used, friend gave me, \
    was given, gifted, present of, stocked up on, got a delivery of, delivery of, parcel of, box of, \
    received, found a deal on, priced up, compared prices, heard \
    that, client likes, client wants, client asked for, she wants, he wants, they want, client wanted, asked \
    about, asked for, recommended, recommends, suggested, suggests, samples of, gave away, lent, borrowed \
    back, sold, donated, threw out, threw away, last week i used, last time i used, last week i, last time \
    i, last time, last month, someone else, bought in town, bought online, bought at, bought \
    from, bought some, bought a, i bought, picked up from, came with, treated myself to, got given, given a, \
    given some, was given a, gave me her, gave me his, gave me their, gave me a, gave me some, gave me the, \
    gave me, handed me, brought me, brought over, inherited, found a box of, unpacked a, unpacked the, \
    unpacked, unboxed, delivery came, a parcel with, parcel from, owe them for, paid for, spent on, cost me, \
    are dear, is dear, so dear, only looked at, compared, compared the, swatched for fun, \
    teacher said, my teacher said, client loves, client hates, she loves, he loves, she likes, he likes, she \
    said, he said, they said, she says, he says, she thinks, he thinks, client asked, asked me for, asked me \
    about, wants it in, wants the, mentioned, reminded me of, reminds me, like the, as good as, better than, \
    worse than, cheaper than, dearer than, similar to, same as the, same colour as, the colour of, color of \
    the, smell of, smelt of, smelled of, smelling of, stinks of, tastes of, dreaming of, dreamt about, \
    dreamed of, fancy some, envy, jealous of, admired, admiring, on offer, half price, in the sale, on sale, \
    price list, going rate, used to be, back in the day, once used, when i used, when i was using, years ago \
    i, in college, at college, at school i, owe for, owe him for, owe her for, still owe them for, brought \
    six, brought some, brought a, brought the, brought more, brought in, brought round, brought along, \
    brought two, brought three";

const BROUGHT: &str =
    "from the shop, from the market, from the store, from the art shop, from town, from ebay, off ebay";

const ARRIVED: &str = "\
    arrived, finally arrived, came in the mail, came in the post, got delivered, was delivered, were \
    delivered, turned up, showed up, is here, are here, came today, came this morning, came through, came \
    back from, arrived from, arrived today, arrived this morning, arrived at last, has arrived, have \
    arrived, has come, have come, just arrived, just came, landed, has landed, was waiting for me, were \
    waiting for me, looks better, look better, looks good, looks great, looks nicer, looks worse, is better, \
    was better, are better, is cheaper, is dearer, would be better, would be nicer, would look better, is \
    lovely but, i only looked at, only looked at, is too dear, is too expensive, are too expensive, is \
    expensive, is expensive now, has gone up, have gone up, went up again, costs a fortune, cost a fortune, \
    is on offer, are on offer, is half price, was on sale, delivered for, delivered, delivered today, has \
    been delivered, have been delivered, were dropped off, was dropped off, in the post today";

const RESUMED: &str = "\
    used, applied, mixed, laid, added, worked, spent, started, finished, put, went, switched, did, made, \
    tried, brushed, rolled, rubbed, poured, cut, painted, glazed, scumbled, blocked, sketched, drew, \
    carved, sanded, printed, pulled, inked, wiped, etched, threw, thrown, trimmed, wedged, fired, wove, \
    stitched, sewed, knitted, spun, dyed, cast, welded, soldered, polished, filed, gilded, varnished, \
    sealed, glued, folded, bound, layered, built, ground, scraped, shaded, hatched, tested, prepped, \
    prepared, covered, coated, finally, managed, got, ended, kept, continued, reworked, redid, touched, \
    softened, blended, developed, scanned, framed, mounted, burnished, modelled, modeled, sculpted, \
    embroidered, quilted, felted, pieced, basted, settled, stuck, swapped, substituted, borrowed, took, \
    gave, set, just, only";

/// Weak words: they resume only where somebody is named or a thing follows.
const WEAK: &str = "\
    stretched, primed, toned, stained, waxed, washed, cleaned, masked, textured, tinted, sized, gessoed, \
    bought, oiled";

/// The longest cue that begins with the first word.
pub(super) fn cue(words: &[Token]) -> Option<Cue> {
    let first = words.first()?;
    let plain = begun(&words[1..], &first.word, 1);
    let denied = contracted(words).and_then(|word| begun(words.get(2..)?, &word, 2));
    plain.into_iter().chain(denied).max_by_key(|cue| cue.length)
}

/// The longest cue that begins with a word of so many tokens, and goes on with these.
fn begun(next: &[Token], first: &str, taken: usize) -> Option<Cue> {
    CUES.get(first)?.iter().find_map(|(rest, status, reach)| {
        let mut at = 0;
        for word in rest {
            let here = next.get(at).filter(|token| token.gap <= crate::tokens::Gap::Comma)?;
            at += if here.word == *word {
                1
            } else if contracted(&next[at..]).is_some_and(|short| short == *word) {
                2
            } else {
                return None;
            };
        }
        Some(Cue { status: *status, reach: *reach, length: taken + at })
    })
}

/// `has not` as lists have it: `hasnt`.
fn contracted(words: &[Token]) -> Option<String> {
    const VERBS: &[&str] = &[
        "has", "have", "had", "is", "are", "was", "were", "do", "does", "did", "can", "could", "would",
        "should", "will", "need",
    ];
    let [verb, not, ..] = words else { return None };
    let joined =
        not.word == "not" && not.gap <= crate::tokens::Gap::Space && VERBS.contains(&verb.word.as_str());
    joined.then(|| match verb.word.as_str() {
        "can" => "cant".to_owned(),
        "will" => "wont".to_owned(),
        verb => format!("{verb}nt"),
    })
}

/// Whether the word tells of something done.
pub(super) fn resumes(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| RESUMED.split(", ").collect());
    WORDS.contains(word)
}

/// The same, for words that describe things as often.
pub(super) fn resumes_weakly(word: &str) -> bool {
    WEAK.split(", ").any(|known| known == word)
        || (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed"))
}

type Cues = HashMap<&'static str, Vec<(Vec<&'static str>, Status, Reach)>>;

/// By their first word, longest first.
static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let groups: [(&'static str, Status, Reach); 15] = [
        (TO_BUY, Status::ToBuy, Reach::Onwards),
        (LACKING, Status::ToBuy, Reach::Things),
        (LACKED, Status::ToBuy, Reach::Back),
        (LATER, Status::Planned, Reach::Clause),
        (PLANNED, Status::Planned, Reach::Onwards),
        (NOT_THAT, Status::Negated, Reach::Back),
        (NEGATED, Status::Negated, Reach::Onwards),
        (NOT_THESE, Status::Negated, Reach::Things),
        (OTHER, Status::Other, Reach::Clause),
        (ACQUIRED, Status::Aside, Reach::Things),
        (SEEN, Status::Aside, Reach::Onwards),
        (PAST, Status::Aside, Reach::Past),
        (BROUGHT, Status::Aside, Reach::Back),
        (ARRIVED, Status::Aside, Reach::Back),
        ("ran errands", Status::Other, Reach::Clause),
    ];
    let mut cues = Cues::new();
    for (phrases, status, reach) in groups {
        for phrase in phrases.split(", ") {
            let mut words = phrase.split_whitespace();
            if let Some(first) = words.next() {
                cues.entry(first).or_default().push((words.collect(), status, reach));
            }
        }
    }
    for verb in ARRIVING.split(", ") {
        for when in SOON.split(", ") {
            let mut words = verb.split_whitespace().chain(when.split_whitespace());
            if let Some(first) = words.next() {
                cues.entry(first).or_default().push((words.collect(), Status::ToBuy, Reach::Back));
            }
        }
    }
    for known in cues.values_mut() {
        known.sort_by_key(|(rest, ..)| std::cmp::Reverse(rest.len()));
    }
    cues
});
