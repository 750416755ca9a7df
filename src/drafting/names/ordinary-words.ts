const months =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec';
const dayNames = 'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun';
/** Words of the calendar, which have a capital and name neither an actor nor a place. */
export const calendar: ReadonlySet<string> = new Set(`${months} ${dayNames} ramadan eid christmas easter`.split(' '));

/** Words that begin sentences and headings with a capital and name nothing. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'also although amid among anyone around asked because before both but despite during each earlier early even every everyone ' +
    'few finally first five former four further good great here how however i if initial intelligence just last late later left many ' +
    'meanwhile more most moreover much multiple my near nearly never new next no nobody none not nothing now often ok on once one only other ' +
    'others our over people perhaps please previously read recent recently reports right second security separately several shortly ' +
    'similarly since six so some someone soon still such ten then there therefore these they third this those three thus today ' +
    'tomorrow tonight two under unfortunately unlike until video videos watch we well what when where whether which while who why with ' +
    'without witnesses yes yesterday yet you your authorities officials police troops soldiers insurgents residents militants civilians ' +
    'women men children victims gunmen rebels eyewitnesses experts analysts investigators prosecutors doctors medics rescuers ' +
    'photo image file background operation operations attack attacks bombing bombings blast explosion suicide airstrike airstrikes ' +
    'strike strikes casualties update summary question answer according additionally afterwards again all another any approximately at ' +
    'based be being breaking by can coalition combined could did do does due eight fighting following for from god government had has ' +
    'have having he her him his hundreds in including instead is it its joint killed large let like local military mr of off out ' +
    'president seven she should statement terrorists that the their thousands to too up us very was were will would years nine dozens scores'
  ).split(' '),
);
