import { Hono } from 'hono'
import { findAttendancePeriods } from '#governance/public-data.ts'
import { recordPaths } from '#meetings/paths.ts'
import { findOpenMeetings, findPublishedMinutes } from '#meetings/public-data.ts'
import { readAtOneMoment } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { minutesDocument } from './akn/minutes-document.ts'
import { errorAnswer, nothingHere, openAnswer, openHeaders } from './answers.ts'
import { publishedAttendance } from './oparl/published-attendance.ts'

/** Published minutes as Akoma Ntoso (O2). Read as a visitor whoever asks, so that row-level security makes the public edition. */
export function aknRoutes(needs: Needs): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(recordPaths.minutesXml(':id'), (c) =>
    openAnswer(c, needs.log, async () => {
      const id = c.req.param('id') ?? ''
      const visitor = { ...c.get('visit'), actor: undefined }
      const { today } = visitor
      const xml = await readAtOneMoment(needs.db, visitor, async (reader) => {
        const minutes = isUuid(id) ? await findPublishedMinutes(reader, id, today) : undefined
        const [meeting] = minutes ? await findOpenMeetings(reader, [id]) : []
        if (!minutes || !meeting) return undefined
        const shown = publishedAttendance(meeting, await findAttendancePeriods(reader))
        return minutesDocument({ ...minutes, meeting: shown, site: needs.config.publicUrl, page: recordPaths.minutes(id), today })
      })
      if (xml === undefined) return errorAnswer(c, nothingHere)
      return c.body(xml, 200, { ...openHeaders, 'content-type': 'application/akn+xml; charset=utf-8' })
    }),
  )
  return routes
}
