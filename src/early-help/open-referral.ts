import { createHash } from 'node:crypto'
import type { listPublicSessions } from './queries/training.ts'

/**
 * Sessions of training that are told to everybody, as Open Referral UK gives services (version 3.0): one service a course, its sessions as schedules. What is not
 * known is left out rather than empty. Of whoever booked nothing stands here.
 */
export function openReferralSessions(sessions: Awaited<ReturnType<typeof listPublicSessions>>): object {
  const courses = [...Map.groupBy(sessions, ({ course }) => course).values()]
  const contents = courses.flatMap((its) => {
    const [first] = its
    if (!first) return []
    const organization = { id: first.course, name: first.organiser, description: 'Takes bookings for this training' }
    return {
      ...{
        id: first.course,
        name: first.name,
        description: first.summary,
        organization_id: organization.id,
        organization,
        status: 'active',
      },
      service_areas: [...new Set(its.map(({ district }) => district))].map((name) => ({ id: areaId(first.course, name), name })),
      schedules: its.map((session) => ({
        id: session.id,
        description: [session.venue ?? 'Place not found yet', session.district].join(', '),
        dtstart: session.held_on.toString(),
        valid_from: session.held_on.toString(),
        valid_to: session.held_on.toString(),
        ...(session.starts_at === null ? {} : { opens_at: session.starts_at }),
        ...(session.ends_at === null ? {} : { closes_at: session.ends_at }),
      })),
    }
  })
  const page = { total_items: contents.length, total_pages: 1, page_number: 1, size: contents.length }
  return { ...page, first_page: true, last_page: true, empty: contents.length === 0, contents }
}

/** The same id at every reading for a district of a course: a UUID made from both (RFC 9562, version 8). */
function areaId(course: string, district: string): string {
  const digest = createHash('sha256').update(`${course} ${district}`).digest('hex')
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 3) | 8).toString(16)
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}
