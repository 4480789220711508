//! The words that tell what a clause is about: done, wanted, left out, or other work.

use std::collections::HashMap;
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
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub(super) status: Status,
    pub(super) reach: Reach,
    pub(super) length: usize,
}

const TO_BUY: &str = "\
    need to order, needs to order, have to order, must order, should order, will order, going to order, \
    gotta order, to order, order more, order some, order a, order the, order another, order new, \
    reorder, re order, to reorder, need to buy, have to buy, must buy, should buy, to buy, buy more, buy \
    some, buy a, buy another, buy new, buy, order, purchase, need to get, have to get, must get, should \
    get, gotta get, got to get, get more, get some, get another, get new, get a new, need to pick up, \
    have to pick up, must pick up, should pick up, pick up more, pick up some, pick up a, pick up \
    another, pick up, grab more, grab some, need more, need new, need another, need some, need some \
    more, need fresh, need a new, need a bigger, need a, need an, need the, i need, we need, still need, \
    also need, will need, ill need, need, am out of, shopping for, get hold of, must cut more, to get, \
    supplies to get, ordered, reordered, have ordered, on order, put in an order for, placed an order \
    for, waiting on more, want, get, need extra, need two, need three, need four, need five, needs more, \
    want more, want to buy, want to order, want to get, shopping, supplies, wishlist, wish list, top up, \
    top up on, topping up, run low, needs ordered, need ordered, fetch more, more needed, restock, \
    restock on, stock up on, replenish, shopping list, for the shop, put on the list, add to the list, \
    add to the shopping list, remember to buy, remember to order, remember to get, dont forget to buy, \
    dont forget to order, time to order, replace the, need to replace, have to replace, must replace, \
    need to restock, have to restock, on the shopping list is, low on stock, next order, supply run for, \
    supplies needed, must find more, need to find more, request more";

/// These name what they lack, and no more.
const LACKING: &str = "\
    is out of, are out of, was out of, shop is out of, store is out of, out of stock, ran out of, run \
    out of, running out of, runs out of, out of, all out of, almost out of, nearly out of, low on, \
    running low on, ran low on, getting low on, short on, ran short of, running short of, running short \
    on, short of, no more, down to the last of, down to my last, down to the last, only a little, hardly \
    any, barely any, not enough, didnt have enough, dont have enough, havent got enough, not much, could \
    use more, could do with more, could do with some, missing";

const LACKED: &str = "\
    none left, nothing left, all finished, finished off, bone dry, down to the dregs, down to dregs, \
    down to the last, nearly done, almost done for, needs a refill, needs refilling, needs topping, to \
    reorder, to restock, to order, to buy, getting short, running short, is short, on its last legs, is \
    nearly gone, is almost gone, are nearly gone, are almost gone, nearly at an end, low again, gave \
    out, ran out again, ran out, has run out, have run out, had run out, run out, running out, is out, \
    are out, was out, were out, is gone, are gone, all gone, was gone, is empty, are empty, was empty, \
    almost empty, nearly empty, is low, are low, getting low, running low, gets low, almost gone, nearly \
    gone, ran dry, ran low, needs replacing, need replacing, needs to be replaced, needs reordering, to \
    the shopping list, on the shopping list, to my shopping list, to the list, on the list, on order \
    list, needs restocking, is running out, is nearly out, is almost out, is used up, are used up, all \
    used up, is dried up, has dried up, has dried out, needed next, is nearly finished, is almost \
    finished, will need replacing, needs topping up, has not arrived, hasnt arrived, havent arrived, \
    never arrived, didnt arrive, still hasnt arrived, to be ordered, needs ordering, need ordering, is \
    on its way, are on their way, is on order, are on order, is backordered, is ordered, are ordered, \
    ordered, nearly exhausted, is exhausted, ran short, is finished up, is done for, wont last, will run \
    out, about to run out, almost out, nearly out, all out, not here yet, havent come yet, hasnt come \
    yet, hasnt come";

