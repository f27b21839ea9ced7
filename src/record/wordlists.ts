// Words that a negotiation is told in, as tables of base forms; no behaviour but look-ups by stem. Only what holds for any article.
import { stem } from "../grammar/stems.ts";
import type { Stance } from "./types.ts";

/** "call for" → "cal for": the verb is compared by its stem, the particle as it stands. */
const keyOf = (phrase: string): string => {
  const [verb, ...rest] = phrase.split(" ");
  return [stem(verb!), ...rest].join(" ");
};
const list = (words: string): string[] => words.split(",").map((word) => word.trim());
export const stems = (words: string): ReadonlySet<string> => new Set(list(words).map(keyOf));
const table = (rows: Partial<Record<Stance, string>>): ReadonlyMap<string, Stance> =>
  new Map(Object.entries(rows).flatMap(([stance, words]) => list(words).map((word) => [keyOf(word), stance as Stance])));

/** Verbs that take a stand; those with a particle only with it. */
export const VERBS = table({
  demands:
    "demand, insist, insist on, call for, call on, call upon, urge, want, push for, press for, appeal for, require, exhort, implore, plead for, ask for, lobby for, campaign for, clamour for, clamor for",
  offers: "offer, propose, pledge, promise, hint at, volunteer, assure, guarantee, undertake, invite",
  accepts:
    "accept, recognise, recognize, agree, agree to, agree on, consent to, acquiesce, approve, concede, yield to, accede to, bow to, comply with, sign, ratify",
  rejects: "reject, refuse, rule out, decline, rebuff, spurn, veto, turn down, dismiss",
  supports: "support, back, endorse, favour, favor, prefer, advocate, champion, condone, embrace, lean into, agree with",
  conditional: "threaten",
  opposes:
    "oppose, object to, resist, protest against, come out against, campaign against, rally against, march against, demonstrate against, vote against",
});

/** Verbs that let a stand be seen without taking it in so many words. */
export const HINTS = stems("hint, suggest, signal, indicate, float, moot, tease, dangle, intimate, consider, mull, weigh");

/** Words that only a coded event makes a stand: "asked" alone may be a question. */
export const BY_EVENT = table({
  demands: "ask, request, seek, press, push, appeal",
  opposes: "protest, object",
  rejects: "block, obstruct, stall, stonewall",
  conditional: "warn, vow",
});

/** What one grants, on terms: "could *accept* a truce if …", "would not *sign* until …". */
export const YIELDS = stems(
  "accept, agree, lift, release, free, hand over, consider, reconsider, negotiate, sign, stop, halt, attend, join, return, resume, extend, open, reopen, pay, allow, permit, recognise, recognize, support, back, ratify, disarm, withdraw, talk, approve, resign, drop, grant, end, cease, unfreeze, disburse, restore, supply, sell, send, provide, deliver, guarantee, invest",
);

/** What one does, on terms, to have one's way: "would *block* the deal unless …". */
export const RETORTS = stems(
  "block, veto, walk out, withdraw, leave, quit, retaliate, impose, suspend, boycott, reject, refuse, strike, resume, cut, halt, respond, expel, close, abandon, oppose",
);

/** Nouns for a stand: "his demand for", "its refusal to". */
export const NOUNS = table({
  demands: "demand, insistence, call, appeal, ask, urging, plea, request, ultimatum, stance, stand, position, condition",
  offers: "offer, proposal, pledge, promise, willingness, readiness, keenness, eagerness",
  accepts: "acceptance, approval",
  rejects: "refusal, rejection, veto",
  supports: "support, backing, endorsement, favour, favor",
  opposes: "opposition, objection, resistance, unwillingness, reluctance",
});

/** Adjectives whose subject takes the stand. */
export const ADJECTIVES = table({
  offers: "ready, willing, prepared, open, keen, eager",
  opposes: "opposed, unwilling, reluctant",
  rejects: "adamant against",
});

