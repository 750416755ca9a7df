/**
 * The version of the rules by which documents follow from articles and merges. Increment it whenever the same articles
 * give other documents: stores of earlier versions are then upgraded, and writers of earlier versions are refused.
 *
 * 1: before versions; stores do not state it. 2: stores state their version. 3: incidents have subtypes, an occurrence,
 * targets, further places, and casualties that statements assert or deny; statements have a hedge, addressees, a chain of
 * speech, a place and figures; `sameAs`. 4: incidents, actors, locations and articles have the keys of their names,
 * and index words have levels.
 */
export const rulesVersion = 4;
