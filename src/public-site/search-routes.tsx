import { Hono } from 'hono'
import { listBodies } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { emptyForm, formState } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { parseSearch } from './forms/search.ts'
import { SearchPage } from './pages/search-page.tsx'
import { publicPaths } from './paths.ts'
import { findWords } from './queries/search.ts'
import { searchProblemInWords } from './words/search.ts'

/** Search: what is refused is refused in words, with everything that was typed. */
export function searchRoutes({ db }: Pick<Needs, 'db'>): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(publicPaths.search, async (c) => {
    const visit = c.get('visit')
    const typed: FormBody = c.req.query()
    const parsed = parseSearch(typed)
    if (!parsed.ok) {
      const form = formState(typed, parsed.problems, searchProblemInWords)
      const boards = await readAs(db, visit, (reader) => listBodies(reader, visit.today))
      return c.html(<SearchPage visit={visit} view={{ form, boards, asked: undefined, found: undefined }} />, 422)
    }
    const asked = parsed.value
    const [boards, found] = await readAs(db, visit, async (reader) => {
      // Before the search: how PostgreSQL is told to search holds until the transaction ends.
      const all = await listBodies(reader, visit.today)
      return [all, asked.words === '' ? undefined : await findWords(reader, asked, all)] as const
    })
    return c.html(<SearchPage visit={visit} view={{ form: emptyForm(typed), boards, asked, found }} />)
  })
  return routes
}
