import { type Context, Hono } from 'hono'
import { findStanding } from '#governance/public-data.ts'
import { type Reader, writeAs } from '#platform/database/session.ts'
import { printMarkdown } from '#platform/paper/print-markdown.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { LONDON } from '#platform/time/london.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import { readForm } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { forgetTyped, keepTyped, type SavedForm } from '../commands/keep-typed.ts'
import { isMinutesField, isPaperField, parseTyped } from '../forms/typed.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingPaths, recordPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findMinutes, findMinutesVersion, guardedMinutes } from '../queries/minutes.ts'
import { editorValues } from '../queries/minutes-view.ts'
import { findPaperVersions } from '../queries/papers.ts'
import { keptWords, newerWords } from '../words/typed.ts'
import { paperGate } from './gates.ts'

type Finder = (reader: Reader, c: Context<AppEnv, string>) => Promise<SavedForm>

/** Keeping what is typed into the forms of papers and minutes while it is typed, and dropping it again (M4, X5). */
export function typedRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const at = (path: string, find: Finder, isField: (name: string) => boolean, back: (c: Context<AppEnv, string>) => string): void => {
    app.post(`${path}/keep`, (c) => keep(needs, c, find, isField))
    app.post(`${path}/drop`, async (c) => {
      const doer = doerOf(c.get('visit'))
      await writeAs(needs.db, doer, async (tx) => forgetTyped(tx, doer, (await find(tx, c)).subject))
      return c.redirect(back(c), 303)
    })
  }
  at('/papers/:paper', paperForm, isPaperField, (c) => meetingPaths.paperStep(c.req.param('paper') ?? '', 'edit')) // write paper
  at('/meetings/:id/minutes', minutesForm, isMinutesField, (c) => recordPaths.editMinutes(c.req.param('id') ?? '')) // write minutes
  return app
}

const paperForm: Finder = async (reader, c) => {
  const { paper } = await paperGate('write')(reader, c)
  const draft = (await findPaperVersions(reader, paper.id)).find(({ state }) => state === 'draft')
  if (!draft) throw new Conflict('This paper is not being written.')
  const fields = { title: paper.title, body: printMarkdown(draft.tree), reason: draft.reason, ...draft.fields }
  return { subject: { kind: 'paper', id: draft.id, meeting: paper.meeting }, version: draft.version, fields }
}

const minutesForm: Finder = async (reader, c) => {
  const visit = c.get('visit')
  const id = c.req.param('id') ?? ''
  const minutes = isUuid(id) ? await findMinutes(reader, id) : undefined
  const version = minutes && (await findMinutesVersion(reader, minutes.id))
  if (!minutes || !version) throw new NotFound('No minutes.')
  demandOf(await findStanding(reader, visit), visit, guardedMinutes(minutes), 'write')
  return { subject: { kind: 'minutes', id: minutes.id, meeting: id }, version: minutes.version, fields: editorValues(version.sections) }
}

async function keep(needs: MeetingsNeeds, c: Context<AppEnv, string>, find: Finder, isField: (name: string) => boolean): Promise<Response> {
  const visit: Visit = c.get('visit')
  const doer = doerOf(visit)
  const parsed = parseTyped(await readForm(c), isField)
  // Who may is asked by `find`, also where nothing can be kept.
  if (!parsed.ok) {
    await writeAs(needs.db, doer, (tx) => find(tx, c))
    return c.json({ problem: parsed.problems[0].code }, 422)
  }
  const outcome = await keepTyped(needs, doer, parsed.value, (tx) => find(tx, c))
  if (!outcome.kept) {
    const { version, revision, fields, why } = outcome
    return c.json({ version, revision, fields, sentence: newerWords[why] }, 409)
  }
  const time = visit.now.toZonedDateTimeISO(LONDON).toPlainTime().toString({ smallestUnit: 'minute' })
  return c.json({ revision: outcome.revision, words: keptWords(time) })
}
