import { createHash } from 'node:crypto'
import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { Forbidden } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findSignatures, findToSign, listAgreements, type SignedKind } from '../queries/signatures.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Writes a new version of what members of a body agree to; from its first day everybody is asked anew. Problems: 'agreement-that-day', 'drafted-twice'. */
export async function addAgreement(
  db: Database,
  acting: Acting,
  input: { readonly body: string; readonly words: string; readonly startsOn: Temporal.PlainDate },
): Promise<Result<{ readonly number: number }, FieldProblem>> {
  const constraints = {
    member_agreement_day: { field: 'startsOn', code: 'agreement-that-day' },
    member_agreement_number: { field: '', code: 'drafted-twice' },
  }
  return command(db, acting, constraints, async (tx) => {
    const { body, words, startsOn } = input
    const { actor } = await permit(tx, acting, { record: 'member-agreement', verb: 'add', ties: { body } })
    const number = ((await listAgreements(tx, body))[0]?.number ?? 0) + 1
    const id = newId()
    await tx
      .insertInto('governance.member_agreement')
      .values({ id, body, number, words, starts_on: startsOn, recorded_at: acting.now })
      .execute()
    await record(tx, actor, 'agreement.written', 'member-agreement', id, input)
    return succeed({ number })
  })
}

/**
 * Signs one exact version for oneself; what is kept is who, which version, its digest and the instant. Signing it again changes nothing.
 * Problems: 'not-in-force' where the version is not the one that is asked for today.
 */
export async function signVersion(
  db: Database,
  acting: Acting,
  input: { readonly body: string; readonly kind: SignedKind; readonly number: number },
): Promise<Result<{ readonly number: number }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { body, kind, number } = input
    const { actor, standing } = await permit(tx, acting, { record: 'member-agreement', verb: 'sign', ties: { body } })
    const own = standing.person
    if (own === undefined) throw new Forbidden()
    const version = (await findToSign(tx, body, acting.today)).find((asked) => asked.kind === kind && asked.number === number)
    if (version === undefined) return fail({ field: '', code: 'not-in-force' })
    const signed = await findSignatures(tx, { person: own.id })
    if (signed.some(({ of }) => of === version.id)) return succeed({ number })
    const id = newId()
    await tx
      .insertInto('governance.member_signature')
      .values({
        ...{
          id,
          person: own.id,
          body,
          terms_version: kind === 'terms' ? version.id : null,
          agreement: kind === 'agreement' ? version.id : null,
        },
        ...{ digest: createHash('sha256').update(version.text).digest('hex'), signed_at: acting.now },
      })
      // Twice at the same moment: the first stands.
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await record(tx, actor, 'version.signed', kind === 'terms' ? 'terms' : 'member-agreement', version.id, {
      person: own.id,
      signature: id,
    })
    return succeed({ number })
  })
}
