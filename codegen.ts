import { readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { globSync } from 'tinyglobby';
import { nodeTypes } from './src/query/node-id.ts';

const names = {
  useTypeImports: true,
  enumType: 'const',
  enumsAsConst: true,
  namingConvention: { enumValues: 'keep', typeNames: 'keep' },
} as const;

const scalars = {
  ID: { input: 'string', output: 'string' },
  Date: 'string',
  DateTime: 'string',
  NonNegativeInt: 'number',
  CountryCode: 'string',
  URL: 'string',
  Latitude: 'number',
  Longitude: 'number',
  JSON: 'unknown',
  ArticleInput: '../api/raw-json.ts#RawJson',
};

/** The scalars as docs/front-end.md maps them. */
const clientScalars = {
  Date: 'string',
  DateTime: 'string',
  NonNegativeInt: 'number',
  CountryCode: 'string',
  Latitude: 'number',
  Longitude: 'number',
  URL: 'string',
  JSON: 'unknown',
  ArticleInput: 'object',
};

const config: CodegenConfig = {
  schema: 'schema.graphql',
  config: { sort: false },
  generates: {
    'src/generated/schema.ts': {
      plugins: ['typescript'],
      config: { ...names, scalars },
    },
    // Apart from the types of the schema: documents are made of those, and resolvers of documents.
    'src/generated/resolvers.ts': {
      plugins: [{ add: { content: "import type * as Types from './schema.ts';" } }, 'typescript-resolvers'],
      config: {
        ...names,
        scalars,
        namespacedImportName: 'Types',
        contextType: '../entities/context.ts#GraphContext',
        mappers: {
          ...mappersOfTypes(),
          IncidentPlace: '../entities/incident/incident-parts.ts#IncidentPlaceModel',
          Target: '../entities/incident/incident-parts.ts#TargetModel',
          Participant: '../entities/incident/incident-parts.ts#ParticipantModel',
          Casualty: '../entities/incident/incident-parts.ts#CasualtyModel',
          Weapon: '../entities/incident/incident-parts.ts#WeaponModel',
          IncidentLink: '../entities/incident/incident-parts.ts#IncidentLinkModel',
          IncidentReport: '../entities/incident/report-loader.ts#ReportModel',
          Responsibility: '../entities/incident/responsibility-loader.ts#ResponsibilityModel',
          ResponsibilityEntry: '../entities/incident/responsibility-loader.ts#ResponsibilityEntryModel',
          Affiliation: '../entities/actor/affiliation-model.ts#AffiliationModel',
          StatementLink: '../entities/statement/statement-links.ts#StatementLinkModel',
          Figure: '../entities/statement/figures.ts#FigureModel',
          TimelineBucket: '../query/aggregation/timeline.ts#BucketModel',
          Cell: '../query/aggregation/cells.ts#CellModel',
          SearchConnection: '../query/search.ts#SearchModel',
          SearchEdge: '../query/search.ts#SearchEdgeModel',
          Suggestion: '../query/suggest.ts#SuggestionModel',
          Evidence: '../entities/article/evidence-loader.ts#EvidenceModel',
          IngestResult: '../api/ingest-result.ts#IngestResultModel',
          ...mappersOfEvents(),
          ChangeConnection: '../query/change-list.ts#ChangePage',
          ChangeEdge: '../query/change-list.ts#ChangeEdgeModel',
          Change: '../store/changes.ts#ChangeLine',
          ChangeCause: '../store/changes.ts#ChangeCause',
        },
      },
    },
  },
};

/** The types of the documents of the pages. */
for (const page of ['explorer', 'desk']) {
  config.generates[`web/${page}/generated/`] = {
    // As one text: the order in which files are read differs from run to run.
    documents: globSync(`web/${page}/**/*.graphql`)
      .sort()
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n'),
    preset: 'client',
    presetConfig: { fragmentMasking: false },
    config: {
      documentMode: 'string',
      useTypeImports: true,
      strictScalars: true,
      enumType: 'const',
      namingConvention: { enumValues: 'keep', typeNames: 'keep' },
      scalars: clientScalars,
    },
  };
}

function mappersOfEvents(): Record<string, string> {
  return Object.fromEntries(
    nodeTypes.flatMap((type) => [
      [`${type}Events`, '../entities/change/events-model.ts#EventsModel'],
      [`${type}Event`, '../entities/change/events-model.ts#EventModel'],
    ]),
  );
}

function mappersOfTypes(): Record<string, string> {
  return Object.fromEntries(
    nodeTypes.flatMap((type) => {
      const name = type.toLowerCase();
      return [
        [type, `../entities/${name}/${name}-document.ts#${type}Document`],
        [`${type}Group`, '../query/aggregation/groups.ts#GroupModel'],
        [`${type}Connection`, `../query/connection.ts#Connection<ResolversParentTypes["${type}"]>`],
      ];
    }),
  );
}

export default config;