/** Predicates whose subject is the issue, and whose speaker takes the stand. */
export const VERDICTS = table({
  rejects: "nonstarter, non-starter, unacceptable, unthinkable, red line, red lines",
  demands: "essential, imperative, non-negotiable, vital, must, precondition, prerequisite",
  supports: "necessary, needed, better, preferable, acceptable, welcome",
  opposes: "impermissible, inadmissible, intolerable, illegal, unlawful, unconstitutional, invalid, illegitimate",
});

/** Phrases by which a speaker rejects their subject, whole; and, denied, those by which he insists on it. */
export const VERDICT_PHRASES = /(?:^| )(?:out of the question|off the table)$/;
export const OPEN_PHRASES =
  /(?:^| )(?:up for (?:discussion|debate|negotiation|grabs|sale)|open to (?:discussion|debate|negotiation)|negotiable)$/;

/** Verbs that pass a verdict on their object, and those that make it a condition. */
export const CALLS = stems("call, consider, deem, regard, view, see, describe, brand, declare, think, find");
export const MAKES = stems("make, set");
export const CONDITIONS = stems("condition, precondition, prerequisite");

/** What who claims it wants to have. */
export const CLAIMED = stems("sovereignty, ownership, jurisdiction, territory, island, waters");

/** What a speaker gives or withholds: "there will be no *talks*". */
export const GRANTED = stems(
  "talks, talk, negotiation, meeting, dialogue, truce, ceasefire, pause, deal, agreement, compromise, concession, retreat, withdrawal, surrender, amnesty, pardon, exemption, exception, extension, referendum, vote, election, recognition, compensation, apology, tax, levy, increase, rise, hike, delay, change, ransom, change",
);

/** Who stresses the need for something, wants it. */
export const NEEDS = stems("need, necessity, urgency");
export const STRESSES = stems("stress, underline, underscore, emphasise, emphasize, highlight, reiterate, reaffirm, affirm, repeat");

/** What one has "no …" of, and so will not do. */
export const WILLS = stems("intention, intent, plan, desire, wish, interest, appetite");

/** Verbs that one refuses, declines or will not do, without taking a stand on any issue: "would not comment". */
export const MUTE = stems(
  "comment, say, speak, answer, respond, confirm, deny, elaborate, disclose, reveal, identify, name, specify, forget, explain",
);

/** What one is ready to let others see: no offer on any matter. */
export const SHOWS = stems("showcase, exhibit, display, unveil, premiere, perform");

/** What a party does or lets be done by its own will: not to do it is a refusal, not a failure. */
export const WILLED = stems(
  "accept, agree, allow, permit, tolerate, negotiate, compromise, cede, lay down, put down, disarm, dismantle, hand in, free, drop, reopen, rejoin, vacate, evacuate, concede, yield, surrender, relinquish, give up, give in, hand over, back down, recognise, recognize, sign, ratify, join, withdraw, leave, retreat, return, attend, participate, take part, release, lift, sell, pay, renew, extend, lend, send, deploy, meet, talk to, cooperate, bow, bend, submit, step down, resign, let, support, back, endorse, vote for, stand for, abandon, renounce, stop, halt, open, close",
);

/** What others do to bend one's will: "we will not *be rushed*" refuses it. */
export const PRESSED = stems(
  "rush, hurry, force, coerce, compel, pressure, pressurise, pressurize, bully, intimidate, blackmail, threaten, silence, deter, dictate, provoke, bribe, buy",
);

/** What one does only with another: whoever wants to, offers it. */
export const TOGETHER = stems("cooperate, co-operate, collaborate, work, partner, negotiate, talk, engage");

/** What somebody is ready for as an enemy: no offer. */
export const HOSTILE = stems(
  "face, confront, fight, repel, resist, defend, counter, strike, attack, retaliate, respond, crush, destroy, punish, invade, hit, battle, kill, die, arrest",
);

