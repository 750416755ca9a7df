import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  config: { sort: false },
  generates: {
    'src/generated/schema.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumType: 'const',
        enumsAsConst: true,
        namingConvention: { enumValues: 'keep', typeNames: 'keep' },
        contextType: '../context.ts#GraphContext',
        scalars: {
          ID: { input: 'string', output: 'string' },
          Date: 'string',
          NonNegativeInt: 'number',
          CountryCode: 'string',
          ArticleInput: '../json-text.ts#JsonText',
        },
        mappers: {
          Incident: '../incident/incident-document.ts#IncidentDocument',
          Actor: '../actor/actor-document.ts#ActorDocument',
          Statement: '../statement/statement-document.ts#StatementDocument',
          Location: '../location/location-document.ts#LocationDocument',
          Article: '../article/article-document.ts#ArticleDocument',
          Participant: '../incident/incident-parts.ts#ParticipantModel',
          Casualty: '../incident/incident-parts.ts#CasualtyModel',
          Weapon: '../incident/incident-parts.ts#WeaponModel',
          IncidentLink: '../incident/incident-parts.ts#IncidentLinkModel',
          IncidentReport: '../incident/report-loader.ts#ReportModel',
          Responsibility: '../incident/responsibility-loader.ts#ResponsibilityModel',
          ResponsibilityEntry: '../incident/responsibility-loader.ts#ResponsibilityEntryModel',
          Affiliation: '../actor/actor-resolvers.ts#AffiliationModel',
          StatementLink: '../statement/statement-document.ts#StatementLinkDocument',
          IncidentGroup: '../graph/summary/groups.ts#GroupModel',
          ActorGroup: '../graph/summary/groups.ts#GroupModel',
          StatementGroup: '../graph/summary/groups.ts#GroupModel',
          LocationGroup: '../graph/summary/groups.ts#GroupModel',
          ArticleGroup: '../graph/summary/groups.ts#GroupModel',
          TimelineBucket: '../graph/summary/timeline.ts#BucketModel',
          SearchConnection: '../graph/search.ts#SearchModel',
          SearchEdge: '../graph/search.ts#SearchEdgeModel',
          Evidence: '../article/evidence-loader.ts#EvidenceModel',
          IngestResult: '../mutation/ingest-result.ts#IngestResultModel',
          IncidentConnection: '../graph/connection.ts#Connection<ResolversParentTypes["Incident"]>',
          ActorConnection: '../graph/connection.ts#Connection<ResolversParentTypes["Actor"]>',
          StatementConnection: '../graph/connection.ts#Connection<ResolversParentTypes["Statement"]>',
          LocationConnection: '../graph/connection.ts#Connection<ResolversParentTypes["Location"]>',
          ArticleConnection: '../graph/connection.ts#Connection<ResolversParentTypes["Article"]>',
        },
      },
    },
  },
};

export default config;
