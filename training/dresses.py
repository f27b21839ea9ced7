"""A labelled fact of one act in; the same act negated, denied, conditional, to come or long past out, its labels with it. Other words than eval/frames.ts uses where English leaves a choice.

Only sentences that begin with their actor, tell one act with no auxiliary mode and have a verb in the past behind the actor: "The union *called* a strike in Lagos ."
"""
from functools import cache

from lemminflect import getInflection, getLemma

# Future of a type is a type of its own (PLOVER): None where the type is about the future already.
FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "CONCEDE": "CONCEDE", "RETREAT": "CONCEDE", "AGREE": None, "THREATEN": None}
OUTCOMES = [
    "the timetable would slip", "little would change on the ground", "oil prices could jump", "few in the capital would be surprised", "the mood would darken", "it would be the first time in years", "a crisis would follow",
    "the work of months would be lost", "neighbours would take notice", "the next round would be in doubt", "it would not be the end of the matter", "the consequences would be hard to foresee",
]
SPEAKERS = [
    "The ministry", "A spokesman", "The president 's office", "A senior official", "The government", "Two diplomats", "The party", "An aide", "The prime minister", "The army", "A police spokeswoman", "The embassy", "The commission", "State television", "The bloc 's chairman",
]
PAST = ["In 1987 ,", "In 2003 ,", "Two decades ago ,", "In the 1970s ,", "Back in 1991 ,", "Years ago ,", "During the war of 1982 ,", "In March 1998 ,", "A generation ago ,", "In 2011 ,", "Half a century ago ,", "Shortly before the 1956 crisis ,"]
LONG_AGO = ["in 1969", "in 2001", "three decades ago", "in the late 1980s", "back in 2006", "during the Cold War", "in the spring of 1993"]
SOON = ["next month", "on Friday", "later this week", "in the coming days", "by the end of the year", "tomorrow", "next spring"]
GONE = {"yesterday", "last", "earlier", "ago", "since", "recently"}


@cache
def forms(past):
    """Of a verb in the past: (base, participle, -ing form, present with -s), or None where it is no such verb."""
    base = getLemma(past, "VERB")[0]
    if not base.isalpha() or past not in getInflection(base, "VBD"):
        return None
    found = [getInflection(base, tag) for tag in ("VBN", "VBG", "VBZ")]
    return (base, *(f[0] for f in found)) if all(found) else None


def shifted(example, at, words):
    """The same labels with words put in before `at`; a cue that begins there begins with them ("*did not* accuse")."""
    by = len(words)
    out = dict(example, words=example["words"][:at] + words + example["words"][at:])
    move = lambda v: v + by if v >= at else v
    out["triggers"] = [(move(i), *rest) for i, *rest in example["triggers"]]
    out["args"] = [(move(t), role, move(a), move(z)) for t, role, a, z in example["args"]]
    out["cues"] = [(a if a == at else move(a), move(z)) for a, z in example["cues"]]
    out["says"] = [(c, role, move(a), move(z)) for c, role, a, z in example["says"]]
    return out


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


def said(example, source, cue, inside):
    """The whole sentence put into somebody's mouth: labels of `example` moved behind "SOURCE cue (that)", which is returned as a statement."""
    s, c = source.split(), cue.split()
    words = list(example["words"])
    if words[0] in {"The", "A", "An", "Two", "Three", "His", "Her", "Their", "Its", "Several", "Some", "Police", "Protesters", "Soldiers", "Rebels", "Hundreds", "Thousands", "Dozens"}:
        words[0] = words[0].lower()
    by = len(s) + len(c) + len(inside)
    out = shifted(dict(example, words=words), 0, s + c + inside)
    # A cue at the very start keeps its place in `shifted`; here it moves as well.
    out["cues"] = [(a + by, z + by) for a, z in example["cues"]]
    k = len(out["cues"])
    start = len(s) + len(c)
    out["cues"] = [*out["cues"], (len(s), start - 1)]
    out["says"] = [*out["says"], (k, "source", 0, len(s) - 1), (k, "content", start, len(out["words"]) - 2)]
    return dict(out, voice="attributed")


def led(example, words):
    """Words before the sentence, whose first one gives up its capital where it is no name."""
    own = list(example["words"])
    if own[0] in {"The", "A", "An", "Two", "Three", "His", "Her", "Their", "Its", "Several", "Some", "Police", "Hundreds", "Thousands", "Dozens", "He", "She", "They"}:
        own[0] = own[0].lower()
    out = shifted(dict(example, words=own), 0, words)
    out["cues"] = [(a + len(words), z + len(words)) for a, z in example["cues"]]
    return out


def becomes(example, aux=None, kind=None):
    (at, old, mode, _), = example["triggers"]
    return dict(example, triggers=[(at, kind or old, "-" if kind else mode, [aux] if aux else [])])


