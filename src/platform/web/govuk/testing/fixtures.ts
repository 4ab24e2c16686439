import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { govukComponents } from '../generated/params.ts'
import { trusted } from '../html.ts'

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist/govuk/components')

/** One official example: parameters and the markup that the design system publishes for them. */
export interface Fixture {
  readonly component: keyof typeof govukComponents
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
  /** The block between the tags of the macro, where the example has one. */
  readonly callBlock?: string | readonly string[]
}

/** Every official example of every component. */
export function officialFixtures(): readonly Fixture[] {
  return componentNames.flatMap((component) => {
    const { fixtures } = JSON.parse(readFileSync(path.join(folder, component, 'fixtures.json'), 'utf8')) as { fixtures: Fixture[] }
    return fixtures.map((fixture) => ({ ...fixture, component }))
  })
}

const componentNames = Object.keys(govukComponents) as (keyof typeof govukComponents)[]

/** Whether an option of this name takes markup. */
export function takesMarkup(key: string, parent: string): boolean {
  return key === 'html' || key.endsWith('Html') || parent === 'slots'
}

/** The examples are JSON: what stands under an option for markup is markup. */
export function withTrustedMarkup(value: unknown, isMarkup = false, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withTrustedMarkup(item))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withTrustedMarkup(inner, takesMarkup(name, key), name)]))
  }
  return typeof value === 'string' && value !== '' && isMarkup ? trusted(value) : value
}