/** Verbs that give a position up; what is given up is a noun of `NOUNS`. */
export const DROPS = stems(
  "drop, ditch, lift, abandon, soften, walk back, back away, back off, back down, give up, scrap, shelve, retract, retreat from, reverse, withdraw, relax, scale down, scale back, ease, water down, moderate, tone down, move away, renounce, relent on, discard",
);
/** Of those, verbs that leave some of it standing. */
export const SOFTENS = stems("soften, relax, scale down, scale back, ease, water down, moderate, tone down");
/** Verbs that turn to something new. */
export const TURNS = stems(
  "lean into, embrace, adopt, turn to, shift to, move to, move toward, switch to, settle for, pivot to, opt for, talk about, swing behind",
);

/** Verbs and adjectives whose complement has not come true. */
export const UNREAL = stems(
  "urge, demand, call, ask, want, press, expect, hope, request, allow, let, need, refuse, threaten, offer, propose, ready, willing, prepared, keen, eager, plan, try, deny, doubt, reject, able, expected, likely, due, wish, like, agree, promise, pledge, vow, fail, persuade, pressure, force, convince, order, invite, encourage, push, appeal, decline, oppose, forbid, oblige, seek, instruct",
);

/** Nouns that only point back to what somebody asked or offered. */
export const POINTERS = stems(
  "demand, proposal, offer, plan, idea, call, request, condition, term, suggestion, ultimatum, appeal, invitation",
);

/** What is only planned: to praise or condemn it is a stand, not a reaction to a deed. */
export const PLANS = stems("plan, proposal, idea, bill, draft, initiative, policy, scheme, reform, measure");

/** Verbs of promise. */
export const PROMISES = stems("promise, pledge, guarantee, commit, undertake, assure, swear, vow, agree, agree to, agree on");
/** What "agree on" promises, where it is no clause. */
export const AGREED = stems("plan, roadmap, framework, measure, step, exchange, release, withdrawal, timetable, mechanism, concession");
/** Verbs that make an agreement of their object, and the objects. */
export const SIGNS = stems("sign, ratify, conclude, ink, reach, strike, seal, initial");
export const AGREEMENTS = stems(
  "agreement, deal, treaty, accord, pact, memorandum, roadmap, convention, ceasefire, truce, settlement, protocol, charter, declaration, arrangement, compact",
);
/** With a noun of promise they promise: "gave assurances". */
export const GIVES = stems("give, make, offer, provide, receive");
/** Nouns of promise; together with the agreements they are what a doubt speaks of. */
export const WORDS_GIVEN = stems("promise, pledge, guarantee, commitment, assurance, undertaking, vow, oath, word");
/** What one's own "will" assures, "the rights *will be respected*"; what one's own "will not" promises not to do; and what one promises not to let others do at home. */
export const ASSURED = stems(
  "respect, protect, guarantee, ensure, honour, honor, uphold, safeguard, compensate, preserve, refrain, abide, adhere, fulfil, fulfill",
);
export const FEARED = stems("attack, invade, harm, interfere, intervene, annex, retaliate, execute, deport, host, harass, persecute");
export const HARBOURED = stems("build, host, station, deploy, base, establish, attack, launch");
export const BREAKS = stems(
  "break, violate, breach, renege, shred, tear, flout, ignore, betray, scrap, disregard, abandon, dishonour, dishonor",
);

/** Verbs with the prepositions that lead to what they are about: "insist on". */
export const LEADING: ReadonlySet<string> = new Set(
  [
    ...VERBS.keys(),
    ...DROPS,
    ...TURNS,
    ...PROMISES,
    ...list("commit to, oppose to, ask for, press for, seek for, appeal for, worry about, opt for, agree in").map(keyOf),
  ].filter((key) => key.includes(" ")),
);

/** Verbs whose object is the one who is asked, not what is asked. */
export const OF_SOMEBODY = stems("urge, call on, call upon, exhort, implore, ask, press, push, request, appeal");

