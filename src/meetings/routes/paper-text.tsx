import { type Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { type Change, changesBetween } from '#platform/paper/diff.ts'
import { printMarkdown } from '#platform/paper/print-markdown.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { Conflict } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { postedText } from '#platform/web/fields.ts'
import { RefusalPage } from '#platform/web/form-page/refusal-page.tsx'
import { emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { readText, writePaper } from '../commands/paper/write-paper.ts'
import { parsePaper } from '../forms/paper.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { PaperEditPage, type PaperEditProps } from '../pages/paper-edit-page.tsx'
import { meetingPaths } from '../paths.ts'
import { findPaperVersions, type PaperVersion } from '../queries/papers.ts'
import { findKept, saysMore } from '../queries/unsaved.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedPaper, paperGate } from './gates.ts'

type AtPaper = Context<AppEnv, '/papers/:paper'>

/** Writing the text of a paper: the form, its preview, saving (M4). */
export function paperTextRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/papers/:paper/edit', async (c) => c.html(await editPage(needs, c, {}))) // write paper
  app.post('/papers/:paper/edit', (c) => save(needs, c)) // write paper
  return app
}

interface Shown {
  readonly body?: FormBody
  readonly problems?: readonly FieldProblem[]
  readonly stale?: boolean
  readonly preview?: PaperEditProps['preview']
}

/** What differs between the saved text and the typed one; undefined where the typed one cannot be read. */
async function changesOfText(saved: Paper, typed: FormBody): Promise<readonly Change[] | undefined> {
  const read = await readText(postedText(typed.body))
  return read.ok ? changesBetween(saved, read.value.tree) : undefined
}

async function draftFor(asked: AskedPaper): Promise<PaperVersion | undefined> {
  return (await findPaperVersions(asked.reader, asked.paper.id)).find(({ state }) => state === 'draft')
}

async function editPage(needs: MeetingsNeeds, c: AtPaper, { body, problems = [], stale = false, preview }: Shown) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const asked = await paperGate('write')(reader, c)
    const draft = await draftFor(asked)
    if (!draft) {
      const words = problemWords({ field: '', code: 'not-writable' }) ?? ''
      return <RefusalPage visit={visit} sentences={[words]} back={meetingPaths.paper(asked.paper.id)} />
    }
    const kept = await findKept(reader, visit, { kind: 'paper', id: draft.id })
    const saved: FormBody = { title: asked.paper.title, body: printMarkdown(draft.tree), reason: draft.reason, ...draft.fields }
    const restored = kept && !body && saysMore(kept, saved) ? kept : undefined
    const typed = body ?? restored?.fields
    const outdated = stale || (restored !== undefined && restored.base !== draft.version)
    return (
      <PaperEditPage
        visit={visit}
        board={asked.body}
        meeting={asked.meeting}
        item={asked.item}
        paper={asked.paper}
        draft={draft}
        saved={saved}
        form={typed ? formState(typed, problems, problemWords) : emptyForm(saved)}
        stale={outdated}
        changes={outdated && typed ? await changesOfText(draft.tree, typed) : undefined}
        kept={{ revision: kept?.revision ?? 0, at: restored?.keptAt }}
        preview={preview}
      />
    )
  })
}

/** Saves, or shows the preview when that button was pressed; either way nothing typed is lost. */
async function save(needs: MeetingsNeeds, c: AtPaper): Promise<Response> {
  const visit = c.get('visit')
  const body = await readForm(c)
  const doer = doerOf(visit)
  const parsed = parsePaper(body)
  if (!parsed.ok) return c.html(await editPage(needs, c, { body, problems: parsed.problems }), 422)
  if (body.act === 'preview') {
    await readAs(needs.db, visit, (reader) => paperGate('write')(reader, c))
    const { title, fields, body: written } = parsed.value
    const read = await readText(written)
    return read.ok
      ? c.html(await editPage(needs, c, { body, preview: { title, fields, ...read.value } }))
      : c.html(await editPage(needs, c, { body, problems: read.problems }), 422)
  }
  try {
    const outcome = await writePaper(needs, doer, c.req.param('paper'), parsed.value)
    if (!outcome.ok) return c.html(await editPage(needs, c, { body, problems: outcome.problems }), 422)
    const paper = c.req.param('paper')
    return c.redirect(body.act === 'files' ? meetingPaths.paperFiles(paper) : meetingPaths.paper(paper), 303)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return c.html(await editPage(needs, c, { body, stale: true }), 409)
  }
}
