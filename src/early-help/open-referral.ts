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
      service_areas: [...new Set(its.map(({ district }) => district))].map((name) => ({ id: `${first.course}-${name}`, name })),
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
