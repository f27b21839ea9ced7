// Titles, nouns and given names → whether somebody is spoken of as he or she. Where nothing tells, null: nobody is guessed a man. Pure.
import { type Span, slice } from "../span.ts";
import type { TaggedSentence } from "../tag/types.ts";
import { wordsOf } from "./words.ts";

const HE = /^(?:mr|sir|king|prince|lord|emperor|sultan|emir|baron|duke|sheikh|fr|father|brother)\.?$/i;
const SHE = /^(?:mrs|ms|miss|madam|madame|queen|princess|lady|dame|empress|baroness|duchess|sheikha|sister)\.?$/i;
const MAN =
  /(?:^|\b|s|y)(?:man|boy|father|husband|brother|son|uncle|nephew|grandfather|grandson|boyfriend|gentleman|king|prince|monk|priest|imam|bishop)$/;
const WOMAN =
  /(?:^|\b|s|y)(?:woman|girl|mother|wife|sister|daughter|aunt|niece|grandmother|granddaughter|girlfriend|lady|queen|princess|nun|actress|waitress)$/;

/** What the title of a name ("Ms Cooper", also where the tagger left it outside) or the `noun` of a mention tells. */
export function genderIn(text: string, sentence: TaggedSentence, of: Span, noun: string | null): "he" | "she" | null {
  const title = (word: string): "he" | "she" | null => (SHE.test(word) ? "she" : HE.test(word) ? "he" : null);
  const words = wordsOf(text, sentence, of);
  const before = wordsOf(text, sentence, sentence)
    .filter(({ end }) => end <= of.start)
    .at(-1);
  const written = title(words[0]?.text ?? "") ?? title(words[1]?.text ?? "") ?? title(before ? slice(text, before) : "");
  if (written || noun === null) return written;
  return WOMAN.test(noun) ? "she" : MAN.test(noun) && !/chairman|spokesman/.test(noun) ? "he" : null;
}

export const isWomansName = (name: string): boolean =>
  WOMEN.has(name.toLowerCase().split(/[\s-]/)[0] ?? "") || (WOMEN.has(name.toLowerCase().split(" ").at(-1) ?? "") && name.includes("-"));

/** Given names of women in the news of many countries, from our own knowledge. */
const WOMEN = new Set(
  "abiola achieng adama adaobi aditi agnieszka aisha aishatu akinyi alejandra aleksandra alessandra alicia amal amelie amina aminata amy ana angela anita anjali anjana ann anna annalena anne anneli annie annika anniken antonella anushka asha asma astrid atieno auma aurore awa azadeh baleka barbara barbro beata beatrice beatriz benazir biljana birgitta bola brankica brigitte bushra camila carmen carolina catherine cecile charity chiara chimamanda chinwe christine claire claudia clementine constance corazon cristina dalia daniela deborah debra deepa delcy delphine denise diana diane dilma dina divya donna doris dorota dorothy ebba edith ekaterina eleanor elena elisabeth eliza elizabeth ellen ellie elly elodie emily emma emmanuelle erica erin erna esther eun-hye eva eve evelyn evika ewa faith farah farida farzana fatima fatou federica fernanda fiona florence folake frances francesca francoise funmilayo gabriela gail geeta genevieve georgina geun-hye ghada gillian gina giorgia giovanna gita giulia giuliana gloria gordana graca grace greta gro hadiza haifa hala halina hanan hannah haruko hasina hazel heather heidi helen helena helle hilary hina hind hiroko hope huda ida ifeoma iman imelda indira indu inger ingrid ingrida irene irina iris isabel isabella isabelle iwona jacqueline jadranka jane janet jaya jeanne jennifer jessica jill joan joanna jonna josephine josiane joyce judith julia julie juliet jyoti kadri kaja kalpana kamala kara karen karine katarzyna kate katherine kathleen kathryn katie katja katrin kavita kazuko keiko kerry kersti khadija khadijah khaleda kirsten kolinda kristina laetitia lakshmi lalita larissa lata latifa laura laure lauren layla leah leela leila lena leni leslie letizia lina linda lindiwe ling lisa livia liz lorraine louise lucia lucrezia lucy luisa luz lydia lydie madeleine madhuri magdalena maha mahsa maia malala malgorzata mamata manju marcella marcia margaret margot maria mariam mariama marianne mariastella marie marilyn marine marlene marta martha martine mary maryam masih maya meena meera meghna mei melanie melissa mercy meredith mette mia michela michelle michiko mieko mireya miriam miyuki molly mona monica monika muna muriel muthoni nadege nadia nadine najat naledi nancy naoko naomi narges nasim nasrin natalia natalie natasa nathalie nawal neha nermin ngozi nicole niloufar nina nino nirmala nisha njeri nkechi nkosazana nneka noor nora nyambura oby odile oksana olga olivia padma pamela paola parisa parvati pascale patricia paula penny pernille phoebe pia pooja pratibha prerna priya rabia rachel rachida radha rama rani rania rebecca reiko rekha renu rim rima risa rita roberta rocio roopali rosa roselyne rosemary rosy roxana ruba ruby ruth sabine sachiko sahar sakshi sakura sally salma salome samia samira sanae sandra sandrine sandy sangeeta sanna sara sarah sarita savita seema segolene serena setsuko shannon shanti sharon sheila sherry shireen shirin shirley shobha sigrid silvana silvia simone siv smita smriti sneha sofia solene sonia sophie souad stefania stella stephanie sudha suha sumaiya sunita supriya susan susanna sushila sushma suzanne svetlana swati sylvia sylvie takako tamar tamara tara tarja taslima tatiana tawakkol teresa theresa thuli tina ting tomoko tracy uma ursula usha valentina valerie vandana vasundhara vera veronica veronique victoria vilija violeta virginia virginie vivian vjosa wafa wambui wangari wanjiru wendy winnie ximena xiomara yael yamini yasmin yasmine ying yoko yolanda yuki yulia yumiko yuriko yvette yvonne zahra zainab zeinab zeljka zoe zulema zuzana".split(
    " ",
  ),
);
