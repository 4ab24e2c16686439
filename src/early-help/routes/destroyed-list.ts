import type { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { form, formsWith, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { giveBack } from '../commands/give-back.ts'
import { parseGivenBack } from '../forms/retention.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { familyPaths, retentionPaths } from '../paths.ts'
import { listDestroyed } from '../queries/retention.ts'
import { destroyedColumns } from '../rules/destroyed-list.ts'
import { problemWords } from '../words/problems.ts'
import { caseworkGate } from './gates.ts'

const formAt = formsWith(problemWords)
const keeps = caseworkGate('retention', 'keep')

/** The list of what was destroyed: kept apart from backups, and given back after one was brought back (E12). */
export function destroyedListRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  app.get(retentionPaths.list(), async (c) => {
    const lines = await readAs(needs.db, c.get('visit'), async (reader) => {
      await keeps(reader, c)
      return listDestroyed(reader)
    })
    const rows = lines.map(({ id, episode, destroyedAt, digest, what }) => [id, episode, destroyedAt.toString(), digest, what])
    return c.body(csvOf([destroyedColumns, ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="destroyed.csv"',
      'cache-control': 'no-store',
    })
  })
  formAt(app, needs, retentionPaths.giveBack(), keeps, async () =>
    form(giveBackShape, parseGivenBack, async (doer, { list }) =>
      leadTo(await giveBack(needs, doer, list), ({ records, photographs, gone }) =>
        retentionPaths.home(`?again=${records}-${photographs}-${gone}`),
      ),
    ),
  )
}

const giveBackShape: FormShape = {
  title: 'Give back the list of what was destroyed',
  lead: 'After a backup was brought back, what was destroyed since it was made is here again. Records of the list then wait for another person’s approval; photographs of it are destroyed at once.',
  breadcrumbs: [
    { text: 'Families', href: familyPaths.list() },
    { text: 'Kept and destroyed', href: retentionPaths.home() },
  ],
  cancel: retentionPaths.home(),
  groups: [
    {
      fields: [
        {
          ...{ kind: 'lines', name: 'list', label: 'The list that was kept apart' },
          hint: 'Open the file that was downloaded here last, and paste all of it. Lines of which nothing is here any more do no harm',
        },
      ],
    },
  ],
  submit: 'Give it back and sign',
  first: {},
}
