// A paragraph's words → the signs of advertising in it. A strong sign can begin an advert; a weak one only prolongs it.
import type { Span } from "../span.ts";
import { heedless, smallOf } from "./heedless.ts";
import type { Promotion } from "./types.ts";

export interface Signal extends Span {
  readonly name: string;
  /** What kind of promotion it begins; null for a weak sign. */
  readonly begins: Promotion["kind"] | null;
}

interface Detector {
  readonly name: string;
  readonly begins?: Promotion["kind"];
  readonly pattern: RegExp;
}

// An order to the reader stands where a clause begins: "Call now", "… today! Please order"; in "were told to call now" it doesn't.
const clauseMark = /[.!?:;•●✔✅👉►➤|–—]\s*|\s-\s/gu;
const polite = "(?:(?:please|just|simply|so|then|or|and|kindly|today|to (?:apply|order|book|buy|register|enrol|know more|learn more)),? )*";
const ordered = (words: string) => new RegExp(`${polite}(?:${words})`, "iuy");
const phone = "(?:\\+|\\(|\\b)\\d(?:[\\d().]|[\\s-](?=[\\d(])){6,16}\\d\\b";
const money = "(?:[$€£₹¥₦]|(?:USD|EUR|GBP|INR|Rs\\.?|KSh|Ksh|KES|NGN|AED|R)\\s?)\\s?\\d[\\d,.]*\\s?(?:k\\b|million\\b|crore\\b|lakh\\b)?";

