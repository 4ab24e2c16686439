import type { Context, Hono } from 'hono'
import type { FieldProblem } from '#platform/result.ts'
import { parseForm } from '#platform/web/fields.ts'
import { emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { signOut } from '../commands/own-account.ts'
import { checkPassword } from '../commands/sign-in.ts'
import { checkCode, waitingAccount } from '../commands/sign-in-code.ts'
import { codeForm, signInForm } from '../forms.ts'
import { SignInCodePage, SignInPage, SignOutPage } from '../pages/sign-in-page.tsx'
import { identityPaths } from '../paths.ts'
import { localReturn } from '../rules/return-address.ts'
import { identityWords, noticeWords } from '../words.ts'
import { answer, anybody, type Serving, setCookies } from './serving.ts'

/** Signing in and out. */
export function signInRoutes(app: Hono<AppEnv>, serving: Serving): void {
  app.get(identityPaths.signIn, anybody, (c) => showSignIn(c))
  app.post(identityPaths.signIn, anybody, (c) => postSignIn(c, serving))
  app.get(identityPaths.signInCode, anybody, (c) => showCode(c, serving))
  app.post(identityPaths.signInCode, anybody, (c) => postCode(c, serving))
  app.get(identityPaths.signOut, anybody, (c) => answer(c, <SignOutPage visit={c.get('visit')} />))
  app.post(identityPaths.signOut, anybody, (c) => postSignOut(c, serving))
}

function showSignIn(c: Context<AppEnv, string>): Response | Promise<Response> {
  const returnTo = localReturn(c.req.query('return'))
  if (c.get('visit').account !== undefined) return c.redirect(returnTo, 303)
  const notice = noticeWords(c.req.query('notice'))
  return answer(c, <SignInPage visit={c.get('visit')} form={emptyForm()} returnTo={returnTo} notice={notice} />)
}

async function postSignIn(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const body = await readForm(c)
  const parsed = parseForm(signInForm, body)
  if (!parsed.ok) return signInAgain(c, body, parsed.problems)
  const client = c.get('client')
  const step = await checkPassword(serving.identity.context, { email: parsed.value.email, password: parsed.value.password, client })
  if (!step.ok) return signInAgain(c, body, [{ field: 'email', code: step.problems[0] }])
  setCookies(c, step.value.cookies)
  return c.redirect(`${identityPaths.signInCode}?return=${encodeURIComponent(localReturn(parsed.value.return))}`, 303)
}

function signInAgain(c: Context<AppEnv, string>, body: FormBody, problems: readonly FieldProblem[]): Response | Promise<Response> {
  const form = formState(body, problems, identityWords)
  return answer(c, <SignInPage visit={c.get('visit')} form={form} returnTo={localReturn(form.value('return'))} notice={undefined} />, 422)
}

async function showCode(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  if ((await waitingAccount(serving.identity.context, c.req.raw.headers)) === undefined) return startAgain(c, c.req.query('return'))
  return answer(c, <SignInCodePage visit={c.get('visit')} form={emptyForm()} returnTo={localReturn(c.req.query('return'))} />)
}

async function postCode(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const body = await readForm(c)
  const parsed = parseForm(codeForm, body)
  const { code: typed, return: asked } = parsed.ok ? parsed.value : { code: '', return: undefined }
  const step = await checkCode(serving.identity.context, { headers: c.req.raw.headers, typed, client: c.get('client') })
  const returnTo = localReturn(asked)
  if (step.ok) {
    setCookies(c, step.value.cookies)
    return c.redirect(returnTo, 303)
  }
  if (step.problems[0] === 'sign-in-expired') return startAgain(c, returnTo)
  const form = formState(body, [{ field: 'code', code: step.problems[0] }], identityWords)
  return answer(c, <SignInCodePage visit={c.get('visit')} form={form} returnTo={returnTo} />, 422)
}

function startAgain(c: Context<AppEnv, string>, asked: string | undefined): Response {
  return c.redirect(`${identityPaths.signInFor(localReturn(asked))}&notice=start-again`, 303)
}

async function postSignOut(c: Context<AppEnv, string>, serving: Serving): Promise<Response> {
  const out = await signOut(serving.identity.context, c.req.raw.headers, c.get('client'))
  setCookies(c, out.cookies)
  return c.redirect(`${identityPaths.signIn}?notice=signed-out`, 303)
}
