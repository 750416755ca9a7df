import type { Entities } from '../query/entity.ts';
import type { ActorDocument } from './actor/actor-document.ts';
import { actorEntity } from './actor/actor-entity.ts';
import type { ArticleDocument } from './article/article-document.ts';
import { articleEntity, articleEntityWithoutText } from './article/article-entity.ts';
import type { IncidentDocument } from './incident/incident-document.ts';
import { incidentEntity } from './incident/incident-entity.ts';
import type { LocationDocument } from './location/location-document.ts';
import { locationEntity } from './location/location-entity.ts';
import type { StatementDocument } from './statement/statement-document.ts';
import { statementEntity } from './statement/statement-entity.ts';

/** The stored document of each type. */
export interface EntityDocuments {
  Incident: IncidentDocument;
  Actor: ActorDocument;
  Statement: StatementDocument;
  Location: LocationDocument;
  Article: ArticleDocument;
}

export const entities: Entities = {
  Incident: incidentEntity,
  Actor: actorEntity,
  Statement: statementEntity,
  Location: locationEntity,
  Article: articleEntity,
};

/** For clients without access to the texts of articles. */
export const entitiesWithoutText: Entities = { ...entities, Article: articleEntityWithoutText };
