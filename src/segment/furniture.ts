// A paragraph's words → whether it is page furniture: credits, bylines, dates, links, menus, sharing, law. Each detector knows one kind of line.
import { heedless, smallOf } from "./heedless.ts";

/** Furniture is short; what is longer is somebody's prose. */
const longest = 320;

const months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const month = `(?:${months})[a-z]*\\.?`;
const agency =
  "(?:AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|Getty Images|Getty|Xinhua|ANI|PTI|Bloomberg|TASS|Anadolu|Yonhap|dpa|UPI|IANS|NurPhoto|Shutterstock|Alamy|iStock|Unsplash|Pexels|Wikimedia(?: Commons)?|Handout|File|Pool)";
const name = "\\p{Lu}[\\p{L}.'’-]*";
const sharing =
  "share|tweet|e-?mail|print|save|comments?|copy|link|bookmark|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|tiktok|flipboard|messenger|pocket|like|post|pin";

const detectors: Readonly<Record<string, RegExp>> = {
  "no words": /^[^\p{L}\p{N}]*$/u,
  address: /^(?:source:\s*)?(?:(?:https?:\/\/|www\.)\S+|\S[^\s@]*@\S+\.\w+|@\w+)$/i,
  advertisement:
    /^[[(*\s-]*(?:advertisements?|ads?|publicité|story continues below(?: this)?(?: advertisement| ad)?|article continues (?:below|after).{0,40}|(?:continue|scroll) (?:reading|down).{0,30}|loading\.{0,3}…?|skip (?:to|past|ad).{0,40}|(?:back to|return to) (?:top|home(?:page)?)|remove ads|report this ad)[\])*\s.-]*$/i,
  credit:
    /^[[(]?(?:file )?(?:photo(?:graph|grapher|s)?|picture|image|illustration|graphic|video|credit|courtesy|caption)s?(?: credits?| by| courtesy(?: of)?| source| via)?\s*(?:[:|/©]|(?<=source),|by\b|courtesy\b)\s*(?:\S+\s+){0,13}\S+$/iu,
  "credit at the end": new RegExp(
    `(?:photo(?:graph(?:er|ed)?)?s?(?: credits?| by)?|image|picture|credit)s?:\\s*${name}[^.!?:]{0,60}$|[[(](?:[^\\])]{0,60}(?:/|via |photo: ?|photo by ))?(?:${name}[\\s/]+){0,4}(?:/|via |photo)\\s*${agency}(?: photo)?[^\\])]{0,20}[\\])]\\.?$|(?:^|[^.!?\\s]\\s*)(?:/|\\| |via )${agency}(?: Images| Photo)?$|^(?:${name}\\s+){1,4}(?:/|\\|)\\s*${agency}.{0,30}$`,
    "u",
  ),
  agency: new RegExp(
    `^[\\s(—–-]*(?:${agency}|Agencies|BBC|CNN|News agencies|Staff|Web Desk|News Desk|Wire reports?|Our Correspondent|Staff (?:Reporter|Correspondent|Writer))(?:[\\s/,&—–-]+${agency})*[\\s).]*$`,
  ),
  byline: new RegExp(
    `^(?:[Bb]y|BY|(?:[Ww]ritten|[Ww]ords|[Ss]tory|[Pp]osted|[Ee]dited|[Tt]ext)(?: by)|[Aa]uthor:)[\\s:]+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:${months})[a-z]*\\.?(?:\\s|$)|The\\b)${name}(?:(?:\\s*[,|/&•·–]\\s*|\\s+(?:-\\s+)?)(?:${name}|and|in|for|of|the|on|\\d[\\d:.]*|[ap]\\.?m\\.?)){0,12}$`,
    "u",
  ),
  "who worked":
    /^[(*\s]*(?:(?:[Tt]his (?:article|story|report) (?:was|is) )?)(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Ww]ritten|[Tt]ranslated|[Pp]roduced|[Tt]ranslation|[Ff]act-check(?:ed|ing)?)(?: and (?:writing|editing))? by:? \p{Lu}(?:[^.!?]|\.(?=\S| \p{Lu}\.?)){1,200}[.)*\s]*$/u,
  "about the author":
    /^(?:about the (?:author|writer)s?\b.{0,40}$|(?:the (?:author|writer)|follow (?:him|her|them|the author)|(?:s?he|they) (?:can be (?:reached|contacted)|tweets))\b.{0,160}(?:@\w+|\S+@\S+\.\w+).{0,20}$)/i,
  date: new RegExp(
    `^(?=.*(?:\\d{4}|\\d[:.]\\d\\d|\\d ?[ap]\\.?m|\\d.*\\bago\\b|\\d.*\\bread\\b|\\b(?:${months})[a-z]*\\.? \\d|\\d[a-z]{0,2} (?:${months})))(?:\\b(?:(?:first|last)\\b|(?:published|updated|posted|modified|issued|date|on|at|ago|hours?|minutes?|mins?|days?|read)\\b|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b|(?:${months})[a-z]*\\b|\\d{4}-\\d\\d-\\d\\dT[\\d:.+Z-]+|\\d{1,4}(?:st|nd|rd|th|[ap]m)?\\b|[ap]\\.?m\\b\\.?|(?:GMT|UTC|IST|E[SD]?T|P[SD]T|C[SD]T|BST|CES?T|EAT|WAT|SGT|[JKH]ST|HKT|AE[SD]T)\\b)|[|,•·/.:–—\\s()-])+$`,
    "iu",
  ),
  dateline: new RegExp(
    `^(?:\\p{Lu}{3,}[\\p{Lu} ]{0,30})(?:, ?\\p{Lu}[\\p{L} ]{2,20})?,? ?(?:${month} \\d{1,2}(?:, \\d{4})?)?\\s*(?:\\((?:${agency})\\))\\s*[-—–]*$`,
    "u",
  ),
  "read more":
    /^[[(>»→*\s]*(?:(?:(?:also |must )?(?:read|see|watch|listen)(?: also| more| next| now)?|related(?: (?:news|stor(?:y|ies)|articles?|topics?|coverage|content|posts?|links?|reading))?|more (?:on this(?: story)?|stories|news|from)|up next|next article|previous article|don['’]t miss|recommended(?: for you| stories| reading)?|you (?:may|might) (?:also )?(?:like|be interested in)|what to read next|editor['’]s picks?|trending(?: now)?|most (?:read|popular|viewed)|latest news|top stories|in pics|in pictures|opinion|explainer|live updates|breaking)\s*(?:[:|»>→]|$)\s*.{0,200}|(?:read|see|view|find) (?:more|the full|full|all)(?: (?:story|stories|article|coverage|report|here|about|on|at|from)\b.{0,120})?|click (?:here|below|on the link).{0,160}|more from .{1,60}|(?:for|with) more (?:on this story|stories).{0,100}|here (?:are|is) (?:more|some) .{0,40}(?:stories|coverage):?)[\])>»→.…*\s]*$/iu,
  share: new RegExp(
    `^(?:\\d+\\s*)?(?:share (?:this|on|via|with)\\b.{0,60}|(?:(?:${sharing}|this|article|story|on|via|to|icon|\\d+[km]?|and)\\b[|•·/,&+\\s]*){1,14}(?:shares|comments?)?)$`,
    "i",
  ),
  follow:
    /^(?:and )?(?:please )?(?:follow|find|like|connect with|stay connected with) (?:us|our|@\w+|[\p{L} ]{2,30}(?= on\b))(?: \S+){0,18}$|^(?:join|visit) (?:us on|our (?:whatsapp|telegram|facebook|instagram|youtube|twitter))\b.{0,140}$|^for (?:more |the latest |all )?(?:news|updates|stories|headlines)\b.{0,80}(?:follow|visit|like|channel|app)\b.{0,100}$/iu,
  copyright:
    /^(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by\b)).{0,240}$|^.{0,160}\ball rights reserved\b.{0,120}$|^.{0,80}©\s*\d{4}.{0,60}$/i,
  menu: /^(?=.*[\s|>/])(?:home|news|world|politics|business|sports?|opinion|entertainment|lifestyle|culture|tech(?:nology)?|science|health|travel|video|photos|podcasts?|menu|search|sections?|login|log in|sign in|register|e-?paper|about us|contact us|privacy policy|terms(?: of (?:use|service))?|cookie(?:s| policy| settings)|advertise(?: with us)?|careers|sitemap|africa|asia|europe|americas|middle east|australia|live|more|all|\s|[>›»/|•·,])+$/i,
  tags: /^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|related topics|in this (?:article|story)|sources?|location|credits?|disclaimer)\s*[:|]\s*.{0,160}$|^(?:leave|post|add|write) a (?:comment|reply)\b.{0,40}$|^(?:view|show|load|read) (?:all |more )?\d* ?comments?\b.{0,30}$|^\d+ comments?$|^comments (?:are|have been) closed.{0,60}$/i,
  contact:
    /^(?:(?:for )?(?:media|press|news) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))\b.{0,160}|(?:e-?mail|tel|telephone|phone|fax|website|web|address|contacts?)\s*:\s*.{0,140}|(?:do you have|got) a (?:news )?(?:tip|story)\b.{0,160}|send (?:us )?(?:your )?(?:tips?|letters?|corrections?)\b.{0,160}|.{0,60}\bcontact (?:the (?:writer|reporter|author|newsroom)|us) at \S+@\S+.{0,20})$/i,
  notice:
    /^(?:(?:disclaimer: ?)?(?:the )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|in this)\b.{0,260}|.{0,80}\b(?:was (?:first|originally) published|originally appeared|has been republished|is republished)\b.{0,160}|.{0,120}published from a (?:syndicated|wire)\b.{0,100}|.{0,40}(?:this (?:website|site) uses cookies|accept (?:all )?cookies)\b.{0,200}|(?:catch|get) all the .{0,160}\bnews\b.{0,160})$/i,
};

const ready = Object.entries(detectors).map(([name, pattern]) => ({ name, ...heedless(pattern) }));

/** The name of the detector that knows this paragraph, or undefined: it is not furniture. */
export function furnitureName(words: string): string | undefined {
  if (words.length > longest) return /^\S+$/.test(words.slice(0, 2000)) && /^https?:\/\//.test(words) ? "address" : undefined;
  const small = smallOf(words);
  for (const { name, pattern, wantsSmall } of ready) if (pattern.test(wantsSmall ? small : words)) return name;
  return undefined;
}
