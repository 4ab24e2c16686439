import { findBodyById } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findLetter, findLetters, guardedLetter, type OfficerLetter } from '../../queries/misses.ts'
import { findRegister } from '../../queries/register.ts'
import { letterDraft } from '../../words/absence.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Drafts a letter to the chief officer of whoever missed as many meetings as the terms say. A person reads, changes and sends it (G12). */
export async function draftLetter(needs: Needs, doer: Doer, bodyId: string, place: string): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedLetter(bodyId), 'draft')
    const body = await findBodyById(tx, bodyId, doer.today)
    if (!body) throw new NotFound('No such board.')
    const { entries } = await findRegister(tx, body, doer.today, doer.today)
    const entry = entries.find(({ member, steps }) => member.place === place && steps.some(({ step }) => step === 'consider-letter'))
    const step = entry?.steps.find((one) => one.step === 'consider-letter')
    if (!entry || step?.step !== 'consider-letter') return fail({ field: '', code: 'letter-not-called-for' })
    const before = (await findLetters(tx, bodyId)).find(
      (one) => one.place === place && one.person === entry.member.person.id && isSame(one, step.days),
    )
    if (before) return succeed(before.id)
    const [seat = '', number = '1'] = place.split('/')
    const { person, agency } = entry.member
    const id = newId()
    await tx
      .insertInto('meetings.officer_letter')
      .values({
        id,
        body: bodyId,
        seat,
        place: Number(number),
        person: person.id,
        name: person.name,
        organisation: agency,
        missed: [...step.days],
        text: letterDraft({ board: body.name, name: person.name, organisation: agency, missed: step.days }),
        drafted_at: doer.now,
        actor: doer.actor,
      })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'letter.drafted', subjectType: 'letter', subject: id, content: place })
    return succeed(id)
  })
}

const isSame = ({ missed }: OfficerLetter, days: readonly Temporal.PlainDate[]): boolean =>
  missed.map(String).join(' ') === days.map(String).join(' ')

/** Changes the text of a letter that was not sent. */
export async function writeLetter(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly text: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return change(needs, doer, id, { verb: 'draft', act: 'letter.written', version: input.version }, { text: input.text })
}

/** Keeps that somebody has sent the letter, to whom and when. */
export async function letterSent(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly sentTo: string; readonly sentOn: Temporal.PlainDate; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  const { sentTo, sentOn, version } = input
  if (Temporal.PlainDate.compare(sentOn, doer.today) > 0) return fail({ field: 'sentOn', code: 'letter-in-future' })
  return change(needs, doer, id, { verb: 'send', act: 'letter.sent', version }, { sent_to: sentTo, sent_on: sentOn })
}

async function change(
  needs: Needs,
  doer: Doer,
  id: string,
  { verb, act, version }: { readonly verb: string; readonly act: string; readonly version: number },
  values: { readonly text?: string; readonly sent_to?: string; readonly sent_on?: Temporal.PlainDate },
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx: Writer) => {
    const letter = await findLetter(tx, id)
    if (!letter) throw new NotFound('No such letter.')
    await demand(tx, doer, guardedLetter(letter.body), verb)
    if (letter.sentOn !== null) return fail({ field: '', code: 'letter-sent-already' })
    const changed = await tx
      .updateTable('meetings.officer_letter')
      .set({ ...values, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new Conflict('Somebody else has changed this letter.')
    await appendAudit(tx, { actor: doer.actor, act, subjectType: 'letter', subject: id, content: JSON.stringify(values) })
    return succeed(id)
  })
}
