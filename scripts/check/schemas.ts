import { sourceFiles } from './files.ts'

/** Which schemas a part may name in its SQL; a part that is not named here has none. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  platform: ['platform', 'identity', 'pgboss'],
  governance: ['governance', 'platform'],
  meetings: ['meetings', 'platform'],
  plans: ['plans', 'platform'],
  assurance: ['assurance', 'platform'],
  voice: ['voice', 'platform'],
  performance: ['performance', 'published', 'platform'],
  thread: ['thread', 'platform'],
  commissioning: ['commissioning', 'platform'],
  'early-help': ['casework', 'platform'],
  'public-site': ['publicsite', 'platform'],
  home: ['platform'],
}
/**
 * What these lean on in SQL only: policies and foreign keys on what governance says of standing; the table that is searched is filled by triggers on the
 * records of both domains (docs/decisions/0013-one-table-to-search.md).
 */
const LEANS_ON: Readonly<Record<string, readonly string[]>> = {
  meetings: ['governance'],
  plans: ['governance', 'meetings'],
  assurance: ['governance', 'meetings', 'plans'],
  voice: ['governance', 'meetings', 'plans'],
  performance: ['governance', 'meetings', 'plans'],
  commissioning: ['governance', 'meetings', 'plans', 'performance', 'thread'],
  thread: ['governance', 'meetings', 'plans', 'assurance', 'voice', 'performance', 'commissioning'],
  // What it publishes, it writes by a function of the database; the boards' side reads it.
  'early-help': ['governance', 'performance', 'published'],
  'public-site': ['governance', 'meetings', 'plans', 'assurance', 'voice', 'performance', 'published', 'commissioning'],
}

/** No part of the house reads or writes another's tables: it asks at the other's doors. */
export async function otherSchemas(): Promise<readonly string[]> {
  const names = knownNames()
  const problems: string[] = []
  for (const { path, text } of sourceFiles('src/*/**/*.{ts,tsx,sql}')) {
    const part = path.split('/')[1] ?? ''
    const own = OWN[part]
    if (own === undefined || /\.test\.tsx?$|\/testing\//.test(path)) continue
    const allowed = path.endsWith('.sql') ? [...own, ...(LEANS_ON[part] ?? [])] : own
    const foreign = new Set([...withoutComments(text).matchAll(/(?<![\w.$/-])([a-z]+)\.([a-z_]+)\b/g)].map((found) => found[0]))
    for (const name of foreign) {
      if (names.has(name) && !allowed.includes(name.split('.')[0] ?? '')) problems.push(`${path} names ${name}, which is not its own.`)
    }
  }
  return problems
}

/** Every table, view and function that migrations make, as schema.name. */
function knownNames(): ReadonlySet<string> {
  const made = /create (?:or replace )?(?:table|view|function|materialized view)(?: if not exists)? ([a-z]+\.[a-z_]+)/g
  return new Set(sourceFiles('src/*/migrations/*.sql').flatMap(({ text }) => [...text.matchAll(made)].map(([, name = '']) => name)))
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)(\/\/|--) .*$/gm, '')
}
