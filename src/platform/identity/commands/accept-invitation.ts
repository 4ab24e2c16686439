import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { fail, type Result, succeed } from '#platform/result.ts'
import { asIdentity } from '../as-identity.ts'
import { actingAs, actingSystem, type IdentityContext } from '../context.ts'
import { type OpenLink, takeLink, useUpLink } from '../links.ts'
import { readCode } from '../rules/codes.ts'
import { faultOfPassword, type PasswordFault } from '../rules/password.ts'
import { hashedPassword, isCodeOfSeed, newRecoveryCodes, sealedFactor, seedOfLink } from '../secrets.ts'
import { activate } from './accounts.ts'
import { endEverySession, personalWords } from './reset-password.ts'

/** An invitation that holds. */
export interface OpenInvitation {
  readonly name: string
  readonly email: string
  /** The first step is done: a password was chosen. */
  readonly hasPassword: boolean
  /** What the authenticator app is given, in base 32; the same at every look. */
  readonly seed: string
}

/** Finds an invitation by the token of its mail; undefined when it does not hold. */
export async function findInvitation(context: IdentityContext, token: string): Promise<OpenInvitation | undefined> {
  const link = await findLink(context, token)
  return link && { name: link.name, email: link.email, hasPassword: link.password !== undefined, seed: seedOfLink(context.secret, link.id) }
}

/** The first step of accepting: a password. It is kept with the link until the second step. */
export async function choosePassword(
  context: IdentityContext,
  chosen: { readonly token: string; readonly password: string },
): Promise<Result<undefined, PasswordFault | 'link-ended'>> {
  const link = await findLink(context, chosen.token)
  if (!link) return fail('link-ended')
  const fault = faultOfPassword(chosen.password, personalWords(link))
  if (fault) return fail(fault)
  const password = await hashedPassword(chosen.password)
  await writeAs(context.db, actingSystem(context), (tx) =>
    asIdentity(tx, () =>
      tx.updateTable('identity.link').set({ password }).where('id', '=', link.id).where('used_at', 'is', null).execute(),
    ),
  )
  return succeed(undefined)
}

/** The second step: a code proves that the app is connected. The account is then ready; hands back its recovery codes, to be shown once. */
export async function proveApp(
  context: IdentityContext,
  proof: { readonly token: string; readonly typed: string },
): Promise<Result<readonly string[], 'code-missing' | 'code-wrong' | 'password-missing' | 'link-ended'>> {
  const link = await findLink(context, proof.token)
  if (!link) return fail('link-ended')
  if (link.password === undefined) return fail('password-missing')
  if (proof.typed.trim() === '') return fail('code-missing')
  const seed = seedOfLink(context.secret, link.id)
  const code = readCode(proof.typed)
  if (code?.kind !== 'totp' || !isCodeOfSeed(seed, code.code, Temporal.Now.instant())) return fail('code-wrong')
  const codes = newRecoveryCodes()
  const factor = await sealedFactor(context.secret, seed, codes)
  const isDone = await writeAs(context.db, actingAs(context, link.accountId), async (tx) => {
    const now = context.clock.now()
    const still = await takeLink(tx, 'invitation', proof.token, now)
    if (still?.password === undefined) return false
    await activate(tx, link.accountId, still.password, factor)
    await useUpLink(tx, link.id, now)
    await endEverySession(tx, link.accountId)
    const entry = { actor: link.accountId, act: 'account.accepted', subjectType: 'account', subject: link.accountId }
    await appendAudit(tx, { ...entry, content: link.email })
    return true
  })
  return isDone ? succeed(codes) : fail('link-ended')
}

async function findLink(context: IdentityContext, token: string): Promise<OpenLink | undefined> {
  return writeAs(context.db, actingSystem(context), (tx) => takeLink(tx, 'invitation', token, context.clock.now()))
}
