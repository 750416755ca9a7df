import type { CasualtyKind, Method } from '../../../generated/schema.ts';

/**
 * For each method, the beginnings of folded words that mean it, with spaces between. A phrase joins its words with `+`;
 * they must occur in this order, with at most two other words between any two. `word.` matches only the whole word.
 */
const methods: Readonly<Record<Method, string>> = {
  IED: 'ied. ieds. vbied vbieds. svbied improvised+explosive roadside+bomb bomb explosive+device explosives blast explosion explod detonat booby mine',
  DRONE: 'drone uav uavs. unmanned quadcopter uas. shahed loitering kamikaze',
  AIR_STRIKE:
    'airstrike airstrikes airstrik air+strike air+raid aerial strike struck warplane jet. jets. bomb bombed bombing bombard sortie raid aircraft fighter+jet helicopter gunship plane planes. airpower precision+munition air+campaign air+attack air+operation air+support coalition+aircraft',
  ROCKET: 'rocket rpg rpgs. katyusha grad. mlrs himars projectile',
  MISSILE: 'missile ballistic hellfire tomahawk scud projectile rocket',
  SHELLING:
    'shell. shells. shelled shelling artillery mortar howitzer bombard barrage cannon tank.+fire tanks. indirect+fire',
  GRENADE: 'grenade',
  LANDMINE: 'landmine mine. mines. minefield mining anti-personnel antipersonnel anti-tank booby',
  EXPLOSIVE:
    'explosive explosion explod blast bomb detonat ied. ieds. dynamite grenade mine. mines. munition ordnance blew blown tnt. booby',
  SUICIDE_BOMB:
    'suicide blew+himself blew+herself blew+themselves explosive+vest explosive+belt bomb+vest self-detonat martyrdom kamikaze',
  VEHICLE_BOMB:
    'vbied vbieds. svbied car+bomb truck+bomb vehicle+bomb van+bomb bomb+car bomb+truck bomb+vehicle explosive+vehicle',
  RPG: 'rpg rpgs. rocket-propelled rocket+propelled bazooka grenade+launcher',
  TEAR_GAS: 'tear+gas teargas cs+gas',
  SMALL_ARMS:
    'gun. guns. firearm gunfire gunned gunman gunmen gunshot gunfight gunbattle small-arms small+arms shoot shot. shots. shooting fire. fired firing firefight fire-fight rifle ak. kalashnikov sniper bullet machine+gun pistol crossfire armed ambush clash fighting automatic+weapon exchange+fire returned+fire',
  ARSON: 'arson fire. fires. burn torch ablaze incendiar molotov petrol+bomb set+fire flame firebomb',
  ABDUCTION:
    'abduct kidnap hostage seized seize. seizing snatched captur captiv taken took missing disappear ransom detain',
  CHEMICAL: 'chemical tear+gas teargas chlorine sarin mustard nerve+agent toxic poison gas. novichok',
  CYBER: 'cyber hack malware ransomware ddos. phishing computer online website virus spyware',
  MELEE:
    'knife knives stab machete axe. axes. sword behead hack beat beaten beating stick. sticks. club clubbed stone hammer blade slash throat lynch decapitat baton',
  VEHICLE:
    'ram. ramm rammed drove driven driving drive plough plow vehicle car. cars. truck van. lorry hit+run ran+over run+over',
  OTHER: '',
  UNKNOWN: '',
};

const casualtyKinds: Readonly<Record<CasualtyKind, string>> = {
  KILLED:
    'kill dead deadl death died die. dies. dying fatal slain slay lives. life. lost+li murder massacre execut assassinat martyr perish body. bodies. corpse casualt toll behead succumb eliminat shot+dead gunned+down beheaded lethal buried funeral victim drowned hanged neutrali',
  INJURED: 'injur wound hurt maim casualt hospital burn bleed treated critical trauma concussion victim shrapnel scar',
  CAPTURED:
    'captur arrest detain captive seiz prison custody hostage taken took abduct kidnap held. holding hold. arrest nabbed apprehend surrender',
  ARRESTED: 'arrest detain custody held. apprehend nabbed jail imprison rounded+up',
  RELEASED: 'releas free. freed freeing liberat let+go handed+over swap exchang',
  MISSING: 'missing disappear unaccounted vanish lost+contact trapped whereabouts abduct kidnap search',
  DISPLACED:
    'displac fled flee refugee evacuat uproot homeless left+home forced+leave forced+home exodus idp idps. escap',
};

/** The folded words of a text, in order. */
type Words = readonly string[];

/** Finds the methods, or the kinds of casualties, that the words of a text may mean. */
export interface Lexicon<T extends string> {
  /** Returns whether a word may begin a word or phrase with a meaning. */
  mayBegin(word: string): boolean;
  /** Returns the meanings of the word at `at`, alone or with the words after it; none for most words. */
  meaningsAt(words: Words, at: number): readonly T[];
}

export const methodWords = lexiconOf(methods);
export const casualtyWords = lexiconOf(casualtyKinds);

interface Pattern<T> {
  parts: readonly string[];
  meaning: T;
}

/** The maximum number of other words between two words of a phrase. */
const maxBetween = 2;

function lexiconOf<T extends string>(lists: Readonly<Record<T, string>>): Lexicon<T> {
  const byStart = new Map<string, Pattern<T>[]>();
  for (const [meaning, list] of Object.entries(lists) as [T, string][]) {
    for (const written of list.split(' ').filter((each) => each !== '')) {
      const parts = written.split('+').map((part) => part.replaceAll('-', ''));
      const start = keyOf(parts[0] ?? '');
      byStart.set(start, [...(byStart.get(start) ?? []), { parts, meaning }]);
    }
  }
  const cached = new Map<string, readonly Pattern<T>[]>();

  /**
   * Returns the patterns whose first part matches the word. Cached, because the same few thousand words make up most of
   * a text.
   */
  function patternsOf(word: string): readonly Pattern<T>[] {
    let found = cached.get(word);
    if (!found) {
      found = (byStart.get(keyOf(word)) ?? []).filter(({ parts }) => isPart(word, parts[0] ?? ''));
      if (cached.size > 20_000) cached.clear();
      cached.set(word, found);
    }
    return found;
  }

  return {
    mayBegin: (word) => patternsOf(word).length > 0,
    meaningsAt(words, at) {
      const patterns = patternsOf(words[at] ?? '');
      if (patterns.length === 0) return [];
      return patterns.filter(({ parts }) => continues(words, at + 1, parts.slice(1))).map(({ meaning }) => meaning);
    },
  };
}

function continues(words: Words, from: number, parts: readonly string[]): boolean {
  let at = from;
  for (const part of parts) {
    const limit = at + maxBetween;
    while (at <= limit && !isPart(words[at] ?? '', part)) at++;
    if (at > limit) return false;
    at++;
  }
  return true;
}

function isPart(word: string, part: string): boolean {
  return part.endsWith('.') ? word === part.slice(0, -1) : word.startsWith(part);
}

/** Returns the first two letters, by which patterns are found. All patterns have at least two. */
function keyOf(word: string): string {
  return word.slice(0, 2);
}
