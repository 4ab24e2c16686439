import { readdirSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { readShared, sharedPath } from './shared.ts'

/** A schema of OParl 1.1 as its file holds it: a dialect with keywords of its own. */
interface DialectSchema {
  readonly required?: readonly string[]
  readonly properties: Readonly<Record<string, DialectProperty>>
}
interface DialectProperty {
  readonly type?: string
  readonly schema?: string
  readonly references?: string
  readonly items?: DialectProperty
}

/** Validators of the twelve objects by type, and the names of the properties that each knows. */
export interface OparlSchemas {
  readonly validators: ReadonlyMap<string, ValidateFunction>
  readonly properties: ReadonlyMap<string, ReadonlySet<string>>
}

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/

/**
 * The schemas of the shared material, converted for an ordinary validator: what a property calls `schema` becomes a reference, addresses of
 * external lists lose their `items`, and formats and patterns mean what the specification says.
 */
export function oparlSchemas(): OparlSchemas {
  const folder = sharedPath('standards/oparl/schema')
  if (folder === null) throw new Error('The schemas are not there.')
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  ajv.addFormat('url', /^https?:\/\/\S+$/)
  ajv.addFormat('date-time', dateTime)
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/)
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const properties = new Map<string, ReadonlySet<string>>()
  for (const name of names) {
    const { title: _title, ...schema } = readShared(`standards/oparl/schema/${name}`) as DialectSchema & { readonly title: unknown }
    properties.set(name.replace('.json', ''), new Set(Object.keys(schema.properties)))
    const converted = Object.entries(schema.properties).map(([key, property]) => [key, convert(property)])
    ajv.addSchema({ ...schema, properties: Object.fromEntries(converted) }, name)
  }
  const validators = names.map((name): [string, ValidateFunction] => {
    const validator = ajv.getSchema(name)
    if (validator === undefined) throw new Error(`${name} was not registered.`)
    return [name.replace('.json', ''), validator]
  })
  return { validators: new Map(validators), properties }
}

function convert(property: DialectProperty): unknown {
  if (property.type === 'object' && property.schema !== undefined && property.references !== 'externalList')
    return { $ref: property.schema }
  if (property.type === 'string') {
    const { items: _items, ...rest } = property
    return rest
  }
  return property.items === undefined ? property : { ...property, items: convert(property.items) }
}

/** What is wrong with an object, objects inside it included: against its schema, and names that are neither known nor have a colon. */
export function oparlFaults({ validators, properties }: OparlSchemas, object: unknown): readonly string[] {
  if (typeof object !== 'object' || object === null) return ['no object']
  const whole = object as Readonly<Record<string, unknown>>
  const type = String(whole.type).split('/').at(-1) ?? ''
  const validate = validators.get(type)
  if (validate === undefined) return [`no such type: ${String(whole.type)}`]
  const faults = validate(object) ? [] : (validate.errors ?? []).map((error) => `${type}${error.instancePath} ${error.message}`)
  const unknown = Object.keys(whole).filter((name) => !name.includes(':') && properties.get(type)?.has(name) !== true)
  const inside = Object.values(whole)
    .flat()
    .filter((value) => typeof value === 'object' && value !== null && 'type' in value && 'id' in value)
  return [
    ...faults,
    ...unknown.map((name) => `${type} has an unknown property ${name}`),
    ...inside.flatMap((one) => oparlFaults({ validators, properties }, one)),
  ]
}
