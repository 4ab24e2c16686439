import type { Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { type FormBody, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { EntryHead } from '../../commands/live/take-entry.ts'
import { entryStamp } from '../../forms/live/entry-head.ts'
import type { Doer, MeetingsNeeds } from '../../needs.ts'
import { livePaths } from '../../paths.ts'
import { findBegan } from '../../queries/live/began.ts'
import type { LivePart } from '../../rules/live-parts.ts'
import { askLive } from './ask.ts'
import { livePage, livePart } from './draw.tsx'
import { type AskedLive, sentencesOf } from './parts.ts'

/** Something that is entered on the live page. */
export interface LiveAct<Input> {
  /** As `EntryHead` has it. */
  readonly act: string
  /** What the access matrix must allow on the meeting before the form is read. */
  readonly verb: string
  /** Where somebody without the script is led back to. */
  readonly part: LivePart
  /** The id of the form on the page, to show a refusal in it. */
  form(body: FormBody): string
  parse(body: FormBody): Result<Input, FieldProblem>
  perform(doer: Doer, meeting: string, head: EntryHead, input: Input, asked: AskedLive): Promise<Result<string, FieldProblem>>
}

/** A command of something that is entered live. */
export type EntryCommand<Input> = (
  needs: MeetingsNeeds,
  doer: Doer,
  meeting: string,
  head: EntryHead,
  input: Input,
) => Promise<Result<string, FieldProblem>>

/**
 * Puts something that is entered live at an address. The script names the part that its form stands in (`X-Part`) and gets that part back, 422 where
 * it was refused; without it the answer is 303 to the page, or the page with the form as it was typed.
 */
export function liveActAt<Input>(app: Hono<AppEnv>, needs: MeetingsNeeds, path: string, spec: LiveAct<Input>): void {
  app.post(path, async (c) => {
    const visit = c.get('visit')
    const doer = doerOf(visit)
    const { asked, began } = await readAs(needs.db, visit, async (reader) => {
      const [found, at] = await Promise.all([askLive(reader, c, spec.verb), findBegan(reader, c.req.param('id') ?? '')])
      return { asked: found, began: at }
    })
    const body = await readForm(c)
    const parsed = spec.parse(body)
    const head = { ...entryStamp(body, visit.now, began), act: spec.act, content: parsed.ok ? parsed.value : {} }
    const done = parsed.ok ? await spec.perform(doer, asked.meeting.id, head, parsed.value, asked) : parsed
    const refused = done.ok ? undefined : { form: spec.form(body), body, problems: done.problems }
    const inPart = c.req.header('x-part')
    // Said also where the form is no longer drawn: what was written while the line was down comes late.
    if (refused) c.header('X-Refusal', encodeURIComponent(sentencesOf(refused.problems).join(' ').slice(0, 600)))
    if (inPart !== undefined) return livePart(needs, c, inPart, refused)
    return refused ? livePage(needs, c, refused) : c.redirect(`${livePaths.live(asked.meeting.id)}#part-${spec.part}`, 303)
  })
}
