import type { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { Forbidden, SignInNeeded } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { FamilyFiguresPage } from '../pages/family-figures-page.tsx'
import { FamilyQualityPage } from '../pages/family-quality-page.tsx'
import { familyFigurePaths } from '../paths.ts'
import {
  findFamilyClaims,
  findFamilyIndicators,
  findFamilyMonths,
  findFamilySettings,
  findMethodSource,
  settingIn,
} from '../queries/family-figures.ts'
import { listQualityMonths, mayReadQuality } from '../queries/family-quality.ts'
import { familyCsv } from '../words/family-figures.ts'

/** Figures of families as they were published: whoever may read them, may be anybody (E10). */
export function familyFigureRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  const found = async (reader: Reader, today: Temporal.PlainDate) => {
    const months = await findFamilyMonths(reader, today.subtract({ months: 24 }), today)
    const last = months.at(-1)
    return {
      months,
      setting: last && settingIn(await findFamilySettings(reader), last.month),
      indicators: await findFamilyIndicators(reader),
      mayReadQuality: await mayReadQuality(reader),
      claims: await findFamilyClaims(reader),
      methodSource: await findMethodSource(reader, last?.method ?? ''),
    }
  }
  app.get(familyFigurePaths.page, async (c) => {
    const visit = c.get('visit')
    return c.html(<FamilyFiguresPage visit={visit} {...(await readAs(needs.db, visit, (reader) => found(reader, visit.today)))} />)
  })
  app.get(familyFigurePaths.quality, async (c) => {
    const visit = c.get('visit')
    if (visit.actor === undefined) throw new SignInNeeded('For members of boards.')
    const months = await readAs(needs.db, visit, async (reader) => {
      if (!(await mayReadQuality(reader))) throw new Forbidden('For members of boards.')
      return listQualityMonths(reader)
    })
    return c.html(<FamilyQualityPage visit={visit} months={months} />)
  })
  app.get(familyFigurePaths.csv, async (c) => {
    const visit = c.get('visit')
    const { months, indicators } = await readAs(needs.db, visit, (reader) => found(reader, visit.today))
    return c.body(csvOf(familyCsv(months, indicators)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="figures-of-early-help.csv"',
    })
  })
}
