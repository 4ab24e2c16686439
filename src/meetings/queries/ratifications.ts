import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/meeting.ts'
import { forceOf, type RatificationAnswer, type RatificationPurpose, type RatificationRule, standingOf } from '../rules/ratification.ts'
import type { AnswerRow, AskedPartner, AskedText, TakenHome } from '../rules/taken-home.ts'

/** How some decisions stand with the partners that must take them home, by decision; those that nobody asked about are not in it. */
export async function findTakenHome(
  reader: Reader,
  decisions: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, TakenHome>> {
  if (decisions.length === 0) return new Map()
  const asks = await reader.selectFrom('meetings.ratification_ask').selectAll().where('decision', 'in', decisions).execute()
  if (asks.length === 0) return new Map()
  const ids = asks.map(({ decision }) => decision)
  const texts = await reader.selectFrom('meetings.ratification_text').selectAll().where('decision', 'in', ids).orderBy('number').execute()
  const partners = await reader.selectFrom('meetings.ratification').selectAll().where('decision', 'in', ids).orderBy('name').execute()
  const answers = await findAnswers(reader, ids)
  return new Map(
    asks.flatMap((ask) => {
      const own = texts.filter(({ decision }) => decision === ask.decision).map(textOf)
      const text = own.at(-1)
      if (text === undefined) return []
      const rule: RatificationRule = { kind: ask.rule as RatificationRule['kind'], needed: ask.needed ?? undefined, class: ask.class }
      const startsOn = ask.starts_on ?? undefined
      const asked = partners
        .filter(({ decision }) => decision === ask.decision)
        .map(({ id, organisation, name, class: kind, lead }): AskedPartner => {
          const said = answers.filter(({ ratification }) => ratification === id)
          return {
            id,
            organisation,
            name,
            class: kind,
            lead: lead ?? undefined,
            standing: standingOf({ id, class: kind }, text, said),
            answers: said,
          }
        })
      const force = forceOf({ rule, startsOn, partners: asked.map(({ standing }) => standing) }, today)
      const { decision, body, withdrawn, version, asked_on: askedOn, due_on: dueOn } = ask
      const purpose = ask.purpose as RatificationPurpose
      return [
        [
          decision,
          { decision, body, purpose, rule, startsOn, askedOn, dueOn, withdrawn, version, texts: own, text, partners: asked, force },
        ] as const,
      ]
    }),
  )
}

function textOf(row: { number: number; text: string; reason: string; takes_up: string | null; put_on: Temporal.PlainDate }): AskedText {
  return { number: row.number, text: row.text, reason: row.reason, takesUp: row.takes_up ?? undefined, putOn: row.put_on }
}

async function findAnswers(reader: Reader, decisions: readonly string[]): Promise<readonly AnswerRow[]> {
  const rows = await reader
    .selectFrom('meetings.ratification_answer')
    .selectAll()
    .where('decision', 'in', decisions)
    .orderBy('text_number', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    ratification: row.ratification,
    textNumber: row.text_number,
    number: row.number,
    answer: row.answer as RatificationAnswer,
    ownBody: row.own_body,
    answeredOn: row.answered_on,
    reference: row.reference,
    words: row.words,
    recordedAs: row.recorded_as as AnswerRow['recordedAs'],
    recordedBy: row.recorded_by,
    evidence: row.evidence,
    recordedAt: row.recorded_at,
  }))
}

/** One partner's part in a decision. The decision itself may be hidden from whoever answers for the partner. */
export interface OnePartner {
  readonly home: TakenHome
  readonly partner: AskedPartner
  /** Undefined for a lead who may not read the decision. */
  readonly decision:
    | { readonly sight: Sight; readonly meeting: string; readonly number: string; readonly decidedOn: Temporal.PlainDate }
    | undefined
}

/** One partner's part in a decision; undefined where there is none that the reader may know of. */
export async function findPartnerAsked(reader: Reader, id: string, today: Temporal.PlainDate): Promise<OnePartner | undefined> {
  const row = isUuid(id)
    ? await reader.selectFrom('meetings.ratification').select('decision').where('id', '=', id).executeTakeFirst()
    : undefined
  const home = row && (await findTakenHome(reader, [row.decision], today)).get(row.decision)
  const partner = home?.partners.find((one) => one.id === id)
  if (!home || !partner) return undefined
  const decision = await reader
    .selectFrom('meetings.decision')
    .select(['sight', 'meeting', 'number', 'decided_on as decidedOn'])
    .where('id', '=', home.decision)
    .executeTakeFirst()
  return { home, partner, decision: decision && { ...decision, sight: decision.sight as Sight } }
}

/** One partner's part, as the access matrix names it: it goes as far as the decision, and to whoever answers for the partner. */
export function guardedPartner({ home, partner, decision }: OnePartner): Guarded {
  const leads = partner.lead === undefined ? [] : [partner.lead]
  return { record: 'ratification', state: decision?.sight ?? 'members', ties: { body: home.body, meeting: decision?.meeting, leads } }
}

/** Counts what was put to a partner and what it said: an answer written from an older state is refused. */
export function answerVersion({ texts }: Pick<TakenHome, 'texts'>, { answers }: Pick<AskedPartner, 'answers'>): number {
  return texts.length * 1000 + answers.length
}
