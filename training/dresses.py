"""A labelled fact of one act in; the same act negated, denied, conditional, to come or long past out, its labels with it. Other words than eval/frames.ts uses where English leaves a choice.

Only sentences that begin with their actor, tell one act with no auxiliary mode and have a verb in the past behind the actor: "The union *called* a strike in Lagos ."
"""
import re
from collections import Counter
from functools import cache

from lemminflect import getAllLemmas, getInflection, getLemma

from corpus import Fault, read_corpus
from data import COUNTRIES, moved

# Future of a type is a type of its own (PLOVER): None where the type is about the future already.
FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "CONCEDE": "CONCEDE", "RETREAT": "CONCEDE", "AGREE": None, "THREATEN": None}
OUTCOMES = [
    "the timetable would slip", "little would change on the ground", "oil prices could jump", "few in the capital would be surprised", "the mood would darken", "it would be the first time in years", "a crisis would follow",
    "the work of months would be lost", "neighbours would take notice", "the next round would be in doubt", "it would not be the end of the matter", "the consequences would be hard to foresee",
]
SPEAKERS = [
    "The ministry", "A spokesman", "The president 's office", "A senior official", "The government", "A diplomat", "The party", "An aide", "The prime minister", "The army", "A police spokeswoman", "The embassy", "The commission", "State television", "The bloc 's chairman",
]
PAST = ["In 1987 ,", "In 2003 ,", "Two decades ago ,", "In the 1970s ,", "Back in 1991 ,", "Years ago ,", "During the war of 1982 ,", "In March 1998 ,", "A generation ago ,", "In 2011 ,", "Half a century ago ,", "Shortly before the 1956 crisis ,"]
LONG_AGO = ["in 1969", "in 2001", "three decades ago", "in the late 1980s", "back in 2006", "during the Cold War", "in the spring of 1993"]
SOON = ["next month", "on Friday", "later this week", "in the coming days", "by the end of the year", "tomorrow", "next spring"]
GONE = {"yesterday", "last", "earlier", "ago", "since", "recently"}
PRONOUNS = {"he", "she", "it", "they", "we", "you", "i"}
# Words that give up their capital before a name as well: "Two Kurds", where "President Diallo" keeps it.
SMALL = {"the", "a", "an", "his", "her", "its", "their", "some", "several", "both", "former", "about", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
SEVERAL = {"both", "some", "several", "many", "most", "few", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
# Plurals that -s does not tell.
MANY = {"police", "people", "personnel", "troops", "tens", "mps", "they", "we", "you"}
# Of "Houthis", "Kenyans".
PEOPLES = {demonym for _, demonym, _ in COUNTRIES} | {"Houthi", "Palestinian", "Saudi", "Emirati", "Serb", "Kurd", "Arab"}
# Where the noun that the verb agrees with has ended: "The union *of* teachers".
BEHIND_HEAD = {"of", "in", "from", "for", "at", "on", "to", "with", "by", "who", "which", "that"}


# ---- words


@cache
def forms(past):
    """Of a verb in the past: (base, participle, -ing form, present with -s), or None where it is no such verb."""
    base = getLemma(past, "VERB")[0]
    if not base.isalpha() or past not in getInflection(base, "VBD"):
        return None
    found = [getInflection(base, tag) for tag in ("VBN", "VBG", "VBZ")]
    return (base, *(f[0] for f in found)) if all(found) else None


@cache
def writings():
    """How often the corpus writes each word small, and how often with a capital inside a sentence, as two counters of lower-cased words."""
    small, capital = Counter(), Counter()
    for _, sentence in read_corpus():
        if isinstance(sentence, Fault):
            continue
        for word in re.findall(r"(?<=[\w,;] )[\w-]+", sentence["text"]):
            (small if word.islower() else capital)[word.lower()] += 1
    return small, capital


def uncapitalled(words):
    """Words that began a sentence, as they stand inside one: the first gives up its capital unless it is a name, a part of one or a title ("Pope", "North", "UN", "*Senator* Lee")."""
    first, low = words[0], words[0].lower()
    small, capital = writings()
    common = low in SMALL or (small[low] > 4 * capital[low] and not words[1][0].isupper())
    return [low, *words[1:]] if common and first == first.capitalize() else list(words)


@cache
def plural(noun):
    """Whether the noun takes "have"; where it has a capital, only if a dictionary knows it small: not "Hamas", "Texas"."""
    low = noun.lower()
    if low in MANY or noun[0].isdigit() or noun.endswith("s") and noun[:-1] in PEOPLES:
        return True
    lemmas = getAllLemmas(low).get("NOUN")
    if lemmas:
        return low not in lemmas
    return noun.islower() and (low.endswith("men") or low.endswith("s") and not low.endswith("ss"))


def many(example, v):
    """Whether the verb at `v` is told of several: two actors, or one in the plural."""
    words = uncapitalled(example["words"])
    if any(role == "actor" and 0 < a < v for _, role, a, _ in example["args"]) or any(w.lower() in SEVERAL for w in words[: min(2, v)]):
        return True
    head = next((i for i in range(1, v) if words[i] in BEHIND_HEAD), v) - 1
    # A name has a capital inside the sentence too, and its -s tells nothing: "the United States". But "the Democrats" are several.
    if words[head][0].isupper() and words[:head] not in ([], ["the"]) and words[head][:-1] not in PEOPLES:
        return False
    return plural(words[head])


# ---- labels


def verb(example):
    """The place of the past verb behind the actor that begins the sentence, or None where the sentence is not of that kind."""
    words, triggers = example["words"], example["triggers"]
    if len(triggers) != 1 or triggers[0][3] or words[-1] != "." or len(words) > 60:
        return None
    at = triggers[0][0]
    actors = [(a, z) for _, role, a, z in example["args"] if role == "actor" and z < at]
    if not actors or min(actors)[0] != 0:
        return None
    v = max(z for _, z in actors) + 1
    if v > at or at - v > 4 or not words[v].islower() or words[v] in {"was", "were", "had", "did", "said", "told"} or forms(words[v]) is None:
        return None
    return v


def shifted(example, at, words):
    """The same labels with words put in before `at`; what begins there begins behind them."""
    by = len(words)
    move = lambda place: place + by if place >= at else place
    return dict(
        example,
        words=example["words"][:at] + words + example["words"][at:],
        triggers=[(move(t), *rest) for t, *rest in example["triggers"]],
        args=[(move(t), role, move(a), move(z)) for t, role, a, z in example["args"]],
        cues=[(move(a), move(z)) for a, z in example["cues"]],
        says=[(c, role, move(a), move(z)) for c, role, a, z in example["says"]],
    )


def grouped(example, v, helpers, form):
    """The verb at `v` in another form, with helpers before it; its own cue, if it is one, begins with them ("*did not accuse*")."""
    out = shifted(example, v, helpers)
    out["words"][v + len(helpers)] = form
    cues = [(v if before == v else a, z) for (before, _), (a, z) in zip(example["cues"], out["cues"])]
    return dict(out, cues=cues)


def led(example, words):
    """Words before the sentence."""
    return moved(dict(example, words=uncapitalled(example["words"])), len(words), words, [])


def ended(example, words):
    """Words before the full stop."""
    return dict(example, words=[*example["words"][:-1], *words.split(), "."])


def attributed(example, source, cue, content):
    """One more statement, its parts as (first, last)."""
    k = len(example["cues"])
    return dict(example, cues=[*example["cues"], cue], says=[*example["says"], (k, "source", *source), (k, "content", *content)], voice="attributed")


def said(example, source, cue, then=""):
    """The whole sentence put into somebody's mouth. `then` stands between the cue and what is said: an addressee and "that", of which the latter is content."""
    s, c, t = source.split(), cue.split(), then.split()
    out = led(example, s + c + t)
    start = len(s + c + t) - (t[-1:] == ["that"])
    return attributed(out, (0, len(s) - 1), (len(s), len(s + c) - 1), (start, len(out["words"]) - 2))


def timed(example, first, last):
    """The words from first to last as the time of the act."""
    return dict(example, args=[*example["args"], (example["triggers"][0][0], "time", first, last)])


def becomes(example, aux=None, kind=None):
    """The act in an auxiliary mode, or as another type, which then has no mode."""
    (at, old, mode, _), = example["triggers"]
    return dict(example, triggers=[(at, kind or old, "-" if kind else mode, [aux] if aux else [])])


def is_recent(example):
    """Whether a word says that it happened not long ago: no tense but the past goes with it."""
    return any(w.lower() in GONE for w in example["words"])


def can_be_ended(example, v):
    """Whether a time before the full stop is the act's: not in "…, the ministry *said on Friday*"."""
    return all(a == v for a, _ in example["cues"]) and not {",", ";", ":"} & set(example["words"][v:])


def told_end(example, v):
    """The last word of what is told with the verb at `v`: before ", the ministry said", where that tells it."""
    return min([z for _, role, a, z in example["says"] if role == "content" and a <= v <= z], default=len(example["words"]) - 2)


def can_be_told(example):
    """Whether the sentence can be put into a mouth: of "he", nobody would know who he is."""
    return example["words"][0].lower() not in PRONOUNS


# ---- dresses: each takes an example, the place of its verb and chance


def negated(example, v, rng):
    """ "The union did not call a strike", now and then by somebody's word."""
    past = example["words"][v]
    base, participle, _, _ = forms(past)
    have = "have" if many(example, v) else "has"
    helpers, form = rng.choice([(["did", "not"], base), (["did", "n't"], base), (["never"], past), (["had", "not"], participle), ([have, "not"], participle), (["had", "never"], participle), ([have, "yet", "to"], base)])
    out = becomes(grouped(example, v, helpers, form), "negation")
    if can_be_told(example) and rng.random() < 0.25:
        cue, then = rng.choice([("said", ""), ("insisted", ""), ("says", ""), ("told", "reporters")])
        out = said(out, rng.choice(SPEAKERS), cue, rng.choice([f"{then} that", then]))
    return out


def denied(example, v, rng):
    """ "The union denied calling a strike", or another denies that it called one."""
    past = example["words"][v]
    _, participle, gerund, _ = forms(past)
    several = many(example, v)
    have = "have" if several else "has"
    if can_be_told(example) and rng.random() < 0.6:
        helpers, form = rng.choice([(["had"], participle), ([], past), ([have], participle)])
        return becomes(said(grouped(example, v, helpers, form), rng.choice(SPEAKERS), rng.choice(["denied", "has denied", "flatly denied", "denies"]), "that"), "negation")
    cue = rng.choice([["denied"], ["deny" if several else "denies"], [have, "denied"], ["flatly", "denied"]])
    helpers, form = rng.choice([([], gerund), (["having"], participle)])
    out = shifted(grouped(example, v, helpers, form), v, cue)
    behind = v + len(cue)
    return becomes(attributed(out, (0, v - 1), (v, behind - 1), (behind, told_end(out, behind))), "negation")


def supposed(example, v, rng):
    """ "If the union called a strike, …", "The union might call a strike"."""
    past = example["words"][v]
    base, participle, gerund, present = forms(past)
    several = many(example, v)
    # "If X attacked Y, Z said, …" would put the outcome into nobody's mouth.
    if rng.random() < 0.5 and all(a == v for a, _ in example["cues"]):
        helpers, form = rng.choice([(["were", "to"], base), ([], base if several else present), ([], past), (["should"], base)])
        out = becomes(led(grouped(example, v, helpers, form), ["If"]), "hypothetical")
        return ended(out, ", " + rng.choice(OUTCOMES))
    helpers, form = rng.choice([(["could"], base), (["might"], base), (["may"], base), (["would"], base), (["are" if several else "is", "considering"], gerund), (["could", "yet"], base), (["may", "have"], participle)])
    out = becomes(grouped(example, v, helpers, form), "hypothetical")
    if helpers != ["may", "have"] and not is_recent(example) and can_be_ended(example, v) and rng.random() < 0.3:
        out = ended(out, rng.choice(SOON))
    if can_be_told(example) and rng.random() < 0.2:
        out = said(out, rng.choice(SPEAKERS), *rng.choice([("said", "that"), ("believes", "that"), ("suggested", "that"), ("warned", "reporters that")]))
    return out


def planned(example, v, rng):
    """ "The union is set to call a strike next month"; as it is where the type is about the future already."""
    kind = FUTURE.get(example["triggers"][0][1], "")
    if kind is None or is_recent(example):
        return example
    base, *_ = forms(example["words"][v])
    several = many(example, v)
    be = "are" if several else "is"
    helpers = rng.choice([["will"], ["will"], [be, "to"], [be, "set", "to"], [be, "due", "to"], [be, "expected", "to"], [be, "about", "to"], ["plan" if several else "plans", "to"], [be, "going", "to"]])
    out = grouped(example, v, helpers, base)
    out = becomes(out, kind=kind) if kind else becomes(out, "future")
    return ended(out, rng.choice(SOON)) if can_be_ended(example, v) and rng.random() < 0.4 else out


def past(example, v, rng):
    """ "Two decades ago, the union called a strike", "The union had called a strike in 1969"; as it is where it has a time."""
    if any(role == "time" for _, role, *_ in example["args"]) or is_recent(example):
        return example
    if rng.random() < 0.6 or not can_be_ended(example, v):
        lead = rng.choice(PAST).split()
        out = becomes(led(example, lead), "historical")
        return timed(out, 1 if lead[0] in {"In", "During"} else 0, len(lead) - 2)
    told = example["words"][v]
    _, participle, _, _ = forms(told)
    helpers, form = rng.choice([(["had"], participle), ([], told)])
    tail = rng.choice(LONG_AGO)
    out = ended(becomes(grouped(example, v, helpers, form), "historical"), tail)
    last = len(out["words"]) - 2
    return timed(out, last + 1 - len(tail.split()) + (tail.split()[0] in {"in", "during"}), last)


DRESSES = {negated: 0.2, denied: 0.2, supposed: 0.22, planned: 0.2, past: 0.18}


def dressed(example, rng):
    """The example in a dress that chance picks, or as it is where it cannot be dressed."""
    v = verb(example)
    if v is None:
        return example
    (dress,) = rng.choices(list(DRESSES), DRESSES.values())
    return dress(example, v, rng)
