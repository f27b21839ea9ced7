// Acts whose words only look like deeds: who "seeks to please" asks nobody for anything, who "floats an idea" has agreed to nothing. Each row drops such an act. Pure.
import type { EventType } from "../codebook.ts";
import { type Test as Matches, pattern } from "../grammar/pattern.ts";
import type { Tree } from "../grammar/tree.ts";
import type { Act } from "../tag/types.ts";
import { isOnlyEntitled } from "./entitled.ts";
import { accusesNobody, isAtMeeting, isForecast, isHostAlone, isOnlyTold, isQuestion, type Scene, takesOwnDeed } from "./idle-shapes.ts";
import type { Rule } from "./rule.ts";
import { fired } from "./rule.ts";

interface IdleRule extends Rule {
  /** Of which types; all where it is left out. */
  readonly types?: readonly EventType[];
  /** What must hold of the trigger, as src/grammar/pattern.ts reads it. */
  readonly pattern?: string;
  /** What no pattern says. */
  readonly shape?: (scene: Scene) => boolean;
}

export const IDLE: readonly IdleRule[] = [
  {
    name: "idle.only-able",
    why: "what one may come to be able to do is not done",
    pattern: "^xcomp|conj (@able, >aux (@modals))",
    fires: "Togo will be able to attack Ghana.",
    spares: "Togo was able to attack Ghana.",
  },
  {
    name: "idle.only-entitled",
    why: "what one has the right or the power to do is not done by that",
    shape: ({ tree, at }) => isOnlyEntitled(tree.tokens, (j) => tree.words[j] ?? "", at),
    fires: "Togo has the right to deport the rebels.",
    spares: "Togo used its right to deport the rebels.",
  },
  {
    name: "idle.refuses-to-say",
    types: ["REJECT"],
    why: "who refuses to say something refuses only words",
    pattern: "@refusing, >xcomp|advcl (~to, @talking-infinitives)",
    fires: "Togo's minister refused to answer the question.",
    spares: "The minister refused to leave the talks.",
  },
  {
    name: "idle.fails",
    types: ["REJECT"],
    why: "who fails to do something has not refused to",
    pattern: "*fail|failure",
    fires: "Togo failed to comply with the demands of Ghana.",
    spares: "Togo refused to win over its neighbours.",
  },
  {
    name: "idle.forecast",
    types: ["THREATEN"],
    why: "what a thing will bring is foretold, and nobody threatens with it",
    shape: ({ tree, at }) => isForecast(tree, at),
    fires: "The minister warned Togo that the tariff would cost jobs.",
    spares: "The minister warned Togo that Ghana would attack.",
  },
  {
    name: "idle.plants-bombs",
    types: ["AID"],
    why: "who lays mines gives nobody anything",
    pattern: "@planting, >obj (@mines)",
    fires: "Rebels planted landmines for soldiers of Togo.",
    spares: "Togo delivered landmines to Ghana.",
  },
  {
    name: "idle.smuggles",
    types: ["AID"],
    why: "smuggling helps nobody",
    pattern: "@smuggling",
    fires: "Gangs smuggled weapons to the rebels in Togo.",
    spares: "Togo delivered weapons to the rebels.",
  },
  {
    name: "idle.bites",
    types: ["ASSAULT"],
    why: "an animal is no party",
    pattern: "@biting",
    fires: "A tiger mauled two villagers in Togo.",
    spares: "Soldiers beat two villagers in Togo.",
  },
  {
    name: "idle.lets-lapse",
    types: ["CONCEDE"],
    why: "who lets a thing lapse gives nobody anything",
    pattern: "*allow|let, >xcomp|ccomp (@lapsing)",
    fires: "Togo allowed the treaty with Ghana to lapse.",
    spares: "Togo allowed the rebels to leave.",
  },
  {
    name: "idle.host-alone",
    types: ["CONSULT"],
    why: "who hosts a meeting is told, but nobody who meets",
    shape: isHostAlone,
    fires: "The talks were hosted by Qatar.",
    spares: "The president of Togo hosted the president of Ghana.",
  },
  {
    name: "idle.accompanies",
    types: ["CONSULT"],
    why: "who accompanies somebody has not met him once more by that",
    pattern: "*accompany",
    fires: "Ghana's envoy accompanied the prime minister of Togo to the talks in Accra.",
    spares: "The minister met the president of Togo at the summit.",
  },
  {
    name: "idle.speaks-at-meeting",
    types: ["CONSULT"],
    why: "the meeting is told by its own word",
    pattern: "@speaking",
    shape: isAtMeeting,
    fires: "The president of Togo spoke during a meeting with the ministers of Ghana.",
    spares: "The president of Togo spoke with the ministers of Ghana.",
  },
  {
    name: "idle.accuses-nobody",
    types: ["ACCUSE"],
    why: "nobody is blamed there",
    shape: ({ act, tree, at }) => accusesNobody(act, tree, at),
    fires: "The meeting addressed concerns over Togo.",
    spares: "Togo accused the rebels of murder.",
  },
  {
    name: "idle.dispels",
    types: ["ACCUSE"],
    why: "who takes a doubt or grudge away blames nobody for it",
    pattern: "@dispelling",
    fires: "Togo was quick to dispel misunderstandings with Ghana.",
    spares: "Togo was quick to denounce misunderstandings with Ghana.",
  },
  {
    name: "idle.question",
    types: ["REQUEST"],
    why: "who asks about something wants to know, and nothing else",
    shape: ({ tree, at }) => isQuestion(tree, at),
    fires: "Reporters asked the minister if Togo would withdraw.",
    spares: "Lawmakers asked the minister to withdraw the troops.",
  },
  {
    name: "idle.only-told",
    types: ["REQUEST"],
    why: "a clause that tells what is so asks for nothing",
    shape: ({ tree, at }) => isOnlyTold(tree, at),
    fires: "The workers told the minister they needed to leave.",
    spares: "The workers told the minister he must leave.",
  },
  {
    name: "idle.seeks-own-deed",
    types: ["REQUEST"],
    why: "who seeks to do something himself asks nobody for it",
    pattern: "@seeking",
    shape: ({ tree, at }) => takesOwnDeed(tree, at),
    fires: "Togo seeks to boost its trade with Ghana.",
    spares: "Togo wants Ghana to leave the region.",
  },
  {
    name: "idle.ready-to-show",
    types: ["AGREE"],
    why: "who is ready to let others see something has agreed to nothing",
    pattern: "@readiness, >xcomp|ccomp|advcl (@showing)",
    fires: "Togo is ready to showcase its new army to Ghana.",
    spares: "Togo is ready to sign the treaty with Ghana.",
  },
  {
    name: "idle.floats-notion",
    types: ["AGREE"],
    why: "what is only an idea can be talked of without being agreed to",
    pattern: "!@assenting, >obj (@notions)",
    fires: "Togo floated the idea of a truce with Ghana.",
    spares: "Togo accepted the idea of a truce with Ghana.",
  },
  {
    name: "idle.walks-away-with",
    types: ["REJECT"],
    why: "who walks away with something has got it, and breaks nothing off",
    pattern: "*walk, >obl (~with), !>obl (~from)",
    fires: "Togo walked away with a deal from the summit.",
    spares: "Togo walked away from the talks with Ghana.",
  },
  {
    name: "idle.kept-from",
    why: "what somebody was kept from was not done",
    pattern: ".xcomp|ccomp|advcl|acl|obl|nmod, ~from, < (@preventing)",
    fires: "Togo prevented the rebels from attacking the city.",
    spares: "The rebels attacked the city in Togo.",
  },
  {
    name: "idle.averted",
    why: "what was averted did not come about",
    pattern: "NOUN, .obj|nsubj:pass, < (@averting)",
    fires: "Police in Togo foiled an attack on the embassy of Ghana.",
    spares: "Rebels in Togo carried out an attack on the embassy of Ghana.",
  },
];

const TESTS: ReadonlyMap<string, Matches> = new Map(IDLE.flatMap((rule) => (rule.pattern ? [[rule.name, pattern(rule.pattern)]] : [])));

/** True where a row drops the act. @param at the trigger's head word */
export const isIdle = (act: Act, tree: Tree, at: number, acts: readonly Act[]): boolean =>
  at >= 0 &&
  IDLE.some(
    (rule) =>
      rule.types?.includes(act.type) !== false &&
      fired(
        rule,
        () => (TESTS.get(rule.name)?.(tree, at) ?? true) && (rule.shape?.({ act, tree, at, acts }) ?? true),
        "dropped",
        act.trigger,
        act.type,
      ),
  );
