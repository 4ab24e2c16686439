import { Hono } from 'hono'
import { findStanding } from '#governance/public-data.ts'
import { listAudit } from '#platform/database/audit-log.ts'
import { type Database, type Reader, readAs } from '#platform/database/session.ts'
import { findKeptMail, listKeptMail } from '#platform/mail/kept-mail.ts'
import { Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { auditCsv } from './audit-csv.ts'
import type { FamilyWorkOf } from './family-work.ts'
import { partOf } from './list-part.ts'
import { AdministrationPage, AuditPage, KeptMailPage, OneMailPage } from './pages/admin-pages.tsx'
import { WorkPage } from './pages/work-page.tsx'
import { homePaths, keptMailPattern } from './paths.ts'
import { findWork } from './queries/work.ts'

/** Screens across domains: my work, and administration. */
export function workRoutes({ db }: Pick<Needs, 'db'>, familiesOf: FamilyWorkOf): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(homePaths.work, async (c) => {
    const visit = c.get('visit')
    if (visit.actor === undefined) throw new SignInNeeded('Sign in to see your work.')
    const [work, families] = await Promise.all([readAs(db, visit, (reader) => findWork(reader, visit)), familiesOf(visit)])
    return c.html(<WorkPage visit={visit} work={work} families={families} />)
  })
  routes.get(homePaths.administration, async (c) => {
    await asAdministrator(db, c.get('visit'), async () => undefined)
    return c.html(<AdministrationPage visit={c.get('visit')} />)
  })
  routes.get(homePaths.mail, async (c) => {
    const mails = await asAdministrator(db, c.get('visit'), listKeptMail)
    return c.html(<KeptMailPage visit={c.get('visit')} mails={partOf(mails, c.req.query('page'))} />)
  })
  routes.get(keptMailPattern, async (c) => {
    const id = c.req.param('id')
    const mail = await asAdministrator(db, c.get('visit'), async (reader) => (isUuid(id) ? findKeptMail(reader, id) : undefined))
    if (mail === undefined) throw new NotFound('There is no such mail.')
    return c.html(<OneMailPage visit={c.get('visit')} mail={mail} />)
  })
  routes.get(homePaths.audit, async (c) => {
    const lines = await asAdministrator(db, c.get('visit'), (reader) => listAudit(reader, 200))
    return c.html(<AuditPage visit={c.get('visit')} lines={partOf(lines, c.req.query('page'))} />)
  })
  routes.get(homePaths.auditCsv, async (c) => {
    const lines = await asAdministrator(db, c.get('visit'), (reader) => listAudit(reader, 10_000))
    return c.body(auditCsv(lines), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
    })
  })
  return routes
}

/** Reads as an administrator, and refuses everybody else before anything is read. */
async function asAdministrator<T>(db: Database, visit: Visit, work: (reader: Reader) => Promise<T>): Promise<T> {
  if (visit.actor === undefined) throw new SignInNeeded('Sign in as an administrator.')
  return readAs(db, visit, async (reader) => {
    const { administrator } = await findStanding(reader, visit)
    if (!administrator) throw new Forbidden('Only administrators open this page.')
    return work(reader)
  })
}
