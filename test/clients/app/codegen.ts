import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        strictScalars: true,
        scalars: {
          Date: 'string',
          DateTime: 'string',
          NonNegativeInt: 'number',
          CountryCode: 'string',
          Latitude: 'number',
          Longitude: 'number',
          URL: 'string',
          JSON: 'unknown',
          ArticleInput: 'object',
        },
      },
    },
  },
};

export default config;
