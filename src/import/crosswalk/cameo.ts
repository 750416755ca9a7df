import type { Crosswalk } from './entry.ts';

/**
 * CAMEO's root codes, as used by GDELT, ICEWS and Phoenix. A root code is a statement or an incident; where its
 * sub-codes are of both kinds or of several types, it has the type of most of them.
 */
export const cameoRoots = {
  '01': {
    name: 'Make public statement',
    statementType: 'COMMENT',
    lost: 'Claims of responsibility (015) are `CLAIM_OF_RESPONSIBILITY`, denials (016) `DENIAL_OF_RESPONSIBILITY`, empathetic comments (018) `SYMPATHY`.',
  },
  '02': { name: 'Appeal', statementType: 'APPEAL' },
  '03': {
    name: 'Express intent to cooperate',
    statementType: 'PLEDGE',
    lost: 'What is promised: talks, aid, concessions.',
  },
  '04': {
    name: 'Consult',
    type: 'STRATEGIC_DEVELOPMENT',
    subtype: 'NEGOTIATION',
    lost: 'Visits and telephone calls without negotiations share the code.',
  },
  '05': {
    name: 'Engage in diplomatic cooperation',
    type: 'STRATEGIC_DEVELOPMENT',
    subtype: 'AGREEMENT',
    lost: 'Praise, recognition and apologies (051 to 056) are no agreements.',
  },
  '06': {
    name: 'Engage in material cooperation',
    type: 'STRATEGIC_DEVELOPMENT',
    lost: 'There is no subtype for cooperation in trade, arms or intelligence.',
  },
  '07': {
    name: 'Provide aid',
    type: 'STRATEGIC_DEVELOPMENT',
    subtype: 'AID',
    lost: 'Economic and military aid share the code with humanitarian aid.',
  },
  '08': {
    name: 'Yield',
    type: 'STRATEGIC_DEVELOPMENT',
    lost: 'The sub-codes decide: 0841 is `RELEASE`, 0871 is `CEASEFIRE`, 0874 is `WITHDRAWAL`.',
  },
  '09': { name: 'Investigate', type: 'STRATEGIC_DEVELOPMENT', lost: 'There is no subtype for investigations.' },
  '10': { name: 'Demand', statementType: 'DEMAND' },
  '11': {
    name: 'Disapprove',
    statementType: 'CONDEMNATION',
    lost: 'Accusations (112) are `ACCUSATION`. Lawsuits (115) and verdicts (116) are incidents, `TRIAL`.',
  },
  '12': {
    name: 'Reject',
    statementType: 'COMMENT',
    lost: 'There is no type for refusals. Vetoes (129) and defiance of norms (128) are deeds.',
  },
  '13': {
    name: 'Threaten',
    statementType: 'THREAT',
    lost: 'The threat of a deed may also be an incident with the outcome `THREATENED`.',
  },
  '14': {
    name: 'Protest',
    type: 'PROTEST',
    lost: 'Violent protest (145) is `RIOT`. Strikes, boycotts and hunger strikes share the code.',
  },
  '15': {
    name: 'Exhibit force posture',
    type: 'STRATEGIC_DEVELOPMENT',
    subtype: 'DEPLOYMENT',
    lost: 'Raised alert and mobilization share the code.',
  },
  '16': {
    name: 'Reduce relations',
    type: 'STRATEGIC_DEVELOPMENT',
    lost: 'Embargoes and sanctions (163) are `SANCTION`. Broken relations and halted talks have no subtype.',
  },
  '17': {
    name: 'Coerce',
    type: 'STRATEGIC_DEVELOPMENT',
    lost: 'Arrests (173) are `ARREST`, seized and destroyed property (171) is `LOOTING`. Violent repression (175) is `VIOLENCE_AGAINST_CIVILIANS`.',
  },
  '18': {
    name: 'Assault',
    type: 'VIOLENCE_AGAINST_CIVILIANS',
    lost: 'The victims may be armed. Bombings (183) are `EXPLOSION_REMOTE_VIOLENCE`. Abductions (181) are `ABDUCTION`, sexual assaults (1821) `SEXUAL_VIOLENCE`.',
  },
  '19': {
    name: 'Fight',
    type: 'BATTLE',
    lost: 'Artillery and tanks (194) and aerial weapons (195) are `EXPLOSION_REMOTE_VIOLENCE`. Blockades (191) are no fights.',
  },
  '20': {
    name: 'Use unconventional mass violence',
    type: 'VIOLENCE_AGAINST_CIVILIANS',
    lost: 'Mass expulsions (201) are `FORCED_DISPLACEMENT`. Weapons of mass destruction (204) are `EXPLOSION_REMOTE_VIOLENCE`.',
  },
} as const satisfies Crosswalk;
