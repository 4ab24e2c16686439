import type { Reader } from '#platform/database/session.ts'
import { type AbsenceQuestion, findAbsenceQuestions, findHeldOn, findLetters, type OfficerLetter } from './misses.ts'
import { findRegister } from './register.ts'

/** A miss without apology or deputy, and whether its member was asked. */
export interface Miss {
  readonly name: string
  readonly seat: string
  readonly place: string
  readonly day: Temporal.PlainDate
  readonly meeting: string | undefined
  readonly question: AbsenceQuestion | undefined
}

/** A member for whom the terms call for a letter. */
export interface LetterDue {
  readonly name: string
  readonly agency: string
  readonly place: string
  readonly days: readonly Temporal.PlainDate[]
  readonly certain: boolean
  readonly letter: OfficerLetter | undefined
}

/** What the misses of this financial year call for under the terms of a body (G12). */
export async function findMissesDue(
  reader: Reader,
  body: { readonly id: string },
  today: Temporal.PlainDate,
): Promise<{ readonly misses: readonly Miss[]; readonly letters: readonly LetterDue[] }> {
  const { entries } = await findRegister(reader, body, today, today)
  const steps = entries.flatMap(({ member, steps: own }) => own.map((step) => ({ member, step })))
  if (steps.length === 0) return { misses: [], letters: [] }
  const questions = await findAbsenceQuestions(reader, body.id)
  const letters = await findLetters(reader, body.id)
  const asks = steps.flatMap(({ member, step }) => (step.step === 'ask-explanation' ? [{ member, day: step.day }] : []))
  const held = await findHeldOn(
    reader,
    body.id,
    asks.map(({ day }) => day),
  )
  const misses = asks.map(({ member, day }): Miss => {
    const meeting = held.get(day.toString())
    const question = questions.find((one) => one.meeting === meeting && one.place === member.place)
    return { name: member.person.name, seat: member.seatName, place: member.place, day, meeting, question }
  })
  const due = steps.flatMap(({ member, step }): LetterDue[] => {
    if (step.step !== 'consider-letter') return []
    const letter = letters.find((one) => one.place === member.place && one.person === member.person.id)
    return [{ name: member.person.name, agency: member.agency, place: member.place, days: step.days, certain: step.certain, letter }]
  })
  return { misses, letters: due }
}
