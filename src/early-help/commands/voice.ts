import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, Forbidden } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { DisputeInput, PracticeInput, ReadingInput, StatementChange, StatementInput, WordsInput } from '../forms/voice.ts'
import { findMembers, isOpen } from '../queries/people.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { findReadings, findStatements, findVoiceRule } from '../queries/voice.ts'
import { type Looking, lookAt } from './look.ts'
import { lineOf } from './people.ts'
import { redraw } from './picture.ts'

type Needs = { readonly db: Database }

/** Looks at a family to write what somebody says; only whoever may read that writes it, and nothing in a closed record. @throws Forbidden */
function say(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly saidOn: Temporal.PlainDate },
  work: (looking: Looking) => Promise<Result<void, FieldProblem>>,
): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'say', async (looking) => {
    if (!(await isOpen(looking.tx, of.episode, 'voice'))) throw new Forbidden('Not for this person.')
    if (looking.family.closedOn) return fail({ field: '', code: 'closed-already' })
    if (Temporal.PlainDate.compare(of.saidOn, doer.today) > 0) return fail({ field: 'saidOn', code: 'in-the-future' })
    return work(looking)
  })
}

const auditOf = (tx: Writer, doer: Doer, act: string, episode: string, id: string) =>
  appendAudit(tx, { actor: doer.actor, act: `family.${act}`, subjectType: 'family', subject: episode, content: id })

const columnsOf = (input: StatementInput) => ({
  ...{
    kind: input.kind,
    words: input.words,
    goal: input.goal ?? '',
    for_how_long: input.forHowLong ?? '',
    whose: input.whose,
    about: input.about ?? null,
  },
  ...{ said_on: input.saidOn, tells_of_others: input.tellsOfOthers, withheld_from: input.withheldFrom ?? null },
})

async function strangerIn(
  { tx, family }: Looking,
  people: Readonly<Record<string, string | undefined>>,
): Promise<FieldProblem | undefined> {
  const members = await findMembers(tx, family.family)
  const [field] = Object.entries(people).find(([, id]) => id !== undefined && !members.some((one) => one.id === id)) ?? []
  return field === undefined ? undefined : { field, code: 'choice-unknown' }
}

/** Writes what somebody says in one of the columns, a worry with its goal. */
export async function writeStatement(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: StatementInput,
): Promise<Result<void, FieldProblem>> {
  return say(needs, doer, { episode, saidOn: input.saidOn }, async (looking) => {
    const stranger = await strangerIn(looking, { about: input.about, withheldFrom: input.withheldFrom })
    if (stranger) return fail(stranger)
    const line = lineOf(looking, doer)
    await looking.tx
      .insertInto('casework.statement')
      .values({ ...line, ...columnsOf(input) })
      .execute()
    await auditOf(looking.tx, doer, 'statement-written', episode, line.id)
    return succeed(undefined)
  })
}

/** Changes a statement; what it said before is kept. @throws Conflict where somebody else changed it first */
export async function changeStatement(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly statement: string },
  input: StatementChange,
): Promise<Result<void, FieldProblem>> {
  return say(needs, doer, { episode: of.episode, saidOn: input.saidOn }, async (looking) => {
    const stranger = await strangerIn(looking, { about: input.about, withheldFrom: input.withheldFrom })
    if (stranger) return fail(stranger)
    const { numUpdatedRows } = await looking.tx
      .updateTable('casework.statement')
      .set({ ...columnsOf(input), version: input.version + 1 })
      .where('id', '=', of.statement)
      .where('episode', '=', of.episode)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    await auditOf(looking.tx, doer, 'statement-changed', of.episode, of.statement)
    return succeed(undefined)
  })
}

/** Writes how somebody sees a statement otherwise; the statement stays as it is. */
export async function disputeStatement(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly statement: string },
  input: DisputeInput,
): Promise<Result<void, FieldProblem>> {
  return say(needs, doer, { episode: of.episode, saidOn: input.saidOn }, async (looking) => {
    if (!(await findStatements(looking.tx, of.episode)).some(({ id }) => id === of.statement))
      return fail({ field: '', code: 'statement-gone' })
    const { family: _, ...line } = lineOf(looking, doer)
    await looking.tx
      .insertInto('casework.statement_dispute')
      .values({ ...line, statement: of.statement, who: input.who, words: input.words, said_on: input.saidOn })
      .execute()
    await auditOf(looking.tx, doer, 'statement-disputed', of.episode, of.statement)
    return succeed(undefined)
  })
}