def dressed(example, rng):
    """The example in a dress that chance picks, or as it is where it cannot be dressed."""
    v = verb(example)
    if v is None:
        return example
    words = example["words"]
    base, participle, gerund, present = forms(words[v])
    head = words[v - 1]
    many = any(role == "actor" and 0 < a < v for _, role, a, _ in example["args"]) or (head.islower() and head.endswith("s") and not head.endswith("ss"))

    def grouped(helpers, form):
        out = shifted(example, v, helpers)
        out["words"][v + len(helpers)] = form
        return out

    def ended(one, more):
        """More words before the full stop."""
        n = len(one["words"]) - 1
        return dict(one, words=one["words"][:n] + more.split() + ["."])

    old = any(w.lower() in GONE for w in words)
    choice = rng.random()
    if choice < 0.2:
        helpers, form = rng.choice([(["did", "not"], base), (["did", "n't"], base), (["never"], words[v]), (["had", "not"], participle), (["have" if many else "has", "not"], participle), (["had", "never"], participle), (["have" if many else "has", "yet", "to"], base)])
        out = becomes(grouped(helpers, form), "negation")
        if rng.random() < 0.25:
            out = said(out, rng.choice(SPEAKERS), rng.choice(["said", "insisted", "says", "told reporters"]), rng.choice([["that"], []]))
        return out
    if choice < 0.4:
        if rng.random() < 0.4:
            cue = rng.choice([["denied"], ["denies"] if not many else ["deny"], ["have" if many else "has", "denied"], ["flatly", "denied"]])
            form, joint = rng.choice([(gerund, []), (participle, ["having"])])
            out = becomes(grouped(cue + joint, form), "negation")
            # The verb's own cue, if it is one, begins behind the denial.
            out["cues"] = [(v + len(cue) if a == v else a, z) for a, z in out["cues"]]
            k = len(out["cues"])
            out["cues"] = [*out["cues"], (v, v + len(cue) - 1)]
            out["says"] = [*out["says"], (k, "source", 0, v - 1), (k, "content", v + len(cue), len(out["words"]) - 2)]
            return dict(out, voice="attributed")
        helpers, form = rng.choice([(["had"], participle), ([], words[v]), (["have" if many else "has"], participle)])
        return becomes(said(grouped(helpers, form), rng.choice(SPEAKERS), rng.choice(["denied", "has denied", "on Tuesday denied", "denies"]), ["that"]), "negation")
    if choice < 0.62:
        # "If X attacked Y, Z said, …" would put the outcome into nobody's mouth.
        if rng.random() < 0.5 and all(a == v for a, _ in example["cues"]):
            helpers, form = rng.choice([(["were", "to"], base), ([], present if not many else base), ([], words[v]), (["should"], base)])
            out = becomes(led(grouped(helpers, form), ["If"]), "hypothetical")
            return ended(out, ", " + rng.choice(OUTCOMES))
        helpers, form = rng.choice([(["could"], base), (["might"], base), (["may"], base), (["would"], base), (["are" if many else "is", "considering"], gerund), (["could", "yet"], base), (["may", "have"], participle)])
        out = becomes(grouped(helpers, form), "hypothetical")
        if helpers != ["may", "have"] and not old and rng.random() < 0.3:
            out = ended(out, rng.choice(SOON))
        if rng.random() < 0.2:
            out = said(out, rng.choice(SPEAKERS), rng.choice(["said", "believes", "suggested", "warned reporters"]), ["that"])
        return out
    if choice < 0.82:
        kind = FUTURE.get(example["triggers"][0][1], "")
        if kind is None or old:
            return example
        be = "are" if many else "is"
        helpers = rng.choice([["will"], ["will"], [be, "to"], [be, "set", "to"], [be, "due", "to"], [be, "expected", "to"], [be, "about", "to"], ["plan" if many else "plans", "to"], [be, "going", "to"]])
        out = becomes(grouped(helpers, base), *(("", kind) if kind else ("future",)))
        return ended(out, rng.choice(SOON)) if rng.random() < 0.4 else out
    if any(role == "time" for _, role, *_ in example["args"]) or old:
        return example
    if rng.random() < 0.6:
        lead = rng.choice(PAST).split()
        out = becomes(led(example, lead), "historical")
        first = 1 if lead[0] in {"In", "During"} else 0
        out["args"] = [*out["args"], (out["triggers"][0][0], "time", first, len(lead) - 2)]
        return out
    helpers, form = rng.choice([(["had"], participle), ([], words[v])])
    out = becomes(grouped(helpers, form), "historical")
    tail = rng.choice(LONG_AGO)
    n = len(out["words"]) - 1
    out = ended(out, tail)
    first = n + (1 if tail.split()[0] in {"in", "during"} else 0)
    out["args"] = [*out["args"], (out["triggers"][0][0], "time", first, len(out["words"]) - 2)]
    return out
