import { Hono } from 'hono'
import { listBoardCards } from '#governance/public-data.ts'
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
    const boards = await readAs(db, visit, (reader) => listBoardCards(reader, visit.today))
    if (!parsed.ok) {
      const form = formState(typed, parsed.problems, searchProblemInWords)
      return c.html(<SearchPage visit={visit} view={{ form, boards, asked: undefined, found: undefined }} />, 422)
    }
    const asked = parsed.value
    // A transaction of its own: how PostgreSQL is told to search holds until it ends.
    const found = asked.words === '' ? undefined : await readAs(db, visit, (reader) => findWords(reader, asked, visit.today))
    return c.html(<SearchPage visit={visit} view={{ form: emptyForm(typed), boards, asked, found }} />)
  })
  return routes
}
