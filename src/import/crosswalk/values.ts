/** The kind of a place or thing that was hit. */
export type TargetKind =
  | 'HOSPITAL'
  | 'SCHOOL'
  | 'MARKET'
  | 'HOME'
  | 'RELIGIOUS_SITE'
  | 'CONVOY'
  | 'MILITARY_BASE'
  | 'CHECKPOINT'
  | 'POLICE_STATION'
  | 'GOVERNMENT_BUILDING'
  | 'DIPLOMATIC_MISSION'
  | 'ENERGY'
  | 'WATER'
  | 'TRANSPORT'
  | 'COMMUNICATIONS'
  | 'MEDIA'
  | 'AID'
  | 'CAMP'
  | 'VEHICLE'
  | 'VESSEL'
  | 'AIRCRAFT'
  | 'CROWD'
  | 'OTHER';

/** The damage to a target. */
export type Damage = 'NONE' | 'MINOR' | 'SEVERE' | 'DESTROYED' | 'UNKNOWN';