/** Objects that are asked for, where others are asked. */
export const THINGS = stems("permission, leave, access, help, aid, support, meeting, session, talks, release, extension, time, protection");

/** What is denied rather than refused. */
export const CLAIMS = stems(
  "sentiment, claim, allegation, accusation, report, rumour, rumor, charge, criticism, notion, assertion, complaint, bribe, reassurance, sympathy, condolence, thanks, apology, comment, glimpse, insight",
);

type Taken = "supports" | "opposes" | "mixed" | "worried";
const taken = <Stances extends Taken>(rows: Readonly<Record<Stances, string>>): ReadonlyMap<string, Stances> =>
  new Map(Object.entries<string>(rows).flatMap(([stance, words]) => list(words).map((word) => [keyOf(word), stance as Stances] as const)));

/** How an event is taken: verbs whose subject takes it so, and adjectives of feeling. */
export const REACTS = taken({
  supports:
    "welcome, praise, hail, applaud, laud, cheer, commend, celebrate, salute, thank, appreciate, pleased, delighted, thrilled, glad, grateful, relieved",
  opposes:
    "criticise, criticize, condemn, denounce, resent, slam, blast, decry, deplore, lambast, lambaste, protest, protest against, deride, mock, censure, castigate, rebuke, lament, bemoan, rail against, lash out at, hit out at, outraged, angry, angered, furious, infuriated, enraged, appalled, dismayed, disappointed, upset, indignant",
  worried:
    "worry, worried, regret, fear, concerned, alarmed, uneasy, anxious, wary, afraid, shocked, saddened, frightened, troubled, disturbed, unnerved, mourn",
  mixed: "split, divided",
});
/** Of those, verbs of what makes others feel so: "the raid *angered* residents", "residents were *angered* by the raid". */
export const FEELINGS = stems(
  "please, delight, thrill, relieve, outrage, anger, infuriate, enrage, appal, appall, dismay, disappoint, upset, worry, concern, alarm, shock, sadden, frighten, trouble, disturb, unnerve",
);

/** Nouns for those who take it so. */
export const SIDES = taken({ supports: "supporter, admirer, backer", opposes: "critic, opponent, detractor, sceptic, skeptic" });

/** Nouns for how an event is taken, the verbs that voice them, and the verbs of what calls them forth ("drew criticism from"). */
export const TAKINGS = taken({
  supports: "praise, applause, acclaim, satisfaction, delight, relief, appreciation, gratitude, thanks",
  opposes:
    "criticism, condemnation, dissatisfaction, displeasure, resentment, outrage, anger, fury, denunciation, indignation, protest, dismay, disappointment, disgust",
  worried: "concern, worry, disquiet, fear, alarm, unease, anxiety, shock, horror, sorrow, sadness, grief, apprehension",
});
export const VOICES = stems(
  "express, voice, raise, share, relay, convey, reiterate, repeat, state, lodge, file, register, have, feel, show, air",
);
export const DRAWS = stems(
  "draw, spark, provoke, trigger, attract, receive, earn, prompt, cause, arouse, raise, elicit, fuel, increase, face, suffer, endure, undergo",
);

/** What a speaker calls a deed that he takes well or badly. */
export const JUDGEMENTS = taken({
  supports: "breakthrough, milestone, success, achievement, triumph, landmark, encouraging",
  opposes:
    "crime, atrocity, outrage, disgrace, mockery, farce, sham, affront, violation, deprivation, brutality, barbarity, injustice, travesty, betrayal, provocation, aggression, mistake, blunder, stunt, insult, scandal, unlawful, illegal, barbaric, cruel, unjustified, unjust, disgraceful, shameful, outrageous, inhumane, reprehensible, deplorable, cowardly, heinous, despicable, excessive, disproportionate, abhorrent",
});

