import { readdirSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { readShared, sharedPath } from './shared.ts'

/** Part of a JSON Schema of draft 3, in which a property itself says that it is required. */
interface Draft3 {
  readonly id?: string
  readonly properties?: Readonly<Record<string, Draft3>>
  readonly items?: Draft3
  readonly required?: boolean
  readonly [keyword: string]: unknown
}

/** Validators of Popolo by the name of the type, and the properties that each knows. */
export interface PopoloSchemas {
  readonly validators: ReadonlyMap<string, ValidateFunction>
  readonly properties: ReadonlyMap<string, ReadonlySet<string>>
}

/** The schemas of the shared material for an ordinary validator; what they refer to by address is read from the same folder. */
export function popoloSchemas(): PopoloSchemas {
  const folder = sharedPath('standards/popolo/schemas')
  if (folder === null) throw new Error('The schemas are not there.')
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const names = readdirSync(folder).map((name) => name.replace('.json', ''))
  const found = names.map((name) => [name, readShared(`standards/popolo/schemas/${name}.json`) as Draft3] as const)
  for (const [, schema] of found) ajv.addSchema({ ...converted(schema), $id: addressOf(schema) })
  const validators = found.map(([name, schema]) => {
    const validate = ajv.getSchema(addressOf(schema))
    if (validate === undefined) throw new Error(`${name} was not registered.`)
    return [name, validate] as const
  })
  return {
    validators: new Map(validators),
    properties: new Map(found.map(([name, { properties = {} }]) => [name, new Set(Object.keys(properties))])),
  }
}

function addressOf({ id = '' }: Draft3): string {
  return id.replace(/#$/, '')
}

function converted({
  $schema: _draft,
  id: _id,
  required: _required,
  properties,
  items,
  ...rest
}: Draft3): Readonly<Record<string, unknown>> {
  const needed = Object.entries(properties ?? {}).filter(([, property]) => property.required === true)
  const { $ref } = rest
  return {
    ...rest,
    ...(typeof $ref === 'string' ? { $ref: $ref.replace(/#$/, '') } : {}),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, converted(property)])) }),
    ...(needed.length > 0 ? { required: needed.map(([name]) => name) } : {}),
    ...(items === undefined ? {} : { items: converted(items) }),
  }
}

/** What is wrong with an object: against its schema, and names that the schema does not know. */
export function popoloFaults({ validators, properties }: PopoloSchemas, type: string, object: object): readonly string[] {
  const validate = validators.get(type)
  if (validate === undefined) return [`no such type: ${type}`]
  const faults = validate(object) ? [] : (validate.errors ?? []).map((error) => `${type}${error.instancePath} ${error.message}`)
  const unknown = Object.keys(object).filter((name) => properties.get(type)?.has(name) !== true)
  return [...faults, ...unknown.map((name) => `${type} has an unknown property ${name}`)]
}
