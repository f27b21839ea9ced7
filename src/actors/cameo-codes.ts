// A CAMEO or TABARI actor code ("USAGOV", "IGOUNOREFHCR", "PSEREBHMS") → PLOVER code and sectors, by its three-letter parts. Pure.
import type { Code } from "./types.ts";

const words = (text: string): string[] => text.split(" ");

/** ISO 3166-1 alpha-3, and the former and partly recognised states that PLOVER names. */
const COUNTRIES = new Set(
  words(
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE XKX SUN YUG CSK DDR SCG",
  ),
);

/** Codes of states that CAMEO's files write in another way. */
const OTHER_WAYS: Readonly<Record<string, string>> = {
  BUR: "MMR",
  GZA: "PSE",
  IMY: "IMN",
  KSV: "XKX",
  PAL: "PSE",
  ROM: "ROU",
  TIB: "CHN",
  TMP: "TLS",
  USR: "SUN",
  WBG: "PSE",
  ZAR: "COD",
};

/** Those who belong to no state, with the sector that the code alone tells. */
const NON_STATE: Readonly<Record<string, string | null>> = {
  IGO: null,
  UNO: null,
  EUR: null,
  NGO: null,
  ISM: null,
  NGM: null,
  IMG: "REB",
  MNC: "BUS",
};

/** PLOVER's sectors under their own names, and CAMEO's roles that PLOVER calls otherwise: CAMEO's MED is media, its HLH health. */
const ROLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    words("GOV LEG JUD MIL COP SPY PRM REB UAF UNK PTY OPP CVL BUS LAB AGR EDU REL REF CRM ELI SOC PRE JRN").map((s) => [s, s]),
  ),
  MED: "JRN",
  HLH: "MED",
  HRI: "SOC",
  DEV: "SOC",
  ENV: "SOC",
  INS: "REB",
  SEP: "REB",
  SET: "CVL",
  STU: "EDU",
  UNR: "PRE",
};

/** Faiths: a religious sector where no role is named; in "REBMUS" they only describe. */
const FAITHS = new Set(
  words("ADR ATH BAH BUD CHR CON CPT CTH DOX HIN HSD ITR JAN JEW JHW LDS MOS MUS NRM PAG PRO SFI SHI SHN SIK SUN TAO UDX ZRO"),
);

/** Regions, ethnic groups, single bodies and attributes: CAMEO's own, without a counterpart in PLOVER. */
const SILENT = new Set(
  words(
    "ABD ACC ADB AEU AFB AFR AFU ALQ AMF AMN AMU APE ARB ARL ASA ASF ASN ATD BAL BCA BIS BLK CAS CAU CEM CES CFR CIS COE CPA CPC CRB CSS CWN DEN EAC EAF EBR ECA EEC EEU EFT EIN FAO FID GCC GOE GOS GSS HAM HCH HCR HEZ HMS HRW IAC IAD IAE ICC ICG ICJ ICO IDB IGC IHF ILO IMF INT IPU IRC ITP JMA JUR KAS KDP KID KUR LAM LTT MBR MDE MDT MEA MOD MSF NAF NAT NEP NMR NON OAS OAU OCC OIC OPC PGS PKO PLF PLO RAD RCI RCR SAA SAD SAF SAM SAS SCE SCN SCO SEA SOT TAL TAM UER UIG UIS WAD WAF WAM WAS WBK WCT WEF WEU WFP WHO WST WTO XFM",
  ),
);

export interface Told extends Code {
  /** Parts that no table knows; they are left out. */
  readonly unknown: readonly string[];
}

/** @param code capitals and digits; the first parts that tell a state or a non-state code decide it, the roles follow in the code's order
 * @param agent true for the code of a noun, which is no country's */
export function ploverOf(code: string, agent = false): Told {
  let at: string | null = null;
  let faith = false;
  const sectors: string[] = [];
  const unknown: string[] = [];
  const parts = code.match(/.{1,3}/g) ?? [];
  parts.forEach((part, index) => {
    const place = OTHER_WAYS[part] ?? part;
    // SUN and MUS are states at the head of a code, and faiths after it (Morocco is likelier than Maronites).
    if ((index > 0 || agent) && FAITHS.has(part)) faith = true;
    else if (COUNTRIES.has(place)) at ??= place;
    else if (Object.hasOwn(NON_STATE, part)) {
      // "IGOUNO" is the UN and "IGOEUREEC" the EU, but "NGOEUR" is an NGO in Europe.
      if (at === null) at = part === "NGM" ? "ISM" : part;
      else if (at === "IGO" && (part === "UNO" || (part === "EUR" && parts[index + 1] === "EEC"))) at = part;
    } else if (Object.hasOwn(ROLES, part)) sectors.push(ROLES[part]!);
    else if (FAITHS.has(part)) faith = true;
    // Numbers are faiths of the later CAMEO code book.
    else if (!SILENT.has(part) && !/^\d+$/.test(part)) unknown.push(part);
  });
  if (sectors.length === 0) {
    const own = at === null ? null : NON_STATE[at];
    if (own) sectors.push(own);
    else if (faith) sectors.push("REL");
  }
  const [sector = null, ...others] = new Set(sectors);
  return { code: at, sector, other_sectors: others, unknown };
}

export const isState = (code: string | null): boolean => code !== null && COUNTRIES.has(code);
export const isCode = (code: string): boolean => COUNTRIES.has(code) || (Object.hasOwn(NON_STATE, code) && code !== "NGM");
const SECTORS = new Set([...Object.values(ROLES), "MED"]);
export const isSector = (sector: string): boolean => SECTORS.has(sector);
