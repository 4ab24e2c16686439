import type { ActorId } from '#platform/database/session.ts'
import type { Visit } from '../visit.ts'

/** A visit by nobody we know, on Monday 2 March 2026; for tests of pages. */
export function visitorVisit(path = '/'): Visit {
  const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
  return {
    requestId: '0195-test',
    account: undefined,
    actor: undefined,
    now,
    today: Temporal.PlainDate.from('2026-03-02'),
    csrfToken: 'token',
    navigation: [{ text: 'Boards', href: '/boards' }],
    partnership: 'Northbrook',
    path,
  }
}

/** The same by somebody who is signed in. */
export function memberVisit(path = '/', id = '01950000-0000-7000-8000-000000000001'): Visit {
  const account = { id: id as ActorId, name: 'Maren Oakley', email: 'maren.oakley@northbrook.example' }
  return { ...visitorVisit(path), account, actor: account.id }
}
