import { z } from 'zod'
import { termsSchema } from '#governance/rules/terms/terms.ts'
import type { Generator } from '../generate.ts'

/** Where the published JSON Schema of terms of reference lies, from the root of the repository. */
export const TERMS_SCHEMA = 'src/governance/reference/generated/terms.schema.json'

/** Writes the JSON Schema (2020-12) of the portable terms of reference. */
export const generator: Generator = {
  name: 'terms-schema',
  files: async () => new Map([[TERMS_SCHEMA, termsSchemaText()]]),
}

function termsSchemaText(): string {
  const { $schema, ...rest } = z.toJSONSchema(termsSchema, { target: 'draft-2020-12' })
  const about = {
    title: 'Terms of reference as rules',
    description: 'A body’s terms of reference in the portable form goldenthread-terms/1.',
  }
  return `${JSON.stringify({ $schema, ...about, ...rest }, null, 2)}\n`
}
