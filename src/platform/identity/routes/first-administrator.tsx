import type { Context, Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { parseForm } from '#platform/web/fields.ts'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { claim, isUnclaimed } from '../commands/first-administrator.ts'
import { firstAdministratorForm } from '../forms.ts'
import { FirstAdministratorPage } from '../pages/first-administrator-page.tsx'
import { identityPaths } from '../paths.ts'
import { identityWords } from '../words.ts'
import { answer, anybody, type Serving } from './serving.ts'

/** The first administrator of an empty installation. Who knows the printed code is who may, until somebody has an account. */
export function firstAdministratorRoutes(app: Hono<AppEnv>, serving: Serving): void {
  app.get(identityPaths.firstAdministrator, anybody, (c) => show(c, serving))
  app.post(identityPaths.firstAdministrator, anybody, (c) => post(c, serving))
}

async function printedCode(serving: Serving): Promise<string> {
  if (!(await isUnclaimed(serving.identity.context))) throw new NotFound()
  return serving.secrets.firstAdministratorCode
}

async function show(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  await printedCode(serving)
  return answer(c, <FirstAdministratorPage visit={c.get('visit')} form={emptyForm()} />)
}

async function post(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const code = await printedCode(serving)
  const body = await readForm(c)
  const parsed = parseForm(firstAdministratorForm, body)
  const again = (problems: readonly FieldProblem[]): Response | Promise<Response> => {
    return answer(c, <FirstAdministratorPage visit={c.get('visit')} form={formState(body, problems, identityWords)} />, 422)
  }
  if (!parsed.ok) return again(parsed.problems)
  const first = { ...parsed.value, client: c.get('client') }
  const claimed = await claim(serving.identity.context, code, serving.makeAdministrator, first)
  if (!claimed.ok) return again([{ field: 'code', code: claimed.problems[0] }])
  return c.redirect(identityPaths.invitationWith(claimed.value), 303)
}
