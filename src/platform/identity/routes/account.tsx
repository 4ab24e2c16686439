import type { Context, Hono } from 'hono'
import type { FieldProblem } from '#platform/result.ts'
import { parseForm } from '#platform/web/fields.ts'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { changePassword, endOtherSessions, renewRecoveryCodes } from '../commands/own-account.ts'
import { changePasswordForm, presentPasswordForm } from '../forms.ts'
import { AccountPage, ChangePasswordPage } from '../pages/account-page.tsx'
import { RecoveryCodesPage, RenewCodesPage } from '../pages/recovery-codes-page.tsx'
import { identityPaths } from '../paths.ts'
import { findAccountState } from '../queries/sessions.ts'
import { identityWords, noticeWords } from '../words.ts'
import { accountOwner, answer, ownerOf, type Serving } from './serving.ts'

/** One's own account. */
export function accountRoutes(app: Hono<AppEnv>, serving: Serving): void {
  app.get(identityPaths.account, accountOwner, (c) => showAccount(c, serving))
  app.get(identityPaths.password, accountOwner, (c) => answer(c, <ChangePasswordPage visit={c.get('visit')} form={emptyForm()} />))
  app.post(identityPaths.password, accountOwner, (c) => postPassword(c, serving))
  app.get(identityPaths.recoveryCodes, accountOwner, (c) => answer(c, <RenewCodesPage visit={c.get('visit')} form={emptyForm()} />))
  app.post(identityPaths.recoveryCodes, accountOwner, (c) => postRecoveryCodes(c, serving))
  app.post(identityPaths.sessions, accountOwner, (c) => postSessions(c, serving))
}

async function showAccount(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const owner = await ownerOf(c, serving)
  const state = await findAccountState(serving.identity.context, owner)
  const account = { name: owner.name, email: owner.email, ...state, notice: noticeWords(c.req.query('notice')) }
  return answer(c, <AccountPage visit={c.get('visit')} account={account} />)
}

async function postPassword(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const body = await readForm(c)
  const parsed = parseForm(changePasswordForm, body)
  const again = (problems: readonly FieldProblem[]): Response | Promise<Response> => {
    return answer(c, <ChangePasswordPage visit={c.get('visit')} form={formState(body, problems, identityWords)} />, 422)
  }
  if (!parsed.ok) return again(parsed.problems)
  const change = await changePassword(serving.identity.context, await ownerOf(c, serving), parsed.value)
  if (change.ok) return c.redirect(`${identityPaths.account}?notice=own-password-changed`, 303)
  return again(change.problems.map((code) => ({ field: code === 'present-wrong' ? 'present' : 'password', code })))
}

/** The codes are shown in the answer itself, the one time they exist in the clear. */
async function postRecoveryCodes(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const body = await readForm(c)
  const parsed = parseForm(presentPasswordForm, body)
  const again = (problems: readonly FieldProblem[]): Response | Promise<Response> => {
    return answer(c, <RenewCodesPage visit={c.get('visit')} form={formState(body, problems, identityWords)} />, 422)
  }
  if (!parsed.ok) return again(parsed.problems)
  const renewed = await renewRecoveryCodes(serving.identity.context, await ownerOf(c, serving), parsed.value.present)
  if (!renewed.ok) return again(renewed.problems.map((code) => ({ field: 'present', code })))
  return answer(c, <RecoveryCodesPage visit={c.get('visit')} codes={renewed.value} isNewAccount={false} />)
}

async function postSessions(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  await endOtherSessions(serving.identity.context, await ownerOf(c, serving))
  return c.redirect(`${identityPaths.account}?notice=others-ended`, 303)
}
