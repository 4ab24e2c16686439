import type { Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { isUploadedFile, wordsOfFile } from '#platform/documents/uploads/uploaded-file.ts'
import type { FieldProblem } from '#platform/result.ts'
import { postedText } from '#platform/web/fields.ts'
import { emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { importMembership, previewMembership } from '../commands/import-membership.ts'
import { permit } from '../commands/permit.ts'
import { parseMembershipCsv } from '../forms/membership-csv.ts'
import { ImportPage, ImportPreviewPage } from '../pages/import-page.tsx'
import { memberImportPath, membersPath } from '../paths.ts'
import { type Body, findBody } from '../queries/bodies.ts'
import { findMembership } from '../queries/membership.ts'
import { findPeopleNames } from '../queries/people.ts'
import { problemWords } from '../words/problems.ts'
import { toMembers } from './crumbs.ts'
import { type GovernanceNeeds, known } from './endpoint.tsx'

/** Bringing members in from a spreadsheet: ask, show what would happen, save all or nothing (G5). */
export function importRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  app.get(memberImportPath(':slug'), async (c) => {
    const body = await boardOf(needs, c)
    return c.html(<ImportPage visit={c.get('visit')} body={body} form={emptyForm()} breadcrumbs={toMembers(body)} />)
  })
  app.post(memberImportPath(':slug'), async (c) => {
    const visit = c.get('visit')
    const body = await boardOf(needs, c)
    const posted = await readForm(c)
    const text = await rowsOf(posted)
    const again = (problems: readonly FieldProblem[]) =>
      c.html(
        <ImportPage
          visit={visit}
          body={body}
          form={formState({ ...posted, rows: text }, problems, problemWords)}
          breadcrumbs={toMembers(body)}
        />,
        422,
      )
    const parsed = parseMembershipCsv(text, visit.today)
    if (!parsed.ok) return again(parsed.problems)
    if (postedText(posted.confirmed) === 'yes') {
      const imported = await importMembership(needs.db, visit, body.id, parsed.value)
      return imported.ok ? c.redirect(membersPath(body.slug), 303) : again(imported.problems)
    }
    const { plan, names } = await readAs(needs.db, visit, async (reader) => {
      const planned = await previewMembership(reader, visit, body.id, parsed.value)
      const membership = await findMembership(reader, body.id, visit.today)
      const people = await findPeopleNames(
        reader,
        planned.appointments.map(({ person }) => person).filter((id) => /^[0-9a-f-]{36}$/.test(id)),
      )
      return { plan: planned, names: new Map([...people, ...membership.seats.map(({ id, name }) => [id, name] as const)]) }
    })
    if (plan.problems.length > 0) return again(plan.problems)
    return c.html(<ImportPreviewPage visit={visit} body={body} plan={plan} rows={text} names={names} breadcrumbs={toMembers(body)} />)
  })
}

async function boardOf(needs: GovernanceNeeds, c: Context<AppEnv, string>): Promise<Body> {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const body = known(await findBody(reader, c.req.param('slug') ?? '', visit.today))
    await permit(reader, visit, { record: 'appointment', verb: 'import', ties: { body: body.id } })
    return body
  })
}

async function rowsOf(posted: FormBody): Promise<string> {
  const { file } = posted
  // What is too long is left to the check of its length, which says so beside the field.
  if (isUploadedFile(file) && file.size > 0) return (await wordsOfFile(file, 2_000_000)) ?? 'x'.repeat(500_001)
  return postedText(posted.rows).replaceAll('\r\n', '\n')
}
