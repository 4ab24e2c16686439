import { ladderOf } from '#governance/public.ts'
import { findRelations, findTermsInForce } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { TakenHome } from '../rules/taken-home.ts'
import { type WhoMayStop, whoMayStop } from '../rules/who-may-stop.ts'

/** Who can still stop a decision of a body, by the relations of today and the terms of the day on which it was taken. */
export async function findWhoMayStop(
  reader: Reader,
  { body, decidedOn }: { readonly body: string; readonly decidedOn: Temporal.PlainDate },
  home: TakenHome | undefined,
  today: Temporal.PlainDate,
): Promise<WhoMayStop> {
  const [relations, terms] = await Promise.all([findRelations(reader, today, body), findTermsInForce(reader, body, decidedOn)])
  return whoMayStop(body, relations, home, terms ? ladderOf(terms) : [])
}
