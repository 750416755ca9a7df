/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The kind of incident. */
export const IncidentType = {
  /** Fighting between armed groups. */
  BATTLE: 'BATTLE',
  /** An attack with explosives, drones, rockets or other remote weapons. */
  EXPLOSION_REMOTE_VIOLENCE: 'EXPLOSION_REMOTE_VIOLENCE',
  /** An attack on civilians. */
  VIOLENCE_AGAINST_CIVILIANS: 'VIOLENCE_AGAINST_CIVILIANS',
  /** A peaceful demonstration. */
  PROTEST: 'PROTEST',
  /** A violent demonstration or mob violence. */
  RIOT: 'RIOT',
  /** An important development that is not itself violent, such as an arrest or an agreement. */
  STRATEGIC_DEVELOPMENT: 'STRATEGIC_DEVELOPMENT',
  /** Another or unknown kind of incident. */
  OTHER: 'OTHER'
} as const;

export type IncidentType = typeof IncidentType[keyof typeof IncidentType];
/** The kind of actor. */
export const ActorKind = {
  /** One person. */
  PERSON: 'PERSON',
  /** A state. */
  STATE: 'STATE',
  /** A government or a part of one. */
  GOVERNMENT: 'GOVERNMENT',
  /** Armed forces or a part of them. */
  MILITARY: 'MILITARY',
  /** A police force. */
  POLICE: 'POLICE',
  /** An armed group that is not part of a state. */
  ARMED_GROUP: 'ARMED_GROUP',
  /** Several states or groups that act together. */
  COALITION: 'COALITION',
  /** Another organization. */
  ORGANIZATION: 'ORGANIZATION',
  /** A political party. */
  POLITICAL_PARTY: 'POLITICAL_PARTY',
  /** A news outlet. */
  MEDIA: 'MEDIA',
  /** A loose set of people or groups named together. */
  COLLECTIVE: 'COLLECTIVE',
  /** An actor that has not been identified. */
  UNIDENTIFIED: 'UNIDENTIFIED'
} as const;

export type ActorKind = typeof ActorKind[keyof typeof ActorKind];
/** The kind of place. */
export const LocationKind = {
  /** A region of several countries, or one without borders of its own. */
  REGION: 'REGION',
  /** A country. */
  COUNTRY: 'COUNTRY',
  /** A province, governorate or state. */
  ADMIN1: 'ADMIN1',
  /** A district or county. */
  ADMIN2: 'ADMIN2',
  /** A city. */
  CITY: 'CITY',
  /** A town or village. */
  SETTLEMENT: 'SETTLEMENT',
  /** A part of a city. */
  NEIGHBOURHOOD: 'NEIGHBOURHOOD',
  /** A military base. */
  MILITARY_BASE: 'MILITARY_BASE',
  /** A dam, bridge, airport, pipeline or similar. */
  INFRASTRUCTURE: 'INFRASTRUCTURE',
  /** A well-known building or site. */
  LANDMARK: 'LANDMARK',
  /** A sea, river or lake. */
  WATER: 'WATER',
  /** An area along a border. */
  BORDER_AREA: 'BORDER_AREA',
  /** Another or unknown kind of place. */
  OTHER: 'OTHER'
} as const;

export type LocationKind = typeof LocationKind[keyof typeof LocationKind];
/** The types that can be searched and changed. */
export const SearchType = {
  /** Incidents. */
  INCIDENT: 'INCIDENT',
  /** Actors. */
  ACTOR: 'ACTOR',
  /** Statements. */
  STATEMENT: 'STATEMENT',
  /** Locations. */
  LOCATION: 'LOCATION',
  /** Articles. */
  ARTICLE: 'ARTICLE'
} as const;

export type SearchType = typeof SearchType[keyof typeof SearchType];
export type CheckArticleQueryVariables = Exact<{
  article: object;
}>;


