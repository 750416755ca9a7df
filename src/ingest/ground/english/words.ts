/** Words that do not distinguish what a name refers to. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'the a an and or of in on at to for from by with without near about as is are was were be been being has have had do does did ' +
    'that which who whom whose this these those it its he his him she her they their them we our us you your i my me not no nor ' +
    'but so if than then there here also into over under between among against across after before since during until while will ' +
    'would could should may might must can behind within s'
  ).split(' '),
);

/** Pronouns that refer to a person named before. */
export const personPronouns: ReadonlySet<string> = new Set('he his him himself she her hers herself'.split(' '));
export const otherPronouns: ReadonlySet<string> = new Set(
  'it its itself they their them themselves theirs we our ours ourselves us who whom whose which both all those these others another'.split(
    ' ',
  ),
);
/** Pronouns by which speakers refer to themselves. */
export const ownPronouns: ReadonlySet<string> = new Set('i my me mine myself we our ours us ourselves'.split(' '));

/** Verbs and nouns of speech. */
export const speechWords: ReadonlySet<string> = new Set([
  ...'say says said saying state states stated stating tell tells told telling announce announced announces announcing'.split(
    ' ',
  ),
  ...'add added adds adding claim claimed claims claiming deny denied denies denying warn warned warns warning'.split(
    ' ',
  ),
  ...'condemn condemned condemns condemning report reported reports reporting confirm confirmed confirms confirming'.split(
    ' ',
  ),
  ...'declare declared declares declaring note noted notes noting explain explained explains insist insisted insists'.split(
    ' ',
  ),
  ...'emphasize emphasized emphasizes emphasised stress stressed stresses stressing call called calls calling'.split(
    ' ',
  ),
  ...'urge urged urges urging demand demanded demands accuse accused accuses accusing blame blamed blames blaming'.split(
    ' ',
  ),
  ...'vow vowed vows vowing pledge pledged pledges threaten threatened threatens threatening promise promised promises'.split(
    ' ',
  ),
  ...'argue argued argues reply replied replies respond responded responds reiterate reiterated reiterates'.split(' '),
  ...'write wrote writes written tweet tweeted tweets post posted posts comment commented comments remark remarked'.split(
    ' ',
  ),
  ...'acknowledge acknowledged admit admitted admits allege alleged alleges assert asserted asserts suggest suggested'.split(
    ' ',
  ),
  ...'describe described describes recall recalled estimate estimated estimates reveal revealed appeal appealed'.split(
    ' ',
  ),
  ...'praise praised welcome welcomed reject rejected rejects dismiss dismissed express expressed voice voiced'.split(
    ' ',
  ),
  ...'dispute disputed disputes contend contended contends maintain maintained maintains conclude concluded'.split(' '),
  ...'according statement spokesman spokeswoman spokesperson attributed quoted testified testify'.split(' '),
]);

/** Nouns for events and times: `a` before one of them does not count a person. */
export const eventNouns: ReadonlySet<string> = new Set(
  (
    'attack attacks blast blasts explosion bombing strike strikes airstrike raid clash ambush operation mission battle assault incident ' +
    'shooting shootout firefight gunfight offensive crash bomb drone missile rocket mortar shell mine grenade suicide car truck roadside ' +
    'vehicle convoy patrol day week month year hour minute night weekend statement report result series number total string combined joint ' +
    'separate second third fresh new recent major heavy large deadly similar single direct remote'
  ).split(' '),
);
