// A passage in, its PLOVER contexts out: words that name a subject matter. Coded from the event's sentence; several at once.

const LEXICON: readonly (readonly [string, RegExp])[] = [
  [
    "military",
    /\b(army|military|troops?|soldiers?|navy|naval|air force|warships?|missiles?|weapons?|artillery|drones?|tanks?|armed forces|battalions?|airstrikes?|front line)\b/i,
  ],
  ["intelligence", /\b(intelligence (agency|service|officers?|sharing)|spy|spies|espionage|surveillance|CIA|FSB|Mossad|MI6)\b/i],
  ["executive", /\b(president|prime minister|cabinet|government reshuffle|executive order|decree)\b/i],
  ["legislative", /\b(parliament|senate|congress|lawmakers?|legislators?|legislation|bill|MPs|national assembly)\b/i],
  ["election", /\b(elections?|electoral|ballots?|voters?|polls|referendum|candidates?|campaign)\b/i],
  ["political_institutions", /\b(constitution(al)?|coup|impeach\w*|coalition government|institutions?|interim government)\b/i],
  ["pro_democracy", /\b(pro-democracy|democratic reforms?|free and fair|democracy)\b/i],
  ["pro_autocracy", /\b(authoritarian|autocra\w+|dictator\w*|strongman|term limits)\b/i],
  [
    "economic",
    /\b(econom\w+|trade|tariffs?|sanctions?|loans?|debt|investments?|budget|inflation|exports?|imports?|gas|oil|currency|prices|IMF)\b/i,
  ],
  ["legal", /\b(court|judges?|lawsuit|sued|trial|prosecutors?|charges|indict\w*|verdict|extradit\w+|tribunal)\b/i],
  ["reparations", /\b(reparations?|compensat\w+|restitution)\b/i],
  ["human_rights", /\b(human rights|war crimes|genocide|atrocit\w+|crimes against humanity|ethnic cleansing)\b/i],
  ["rights_freedoms", /\b(press freedom|free speech|freedom of|civil liberties|journalists?|censor\w*)\b/i],
  ["repression", /\b(crackdown|political prisoners?|dissidents?|tear gas|detain\w*|curfew|martial law)\b/i],
  ["human_security", /\b(humanitarian|famine|food aid|civilians|displaced|shelter|aid workers?|relief)\b/i],
  ["gender", /\b(women|gender|girls|femicide|sexual violence)\b/i],
  ["lgbt", /\b(LGBT\w*|gay|lesbian|same-sex|transgender)\b/i],
  [
    "religion_ethnicity",
    /\b(church|mosques?|muslims?|christians?|hindus?|jewish|sunni|shia|shi'?ite|ethnic|religious|bishop|imam|minority)\b/i,
  ],
  ["inequality", /\b(inequality|poverty|land reform|caste)\b/i],
  [
    "diplomatic",
    /\b(ambassadors?|embass(y|ies)|diplomat\w*|summit|talks|negotiat\w+|foreign minist\w+|treaty|envoys?|bilateral|peace deal)\b/i,
  ],
  ["territory", /\b(territor\w+|border|sovereignty|annex\w*|occupied|land swap|ced(e|ing|ed)|islands?|disputed)\b/i],
  ["peacekeeping", /\b(peacekeep\w+|observer mission|monitoring mission|UNIFIL|MONUSCO)\b/i],
  ["health", /\b(health|covid\S*|coronavirus|pandemic|vaccines?|hospitals?|cholera|ebola|disease)\b/i],
  ["asylum", /\b(asylum|refugees?)\b/i],
  ["migration", /\b(migra\w+|immigra\w+|deport\w+)\b/i],
  ["disasters", /\b(earthquake|floods?|cyclone|hurricane|typhoon|drought|tsunami|wildfires?|landslide)\b/i],
  ["natural_resource", /\b(mining|minerals?|rare earths?|oil ?fields?|gas ?fields?|fishing|timber|water rights|dam)\b/i],
  ["environment", /\b(climate|emissions?|environment\w*|pollution|deforestation)\b/i],
  ["technology", /\b(semiconductors?|chips|5G|artificial intelligence|satellites?|technology)\b/i],
  ["terrorism", /\b(terror\w*|jihadists?|suicide bomb\w*|al-qaeda|islamic state|ISIS)\b/i],
  ["cbrn", /\b(nuclear|chemical weapons?|biological weapons?|uranium|radioactive|nerve agent|denucleari\w+)\b/i],
  ["cyber", /\b(cyber\w*|hack(ed|ers?|ing)|malware|ransomware)\b/i],
  ["misinformation", /\b(disinformation|misinformation|propaganda|fake news)\b/i],
  ["crime", /\b(gangs?|murder\w*|robber\w+|kidnap\w*|criminals?|police)\b/i],
  ["corruption", /\b(corrupt\w*|brib\w+|embezzl\w+|graft|kickbacks?|money laundering)\b/i],
  ["illegal_drugs", /\b(drugs?|cocaine|heroin|fentanyl|cartels?|narco\w*|opium)\b/i],
  ["trafficking", /\b(traffick\w+|smuggl\w+)\b/i],
];

/** The contexts whose words stand in `passage`, in the codebook's order. */
export const contextsOf = (passage: string): string[] => LEXICON.filter(([, words]) => words.test(passage)).map(([name]) => name);