const detectors: readonly Detector[] = [
  {
    name: "sponsor notice",
    begins: "sponsored",
    pattern:
      /^[^\p{L}]*(?:(?:this |the (?:following|above) |paid |partner )?(?:content|article|post|story|message|page|section|series|video|episode|feature)s?(?: is| was| has been)? (?:(?:sponsored|paid for|brought to you)(?: and \w+)? by|(?:\w+ )?in (?:paid )?partnership with)\b[^,]{2,100}|(?:sponsored|promoted|paid|partner|branded) (?:content|post|article|feature|message|story)(?: (?:by|from) (?:\S+ ){0,5}\S+)?|sponsored(?: by (?:\S+ ){0,5}\S+)?|(?:advertorial|advertisement feature|paid (?:advertisement|promotion|partnership|post)|sponsored links?|promoted stories|from our (?:partners?|sponsors?)|presented by (?:\S+ ){0,5}\S+|in (?:paid )?partnership with (?:\S+ ){0,5}\S+|brought to you by .{2,80}))[^\p{L}]*$/giu,
  },
  {
    name: "affiliate notice",
    begins: "advertisement",
    pattern:
      /\b(?:we|i|our site|the site|this (?:article|post|page|site))\b.{0,60}\b(?:earn|receive|get|contains?)\b.{0,40}\b(?:affiliate (?:links?|commissions?)|(?:a )?(?:small )?commissions?\b.{0,60}\b(?:links?|purchase|buy|click))|^[^\p{L}]*affiliate (?:disclosure|links?)\b/giu,
  },
  {
    name: "call to buy",
    begins: "advertisement",
    pattern: ordered(
      "(?:join (?:now|today)\\b|(?:buy|shop|order|book|claim|call|enrol|enroll|register|reserve|grab|bet|play|get started|start earning|get yours|get it|get a quote|try it|try (?:\\S+ ){1,3}?|contact us|whatsapp us|click|switch)(?: (?:it|them|one|yours|your (?:spot|seat|place|bonus|copy|ticket|tickets|trip|visit|consultation|appointment|stay)|our \\w+|the \\w+))? (?:now|today|here|below|online|before (?:it['’]s too late|stocks? last|they['’]re gone))\\b(?!,? pay later))|(?:claim|redeem|unlock) your\\b|(?:contact|call|visit|join|choose|message|ask) (?:\\S+ ){1,4}(?:today|now)(?=[!.]|$)|(?:get|grab|view|see|check|shop) (?:this |the |our )?(?:deals?|offers?|prices?)(?=[!.]|$| (?:now|today|here))|deals? of the (?:day|week)\\b|hurry[,! ]|(?:don['’]t (?:wait|miss (?:out|this)))\\b|limited[- ]time (?:offer|deal|only)",
    ),
  },
  {
    name: "call to apply",
    begins: "advertisement",
    pattern: ordered(
      "apply (?:now|today|online|here|below|in (?:minutes|person))\\b|(?:we are|we['’]re|now|urgently|currently) (?:hiring|recruiting)\\b|(?:send|e-?mail|submit|forward|drop|share|mail) (?:us )?(?:your|an? updated) (?:cv|c\\.v\\.|resume|résumé|application|details|biodata)\\b|(?:walk-?in interviews?|interested candidates|job opening)\\b(?=.{0,80}(?:[:!]|\\d))|hiring\\s*:|enrol(?:l)? (?:now|today)\\b|register (?:now|today)\\b",
    ),
  },
  {
    name: "earning offer",
    begins: "advertisement",
    pattern: ordered(
      `(?:earn|make|win)(?: (?:up to|over|extra|an? extra|real|easy|quick|as much as|at least))* (?:money|cash|income|${money})(?= ?(?:$|[.!:–—-]|online|from|daily|per|a |an |every|each|while|working|by|in ))|(?:work from home|part[- ]time jobs?|get paid)\\b(?=.{0,60}(?:earn|${money}|!))|no (?:experience|investment) (?:needed|required|necessary)\\b|(?:quick|instant|easy|fast|personal|cash|payday) (?:cash )?loans?\\b(?=.{0,80}(?:approv|no (?:credit|collateral|guarantor|paperwork)|apply|!|minutes|low))`,
    ),
  },
  {
    name: "messaging-app contact",
    begins: "advertisement",
    pattern: ordered(
      `(?:whatsapp|telegram|signal|viber|wechat|line|imo|sms|text|message|dm|inbox|ping)\\b[^.!?]{0,60}(?:${phone}|t\\.me/\\S+|wa\\.me/\\S+|@\\w{3,})`,
    ),
  },
  {
    name: "messaging-app contact",
    begins: "advertisement",
    pattern: new RegExp(
      `\\b(?:call or whatsapp|call/whatsapp|whatsapp/call|(?:contact|reach|message|text|call) us (?:on|via|at|through)\\b[^.!?]{0,30}(?:whatsapp|telegram|viber|${phone}))`,
      "giu",
    ),
  },
  {
    name: "call to phone",
    begins: "advertisement",
    pattern: ordered(
      `(?:call|phone|ring|dial|contact)(?: (?:us|me|now|today|our \\w+(?: \\w+)?))(?: (?:now|today|free|toll[- ]free|on|at|:))*[ :]*(?:${phone})|for (?:bookings?|orders?|enquir(?:y|ies)|inquir(?:y|ies)|viewings?|appointments?|details|sales|admissions?)\\b[^.!?]{0,30}(?:${phone})`,
    ),
  },
  {
    name: "discount code",
    begins: "advertisement",
    pattern:
      /\b(?:(?:[Uu]se|USE|[Ee]nter|[Ww]ith|[Aa]pply(?:ing)?|[Uu]sing)(?: (?:the|our|this|promo|discount|coupon|voucher|offer|bonus))* (?:code|CODE):? ["“'‘]?[A-Z][A-Z0-9]{3,}|(?:[Pp]romo|[Cc]oupon|[Vv]oucher|[Dd]iscount|[Bb]onus|[Rr]eferral) [Cc]ode:? ["“'‘]?[A-Z0-9]{4,}\b|(?:Get|GET|Save|SAVE|Enjoy|Take|Flat|FLAT|Extra) (?:an? |up to |extra |flat )*\d{1,2} ?% (?:off|OFF|discount)\b)/gu,
  },
  {
    name: "betting offer",
    begins: "advertisement",
    pattern:
      /\b(?:welcome bonus|free bets?|free spins|deposit bonus|no[- ]deposit|sign-?up bonus|gamble responsibly|be ?gamble ?aware|18\+|when the fun stops)\b(?=.{0,100}(?:!|18\+|apply|claim|bet\b|bets\b|deposit|responsibl|www|\.com|\.org|$))/giu,
  },
  {
    name: "keyword list",
    begins: "advertisement",
    pattern: /^[^\p{L}]*(?:seo )?(?:key ?words?|tags?|hashtags?)(?: ?(?:&|and|\/|,) ?(?:key ?words?|tags?|hashtags?))*\s*:?\s*#\w+.*/giu,
  },
  { name: "hashtag list", begins: "advertisement", pattern: /(?:#[\p{L}\p{N}_]+[\s,]*){4,}/gu },
  {
    name: "subscription call",
    begins: "subscription",
    pattern: ordered(
      "(?:subscribe|sign up)(?: (?:now|today|here|below|free|for free)\\b|[ ,]*(?:to|for) (?:our|the|my|your|a free|free|unlimited|full|daily|weekly|[\\p{Lu}][\\p{L}]+(?: [\\p{Lu}][\\p{L}]+)*['’]s?)(?: \\S+){0,8}|[.!]?$)|get (?:our|the|your|all the)(?: \\S+){0,7} (?:newsletters?|(?:delivered |straight |directly )*(?:to|in) your (?:inbox|email|mailbox))|(?:join|enter your e-?mail)\\b[^.!?]{0,60}\\b(?:newsletter|mailing list|subscribers|inbox|to (?:subscribe|sign up|get))|(?:already|not(?: yet)?) a (?:subscriber|member)\\?|(?:this (?:article|story|content) is|you['’]ve reached your|you have reached your|you have)\\b[^.!?]{0,30}(?:for (?:our )?(?:subscribers|members|paying)|(?:subscriber|member)s?[- ](?:only|exclusive)|limit of|free articles?|articles? (?:left|remaining))|(?:to )?continue reading(?:,| this\\b| with\\b| by\\b| for\\b)|(?:start|get|try|begin) (?:your|a) (?:free|\\d+[- ](?:day|week|month)) (?:\\S+ )?trial|unlock (?:this|full|unlimited)\\b|never miss an? (?:story|update|issue|post)",
    ),
  },
  {
    name: "app download",
    begins: "subscription",
    pattern:
      /(?:^|[.!?:•👉]\s*|, )(?:please |and )?(?:download|install|get) (?:the |our |your )?(?:free )?(?:[\p{L}\p{N}]+ ){0,4}(?:mobile )?app\b(?=.{0,90}(?:!|now|today|free|store|play|ios|android|here|$))|\b(?:available|download)(?: now| it)?(?: \S+){0,3} (?:on|from|in) (?:the |both )?(?:apple )?(?:app store|google play|play store)\b|^(?:turn on|enable|allow) (?:push )?notifications\b/giu,
  },
  {
    name: "donation appeal",
    begins: "solicitation",
    pattern: ordered(
      `donate(?: (?:now|today|here|online|what you can|via|at|by (?:card|text|clicking))\\b|[.!]?$)|(?:support|fund|help (?:us )?(?:fund|keep|support|sustain)) (?:us\\b|(?:our|independent|this|quality|my|free)(?: \\S+)? (?:journalism|reporting|newsroom|coverage|work|mission|cause|campaign|project|team|site|website|channel|podcast|newsletter|writing|research)\\b)|(?:make|give|consider)(?: making)? an? (?:\\S+ ){0,2}(?:donation|contribution|gift)\\b|(?:every|each) (?:donation|gift|contribution|pledge|dollar|pound)s?,?\\b[^.!?]{0,40}\\b(?:helps?|makes?|keeps?|matters|counts)|(?:become|be) a (?:monthly |regular |paying )?(?:member|supporter|patron|backer|donor|subscriber)\\b|buy (?:me|us) a coffee|chip in\\b|(?:contribute|give|support us)(?: today| now|,? from (?:as little as )?${money})|back (?:us|our (?:project|campaign)|this project)\\b|pledge (?:now|today|${money})|if (?:you (?:value|enjoy(?:ed)?|appreciate|like)|everyone who reads)\\b[^.!?]{0,80}(?:support|donat|contribut|member|chip|fund)`,
    ),
  },
  {
    name: "donation appeal",
    begins: "solicitation",
    pattern:
      /\byour (?:\S+ )?(?:donations?|gifts?|contributions?|pledges?)\b,?[^.!?]{0,40}\b(?:helps?|makes?|keeps?|will|matters?|counts?|goes|can|allows?)\b/giu,
  },
  // Weak signs: common in adverts, not unheard of in articles.
  { name: "phone number", pattern: new RegExp(`(?<![\\d/.-])${phone}`, "gu") },
  {
    name: "money offer",
    pattern: new RegExp(
      `(?:from|only|just|starting (?:at|from)|save|worth|up to|as little as|now)(?: only| just)? ${money}|${money}\\s?(?:/|per |a |or more )\\s?(?:day|daily|week|month|hour|mo\\b|year|night|person|head|sq)|\\d{1,3} ?% (?:off|discount|cashback|guaranteed|bonus)`,
      "giu",
    ),
  },
  {
    name: "job terms",
    pattern:
      /\b(?:part[- ]time|full[- ]time|work[- ]from[- ]home|home[- ]based|freelance|remote) (?:jobs?|work|positions?|roles?|opportunit(?:y|ies))\b|\bjobs? (?:opportunit(?:y|ies)|vacanc(?:y|ies)|alerts?|openings?|online)\b|\bonline jobs?\b|\bvacancies\b|\bfreshers\b/giu,
  },
  {
    name: "labelled offer",
    pattern:
      /^[^\p{L}]*(?:job (?:type|title|role|description)|positions?|vacanc(?:y|ies)|salary|pay|earnings?|income|requirements?|qualifications?|eligibility|experience|working hours|duration|course fees?|fees?|price|prices|cost|offer|offers|discount|benefits?|perks|location|venue|deadline|last date|closing date|how to apply|how it works|what you get|what['’]s included|includes|features|ingredients|rating|code|coupon|delivery|shipping|warranty|bedrooms|amenities|interest rate|loan amount|repayment|tenure|itinerary|package|website|visit|email|e-mail|phone|tel|call|contact|whatsapp|terms|t&cs?)\s*:/giu,
  },
  {
    name: "call for details",
    pattern:
      /^[^\p{L}]*(?:(?:for|to get|get) (?:more|further|full) (?:details|information|info)|(?:visit|see|check out|go to) (?:our|us|www|https?|\S+\.(?:com|org|net|in|co)\b)|contact us|learn more|find out more|know more|terms (?:and|&) conditions|t&cs?\b|offer (?:ends|valid|expires)|apply before|hurry)\b.*/giu,
  },
  {
    name: "praise of the goods",
    pattern:
      /\b(?:money[- ]back|risk[- ]free|no (?:interviews?|exams?|targets?|paperwork|obligation|hidden (?:fees|charges|costs)|credit checks?|contract|strings attached|collateral|guarantor)|cancel any ?time|free (?:shipping|delivery|consultation|trial|quote|demo|gift|returns)|best[- ]sell(?:er|ing)|top[- ]rated|award[- ]winning|clinically proven|100% (?:natural|guaranteed|safe|organic)|satisfaction guaranteed|trusted by|limited (?:seats|slots|stock|spots|places|edition)|while stocks? lasts?|exclusive (?:offer|deal|discount|access)|special offer|flash sale|our (?:customers|clients|experts?|courses?|products?|services|agents|readers get|supplement|team of)|your (?:dream|inbox|perfect|own boss|skin|body|home loan|order|purchase|account today))\b/giu,
  },
  { name: "exclamation", pattern: /^[^.?!:“"]{4,80}!(?=\s|$)/gu },
  {
    name: "further plea",
    pattern:
      /\b(?:you can|please|to) (?:also )?(?:donate|give|support|(?:make|give|consider) (?:\S+ ){1,3}(?:donation|contribution|gift))\b/giu,
  },
  {
    name: "looking-for question",
    pattern:
      /^[^\p{L}]*(?:looking (?:for|to)|want to|need (?:a|an|some|cash|money|help)|tired of|struggling (?:with|to)|ready to|dreaming of|thinking of|searching for|are you (?:looking|tired|ready|struggling|a (?:student|homemaker|housewife|fresher)))\b[^.?!]{2,100}[?!]/giu,
  },
];

const ready = detectors.map(({ name, begins = null, pattern }) => ({ name, begins, ...heedless(pattern) }));

// Adverts write short paragraphs; a longer one is not looked at.
const longest = 1200;

/** Signals of one paragraph in text order, strong and weak. Those inside a quotation are somebody's words, not the page's. */
export function signalsIn(text: string, paragraph: Span, quotations: readonly Span[]): Signal[] {
  if (paragraph.end - paragraph.start > longest) return [];
  const words = text.slice(paragraph.start, paragraph.end);
  const clauses = clausesOf(words);
  const small = smallOf(words);
  const found: Signal[] = [];
  for (const { name, begins, pattern, wantsSmall } of ready) {
    const own = wantsSmall ? small : words;
    for (const { start, end } of pattern.sticky ? matchesAt(own, pattern, clauses) : matchesOf(own, pattern)) {
      const signal = { start: paragraph.start + start, end: paragraph.start + end, name, begins };
      if (end > start && !quotations.some((quotation) => quotation.start < signal.start && signal.end <= quotation.end)) found.push(signal);
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

// Where an order may stand: at the first letter, and after each mark.
function clausesOf(words: string): number[] {
  const first = words.search(/\p{L}/u);
  const starts = first < 0 ? [] : [first];
  for (const { index, 0: mark } of words.matchAll(clauseMark)) if (index + mark.length > first) starts.push(index + mark.length);
  return starts;
}

function* matchesAt(words: string, pattern: RegExp, starts: readonly number[]): Generator<Span> {
  let last = 0;
  for (const start of starts) {
    pattern.lastIndex = start;
    const match = start < last ? null : pattern.exec(words);
    if (!match) continue;
    last = start + match[0].trimEnd().length;
    yield { start, end: last };
  }
}

function* matchesOf(words: string, pattern: RegExp): Generator<Span> {
  for (const { index, 0: match } of words.matchAll(pattern)) {
    const start = index + /^[^\p{L}\p{N}#+($€£₹¥₦]*/u.exec(match)![0].length;
    yield { start, end: index + match.trimEnd().length };
  }
}
