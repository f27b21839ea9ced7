// Texts as newspapers, broken programs and attackers write them, as fast-check arbitraries. All of it is made here.
import fc from "fast-check";

const who = fc.constantFrom(
  ..."Ukraine|Putin|the president of Kenya|Israeli troops|He|the envoys|Hezbollah|France and Germany|Foreign Minister Ana Ruiz|protesters|the U.N. Security Council|Dr. J. R. Okonkwo-Smith|İran|MALI|a 34-year-old woman".split(
    "|",
  ),
);
const does = fc.constantFrom(
  ..."met|attacked|criticised|thanked|rejected the plan of|promised to send observers to|would not withdraw from|may have shelled|agreed with|denied that it had struck|was arrested by|threatened to sanction|held talks with|has been|will never forgive".split(
    "|",
  ),
);
const when = fc.constantFrom(
  "",
  " on Monday",
  " in 2019",
  " last week",
  " on 30 February",
  " near Odesa",
  ", officials said",
  ", if the ceasefire holds",
);
const end = fc.constantFrom(".", ".", ".", "!", "?", "…", ";", "", " — ", ".”", ".)");
const plain = fc.tuple(who, does, who, when, end).map((parts) => `${parts[0]} ${parts[1]} ${parts[2]}${parts[3]}${parts[4]}`);
const quoted = fc
  .tuple(
    plain,
    who,
    fc.constantFrom("said", "told reporters", "claims", "insisted on Friday", "according to"),
    fc.constantFrom(['"', '"'], ["“", "”"], ["‘", "’"], ["«", "»"], ["“", ""]),
  )
  .map(([words, source, cue, [open, close]]) => `${open}${words}${close} ${source} ${cue}.`);
const wanted = fc.tuple(who, who).map(([a, b]) => `${a} demanded that ${b} hand over the islands, which ${b} refused.`);

/** A sentence of news. */
export const sentence = fc.oneof({ weight: 4, arbitrary: plain }, { weight: 2, arbitrary: quoted }, { weight: 1, arbitrary: wanted });

/** What no careful writer puts into a text. */
export const odd = fc.oneof(
  fc.constantFrom(
    ...[
      "\0",
      "\ud800",
      "\udc00\ud83d",
      "\u202e",
      "\ufeff",
      "\u200b\u200d",
      "\r",
      "\r\n",
      "\v",
      "\u2028",
      "\u0085",
      "\x1b[31m",
      "\u0301\u0301\u0301",
      "🇺🇦👩‍👩‍👧",
      "ﷺ",
      "İ",
      "ß",
      "ǆ",
    ],
    ...[
      "<script>alert(1)</script>",
      "&amp;lt;b&gt;",
      "]]>",
      "-->",
      "{x}",
      "{{x}}",
      "%s%n",
      "'; DROP TABLE document; --",
      '=HYPERLINK("x")',
      "javascript:alert(1)",
      "../../etc/passwd",
      "__proto__",
      "constructor",
    ],
    ...[
      "“‘“‘“‘",
      "((((((((",
      "……………",
      "- - - - -",
      "* * *",
      "a.b.c.d.e.f.",
      "e.g. i.e. U.S. No. 5",
      "WASHINGTON (AP) —",
      "By Staff Writer",
      "Advertisement",
      "Sign up for our newsletter. Call 555-0100 today!",
      "Read more:",
    ],
    ...[
      "12,345,678.90",
      "1/2/03",
      "31 June 2025",
      "99th of May",
      "$5bn",
      "http://example.com/a_(b)?c=d#e",
      "a@b.example",
      "١٢٣",
      "二〇二五年",
    ],
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc
    .tuple(
      fc.constantFrom("a", "\n", " ", "“", "x ", "said ", "and Putin, ", "(", "é", "𝔘", "no. ", "who met "),
      fc.integer({ min: 2, max: 400 }),
    )
    .map(([unit, times]) => unit.repeat(times)),
);

const glue = fc.constantFrom(" ", " ", " ", "\n\n", "\n", "", "\t", "\r\n\r\n", "  ");
const joined = (piece: fc.Arbitrary<string>, most: number) =>
  fc.array(fc.tuple(piece, glue), { maxLength: most }).map((parts) => parts.flat().join(""));

/** An article: sentences, seldom with something odd among them. */
export const article = joined(fc.oneof({ weight: 9, arbitrary: sentence }, { weight: 2, arbitrary: odd }), 10);
/** As short as an article can be: for those who read very many. */
export const brief = fc.oneof(
  { weight: 3, arbitrary: plain },
  { weight: 1, arbitrary: fc.tuple(plain, odd).map((parts) => parts.join(" ")) },
);
/** Hardly ever language. */
export const noise = joined(odd, 8);
/** For titles, names, addresses and other cells. */
export const cell = fc.oneof(
  fc.constant(""),
  who,
  odd,
  fc.constantFrom("2025-08-16", "2025-13-45", "en", "de", "https://news.example/1", "https://news.example/a b", "null", "0"),
);