const PLANNED: &str = "\
    need to, needs to, needs, have to, has to, must, should, want to, wants to, would like to, id like \
    to, hope to, hoping to, plan to, plan is to, planning to, planning on, plan on, plan for, the plan \
    is, going to, gonna, gotta, will, ill, well be, i will, intend to, intending to, might, may, maybe, \
    perhaps, could, lets, thinking of, thinking about, thinking i, think ill, considering, debating, \
    need another coat, need one more coat, need a second coat, need another layer, need a few more, \
    next, plan, to finish, next layer, next coat, next time, next up, next step, next i, next week, next \
    session, tomorrow, remember to, remind me, dont forget, todo, to do, then next, later this week, \
    looking forward to, ready to, ready for, aim to, aiming to, about to, if, once it, when its, once \
    its, waiting for, waiting on, waits for, supposed to, due to be, up next, try next, still to, yet \
    to, wish, would, id, the idea is to, time to, wondering, consider, eventually, someday, one day, \
    next is, for next, on monday ill, can start, can finally, hopefully, tbd, some day, in the future, \
    starting next, save for, saving for, reserve for, keep for, keeping for, earmarked, lined up for, \
    then ill, then i will, could try, could use, might try, would be good, would be nice, wouldnt mind, \
    one of these days, before i, as soon as, until i";

/// What is meant for later when it ends a clause.
const LATER: &str = "\
    tomorrow, next week, next time, next session, next month, later this week, tomorrow morning, first \
    thing tomorrow, on monday, this weekend, at the weekend, on tuesday, on wednesday, on thursday, on \
    friday, on saturday, on sunday, comes next, is next, can wait, still to come, still to do, is \
    planned, are planned, starts, start monday, start tuesday, start wednesday, start thursday, start \
    friday, next monday, next tuesday, next wednesday, next thursday, next friday, maybe sunday, maybe \
    monday, not yet, is for next, to follow, still to go, still to go on, goes on next, goes on \
    tomorrow, to go on tomorrow, is on for, yet to come, some day, someday, later, has to wait, have to \
    wait, will come, will follow, will go on, will be next";

const NEGATED: &str = "\
    didnt, did not, havent, have not, hasnt, has not, hadnt, had not, wasnt, werent, couldnt, could not, \
    planned, i planned, had planned, no time on, no work on, nothing on, no progress on, didnt touch, no \
    studio, was meant to, were meant to, was tempted to, instead of using, without using, not using, \
    wasnt able to, no need to, too tired to, could not face, never got round to, never got to, never got \
    around to, didnt get to, didnt get round to, gave the, give it a miss, wouldnt, wont, will not, not \
    going to, never, dont, do not, cant, cannot, doesnt, does not, shouldnt, should not, thought id use, \
    thought i would use, thought i might, nearly reached for, almost reached for, reached for, would \
    have been, would have liked, wouldve been, had hoped to, never touched, never opened, never used, \
    left the, leave the, passed over, in the end no, opted not to, chose not to, refrained from, \
    supposed to use, wanted, wanted to, was going to, were going to, meant to, had meant to, planned to, \
    intended to, hoped to, was hoping to, almost used, nearly used, should have, could have, would have, \
    shouldve, couldve, wouldve, thought about, thought of, toyed with, toyed with the idea, decided \
    against, decided not to, skipped, skip, skipping, avoided, avoid, avoiding, refused, forgot, forgot \
    to, forgot the, too early for, too soon for, no time for, no need for, held off on, holding off on, \
    hold off on, put off, gave up on, tempted to, tempted by, considered, was tempted, ruled out, \
    abandoned, left out, leave out, leaving out, stayed away from, ditched, saved, saving, was supposed \
    to, were supposed to, resisted, passed on, left off, failed to, declined, kept away from, put away, \
    put aside, set aside";

const NOT_THESE: &str = "\
    without, no, not, instead of, rather than, except, except for, neither, nor, in place of, not any, \
    apart from, as opposed to, nothing like, zero, minus the, and not";

const NOT_THAT: &str = "\
    stayed in the drawer, stayed in the box, stays in the drawer, stayed on the shelf, stays on the \
    shelf, untouched, unopened, unused, not used, wasnt used, was not used, werent used, not today, not \
    this time, left alone, never came out, never happened, didnt happen, changed my mind";

