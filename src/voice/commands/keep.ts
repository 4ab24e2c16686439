import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { listAgeBands, listThemes } from '../queries/ground.ts'

/** Writes into the audit what somebody did with what people said. */
export function auditVoice(tx: Writer, doer: Pick<Doer, 'actor'>, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, { actor: doer.actor, act: `voice.${act}`, subjectType: 'voice', subject, content: JSON.stringify(content) })
}

/** The themes that a form names, one of them perhaps written anew: their ids, each once. A theme of another board is refused. */
export async function settleThemes(
  tx: Writer,
  body: string,
  chosen: readonly string[],
  written: string | undefined,
): Promise<Result<readonly string[], FieldProblem>> {
  const known = await listThemes(tx, body)
  if (!chosen.every((id) => known.some((theme) => theme.id === id))) return fail({ field: 'themes', code: 'choice-unknown' })
  if (written === undefined) return succeed(chosen)
  return succeed([...new Set([...chosen, await themeNamed(tx, body, written)])])
}

/** The theme of a board by its name, made where it has none. */
export async function themeNamed(tx: Writer, body: string, name: string): Promise<string> {
  const same = (await listThemes(tx, body)).find((theme) => theme.name.toLowerCase() === name.toLowerCase())
  if (same) return same.id
  const id = newId()
  await tx.insertInto('voice.theme').values({ id, body, name }).execute()
  return id
}

/** Refuses a span of ages that is not offered; nothing typed is none. */
export async function ageProblem(tx: Writer, doer: Doer, code: string | undefined): Promise<FieldProblem | undefined> {
  if (code === undefined || (await listAgeBands(tx, doer.today)).some((band) => band.code === code)) return undefined
  return { field: 'ageBand', code: 'choice-unknown' }
}
