// Paragraphs of an extracted article → the same without leftovers that only their wording tells: "Advertisement", "Read more: …", author notes.
import type { Block } from "./blocks.ts";

interface Wording {
  readonly kind: string;
  readonly says: RegExp;
  /** Only paragraphs of at most so many characters are leftovers. */
  readonly longest: number;
}

// Dropped where they stand.
const lines: readonly Wording[] = [
  { kind: "advertising", says: /^(advertisements?|ad|sponsored|promoted|paid)( content| post)?\b[.:]?( scroll .*)?$/i, longest: 60 },
  {
    kind: "a button",
    says: /^(share|tweet|pin( it)?|print|e-?mail|save|follow|facebook|instagram|linkedin|twitter|x|whatsapp|copy link|comments?|home|back|menu|search|loading|buy|shop|learn more|read more|(buy|shop|see|view|show|read|get|download|book|watch|listen|play)( \S+)? ?(now|here|all|more|list|poster|quote|demo|started|in touch|report|price|deal|review)|contact us|continue reading|next|previous|republish|pin for later|highlights|related)\W*$/i,
    longest: 40,
  },
  {
    kind: "a way through the page",
    says: /^(jump to|skip to|back to top|table of contents|contents$|in this (article|story|post|guide):?$|on this page)/i,
    longest: 60,
  },
  {
    kind: "a pointer to another article",
    says: /^[\W_]*(related( (story|stories|articles?|posts?|reading|video))?|also read|read (more|also|next)|see also|more (from|on|in)|recommended( reading)?|don.t miss|you may also like|up next|watch|listen)( \S+)? ?[:|»›]/i,
    longest: 250,
  },
  {
    kind: "asking to sign up",
    says: /^(\W*)(sign[- ]?up|subscribe|join (our|the|us|\d)|follow (us|me|[A-Z]\w+( [A-Z]\w+)?( on\b|$))|like us|like what you|want more|enter your e-?mail|by (signing up|subscribing|clicking)|thank(s| you) for (subscribing|signing|being)|check your inbox|get (all )?the (latest|best)|never miss|stay (up to date|informed|ahead|connected|on top)|click here to (subscribe|sign|join)|catch up on\b.*\bfollow)/i,
    longest: 300,
  },
  {
    kind: "asking for something else",
    says: /\b(if you (liked|enjoyed|like|love) (this|what) |please consider (liking|sharing|subscribing|donating|supporting)|please (take a moment to )?leave a (star|rating|review|comment|reply)|leave a (star )?rating|help (me|us) spread the word|follow (me|us) on|join our mailing list|send (us )?a tip|our newsletter\b)/i,
    longest: 500,
  },
  {
    kind: "a picture's credit",
    says: /^\W*((photo(graph)?|image|picture|video|illustration|featured image|header image)s?( credits?| source| by\b| courtesy| via)|credits?|photo|image|photos|images)\s*[:©]|^(photo(graph)?|image|illustration)s? (by|via|courtesy|credit|source)\b|[/|] ?(getty|getty images|reuters|ap photo|ap|afp|shutterstock|istock)\)?\.?$|^(getty images|reuters|shutterstock)$/i,
    longest: 160,
  },
  {
    kind: "the byline",
    says: /^((written|reviewed|edited|fact-?checked|medically reviewed|posted|published|story|words|text)( and \w+)? )?by:? (?!\w+ing\b)[A-Z][\w.'’-]+( [\w.'’-]+){0,5}$/,
    longest: 70,
  },
  {
    kind: "the date",
    says: /^((last|originally|first)? ?(updated|published|posted|modified|reviewed)\b( on| at)?:? ?)?((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? )?(\d{1,2}(st|nd|rd|th)? )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? (\d{1,2},? )?\d{4}(,? (at )?\d.{0,20})?$|^(last |originally )?(updated|published|posted):? [\d/.-]+$|^\d+ min(ute)?s?( read)?$/i,
    longest: 80,
  },
  {
    kind: "small print",
    says: /^\W*(affiliate |advertis\w+ )?(disclosure|disclaimer)\W*(:|$)|all rights reserved|^©|^copyright (©|\(c\)|\d{4})|views expressed\b.*\bnot (necessarily )?(those|reflect)|^note: the views/i,
    longest: 500,
  },
  { kind: "data for a script", says: /^[{[]"?\w+"?:|^\{\{|^\$undefined$|^\[\/?\w[^\]]*\]$/, longest: Number.POSITIVE_INFINITY },
];

// What follows one of these is another part of the page.
const ends: readonly Wording[] = [
  {
    kind: "other articles",
    says: /^\W*((related|recommended|similar|more|other|latest|recent|popular|trending|featured) (\w+ )?(articles?|stories|posts?|news|reads?|coverage|blogs?)\b.{0,25}|(related|popular|recommended|trending) \w+)\W*$/i,
    longest: 80,
  },
  {
    kind: "other articles",
    says: /^\W*(you (may|might) (also )?(like|enjoy|be interested)\b.{0,40}|(read|keep) (next|reading)|what to read next|up next|more (from|in) .{0,30}|discover more from .*|related|most (read|popular))\W*$/i,
    longest: 80,
  },
  {
    kind: "who wrote it",
    says: /^\W*(about (the |our )?(authors?|writers?|reviewers?|contributors?|editors?)|meet the (authors?|writers?|editors?|testers?|team)|written by( .*)?|author bio|author)\W*$/i,
    longest: 60,
  },
  {
    kind: "readers' words",
    says: /^\W*(leave a (reply|comment)|(\d+ )?(comments?|responses|replies)( \(?\d+\)?)?|join the (conversation|discussion)|be the first to comment|(post|add) a comment|what do you think)\W*$/i,
    longest: 60,
  },
  {
    kind: "asking for something",
    says: /^\W*(share (this|on)\b.{0,20}|follow us|(connect|get in touch) with us|contact us|stay connected|newsletter|sign up|subscribe|testimonials?|like what you.*)\W*$/i,
    longest: 60,
  },
];

// Dropped where nothing comes after them.
const authorNote: Wording = {
  kind: "who wrote it",
  says: /^(\W*[A-Z][\w.'’-]+ ){1,4}is an? (\S+ ){0,4}(writer|journalist|reporter|editor|correspondent|columnist|author|researcher|contributor|producer|fellow|professor)\b/,
  longest: 500,
};
const offers: readonly Wording[] = [
  {
    kind: "an offer",
    says: /(do not|don.t) hesitate to (contact|reach)|\byour (first|next) order\b|^note from|reach out to us/i,
    longest: 800,
  },
];

/**
 * @param blocks of the whole article, in order
 * @param byline of the page: a last paragraph "Jane Doe is a reporter" is a leftover only where she wrote the article, or nobody is named
 */
export function dropLeftovers(blocks: readonly Block[], byline: string | null): Block[] {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const kept: Block[] = [];
  let before = 0;
  for (const block of blocks) {
    // Much of an article may be lost to a wrong guess, so an end is believed only past the middle.
    if (before > total / 2 && says(ends, block)) break;
    before += block.text.length;
    if (!says(lines, block) && !says(ends, block)) kept.push(block);
  }
  for (
    let last = kept.at(-1);
    last && kept.length > 2 && (says(offers, last) || tellsOfAuthor(last, byline) || leadsNowhere(last));
    last = kept.at(-1)
  )
    kept.pop();
  return kept;
}

function tellsOfAuthor(block: Block, byline: string | null): boolean {
  if (!says([authorNote], block)) return false;
  const name = block.text.slice(0, block.text.indexOf(" is a")).split(" ");
  return byline === null || name.some((part) => part.length > 2 && byline.toLowerCase().includes(part.toLowerCase()));
}

const leadsNowhere = ({ name, text }: Block): boolean => /^H[1-6]$/.test(name) || (text.endsWith(":") && text.length < 80);

const says = (wordings: readonly Wording[], { text }: Block): boolean =>
  wordings.some((wording) => text.length <= wording.longest && wording.says.test(text));