/** Records a reading, or that there is none: of a child, a parent, the lead or somebody else; one a person, question, day and occasion. */
export async function recordReading(needs: Needs, doer: Doer, episode: string, input: ReadingInput): Promise<Result<void, FieldProblem>> {
  return say(needs, doer, { episode, saidOn: input.saidOn }, async (looking) => {
    const { tx } = looking
    const member = (await findMembers(tx, looking.family.family)).find(({ id }) => id === input.who)
    const role = member ? (member.part === 'child' ? 'child' : member.part === 'parent' ? 'parent' : 'other') : input.who
    if (role !== 'lead' && role !== 'other' && !member) return fail({ field: 'who', code: 'choice-unknown' })
    const name = input.name ?? member?.name ?? ''
    const { question } = await findVoiceRule(tx, input.saidOn)
    const person = role === 'child' || role === 'parent' ? (member?.id ?? null) : null
    const held = (await findReadings(tx, episode)).some(
      (one) =>
        one.role === role &&
        one.question === question &&
        one.occasion === input.occasion &&
        one.on.equals(input.saidOn) &&
        (person === null ? one.name.toLowerCase() === name.toLowerCase() : one.person === person),
    )
    if (held) return fail({ field: 'saidOn', code: 'read-already' })
    const line = lineOf(looking, doer)
    await tx
      .insertInto('casework.scale_reading')
      .values({
        ...{
          ...line,
          question,
          role,
          person,
          name,
          standing: input.standing,
          value: input.value,
          said_on: input.saidOn,
          occasion: input.occasion,
        },
        ...{ why: input.why ?? '', one_higher: input.oneHigher ?? '', captured: input.captured ?? null },
      })
      .execute()
    await auditOf(tx, doer, 'reading-recorded', episode, line.id)
    return succeed(undefined)
  })
}

/** Keeps somebody's own words, a drawing, or both. The drawing lies sealed with the record and nowhere else. */
export async function recordWords(needs: Needs, doer: Doer, episode: string, input: WordsInput): Promise<Result<void, FieldProblem>> {
  const drawn = input.file ? await redraw(input.file) : undefined
  if (drawn && !drawn.ok) return drawn
  return say(needs, doer, { episode, saidOn: input.saidOn }, async (looking) => {
    const { tx } = looking
    const member = (await findMembers(tx, looking.family.family)).find(({ id }) => id === input.who)
    if (!member && input.who !== 'other') return fail({ field: 'who', code: 'choice-unknown' })
    const stranger = await strangerIn(looking, { withheldFrom: input.withheldFrom })
    if (stranger) return fail(stranger)
    const line = lineOf(looking, doer)
    await tx
      .insertInto('casework.own_words')
      .values({
        ...{ ...line, person: member?.id ?? null, name: member?.name ?? input.name ?? '', said_on: input.saidOn, words: input.words ?? '' },
        ...{ captured: input.captured, tells_of_others: input.tellsOfOthers, withheld_from: input.withheldFrom ?? null },
      })
      .execute()
    if (drawn?.ok) {
      const { family: _, ...drawing } = lineOf(looking, doer)
      await tx
        .insertInto('casework.drawing')
        .values({ ...drawing, contribution: line.id, described: input.described ?? '', ...drawn.value })
        .execute()
    }
    await auditOf(tx, doer, 'words-recorded', episode, line.id)
    return succeed(undefined)
  })
}

/** Sets from a day on how the columns are called and how the question is asked; what stands under the former one keeps its words. */
export async function setPractice(needs: Needs, doer: Doer, input: PracticeInput): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'practice', 'keep')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) < 0) return fail({ field: 'startsOn', code: 'in-the-past' })
    const held = await tx.selectFrom('casework.voice_rule').select('id').where('starts_on', '=', input.startsOn).executeTakeFirst()
    if (held) return fail({ field: 'startsOn', code: 'set-that-day' })
    const id = newId()
    await tx
      .insertInto('casework.voice_rule')
      .values({
        ...{
          id,
          worried_label: input.worriedLabel,
          well_label: input.wellLabel,
          happen_label: input.happenLabel,
          question: input.question,
        },
        ...{ low_words: input.lowWords, high_words: input.highWords, improved_step: input.improvedStep, silent_weeks: input.silentWeeks },
        ...{ source: input.source, starts_on: input.startsOn },
      })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'early-help-practice.set',
      subjectType: 'early-help-practice',
      subject: id,
      content: input.startsOn.toString(),
    })
    return succeed(undefined)
  })
}
