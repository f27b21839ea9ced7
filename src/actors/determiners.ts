// Small words before a noun or a name: which of them count, own, date or honour it. Lists only.

export const DETERMINERS = new Set(
  "the a an this that these those some any many several both all two three four five six seven eight nine ten dozens hundreds thousands most few other another each every no more at least about around nearly almost over his her its their our my your".split(
    " ",
  ),
);
export const NUMBER =
  /^(?:[\d,.]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|many|several|some|few|scores|both|all|number|group|majority|handful|pair)$/;
/** "A number of envoys", "one of the diners": who is meant stands behind "of". */
export const PARTITIVE =
  /^(?:number|group|majority|handful|crowd|pair|couple|scores|dozens|hundreds|thousands|one|two|three|some|many|most|none|several|all|both|each|part)$/;
export const FORMER = /^(?:former|previous|ex|ousted|deposed|exiled|retired|late|erstwhile|ex-.+)$/;
/** Titles that tell no office. */
export const COURTESY = new Set(
  "mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame prof prof. professor gen gen. sen sen. rep rep. gov gov. col col. lt lt. sheikh sheik senator congressman congresswoman representative president-elect captain major sergeant maj maj. adm adm.".split(
    " ",
  ),
);
/** Letters behind a name that tell of an honour, a degree or a seat: nobody, and no body either. */
export const HONOUR = /^(?:[SKQ]C|MK|ML[AC]|M[SCH]?P|MSP|MEP|TD|Ph\.?D|MD|Esq|[COMK]BE|JP|RN|JD|Jr|Sr|FRSC?)\.?$/;
/** "Its forces" are those of whoever it is, not the article's country's. */
export const OWNED = /^(?:his|her|its|their|our|my|your)$/;
export const ALLIED = /^(?:backed|supported|funded|allied|aligned|linked|trained|armed|led|sponsored|born)$/;
/** Those who are of no one country. */
export const OPEN =
  /\b(?:world(?:'s)? (?:leaders|powers|countries|nations)|world$|global|(?:the |^)international (?:community|partners|observers|investors|organi[sz]ations|donors|lenders|governments|bodies|agencies|mediators|monitors)|(?:foreign|overseas|western|regional|gulf|nordic|baltic|asian|african) (?:leaders|powers|countries|nations|states|governments|ministers|officials|diplomats|investigators|allies|partners|investors|forces|troops|media|fighters|tourists|nationals|employees|workers|residents|citizens|companies|students|missions)|expat(?:riate)?s|foreigners|european|arab|latin american|multinational|multilateral|countries|nations|member states|(?:both|two|warring|rival) (?:sides|presidents|leaders|foreign ministers|delegations)|each other|one another|neighbou?ring|humanity|mankind|enem(?:y|ies)|adversar(?:y|ies)|foes?)\b/i;
