import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { readShared } from './shared.ts'

const isRaw = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** The faults of a release against a schema of the standard; none: it is valid. */
function validator(path: string): (release: unknown) => readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false })
  addFormats.default(ajv)
  const { $schema, id, ...schema } = readShared(path) as Record<string, unknown>
  // Draft-04 said with two words what later drafts say with one.
  const later = JSON.parse(JSON.stringify(schema), (_, value: unknown) =>
    isRaw(value) && value.exclusiveMinimum === true ? { ...value, exclusiveMinimum: value.minimum } : value,
  ) as Record<string, unknown>
  const isValid = ajv.compile(later)
  return (release) => (isValid(release) ? [] : (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`))
}

/** The tagged schema of OCDS 1.1.5, and the same with the EU profile and the UK extension. Needs the shared material. */
export const ocdsSchemas = (): readonly ((release: unknown) => readonly string[])[] =>
  ['1.1.5/release-schema.json', 'uk-patched/release-schema-uk-patched.json'].map((one) => validator(`standards/ocds/${one}`))
