import type { Context, Hono } from 'hono'
import type { FieldProblem } from '#platform/result.ts'
import { parseForm, postedText } from '#platform/web/fields.ts'
import { emptyForm, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { choosePassword, findInvitation, type OpenInvitation, proveApp } from '../commands/accept-invitation.ts'
import { findReset, requestReset, resetPassword } from '../commands/reset-password.ts'
import { forgottenForm, newPasswordForm, proveAppForm } from '../forms.ts'
import { InvitationAppPage, InvitationPasswordPage } from '../pages/invitation-pages.tsx'
import { RecoveryCodesPage } from '../pages/recovery-codes-page.tsx'
import { ForgottenPasswordPage, LinkEndedPage, LinkSentPage, ResetPasswordPage } from '../pages/reset-pages.tsx'
import { identityPaths } from '../paths.ts'
import { otpAddress } from '../rules/codes.ts'
import { identityWords } from '../words.ts'
import { answer, anybody, type Serving } from './serving.ts'

/** Mailed links: a forgotten password and an invitation. Who has the link is who may. */
export function linkRoutes(app: Hono<AppEnv>, serving: Serving): void {
  app.get(identityPaths.forgottenPassword, anybody, (c) => showForgotten(c))
  app.post(identityPaths.forgottenPassword, anybody, (c) => postForgotten(c, serving))
  app.get(identityPaths.resetPassword, anybody, (c) => showReset(c, serving))
  app.post(identityPaths.resetPassword, anybody, (c) => postReset(c, serving))
  app.get(identityPaths.invitation, anybody, (c) => showInvitation(c, serving))
  app.post(identityPaths.invitation, anybody, (c) => postInvitation(c, serving))
  app.post(identityPaths.invitationCode, anybody, (c) => postInvitationCode(c, serving))
}

function showForgotten(c: Context<AppEnv, string>): Response | Promise<Response> {
  const visit = c.get('visit')
  return answer(
    c,
    c.req.query('sent') === 'yes' ? <LinkSentPage visit={visit} /> : <ForgottenPasswordPage visit={visit} form={emptyForm()} />,
  )
}

async function postForgotten(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const body = await readForm(c)
  const parsed = parseForm(forgottenForm, body)
  if (!parsed.ok) {
    const form = formState(body, parsed.problems, identityWords)
    return answer(c, <ForgottenPasswordPage visit={c.get('visit')} form={form} />, 422)
  }
  await requestReset(serving.identity.context, parsed.value.email, c.get('client'))
  return c.redirect(`${identityPaths.forgottenPassword}?sent=yes`, 303)
}

async function showReset(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const token = c.req.query('token') ?? ''
  if ((await findReset(serving.identity.context, token)) === undefined) return linkEnded(c, 'password-reset')
  return answer(c, <ResetPasswordPage visit={c.get('visit')} form={emptyForm()} token={token} />)
}

async function postReset(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const body = await readForm(c)
  const parsed = parseForm(newPasswordForm, body)
  const again = (problems: readonly FieldProblem[]): Response | Promise<Response> => {
    const form = formState(body, problems, identityWords)
    return answer(c, <ResetPasswordPage visit={c.get('visit')} form={form} token={form.value('token')} />, 422)
  }
  if (!parsed.ok) return again(parsed.problems)
  const reset = await resetPassword(serving.identity.context, parsed.value)
  if (reset.ok) return c.redirect(`${identityPaths.signIn}?notice=password-changed`, 303)
  const [problem] = reset.problems
  return problem === 'link-ended' ? linkEnded(c, 'password-reset') : again([{ field: 'password', code: problem }])
}

async function showInvitation(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const token = c.req.query('token') ?? ''
  const invitation = await findInvitation(serving.identity.context, token)
  if (!invitation) return linkEnded(c, 'invitation')
  const isFirst = !invitation.hasPassword || c.req.query('again') === 'yes'
  return invitationPage(c, { invitation, token, form: emptyForm(), isFirst, status: 200 })
}

async function postInvitation(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const body = await readForm(c)
  const token = postedText(body.token)
  const invitation = await findInvitation(serving.identity.context, token)
  if (!invitation) return linkEnded(c, 'invitation')
  const parsed = parseForm(newPasswordForm, body)
  const problems = parsed.ok ? await problemsOf(serving, parsed.value) : parsed.problems
  if (problems.length === 0) return c.redirect(identityPaths.invitationWith(token), 303)
  const form = formState(body, problems, identityWords)
  return invitationPage(c, { invitation, token, form, isFirst: true, status: 422 })
}

async function problemsOf(
  serving: Serving,
  chosen: { readonly token: string; readonly password: string },
): Promise<readonly FieldProblem[]> {
  const result = await choosePassword(serving.identity.context, chosen)
  return result.ok ? [] : result.problems.map((code) => ({ field: 'password', code }))
}

/** The recovery codes are shown in the answer itself, the one time they exist in the clear: no address leads to them again. */
async function postInvitationCode(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const body = await readForm(c)
  const token = postedText(body.token)
  const invitation = await findInvitation(serving.identity.context, token)
  if (!invitation) return linkEnded(c, 'invitation')
  const parsed = parseForm(proveAppForm, body)
  const proof = await proveApp(serving.identity.context, { token, typed: parsed.ok ? parsed.value.code : '' })
  if (proof.ok) return answer(c, <RecoveryCodesPage visit={c.get('visit')} codes={proof.value} isNewAccount />)
  const [problem] = proof.problems
  if (problem === 'link-ended') return linkEnded(c, 'invitation')
  if (problem === 'password-missing') return c.redirect(identityPaths.invitationWith(token), 303)
  const form = formState(body, [{ field: 'code', code: problem }], identityWords)
  return invitationPage(c, { invitation, token, form, isFirst: false, status: 422 })
}

interface InvitationAnswer {
  readonly invitation: OpenInvitation
  readonly token: string
  readonly form: FormState
  readonly isFirst: boolean
  readonly status: 200 | 422
}

function invitationPage(
  c: Context<AppEnv, string>,
  { invitation, token, form, isFirst, status }: InvitationAnswer,
): Response | Promise<Response> {
  const visit = c.get('visit')
  const { name, email, seed } = invitation
  const view = { token, name, email, seed, otpAddress: otpAddress(`Goldenthread ${visit.partnership}`.trim(), email, seed) }
  const props = { visit, form, invitation: view }
  return answer(c, isFirst ? <InvitationPasswordPage {...props} /> : <InvitationAppPage {...props} />, status)
}

function linkEnded(c: Context<AppEnv, string>, purpose: 'invitation' | 'password-reset'): Response | Promise<Response> {
  return answer(c, <LinkEndedPage visit={c.get('visit')} purpose={purpose} />, 410)
}