const OTHER: &str = "\
    at the museum, museum visit, zoom with, the website, grant form, grant writing, making calls, tidied \
    the studio, tidying the studio, tidied up the studio, organising the studio, organizing the studio, \
    posted the, delivered the, phone to, email, emails, emailed, emailing, e mail, e mails, inbox, \
    called, call with, phone call, phone calls, phoned, on the phone, client call, video call, zoom \
    call, skype, invoice, invoices, invoiced, invoicing, invoiced for, meeting, meetings, met with, \
    meeting with, admin, administration, paperwork, taxes, tax return, vat, accounts, accounting, \
    bookkeeping, receipts, web site, webshop, etsy, instagram, social media, facebook, tiktok, posting, \
    newsletter, mailing list, grant application, applied for, applying for, proposal, proposals, quote \
    for, quoted, estimate for, contract, contracts, shipping, shipped, packing up, packed, packing, post \
    office, postage, errands, errand, shopping, drove, driving, drive to, the drive, commute, commuting, \
    delivery, delivering, chatted, chatting, talked to, talked with, talking to, talking with, spoke to, \
    spoke with, chat with, conversation with, interview, interviewed, visited, gallery visit, studio \
    visit, supply store, art store, art shop, hardware store, supply run, store run, art supply, budget, \
    budgeting, spreadsheet, spreadsheets, inventory, scheduling, phone with, call from, call about, \
    calls about, calls with, messaged, texted, texting, artist statement, wrote to, writing to, wrote \
    the statement, taught, teaching, open studio, private view, opening night, unpacked, unpacking, \
    deliveries, printer jam, studio cleanup, cleaned the studio, cleaning the studio, tidy up, tidied \
    up, mopped, sorted out the, tutorial, tutorials, video about, watched, scrolling, reading about, \
    read about, researching prices, pricing, priced, landlord, plumber, electrician, dentist, doctor, \
    school run, groceries, gym, walked the dog, dog walk, haircut, phone calls to, client meeting, \
    consult, consultation, wrote an email, answering, answered, replying, replied, press release, pitch, \
    crating, crated, framer, framers, courier, queue, photo shoot admin, portfolio update, cv, on a \
    call, a call, site visit, negotiating, negotiated, haggling, ordering, online shopping, browsing";

const ACQUIRED: &str = "\
    bought, purchased, picked up, restocked, last year, in the old days, i tried last, tried last, used \
    last, used to use, priced at, costs, cost, price of, the price of, prices of, show of, exhibition \
    of, talk on, book on, article on, video on, reminds me of, looks like, looked like, like a, as if, \
    smells like, colour of, color of, teacher used, he used, she used, they used, somebody used, friend \
    gave me, was given, gifted, present of, stocked up on, got a delivery of, delivery of, parcel of, \
    box of, received, found a deal on, looked at, looking at, saw, priced up, compared prices, read \
    that, heard that, client likes, client wants, client asked for, she wants, he wants, they want, \
    client wanted, asked about, asked for, recommended, recommends, suggested, suggests, samples of, \
    gave away, lent, borrowed back, sold, donated, threw out, threw away, last week i used, last time i \
    used, last week i, last time i, last time, last month, years ago, someone else";

const ARRIVED: &str = "\
    arrived, finally arrived, came in the mail, came in the post, got delivered, was delivered, were \
    delivered, turned up, showed up, is here, are here, came today";

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
    CUES.get(first.word.as_str())?.iter().find_map(|(rest, status, reach)| {
        let fits = rest.iter().enumerate().all(|(at, word)| {
            words
                .get(at + 1)
                .is_some_and(|token| token.word == *word && token.gap <= crate::tokens::Gap::Comma)
        });
        fits.then_some(Cue { status: *status, reach: *reach, length: rest.len() + 1 })
    })
}

/// Whether the word tells of something done.
pub(super) fn resumes(word: &str) -> bool {
    RESUMED.split(", ").any(|known| known == word)
}

/// The same, for words that describe things as often.
pub(super) fn resumes_weakly(word: &str) -> bool {
    WEAK.split(", ").any(|known| known == word)
        || (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed"))
}

type Cues = HashMap<&'static str, Vec<(Vec<&'static str>, Status, Reach)>>;

/// By their first word, longest first.
static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let groups: [(&'static str, Status, Reach); 12] = [
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
        (ARRIVED, Status::Aside, Reach::Back),
        ("ran errands", Status::Other, Reach::Clause),
    ];
    let mut cues = Cues::new();
    for (phrases, status, reach) in groups {
        for phrase in phrases.split(", ") {
            let mut words = phrase.split(' ');
            if let Some(first) = words.next() {
                cues.entry(first).or_default().push((words.collect(), status, reach));
            }
        }
    }
    for known in cues.values_mut() {
        known.sort_by_key(|(rest, ..)| std::cmp::Reverse(rest.len()));
    }
    cues
});
