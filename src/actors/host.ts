// An article's address → the country whose press it is: a fallback and tie-breaker for what the text itself tells. Pure.
import { claimsOn, type Dictionary } from "./dictionary.ts";

/** Country-code domains by ISO 3166-1 alpha-3; those that everybody uses (.io .ai .co .me .tv .fm .ly) are left out. */
const DOMAINS: ReadonlyMap<string, string> = new Map(
  "ae ARE,af AFG,al ALB,am ARM,ao AGO,ar ARG,at AUT,au AUS,az AZE,ba BIH,bd BGD,be BEL,bf BFA,bg BGR,bh BHR,bi BDI,bj BEN,bn BRN,bo BOL,br BRA,bs BHS,bt BTN,bw BWA,by BLR,bz BLZ,ca CAN,cd COD,cf CAF,cg COG,ch CHE,ci CIV,cl CHL,cm CMR,cn CHN,cr CRI,cu CUB,cv CPV,cy CYP,cz CZE,de DEU,dk DNK,do DOM,dz DZA,ec ECU,ee EST,eg EGY,er ERI,es ESP,et ETH,fi FIN,fj FJI,fr FRA,ga GAB,ge GEO,gh GHA,gm GMB,gn GIN,gq GNQ,gr GRC,gt GTM,gw GNB,gy GUY,hk HKG,hn HND,hr HRV,ht HTI,hu HUN,id IDN,ie IRL,il ISR,in IND,iq IRQ,ir IRN,is ISL,it ITA,jm JAM,jo JOR,jp JPN,ke KEN,kg KGZ,kh KHM,kp PRK,kr KOR,kw KWT,kz KAZ,lb LBN,lk LKA,lr LBR,ls LSO,lt LTU,lu LUX,lv LVA,ma MAR,md MDA,mg MDG,mk MKD,ml MLI,mm MMR,mn MNG,mr MRT,mt MLT,mu MUS,mv MDV,mw MWI,mx MEX,my MYS,mz MOZ,na NAM,ne NER,ng NGA,ni NIC,nl NLD,no NOR,np NPL,nz NZL,om OMN,pa PAN,pe PER,pg PNG,ph PHL,pk PAK,pl POL,ps PSE,pt PRT,py PRY,qa QAT,ro ROU,rs SRB,ru RUS,rw RWA,sa SAU,sb SLB,sd SDN,se SWE,sg SGP,si SVN,sk SVK,sl SLE,sn SEN,so SOM,ss SSD,sv SLV,sy SYR,sz SWZ,td TCD,tg TGO,th THA,tj TJK,tl TLS,tm TKM,tn TUN,tr TUR,tt TTO,tw TWN,tz TZA,ua UKR,ug UGA,uk GBR,us USA,uy URY,uz UZB,ve VEN,vn VNM,vu VUT,ye YEM,za ZAF,zm ZMB,zw ZWE"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** ISO 3166-1 alpha-3 of an http(s) address, by its country-code domain ("abc.net.au") or by a country, people or city that its name starts with ("koreaherald.com"); null where neither tells. */
export function countryOfHost(dictionary: Dictionary, url: string): string | null {
  const labels = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase().split(".") ?? [];
  const own = DOMAINS.get(labels.at(-1) ?? "");
  if (own) return own;
  for (const label of labels.slice(0, -1).reverse())
    for (let end = Math.min(label.length, 14); end >= 4; end--) {
      const word = label.slice(0, end);
      // "english.paper.com" is a paper's edition, not England's.
      if (word === "english") continue;
      const claim = claimsOn(dictionary, word[0]!.toUpperCase() + word.slice(1)).find(
        ({ entry, form }) => entry.kind === "country" && /^(?:name|adjective|people|capital)$/.test(form),
      );
      if (claim) return claim.entry.code;
    }
  return null;
}
