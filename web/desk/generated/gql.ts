/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query CheckArticle($article: ArticleInput!) {\n  checkArticle(article: $article) {\n    accepted\n    skipped\n    refusals {\n      pointer\n      expected\n      found\n      hint\n    }\n    warnings {\n      pointer\n      code\n      message\n      start\n      end\n    }\n    changes {\n      type\n      created\n      updated\n      removed\n    }\n  }\n}\n\nquery DraftArticle($text: String!, $published: String!, $language: String) {\n  draftArticle(text: $text, published: $published, language: $language) {\n    article\n    toCheck {\n      pointer\n      reason\n    }\n  }\n}\n\nmutation Publish($article: ArticleInput!) {\n  ingestArticle(article: $article) {\n    accepted\n    skipped\n    refusals {\n      pointer\n      expected\n      found\n      hint\n    }\n    changes {\n      type\n      created\n      updated\n      removed\n    }\n  }\n}\n\nquery StoredArticle($id: ID!) {\n  article(id: $id) {\n    id\n    title\n    version\n    json\n  }\n}\n\nquery SuggestNames($text: String!, $types: [SearchType!], $first: Int!) {\n  suggest(text: $text, types: $types, first: $first) {\n    label\n    matched\n    node {\n      __typename\n      id\n      ... on Actor {\n        name\n        actorKind: kind\n        country\n      }\n      ... on Location {\n        name\n        locationKind: kind\n        country\n        point {\n          latitude\n          longitude\n        }\n        partOf {\n          name\n        }\n      }\n      ... on Incident {\n        title\n        type\n        date {\n          edtf\n        }\n        location {\n          name\n        }\n      }\n      ... on Article {\n        title\n        publisher\n        published\n        version\n      }\n    }\n  }\n}": typeof types.CheckArticleDocument,
};
const documents: Documents = {
    "query CheckArticle($article: ArticleInput!) {\n  checkArticle(article: $article) {\n    accepted\n    skipped\n    refusals {\n      pointer\n      expected\n      found\n      hint\n    }\n    warnings {\n      pointer\n      code\n      message\n      start\n      end\n    }\n    changes {\n      type\n      created\n      updated\n      removed\n    }\n  }\n}\n\nquery DraftArticle($text: String!, $published: String!, $language: String) {\n  draftArticle(text: $text, published: $published, language: $language) {\n    article\n    toCheck {\n      pointer\n      reason\n    }\n  }\n}\n\nmutation Publish($article: ArticleInput!) {\n  ingestArticle(article: $article) {\n    accepted\n    skipped\n    refusals {\n      pointer\n      expected\n      found\n      hint\n    }\n    changes {\n      type\n      created\n      updated\n      removed\n    }\n  }\n}\n\nquery StoredArticle($id: ID!) {\n  article(id: $id) {\n    id\n    title\n    version\n    json\n  }\n}\n\nquery SuggestNames($text: String!, $types: [SearchType!], $first: Int!) {\n  suggest(text: $text, types: $types, first: $first) {\n    label\n    matched\n    node {\n      __typename\n      id\n      ... on Actor {\n        name\n        actorKind: kind\n        country\n      }\n      ... on Location {\n        name\n        locationKind: kind\n        country\n        point {\n          latitude\n          longitude\n        }\n        partOf {\n          name\n        }\n      }\n      ... on Incident {\n        title\n        type\n        date {\n          edtf\n        }\n        location {\n          name\n        }\n      }\n      ... on Article {\n        title\n        publisher\n        published\n        version\n      }\n    }\n  }\n}": types.CheckArticleDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CheckArticle($article: ArticleInput!) {\n  checkArticle(article: $article) {\n    accepted\n    skipped\n    refusals {\n      pointer\n      expected\n      found\n      hint\n    }\n    warnings {\n      pointer\n      code\n      message\n      start\n      end\n    }\n    changes {\n      type\n      created\n      updated\n      removed\n    }\n  }\n}\n\nquery DraftArticle($text: String!, $published: String!, $language: String) {\n  draftArticle(text: $text, published: $published, language: $language) {\n    article\n    toCheck {\n      pointer\n      reason\n    }\n  }\n}\n\nmutation Publish($article: ArticleInput!) {\n  ingestArticle(article: $article) {\n    accepted\n    skipped\n    refusals {\n      pointer\n      expected\n      found\n      hint\n    }\n    changes {\n      type\n      created\n      updated\n      removed\n    }\n  }\n}\n\nquery StoredArticle($id: ID!) {\n  article(id: $id) {\n    id\n    title\n    version\n    json\n  }\n}\n\nquery SuggestNames($text: String!, $types: [SearchType!], $first: Int!) {\n  suggest(text: $text, types: $types, first: $first) {\n    label\n    matched\n    node {\n      __typename\n      id\n      ... on Actor {\n        name\n        actorKind: kind\n        country\n      }\n      ... on Location {\n        name\n        locationKind: kind\n        country\n        point {\n          latitude\n          longitude\n        }\n        partOf {\n          name\n        }\n      }\n      ... on Incident {\n        title\n        type\n        date {\n          edtf\n        }\n        location {\n          name\n        }\n      }\n      ... on Article {\n        title\n        publisher\n        published\n        version\n      }\n    }\n  }\n}"): typeof import('./graphql').CheckArticleDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
