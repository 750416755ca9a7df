import type { WithEvidence } from '../article/evidence.ts';
import type { AffiliationDocument } from './actor-document.ts';

/** An affiliation of an actor, its id, and where its evidence is. */
export type AffiliationModel = AffiliationDocument & WithEvidence & { id: string };
