import { Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { convertDocx } from '#platform/documents/uploads/docx/convert.ts'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { paperProblems } from '#platform/paper/paper.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { acceptText, dropText } from '../commands/paper/files/convert-text.ts'
import { parseVersion } from '../forms/version.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ConvertedTextPage } from '../pages/converted-text-page.tsx'
import { meetingPaths } from '../paths.ts'
import type { Proposal } from '../queries/paper-files.ts'
import { actAt } from './endpoint.tsx'
import { type AskedFiles, draftFilesGate, notWritable, paperCrumbs } from './paper-file-gate.ts'

/** Reads the text of a Word file that was checked before. */
export async function readWordFile(file: UploadedFile): Promise<Result<Proposal, FieldProblem>> {
  const converted = await convertDocx(file.path)
  if (!converted) return fail({ field: 'file', code: 'file-damaged' })
  if (converted.tree.blocks.length === 0) return fail({ field: 'file', code: 'file-without-text' })
  const [problem] = paperProblems(converted.tree)
  if (problem) return fail({ field: 'file', code: 'text', details: { sentence: problem.sentence } })
  return succeed({ tree: converted.tree, lost: converted.losses })
}

/** Looking at text taken from a Word file, and saying yes or no to it (M4). */
export function convertedTextRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/papers/:paper/converted', async (c) => {
    const visit = c.get('visit')
    return readAs(needs.db, visit, async (reader) => {
      const asked = await draftFilesGate()(reader, c)
      if (!asked.draft) return c.html(notWritable(asked))
      const waiting = asked.files.find(({ proposal }) => proposal !== undefined)
      if (!waiting?.proposal) return c.redirect(meetingPaths.paperFiles(asked.paper.id), 303)
      const crumbs = [...paperCrumbs(asked), { text: 'Files', href: meetingPaths.paperFiles(asked.paper.id) }]
      const { paper, draft } = asked
      return c.html(
        <ConvertedTextPage
          visit={visit}
          breadcrumbs={crumbs}
          paper={paper}
          draft={draft}
          fileName={waiting.fileName}
          proposal={waiting.proposal}
        />,
      )
    })
  }) // write paper
  const back = ({ paper }: AskedFiles): string => meetingPaths.paperFiles(paper.id)
  actAt(
    app,
    needs,
    '/papers/:paper/converted/accept',
    draftFilesGate(),
    async ({ paper }, doer, body) => {
      const parsed = parseVersion(body)
      if (!parsed.ok) return parsed
      return leadTo(await acceptText(needs, doer, paper.id, parsed.value), () => meetingPaths.paper(paper.id))
    },
    back,
  )
  actAt(
    app,
    needs,
    '/papers/:paper/converted/drop',
    draftFilesGate(),
    async (asked, doer) => leadTo(await dropText(needs, doer, asked.paper.id), () => back(asked)),
    back,
  )
  return app
}
