import type { Acting } from '#platform/database/session.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'

const visitorLinks: Visit['navigation'] = [
  { text: 'Home', href: '/' },
  { text: 'Boards', href: '/boards' },
  { text: 'Search', href: '/search' },
]

const memberLinks: Visit['navigation'] = [
  { text: 'My work', href: '/work' },
  { text: 'Boards', href: '/boards' },
  { text: 'Search', href: '/search' },
]

/** The links of the navigation: what a visitor may open, or where a signed-in person works. */
export function navigationFor(_needs: Needs, acting: Acting): Visit['navigation'] {
  return acting.actor === undefined ? visitorLinks : memberLinks
}
