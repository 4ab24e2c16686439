import { findStanding } from '#governance/public-data.ts'
import { yearPaths } from '#meetings/paths.ts'
import { type Acting, readAs } from '#platform/database/session.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { homePaths } from './paths.ts'

type Links = Visit['navigation']

const visitorLinks: Links = [
  { text: 'Home', href: '/' },
  { text: 'Boards', href: '/boards' },
  { text: 'Calendar', href: yearPaths.calendar },
  { text: 'Search', href: '/search' },
]

const signedInLinks: Links = [
  { text: 'My work', href: homePaths.work },
  { text: 'Boards', href: '/boards' },
  { text: 'Calendar', href: yearPaths.calendar },
  { text: 'Search', href: '/search' },
]

const administratorLinks: Links = [...signedInLinks, { text: 'Administration', href: homePaths.administration }]

/** The links of the navigation: what a visitor may open, or where a signed-in person works; a visitor costs no query. */
export async function navigationFor({ db }: Pick<Needs, 'db'>, acting: Acting): Promise<Links> {
  if (acting.actor === undefined) return visitorLinks
  const { administrator } = await readAs(db, acting, (reader) => findStanding(reader, acting))
  return administrator ? administratorLinks : signedInLinks
}