export type CheckArticleQuery = { checkArticle: { accepted: boolean, skipped: string | null, refusals: Array<{ pointer: string, expected: string, found: string, hint: string | null }>, warnings: Array<{ pointer: string, code: string, message: string, start: number | null, end: number | null }>, changes: Array<{ type: SearchType, created: number, updated: number, removed: number }> } };

export type DraftArticleQueryVariables = Exact<{
  text: string;
  published: string;
  language?: string | null | undefined;
}>;


export type DraftArticleQuery = { draftArticle: { article: unknown, toCheck: Array<{ pointer: string, reason: string }> } };

export type PublishMutationVariables = Exact<{
  article: object;
  replaces: number;
}>;


export type PublishMutation = { ingestArticle: { accepted: boolean, skipped: string | null, refusals: Array<{ pointer: string, expected: string, found: string, hint: string | null }>, changes: Array<{ type: SearchType, created: number, updated: number, removed: number }> } };

export type StoredArticleQueryVariables = Exact<{
  id: string | number;
}>;


export type StoredArticleQuery = { article: { id: string, title: string, version: number, json: unknown } | null };

export type SuggestNamesQueryVariables = Exact<{
  text: string;
  types?: Array<SearchType> | SearchType | null | undefined;
  first: number;
}>;


export type SuggestNamesQuery = { suggest: Array<{ label: string, matched: string, node:
      | { __typename: 'Incident', title: string, type: IncidentType, id: string, date: { edtf: string } | null, location: { name: string } | null }
      | { __typename: 'Actor', name: string, country: string | null, id: string, actorKind: ActorKind }
      | { __typename: 'Statement', id: string }
      | { __typename: 'Location', name: string, country: string | null, id: string, locationKind: LocationKind, point: { latitude: number, longitude: number } | null, partOf: { name: string } | null }
      | { __typename: 'Article', title: string, publisher: string | null, published: string, version: number, id: string }
     }> | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const CheckArticleDocument = new TypedDocumentString(`
    query CheckArticle($article: ArticleInput!) {
  checkArticle(article: $article) {
    accepted
    skipped
    refusals {
      pointer
      expected
      found
      hint
    }
    warnings {
      pointer
      code
      message
      start
      end
    }
    changes {
      type
      created
      updated
      removed
    }
  }
}
    `) as unknown as TypedDocumentString<CheckArticleQuery, CheckArticleQueryVariables>;
export const DraftArticleDocument = new TypedDocumentString(`
    query DraftArticle($text: String!, $published: String!, $language: String) {
  draftArticle(text: $text, published: $published, language: $language) {
    article
    toCheck {
      pointer
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<DraftArticleQuery, DraftArticleQueryVariables>;
export const PublishDocument = new TypedDocumentString(`
    mutation Publish($article: ArticleInput!, $replaces: NonNegativeInt!) {
  ingestArticle(article: $article, replaces: $replaces) {
    accepted
    skipped
    refusals {
      pointer
      expected
      found
      hint
    }
    changes {
      type
      created
      updated
      removed
    }
  }
}
    `) as unknown as TypedDocumentString<PublishMutation, PublishMutationVariables>;
export const StoredArticleDocument = new TypedDocumentString(`
    query StoredArticle($id: ID!) {
  article(id: $id) {
    id
    title
    version
    json
  }
}
    `) as unknown as TypedDocumentString<StoredArticleQuery, StoredArticleQueryVariables>;
export const SuggestNamesDocument = new TypedDocumentString(`
    query SuggestNames($text: String!, $types: [SearchType!], $first: Int!) {
  suggest(text: $text, types: $types, first: $first) {
    label
    matched
    node {
      __typename
      id
      ... on Actor {
        name
        actorKind: kind
        country
      }
      ... on Location {
        name
        locationKind: kind
        country
        point {
          latitude
          longitude
        }
        partOf {
          name
        }
      }
      ... on Incident {
        title
        type
        date {
          edtf
        }
        location {
          name
        }
      }
      ... on Article {
        title
        publisher
        published
        version
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestNamesQuery, SuggestNamesQueryVariables>;