/** Nouns for what happens or goes on, beside meetings and the deeds of `NAMED`. */
export const HAPPENINGS = stems(
  "situation, condition, development, pardon, amnesty, move, decision, step, action, activity, act, incident, crisis, clash, tension, unrest, violence, war, fighting, conflict, hostility, coup, death, loss, execution, abuse, violation, atrocity, repression, persecution, discrimination, torture, abduction, kidnapping, shooting, stabbing, beating, burning, destruction, demolition, eviction, displacement, closure, shutdown, blackout, opening, reopening, extension, resumption, renewal, prolongation, restoration, removal, dismissal, sacking, suspension, cancellation, delay, postponement, expansion, escalation, buildup, build-up, incursion, occupation, annexation, takeover, intervention, interference, intrusion, test, launch, firing, shipment, purchase, sale, increase, rise, fall, decline, collapse, shortage, cut, layoff, result, outcome, ruling, verdict, sentence, conviction, acquittal, trial, jailing, imprisonment, election, vote, victory, defeat, appointment, reassignment, transfer, return, departure, arrival, signing, passage, adoption, approval, handling, treatment, conduct, behaviour, behavior, failure, inaction, silence, lack, absence, breach, cruelty, brutality, progress, breakthrough, effort, operation, offensive, campaign, event, trend, disaster, flood, outbreak, process, rescue, handover, exchange, lifting, easing, participation, attendance, presence, celebration, parade, hospitality, reception, support, backing, assistance, cooperation, investment, contribution, donation, involvement",
);
/** What was only said: to praise or blame it is no reaction to a deed. */
export const SAYINGS = stems(
  "remark, comment, statement, claim, speech, accusation, allegation, interview, letter, report, article, word, comparison, suggestion, say, claim, accuse, allege, suggest, call, describe, compare, tell, warn",
);
/** What makes of a deed one that has not been done: "the *planned* closure". */
export const UNDONE = stems(
  "planned, proposed, possible, potential, upcoming, threatened, future, coming, looming, imminent, intended, suggested, would-be, alleged",
);

/** Deeds that nobody asks for under this name. */
export const CRIMES = stems("crime, massacre, atrocity, murder, genocide, bloodbath, slaughter, carnage, assassination");

/** Verbs that only utter the stand that their noun tells ("*repeated* its demand"). */
export const UTTERS = stems(
  "raise, make, voice, express, signal, indicate, reiterate, repeat, renew, reaffirm, have, has, press, issue, announce, declare, restate, give, maintain, keep, back, praise, set, is",
);

/** Nouns for a meeting. */
export const MEETINGS = stems("summit, talks, talk, meeting, negotiation, conference, encounter, session, dialogue, visit");

/** Verbs of meeting, with "sit down". */
export const MEETS = stems("meet, sit, visit, confer, negotiate, host, gather, convene, receive, hold");

/** Nouns and the types of the events that they may name. */
export const NAMED: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      [
        "attack, strike, bombing, shelling, killing, assault, invasion, raid, massacre, airstrike, bombardment, murder, assassination, explosion",
        ["ASSAULT"],
      ],
      ["sanction, expulsion, embargo", ["SANCTION"]],
      ["agreement, deal, treaty, accord, pact, memorandum, promise, pledge, guarantee", ["AGREE", "COOPERATE"]],
      ["ceasefire, truce, withdrawal, release, resignation, pullout", ["RETREAT", "AGREE"]],
      ["aid, assistance, donation, loan", ["AID"]],
      ["arrest, detention, crackdown, ban, seizure, blockade, deportation, curfew", ["COERCE"]],
      ["deployment, mobilisation, mobilization, exercise, drill", ["MOBILIZE"]],
      ["protest, demonstration, rally, riot, boycott", ["PROTEST"]],
      ["threat, ultimatum, warning", ["THREATEN"]],
      ["refusal, rejection, veto", ["REJECT"]],
      ["demand, appeal", ["REQUEST"]],
    ] as const
  ).flatMap(([words, types]) => list(words).map((word) => [keyOf(word), types])),
);
