// A base form → the forms that English makes of it. Once, when a word list is first asked for: a look-up is then one question to a set. Pure.

const irregularVerbs = new Map(
  `be am is are was were been being; have has had having; do does did done doing; go goes went gone going; give gives gave given giving; break breaks broke broken breaking;
  seek seeks sought seeking; say says said saying; tell tells told telling; take takes took taken taking; swear swears swore sworn swearing; hold holds held holding; leave leaves left leaving;
  make makes made making; stand stands stood standing; keep keeps kept keeping; withdraw withdraws withdrew withdrawn withdrawing; draw draws drew drawn drawing; tear tears tore torn tearing;
  forbid forbids forbade forbidden forbidding; win wins won winning; fight fights fought fighting; lay lays laid laying; meet meets met meeting; begin begins began begun beginning;
  spin spins spun spinning; strike strikes struck striking; oversee oversees oversaw overseen overseeing; see sees saw seen seeing; get gets got gotten getting; bind binds bound binding;
  pay pays paid paying; sell sells sold selling; send sends sent sending; undertake undertakes undertook undertaken undertaking; forgive forgives forgave forgiven forgiving;
  find finds found finding; think thinks thought thinking; rise rises rose risen rising; arise arises arose arisen arising; come comes came coming; become becomes became becoming;
  buy buys bought buying; bring brings brought bringing; bite bites bit bitten biting; hit hits hitting; hurt hurts hurting; cut cuts cutting; cost costs costing; let lets letting; put puts putting;
  set sets setting; quit quits quitting; lead leads led leading; feed feeds fed feeding; feel feels felt feeling; fall falls fell fallen falling; fly flies flew flown flying; sit sits sat sitting;
  speak speaks spoke spoken speaking; steal steals stole stolen stealing; strive strives strove striven striving; drive drives drove driven driving; write writes wrote written writing;
  choose chooses chose chosen choosing; lose loses lost losing; lend lends lent lending; spend spends spent spending; shoot shoots shot shooting; build builds built building; deal deals dealt dealing;
  dwell dwells dwelt dwelling; mean means meant meaning; show shows showed shown showing; know knows knew known knowing; read reads reading; undergo undergoes underwent undergone undergoing`
    .split(";")
    .map((line) => line.trim().split(/\s+/))
    .map((forms) => [forms[0]!, forms] as const),
);

/** Verbs of several syllables that double their last letter. */
const doubling = new Set(
  "abet admit commit compel defer deter expel incur occur omit patrol permit prefer propel rebut refer regret repel submit transfer transmit".split(
    " ",
  ),
);

const CONSONANT_Y = /[^aeiou]y$/;
const HISSING = /(?:s|x|z|ch|sh)$/;

/** "accept" → accept, accepts, accepted, accepting. */
export function verbForms(base: string): readonly string[] {
  const known = irregularVerbs.get(base);
  if (known) return known;
  if (CONSONANT_Y.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  if (/ie$/.test(base)) return [base, `${base}s`, `${base}d`, `${base.slice(0, -2)}ying`];
  if (/[^eoy]e$/.test(base)) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/e$/.test(base)) return [base, `${base}s`, `${base}d`, `${base}ing`];
  const stem = doubling.has(base) || /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) ? base + base.at(-1)! : base;
  return [base, HISSING.test(base) ? `${base}es` : `${base}s`, `${stem}ed`, `${stem}ing`];
}

/** "inquiry" → inquiry, inquiries. */
export const nounForms = (base: string): readonly string[] => [
  base,
  CONSONANT_Y.test(base)
    ? `${base.slice(0, -1)}ies`
    : /(?:man)$/.test(base)
      ? `${base.slice(0, -3)}men`
      : HISSING.test(base)
        ? `${base}es`
        : `${base}s`,
];
